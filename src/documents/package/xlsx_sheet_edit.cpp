#include "documents/package/xlsx_sheet_edit.hpp"

#include "documents/package/sheets.hpp"
#include "documents/package/xml_part.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

/// Sheets know no control characters but these.
std::string writable(const std::string& text)
{
    std::string kept;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') kept += c;
    return kept;
}

/// 85 % as Excel keeps it: 0.85.
std::string as_share(const Decimal& percent)
{
    if (percent.scale() + 2 > Decimal::scale_max) return percent.str();
    return Decimal(percent.units(), percent.scale() + 2).str();
}

/// As numbers of days are counted by Excel from the first of March 1900 on.
std::string serial_of(Date day, bool from_1904)
{
    return std::to_string(days_between(from_1904 ? date(1904, 1, 1) : date(1899, 12, 30), day));
}

/// What stands in the cell as a number; empty where words do.
std::string number_in(const FilledCell& cell, SheetCellKind shown_as, bool from_1904)
{
    if (cell.day) return shown_as == SheetCellKind::date ? serial_of(*cell.day, from_1904) : "";
    if (!cell.number || shown_as == SheetCellKind::date) return {};
    const bool is_share = cell.is_percent && shown_as == SheetCellKind::percent;
    return is_share ? as_share(*cell.number) : cell.number->str();
}

} // namespace

Result<XlsxSheetEdit> XlsxSheetEdit::open(const std::string& xml)
{
    XlsxSheetEdit edit;
    edit.document_ = TRY(xlsx_part(xml));
    const auto root = edit.document_.document_element();
    edit.prefix_ = prefix_of(root);
    edit.data_ = child_of(root, "sheetData");
    if (!edit.data_) return refuse(Refusal::unreadable, "file.broken_xlsx");
    edit.find_cells();
    edit.find_areas();
    return edit;
}

void XlsxSheetEdit::find_cells()
{
    int number = 0;
    for (const auto& node : data_.children()) {
        if (local_name(node) != "row") continue;
        number = node.attribute("r").as_int(number + 1);
        auto& row = rows_[number];
        row.node = node;
        int column = 0;
        for (const auto& cell : node.children()) {
            if (local_name(cell) != "c") continue;
            const auto place = sheet_place(cell.attribute("r").value());
            column = place.column > 0 ? place.column : column + 1;
            row.cells[column] = cell;
            const auto formula = child_of(cell, "f");
            if (!formula) continue;
            // Of one that fills an area the other cells have no formula of their own.
            const std::string_view type = formula.attribute("t").value();
            const bool is_area = type == "array" || type == "dataTable";
            const auto area = sheet_range(formula.attribute("ref").value());
            const SheetPlace own{column, number};
            formulas_.push_back(is_area && area.holds(own) ? area : SheetRange{own, own});
        }
    }
}

void XlsxSheetEdit::find_areas()
{
    for (const auto& merged : child_of(document_.document_element(), "mergeCells").children())
        if (local_name(merged) == "mergeCell")
            merged_.push_back(sheet_range(merged.attribute("ref").value()));
}

std::vector<SheetPlace> XlsxSheetEdit::styled_cells() const
{
    std::vector<SheetPlace> places;
    for (const auto& [number, row] : rows_)
        for (const auto& [column, cell] : row.cells)
            places.push_back({column, number});
    return places;
}

XlsxSheetEdit::Row& XlsxSheetEdit::row_at(int number)
{
    const auto found = rows_.find(number);
    if (found != rows_.end()) return found->second;
    const auto after = rows_.upper_bound(number);
    const auto name = prefix_ + "row";
    auto node = after == rows_.end() ? data_.append_child(name.c_str())
                                     : data_.insert_child_before(name.c_str(), after->second.node);
    node.append_attribute("r") = number;
    auto& row = rows_[number];
    row.node = node;
    return row;
}

/// A cell that is new in its row looks like the row, else like its column.
std::string XlsxSheetEdit::style_for(const Row& row, int column) const
{
    if (row.node.attribute("customFormat").as_bool()) return row.node.attribute("s").value();
    for (const auto& columns : child_of(document_.document_element(), "cols").children()) {
        if (column >= columns.attribute("min").as_int() &&
            column <= columns.attribute("max").as_int())
            return columns.attribute("style").value();
    }
    return {};
}

pugi::xml_node XlsxSheetEdit::cell_at(const SheetPlace& place)
{
    auto& row = row_at(place.row);
    const auto found = row.cells.find(place.column);
    if (found != row.cells.end()) return found->second;
    const auto after = row.cells.upper_bound(place.column);
    const auto name = prefix_ + "c";
    auto node = after == row.cells.end()
                    ? row.node.append_child(name.c_str())
                    : row.node.insert_child_before(name.c_str(), after->second);
    node.append_attribute("r") = cell_address(place.column, place.row).c_str();
    const auto style = style_for(row, place.column);
    if (!style.empty()) node.append_attribute("s") = style.c_str();
    row.node.remove_attribute("spans"); // a hint that would be wrong now
    row.cells[place.column] = node;
    extend_dimension(place);
    return node;
}

void XlsxSheetEdit::extend_dimension(const SheetPlace& place)
{
    auto dimension = child_of(document_.document_element(), "dimension").attribute("ref");
    const auto range = sheet_range(dimension.value());
    if (range.from.row == 0 || range.holds(place)) return;
    const auto from = cell_address(
        std::min(range.from.column, place.column), std::min(range.from.row, place.row)
    );
    const auto to =
        cell_address(std::max(range.to.column, place.column), std::max(range.to.row, place.row));
    dimension.set_value((from + ":" + to).c_str());
}

void XlsxSheetEdit::write(
    const SheetPlace& place, const FilledCell& cell, const XlsxStyles& styles, bool from_1904
)
{
    const bool is_computed =
        std::ranges::any_of(formulas_, [&](const SheetRange& range) { return range.holds(place); });
    if (is_computed) return;
    auto node = cell_at(place);
    while (auto child = node.first_child())
        node.remove_child(child);
    for (const auto* name : {"t", "cm", "vm"})
        node.remove_attribute(name);
    const auto number = number_in(cell, styles.kind_of(node.attribute("s").as_uint()), from_1904);
    if (!number.empty()) {
        node.append_child((prefix_ + "v").c_str()).text().set(number.c_str());
        return;
    }
    node.append_attribute("t") = "inlineStr";
    auto text = node.append_child((prefix_ + "is").c_str()).append_child((prefix_ + "t").c_str());
    text.append_attribute("xml:space") = "preserve";
    text.text().set(writable(cell.text).c_str());
}

void XlsxSheetEdit::forget_results()
{
    for (const auto& [number, row] : rows_) {
        for (const auto& [column, found] : row.cells) {
            auto cell = found;
            if (!child_of(cell, "f")) continue;
            if (auto value = child_of(cell, "v")) cell.remove_child(value);
            cell.remove_attribute("t");
        }
    }
}

std::string XlsxSheetEdit::written(const std::string& original) const
{
    return written_xml(document_, original);
}

} // namespace tiendo::documents
