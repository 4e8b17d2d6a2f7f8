#include "documents/package/xlsx_reader.hpp"

#include "base/text.hpp"
#include "documents/package/package_limits.hpp"
#include "documents/package/xlsx_element_stream.hpp"
#include "documents/package/xlsx_styles.hpp"
#include "documents/package/xml_part.hpp"
#include "documents/package/zip_reader.hpp"

#include <charconv>
#include <map>

namespace tiendo::documents {
namespace {

constexpr int columns_max = 16'384; // ECMA-376: XFD

Error broken()
{
    return refuse(Refusal::unreadable, "file.broken_xlsx");
}

/// "_x000D_" is how a control character is written (ECMA-376, 22.9.2.19).
std::string without_escapes(std::string text)
{
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + 7 > text.size() || text[at + 6] != '_') continue;
        unsigned code = 0;
        const auto* first = text.data() + at + 2;
        const auto [end, error] = std::from_chars(first, first + 4, code, 16);
        if (error != std::errc{} || end != first + 4) continue;
        if (code == 0x0D || code == 0x00)
            text.erase(at, 7);
        else if (code < 0x80)
            text.replace(at, 7, 1, static_cast<char>(code));
    }
    return text;
}

/// The runs of a text, without the reading aids of East Asian writers (rPh).
std::string text_of(const pugi::xml_node& node)
{
    std::string text;
    for (const auto& child : node.children()) {
        const auto name = local_name(child);
        if (name == "t") text += child.text().get();
        if (name == "r") text += child_of(child, "t").text().get();
    }
    return to_nfc(without_escapes(std::move(text)));
}

/// The part that a relationship names: "/xl/a.xml" from the root, "a.xml" from the folder.
std::string path_of(std::string_view folder, std::string_view target)
{
    if (target.starts_with('/')) return std::string(target.substr(1));
    return std::string(folder) + std::string(target);
}

struct Relation {
    std::string type{};
    std::string target{};
};

/// "A1" is {1, 1}; zeros where it is none.
struct Place {
    int column = 0;
    int row = 0;
};
Place place_of(std::string_view reference)
{
    Place place;
    while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z' &&
           place.column <= columns_max) {
        place.column = place.column * 26 + (reference.front() - 'A' + 1);
        reference.remove_prefix(1);
    }
    std::from_chars(reference.data(), reference.data() + reference.size(), place.row);
    return place;
}

class Workbook {
public:
    explicit Workbook(ZipReader zip) : zip_(std::move(zip)) {}

    Result<std::vector<Sheet>> read()
    {
        const auto main = TRY(main_part());
        if (zip_.has(main.folder + "vbaProject.bin"))
            return refuse(Refusal::unreadable, "file.macros");
        const auto xml = TRY(zip_.read(main.path));
        const auto document = TRY(part(xml));
        const auto root = document.document_element();
        if (local_name(root) != "workbook") return broken();
        const auto date1904 = attribute_of(child_of(root, "workbookPr"), "date1904");
        from_1904_ = date1904 == "1" || date1904 == "true";
        const auto relations = TRY(relations_of(main.folder, main.name));
        for (const auto& [id, relation] : relations) {
            if (relation.type == "sharedStrings") TRY(read_texts(relation.target));
            if (relation.type == "styles") {
                const auto styles = TRY(zip_.read(relation.target));
                auto parsed = XlsxStyles::parse(styles);
                if (!parsed) return as_workbook(parsed.error());
                styles_ = std::move(*parsed);
            }
        }
        std::vector<Sheet> sheets;
        for (const auto& sheet : child_of(root, "sheets").children()) {
            const auto relation = relations.find(std::string(attribute_of(sheet, "id")));
            if (relation == relations.end()) return broken();
            if (relation->second.type != "worksheet") continue; // a chart on a sheet of its own
            sheets.push_back({to_nfc(sheet.attribute("name").value()), false, {}});
            const auto state = attribute_of(sheet, "state");
            sheets.back().is_hidden = state == "hidden" || state == "veryHidden";
            TRY(read_rows(relation->second.target, sheets.back()));
        }
        return sheets;
    }

private:
    struct MainPart {
        std::string path{};
        std::string folder{};
        std::string name{};
    };

    static Error as_workbook(const Error& error)
    {
        return error.problems.front().key == "file.broken_docx" ? broken() : error;
    }

    static Result<pugi::xml_document> part(const std::string& xml)
    {
        auto document = parse_xml_part(xml);
        if (!document) return as_workbook(document.error());
        return document;
    }

    Result<std::map<std::string, Relation>>
    relations_of(const std::string& folder, const std::string& name)
    {
        std::map<std::string, Relation> relations;
        const auto path = folder + "_rels/" + name + ".rels";
        if (!zip_.has(path)) return broken();
        const auto xml = TRY(zip_.read(path));
        const auto document = TRY(part(xml));
        for (const auto& node : document.document_element().children()) {
            const auto type = attribute_of(node, "Type");
            relations[std::string(attribute_of(node, "Id"))] = {
                std::string(type.substr(type.rfind('/') + 1)),
                path_of(folder, attribute_of(node, "Target"))
            };
        }
        return relations;
    }

    Result<MainPart> main_part()
    {
        for (const auto& [id, relation] : TRY(relations_of("", ""))) {
            if (relation.type != "officeDocument" || !zip_.has(relation.target)) continue;
            const auto slash = relation.target.rfind('/') + 1; // 0 where there is none
            return MainPart{
                relation.target, relation.target.substr(0, slash), relation.target.substr(slash)
            };
        }
        return broken();
    }

    Result<Done> read_texts(const std::string& path)
    {
        XlsxElementStream texts("sst", "si", [&](const pugi::xml_node& text) -> Result<Done> {
            texts_.push_back(text_of(text));
            return done;
        });
        TRY(zip_.stream(path, [&](std::string_view piece) { return texts.take(piece); }));
        return texts.is_complete() ? Result(done) : broken();
    }

    Result<Done> read_rows(const std::string& path, Sheet& sheet)
    {
        last_row_ = 0;
        XlsxElementStream rows("sheetData", "row", [&](const pugi::xml_node& node) -> Result<Done> {
            if (++rows_ > PackageLimits::sheet_rows_max)
                return refuse(Refusal::unreadable, "file.too_many_rows");
            return read_row(node, sheet);
        });
        TRY(zip_.stream(path, [&](std::string_view piece) { return rows.take(piece); }));
        return rows.is_complete() ? Result(done) : broken();
    }

    Result<Done> read_row(const pugi::xml_node& node, Sheet& sheet)
    {
        SheetRow row;
        row.number = node.attribute("r").as_int(last_row_ + 1);
        int column = 0;
        for (const auto& child : node.children()) {
            if (local_name(child) != "c") continue;
            const auto place = place_of(child.attribute("r").value());
            column = place.column > 0 ? place.column : column + 1;
            if (column > columns_max) return broken();
            auto cell = TRY(read_cell(child));
            cell.column = column;
            if (!cell.text.empty() || cell.is_formula) row.cells.push_back(std::move(cell));
        }
        last_row_ = row.number;
        if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
        return done;
    }

    Result<SheetCell> read_cell(const pugi::xml_node& node) const
    {
        SheetCell cell;
        cell.is_formula = !child_of(node, "f").empty();
        const std::string_view type = node.attribute("t").value();
        const std::string kept = child_of(node, "v").text().get();
        if (type == "s") {
            std::size_t index = 0;
            const auto [end, error] =
                std::from_chars(kept.data(), kept.data() + kept.size(), index);
            if (error != std::errc{} || index >= texts_.size()) return broken();
            cell.text = texts_[index];
        } else if (type == "inlineStr") {
            cell.text = text_of(child_of(node, "is"));
        } else if (type == "str") {
            cell.text = to_nfc(without_escapes(kept));
        } else if (type == "b") {
            cell.kind = SheetCellKind::boolean;
            cell.text = kept;
        } else if (type == "e") {
            cell.kind = SheetCellKind::error;
            cell.text = kept;
        } else if (type == "d") {
            cell.kind = SheetCellKind::date;
            cell.text = kept.substr(0, 10);
        } else if (!kept.empty()) {
            read_number(kept, styles_.kind_of(node.attribute("s").as_uint()), cell);
            if (cell.text.empty()) return broken();
        }
        return cell;
    }

    void read_number(const std::string& kept, SheetCellKind shown_as, SheetCell& cell) const
    {
        cell.kind = shown_as;
        cell.text = plain_number(kept, shown_as == SheetCellKind::percent ? 2 : 0);
        if (shown_as != SheetCellKind::date) return;
        double serial = 0;
        std::from_chars(kept.data(), kept.data() + kept.size(), serial);
        const auto day = day_of_serial(serial, from_1904_);
        if (!day.empty()) cell.text = day;
    }

    ZipReader zip_;
    XlsxStyles styles_{};
    std::vector<std::string> texts_{};
    bool from_1904_ = false;
    std::size_t rows_ = 0;
    int last_row_ = 0;
};

} // namespace

Result<std::vector<Sheet>> unpack_xlsx(std::string_view bytes)
{
    return Workbook(TRY(ZipReader::open(bytes))).read();
}

} // namespace tiendo::documents
