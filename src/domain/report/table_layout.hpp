#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// A column of the standard table as a spreadsheet: the ten of the rulings, and beside the value
/// what it was computed from and who has reported.
enum class TableColumn {
    number,
    measure,
    unit,
    last_year,
    target,
    value,
    numerator,
    denominator,
    coverage,
    against_plan,
    against_last_year,
    verdict,
    remarks
};

inline constexpr std::array table_columns{
    TableColumn::number,
    TableColumn::measure,
    TableColumn::unit,
    TableColumn::last_year,
    TableColumn::target,
    TableColumn::value,
    TableColumn::numerator,
    TableColumn::denominator,
    TableColumn::coverage,
    TableColumn::against_plan,
    TableColumn::against_last_year,
    TableColumn::verdict,
    TableColumn::remarks
};

const char* name_of(TableColumn column);
std::optional<TableColumn> table_column_named(std::string_view name);

/// A figure without its measure or its coverage says nothing: these columns are never hidden.
bool may_be_hidden(TableColumn column);

struct LaidColumn {
    TableColumn column = TableColumn::number;
    bool is_shown = true;

    friend bool operator==(const LaidColumn&, const LaidColumn&) = default;
};

/// All columns in the order that an office wants them, each once.
using TableLayout = std::vector<LaidColumn>;

TableLayout standard_layout();

/// "number,measure,-unit"; a hidden column with a dash. Columns that the text does not know stand
/// at the end, so that a new one is not lost.
std::string to_text(const TableLayout& layout);
TableLayout layout_from(std::string_view text);

enum class LayoutChange { earlier, later, hide, show };
std::optional<LayoutChange> layout_change_named(std::string_view name);

/// The same layout where the change is none: the first column earlier, a needed one hidden.
TableLayout changed(TableLayout layout, TableColumn column, LayoutChange change);

std::vector<TableColumn> shown_columns(const TableLayout& layout);

} // namespace tiendo
