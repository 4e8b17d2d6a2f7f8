#include "documents/package/xlsx_reader.hpp"

#include "base/text.hpp"
#include "documents/package/package_limits.hpp"
#include "documents/package/xlsx_element_stream.hpp"
#include "documents/package/xlsx_parts.hpp"
#include "documents/package/xlsx_styles.hpp"
#include "documents/package/xml_part.hpp"
#include "documents/package/zip_reader.hpp"

#include <charconv>

namespace tiendo::documents {
namespace {

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

class Workbook {
public:
    explicit Workbook(ZipReader zip) : zip_(std::move(zip)) {}

    Result<std::vector<Sheet>> read()
    {
        const auto parts = TRY(xlsx_parts(zip_));
        from_1904_ = parts.from_1904;
        if (!parts.texts.empty()) TRY(read_texts(parts.texts));
        if (!parts.styles.empty()) styles_ = TRY(xlsx_styles(zip_, parts));
        std::vector<Sheet> sheets;
        for (const auto& sheet : parts.sheets) {
            sheets.push_back({sheet.name, sheet.is_hidden, {}});
            TRY(read_rows(sheet.path, sheets.back()));
        }
        return sheets;
    }

private:
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
            const auto place = sheet_place(child.attribute("r").value());
            column = place.column > 0 ? place.column : column + 1;
            if (column > sheet_columns_max) return broken();
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
