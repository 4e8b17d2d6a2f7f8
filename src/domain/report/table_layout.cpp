#include "domain/report/table_layout.hpp"

#include "base/result.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace tiendo {
namespace {

constexpr std::array column_names{
    std::pair{TableColumn::number, "number"},
    std::pair{TableColumn::measure, "measure"},
    std::pair{TableColumn::unit, "unit"},
    std::pair{TableColumn::last_year, "last_year"},
    std::pair{TableColumn::target, "target"},
    std::pair{TableColumn::value, "value"},
    std::pair{TableColumn::numerator, "numerator"},
    std::pair{TableColumn::denominator, "denominator"},
    std::pair{TableColumn::coverage, "coverage"},
    std::pair{TableColumn::against_plan, "against_plan"},
    std::pair{TableColumn::against_last_year, "against_last_year"},
    std::pair{TableColumn::verdict, "verdict"},
    std::pair{TableColumn::remarks, "remarks"},
};

constexpr std::array change_names{
    std::pair{LayoutChange::earlier, "earlier"},
    std::pair{LayoutChange::later, "later"},
    std::pair{LayoutChange::hide, "hide"},
    std::pair{LayoutChange::show, "show"},
};

void add_once(TableLayout& layout, LaidColumn column)
{
    if (std::ranges::find(layout, column.column, &LaidColumn::column) != layout.end()) return;
    if (!may_be_hidden(column.column)) column.is_shown = true;
    layout.push_back(column);
}

} // namespace

const char* name_of(TableColumn column)
{
    for (const auto& [each, name] : column_names)
        if (each == column) return name;
    throw Bug("a column of the standard table without a name");
}

std::optional<TableColumn> table_column_named(std::string_view name)
{
    for (const auto& [column, each] : column_names)
        if (name == each) return column;
    return std::nullopt;
}

bool may_be_hidden(TableColumn column)
{
    return column != TableColumn::measure && column != TableColumn::value &&
           column != TableColumn::coverage;
}

TableLayout standard_layout()
{
    return layout_from({});
}

std::string to_text(const TableLayout& layout)
{
    std::vector<std::string> names;
    for (const auto& [column, is_shown] : layout)
        names.push_back((is_shown ? "" : "-") + std::string(name_of(column)));
    return join(names, ",");
}

TableLayout layout_from(std::string_view text)
{
    TableLayout layout;
    for (std::string_view name : split(text, ',')) {
        const bool is_shown = !name.starts_with('-');
        if (!is_shown) name.remove_prefix(1);
        if (const auto column = table_column_named(name)) add_once(layout, {*column, is_shown});
    }
    for (const auto column : table_columns)
        add_once(layout, {column, true});
    return layout;
}

std::optional<LayoutChange> layout_change_named(std::string_view name)
{
    for (const auto& [change, each] : change_names)
        if (name == each) return change;
    return std::nullopt;
}

TableLayout changed(TableLayout layout, TableColumn column, LayoutChange change)
{
    const auto found = std::ranges::find(layout, column, &LaidColumn::column);
    if (found == layout.end()) return layout;
    switch (change) {
    case LayoutChange::earlier:
        if (found != layout.begin()) std::iter_swap(found, std::prev(found));
        break;
    case LayoutChange::later:
        if (std::next(found) != layout.end()) std::iter_swap(found, std::next(found));
        break;
    case LayoutChange::hide:
        found->is_shown = !may_be_hidden(column);
        break;
    case LayoutChange::show:
        found->is_shown = true;
        break;
    }
    return layout;
}

std::vector<TableColumn> shown_columns(const TableLayout& layout)
{
    std::vector<TableColumn> columns;
    for (const auto& [column, is_shown] : layout)
        if (is_shown) columns.push_back(column);
    return columns;
}

} // namespace tiendo
