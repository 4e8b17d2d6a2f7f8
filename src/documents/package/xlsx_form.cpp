#include "documents/package/xlsx_form.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/package/sheets.hpp"
#include "documents/package/xlsx_parts.hpp"
#include "documents/package/xlsx_reader.hpp"
#include "documents/package/xlsx_sheet_edit.hpp"
#include "documents/package/xml_part.hpp"
#include "documents/package/zip_writer.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {
namespace {

// docs/limits.md
constexpr int rows_shown_max = 400;
constexpr int columns_shown_max = 60;
constexpr std::size_t cells_max = 60'000;
/// Styled rows and columns beyond the last text that still belong to a table to be filled.
constexpr int styled_rows_max = 120;
constexpr int styled_columns_max = 20;

std::string shown(const SheetCell& cell)
{
    if (cell.kind == SheetCellKind::date) {
        const auto day = parse_iso_date(cell.text);
        return day ? vietnamese_date(*day) : cell.text;
    }
    const auto number = cell.kind == SheetCellKind::number || cell.kind == SheetCellKind::percent
                            ? Decimal::parse(cell.text)
                            : std::nullopt;
    if (!number) return squeeze(cell.text);
    return vietnamese_number(*number) + (cell.kind == SheetCellKind::percent ? "%" : "");
}

struct Extent {
    int rows = 0;
    int columns = 0;
};

/// How far the sheet is shown: to its last text, and to what is styled near it.
Extent extent_of(const Sheet& sheet, const XlsxSheetEdit& edit)
{
    Extent text;
    for (const auto& row : sheet.rows) {
        text.rows = row.number;
        for (const auto& cell : row.cells)
            text.columns = std::max(text.columns, cell.column);
    }
    Extent all = text;
    for (const auto& place : edit.styled_cells()) {
        if (place.row <= text.rows + styled_rows_max) all.rows = std::max(all.rows, place.row);
        if (place.column <= text.columns + styled_columns_max)
            all.columns = std::max(all.columns, place.column);
    }
    return {std::min(all.rows, rows_shown_max), std::min(all.columns, columns_shown_max)};
}

FormTable table_of(const Sheet& sheet, const XlsxSheetEdit& edit)
{
    FormTable table;
    table.name = sheet.name;
    table.is_hidden = sheet.is_hidden;
    if (sheet.is_hidden || sheet.rows.empty()) return table;
    const auto extent = extent_of(sheet, edit);
    table.rows.assign(
        static_cast<std::size_t>(extent.rows),
        std::vector<std::string>(static_cast<std::size_t>(extent.columns))
    );
    for (const auto& row : sheet.rows) {
        if (row.number > extent.rows) break;
        for (const auto& cell : row.cells) {
            if (cell.column > extent.columns) continue;
            table.rows[static_cast<std::size_t>(row.number - 1)]
                      [static_cast<std::size_t>(cell.column - 1)] = shown(cell);
        }
    }
    const auto each_in = [&](const SheetRange& range, auto use) {
        for (int row = range.from.row; row <= std::min(range.to.row, extent.rows); ++row)
            for (int column = range.from.column;
                 column <= std::min(range.to.column, extent.columns);
                 ++column)
                if (row > 0 && column > 0) use(row - 1, column - 1);
    };
    for (const auto& range : edit.formulas())
        each_in(range, [&](int row, int cell) { table.formulas.emplace(row, cell); });
    for (const auto& range : edit.merged()) {
        const std::pair origin(range.from.row - 1, range.from.column - 1);
        each_in(range, [&](int row, int cell) {
            if (std::pair(row, cell) != origin) table.continued[{row, cell}] = origin;
        });
    }
    return table;
}

/// What follows calcPr in a workbook (ECMA-376, 18.2.27) comes after it.
constexpr std::array<std::string_view, 10> before_calculation{
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
    "AlternateContent"
};

/// Whoever opens the workbook computes all of it. The chain of calculation names the cells with
/// formulas, and of those none comes or goes: it stays.
Result<std::string> with_full_calculation(const std::string& xml)
{
    const auto document = TRY(xlsx_part(xml));
    auto root = document.document_element();
    auto calculation = child_of(root, "calcPr");
    if (!calculation) {
        pugi::xml_node last;
        for (const auto& child : root.children()) {
            if (std::ranges::find(before_calculation, local_name(child)) !=
                before_calculation.end())
                last = child;
        }
        calculation = root.insert_child_after((prefix_of(root) + "calcPr").c_str(), last);
    }
    calculation.remove_attribute("fullCalcOnLoad");
    calculation.append_attribute("fullCalcOnLoad") = "1";
    return written_xml(document, xml);
}

/// The cells of each sheet, by number of the sheet.
std::map<int, FilledCells> by_sheet(const FilledCells& filled)
{
    std::map<int, FilledCells> sheets;
    for (const auto& [place, cell] : filled)
        sheets[place.table].emplace(place, cell);
    return sheets;
}

} // namespace

Result<FormTables> read_xlsx_form(std::string_view bytes)
{
    const auto sheets = TRY(unpack_xlsx(bytes));
    auto zip = TRY(ZipReader::open(bytes));
    const auto parts = TRY(xlsx_parts(zip));
    FormTables tables;
    std::size_t cells = 0;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto xml = TRY(zip.read(parts.sheets[i].path));
        const auto edit = TRY(XlsxSheetEdit::open(xml));
        tables.push_back(table_of(sheets[i], edit));
        for (const auto& row : tables.back().rows)
            cells += row.size();
        if (cells > cells_max) return refuse(Refusal::too_large, "file.form_too_large");
    }
    const bool has_words =
        std::ranges::any_of(tables, [](const FormTable& table) { return !table.rows.empty(); });
    if (!has_words) return refuse(Refusal::invalid, "file.no_cells");
    return tables;
}

Result<std::string> fill_xlsx_form(std::string_view bytes, const FilledCells& filled)
{
    auto zip = TRY(ZipReader::open(bytes));
    const auto parts = TRY(xlsx_parts(zip));
    const auto styles = TRY(xlsx_styles(zip, parts));
    const auto sheets = by_sheet(filled);
    std::map<std::string, std::string> changed;
    bool has_formulas = false;
    for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
        const auto xml = TRY(zip.read(parts.sheets[i].path));
        auto edit = TRY(XlsxSheetEdit::open(xml));
        const auto cells = sheets.find(static_cast<int>(i));
        if (cells == sheets.end() && edit.formulas().empty()) continue;
        if (cells != sheets.end()) {
            for (const auto& [place, cell] : cells->second)
                edit.write({place.cell + 1, place.row + 1}, cell, styles, parts.from_1904);
        }
        has_formulas = has_formulas || !edit.formulas().empty();
        edit.forget_results();
        changed[parts.sheets[i].path] = edit.written(xml);
    }
    if (has_formulas) {
        const auto xml = TRY(zip.read(parts.workbook));
        changed[parts.workbook] = TRY(with_full_calculation(xml));
    }
    std::vector<PackageFile> files;
    for (const auto& path : zip.paths()) {
        const auto found = changed.find(path);
        files.push_back({path, found == changed.end() ? TRY(zip.read(path)) : found->second});
    }
    return write_zip(files);
}

} // namespace tiendo::documents
