#include "documents/exchange/unit_list_file.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"
#include "documents/exchange/csv_rows.hpp"
#include "documents/exchange/json_reader.hpp"
#include "documents/exchange/unit_json.hpp"
#include "documents/workbook/history_sheet.hpp"
#include "domain/org/unit_names.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr std::size_t rows_max = 200'000; // docs/limits.md
constexpr std::size_t fields_max = 64;

enum class Column { code, name, kind, level, parent, from, to, old_code, new_code, how, on, share };

/// Heads as slug() leaves them.
constexpr std::array<std::pair<std::string_view, Column>, 38> heads{{
    {"code", Column::code},
    {"ma", Column::code},
    {"ma-don-vi", Column::code},
    {"ma-dvhc", Column::code},
    {"name", Column::name},
    {"ten", Column::name},
    {"ten-don-vi", Column::name},
    {"kind", Column::kind},
    {"loai", Column::kind},
    {"loai-hinh", Column::kind},
    {"level", Column::level},
    {"cap", Column::level},
    {"parent", Column::parent},
    {"ma-cap-tren", Column::parent},
    {"ma-don-vi-cap-tren", Column::parent},
    {"truc-thuoc", Column::parent},
    {"valid-from", Column::from},
    {"tu-ngay", Column::from},
    {"ngay-bat-dau", Column::from},
    {"hieu-luc-tu", Column::from},
    {"valid-to", Column::to},
    {"den-ngay", Column::to},
    {"den-het-ngay", Column::to},
    {"ngay-ket-thuc", Column::to},
    {"old-code", Column::old_code},
    {"ma-cu", Column::old_code},
    {"new-code", Column::new_code},
    {"ma-moi", Column::new_code},
    {"how", Column::how},
    {"hinh-thuc", Column::how},
    {"on", Column::on},
    {"ngay", Column::on},
    {"ke-tu-ngay", Column::on},
    {"share", Column::share},
    {"ty-le", Column::share},
    {"ti-le", Column::share},
    {"phan-tram", Column::share},
    {"ma-so", Column::code},
}};

constexpr std::array<std::pair<std::string_view, UnitKind>, 11> levels{{
    {"province", UnitKind::committee},
    {"tinh", UnitKind::committee},
    {"cap-tinh", UnitKind::committee},
    {"district", UnitKind::committee},
    {"huyen", UnitKind::committee},
    {"cap-huyen", UnitKind::committee},
    {"commune", UnitKind::commune},
    {"xa", UnitKind::commune},
    {"cap-xa", UnitKind::commune},
    {"phuong", UnitKind::commune},
    {"dac-khu", UnitKind::commune},
}};

constexpr std::string_view kept_as_it_was = "kept";

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> ways{{
    {"merged", "merged"},
    {"nhap", "merged"},
    {"sap-nhap", "merged"},
    {"divided", "divided"},
    {"chia", "divided"},
    {"tach", "divided"},
    {"renamed", "renamed"},
    {"doi-ten", "renamed"},
    {"moved", "moved"},
    {"chuyen", "moved"},
    {kept_as_it_was, kept_as_it_was},
    {"giu-nguyen", kept_as_it_was},
}};

template <class Table> auto known_as(const Table& table, std::string_view text)
{
    using Value = std::remove_cvref_t<decltype(table.front().second)>;
    const auto key = slug(text);
    for (const auto& [word, value] : table)
        if (word == key) return std::optional<Value>(value);
    return std::optional<Value>();
}

class FileReader {
public:
    FileReader(const UnitListFile& file, UnitList& list) : file_(file), list_(list) {}

    Result<Done> read()
    {
        if (!file_.rows.empty())
            for (const auto& head : file_.rows.front().fields)
                columns_.push_back(known_as(heads, head));
        const bool is_units = has(Column::code) && has(Column::name);
        const bool is_successions = has(Column::old_code) && has(Column::new_code);
        if (is_units == is_successions)
            return refuse(
                Refusal::unreadable, "unit_list.heads_unknown", {{"file", file_.name}}, "file"
            );
        for (std::size_t i = 1; i < file_.rows.size(); ++i) {
            row_ = &file_.rows[i];
            if (is_units)
                take_unit();
            else
                take_succession();
        }
        return done;
    }

private:
    bool has(Column column) const
    {
        return std::ranges::find(columns_, std::optional(column)) != columns_.end();
    }

    std::string text(Column column) const
    {
        for (std::size_t i = 0; i < columns_.size() && i < row_->fields.size(); ++i)
            if (columns_[i] == column) return row_->fields[i];
        return {};
    }

    void refuse_row(Problem problem)
    {
        auto fields = row_->fields;
        std::erase(fields, std::string());
        list_.refused.push_back({{file_.name, row_->line}, join(fields, " "), std::move(problem)});
    }

    /// Nothing where the field is empty; the row is refused where it holds no day.
    bool take_day(Column column, std::optional<Date>& day)
    {
        const auto typed = text(column);
        if (typed.empty()) return true;
        day = parse_iso_date(typed);
        if (!day) day = read_typed_day(typed);
        if (!day) refuse_row({"unit_admin.day_not_understood", {{"text", typed}}});
        return day.has_value();
    }

    void take_unit()
    {
        ListedUnit unit;
        unit.place = {file_.name, row_->line};
        unit.code = text(Column::code);
        unit.name = text(Column::name);
        unit.parent_code = text(Column::parent);
        if (unit.code.empty() || unit.name.empty())
            return refuse_row({"unit_list.code_or_name_missing"});
        const auto kind = text(Column::kind);
        if (!kind_of_area(unit.name) && kind_of_area(kind)) unit.name = kind + " " + unit.name;
        auto known = known_as(levels, text(Column::level));
        if (!known) known = kind_of_area(unit.name);
        if (!known) return refuse_row({"unit_list.kind_unknown"});
        unit.kind = *known;
        if (!take_day(Column::from, unit.valid_from) || !take_day(Column::to, unit.valid_to))
            return;
        list_.units.push_back(std::move(unit));
    }

    void take_succession()
    {
        ListedSuccession link;
        link.place = {file_.name, row_->line};
        link.from_code = text(Column::old_code);
        link.to_code = text(Column::new_code);
        if (link.from_code.empty() || link.to_code.empty())
            return refuse_row({"unit_list.codes_missing"});
        const auto how = known_as(ways, text(Column::how));
        if (!how) return refuse_row({"unit_list.way_unknown", {{"text", text(Column::how)}}});
        if (*how != kept_as_it_was) link.kind = succession_kind_named(*how);
        if (!take_day(Column::on, link.on)) return;
        const auto share = text(Column::share);
        if (!share.empty()) {
            link.share = Decimal::parse(replace_all(share, ",", "."));
            if (!link.share || *link.share <= Decimal(0) || *link.share > Decimal(100))
                return refuse_row({"unit_list.share_unknown", {{"text", share}}});
        }
        list_.successions.push_back(std::move(link));
    }

    const UnitListFile& file_;
    UnitList& list_;
    std::vector<std::optional<Column>> columns_;
    const TableRow* row_ = nullptr;
};

} // namespace

UnitListFile unit_list_file(std::string name, const std::vector<Sheet>& sheets)
{
    UnitListFile file{std::move(name), {}};
    for (const auto& sheet : sheets) {
        if (sheet.is_hidden || sheet.rows.empty()) continue;
        for (const auto& row : sheet.rows) {
            TableRow fields{row.number, {}};
            for (const auto& cell : row.cells) {
                if (cell.column < 1) continue;
                fields.fields.resize(
                    std::max(fields.fields.size(), static_cast<std::size_t>(cell.column))
                );
                fields.fields[static_cast<std::size_t>(cell.column) - 1] =
                    squeeze(shown_text(cell));
            }
            file.rows.push_back(std::move(fields));
        }
        break;
    }
    return file;
}

Result<UnitListFile> unit_list_file(std::string name, std::string_view csv)
{
    if (!is_valid_utf8(csv)) return refuse(Refusal::unreadable, "table_file.not_utf8");
    UnitListFile file{std::move(name), {}};
    CsvRows rows([&](std::int64_t line, std::span<const std::string_view> fields) -> Result<Done> {
        if (file.rows.size() == rows_max || fields.size() > fields_max)
            return refuse(Refusal::too_large, "table_file.too_large");
        TableRow row{static_cast<int>(line), {}};
        for (const auto& field : fields)
            row.fields.push_back(to_nfc(squeeze(field)));
        const auto is_empty = [](const std::string& text) { return text.empty(); };
        if (!std::ranges::all_of(row.fields, is_empty)) file.rows.push_back(std::move(row));
        return done;
    });
    TRY(rows.feed(csv));
    TRY(rows.finish());
    return file;
}

Result<UnitList> read_unit_list(const std::vector<UnitListFile>& files)
{
    UnitList list;
    for (const auto& file : files)
        TRY(FileReader(file, list).read());
    return list;
}

std::string to_json(const std::vector<UnitListFile>& files)
{
    bj::array listed;
    for (const auto& file : files) {
        bj::array rows;
        for (const auto& row : file.rows) {
            auto fields = json::to_array(row.fields);
            fields.insert(fields.begin(), row.line);
            rows.emplace_back(std::move(fields));
        }
        listed.emplace_back(bj::object{{"name", file.name}, {"rows", std::move(rows)}});
    }
    return bj::serialize(bj::object{{"files", std::move(listed)}});
}

Result<std::vector<UnitListFile>> parse_unit_list_files(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        std::vector<UnitListFile> files;
        json::each_in(object, "files", [&](const bj::object& listed) {
            UnitListFile file{json::text(listed, "name"), {}};
            for (const auto& item : json::list_in(listed, "rows")) {
                if (!item.is_array() || item.get_array().empty() ||
                    !item.get_array().front().is_int64())
                    throw json::Unexpected{"rows"};
                const auto& array = item.get_array();
                TableRow row{static_cast<int>(array.front().get_int64()), {}};
                for (std::size_t i = 1; i < array.size(); ++i) {
                    if (!array[i].is_string()) throw json::Unexpected{"rows"};
                    row.fields.emplace_back(array[i].get_string());
                }
                file.rows.push_back(std::move(row));
            }
            files.push_back(std::move(file));
        });
        return files;
    });
}

} // namespace tiendo::documents
