#include "web/pages/history_import_view.hpp"

#include "base/text.hpp"
#include "web/views/choices.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/target_words.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::web {
namespace {

constexpr const char* no_row = "-"; ///< a row that is not wanted
constexpr int years_offered = 6;
constexpr std::size_t rows_listed = 400;

int number_in(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

std::string letters_of(int column)
{
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string role_words(std::string_view role, const Wording& words)
{
    return words.text("history_role." + replace_all(std::string(role), ".", "_"));
}

std::string short_measure(const FormRow& row, const Wording& words)
{
    return row.measure.id.str() + " " + view::measure_name(row.measure, row.indicator, words);
}

view::List role_choices(const std::string& chosen, const Wording& words)
{
    std::vector<view::Choice> choices{{"", words.text("history_role.none")}};
    for (const auto role : history_roles)
        choices.push_back({std::string(role), role_words(role, words)});
    return view::choices(choices, chosen);
}

view::List year_choices(const HistoryKnown& known, const PeriodId& chosen)
{
    std::vector<view::Choice> choices;
    const auto last = static_cast<int>(known.day.year()) - 1;
    for (int year = last; year > last - years_offered; --year)
        choices.push_back({std::to_string(year), std::to_string(year)});
    return view::choices(choices, chosen.empty() ? std::to_string(last) : chosen.str());
}

view::List measure_choices(
    const HistoryKnown& known,
    const std::string& none,
    const MeasureId& chosen,
    const Wording& words
)
{
    std::vector<view::Choice> choices{{no_row, none}};
    for (const auto& row : known.measures)
        choices.push_back({row.measure.id.str(), short_measure(row, words)});
    return view::choices(choices, chosen.empty() ? no_row : chosen.str());
}

/// The units that answer a measure; of any measure where none is given.
view::List unit_choices(
    const HistoryKnown& known,
    const std::string& none,
    const MeasureId& measure,
    const UnitId& chosen
)
{
    std::vector<view::Choice> choices{{no_row, none}};
    for (const auto& unit : known.directory.units()) {
        const bool is_asked = std::ranges::any_of(known.measures, [&](const FormRow& row) {
            const auto& suppliers = row.measure.suppliers;
            return (measure.empty() || row.measure.id == measure) && suppliers.contains(unit.id);
        });
        if (is_asked || unit.id == chosen) choices.push_back({unit.id.str(), unit.short_name});
    }
    return view::choices(choices, chosen.empty() ? no_row : chosen.str());
}

view::List column_views(const app::HistoryImport& table, const Wording& words)
{
    view::List columns;
    for (int column = 1; column <= table.sheet.columns; ++column) {
        const auto found = table.mapping.columns.find(column);
        const auto what = found == table.mapping.columns.end() ? HistoryColumn{} : found->second;
        const auto letters = letters_of(column);
        columns.emplace_back(view::Object{
            {"letters", letters},
            {"role_field", "role" + std::to_string(column)},
            {"year_field", "year" + std::to_string(column)},
            {"role_label", words.text("history_table.role_of", {{"column", letters}})},
            {"year_label", words.text("history_table.year_of", {{"column", letters}})},
            {"roles", role_choices(what.role, words)},
            {"years", year_choices(table.known, what.year)},
        });
    }
    return columns;
}

view::List sheet_rows(const app::HistoryImport& table, const Wording& words)
{
    view::List rows;
    for (const auto& [number, cells] : table.sheet.rows) {
        view::List texts;
        for (int column = 1; column <= table.sheet.columns; ++column) {
            const auto found = cells.find(column);
            texts.emplace_back(
                view::Object{{"text", found == cells.end() ? std::string{} : found->second}}
            );
        }
        rows.emplace_back(view::Object{
            {"number", std::to_string(number)},
            {"is_head", number == table.mapping.head_row},
            {"head_label", words.text("history_table.head_is", {{"row", std::to_string(number)}})},
            {"cells", std::move(texts)},
        });
    }
    return rows;
}

view::List sentences(const std::vector<Problem>& problems, const Wording& words)
{
    view::List list;
    for (const auto& problem : problems)
        list.emplace_back(view::Object{{"text", words.sentence(problem)}});
    return list;
}

const FormRow* form_row(const HistoryKnown& known, const MeasureId& id)
{
    const auto found = std::ranges::find_if(known.measures, [&](const FormRow& row) {
        return row.measure.id == id;
    });
    return found == known.measures.end() ? nullptr : &*found;
}

view::List value_views(const HistoryRow& row, const HistoryKnown& known, const Wording& words)
{
    view::List values;
    const auto* measure = form_row(known, row.measure);
    for (const auto& value : row.values) {
        const bool is_kept = value.is_kept && measure != nullptr;
        values.emplace_back(view::Object{
            {"year", value.year.str()},
            {"place", value.place},
            {"typed", value.typed},
            {"is_kept", is_kept},
            {"kept", is_kept ? view::cell_words(value.cell, measure->indicator, words) : ""},
            {"has_problems", !value.problems.empty()},
            {"problems", sentences(value.problems, words)},
        });
    }
    return values;
}

view::Object row_view(const HistoryRow& row, const HistoryKnown& known, const Wording& words)
{
    const auto number = std::to_string(row.number);
    const auto none = words.text("history_table.not_wanted");
    return {
        {"number", number},
        {"name", row.name},
        {"unit_name", row.unit_name},
        {"measure_field", "measure" + number},
        {"unit_field", "unit" + number},
        {"measure_label", words.text("history_table.measure_of", {{"row", number}})},
        {"unit_label", words.text("history_table.unit_of", {{"row", number}})},
        {"measures", measure_choices(known, none, row.measure, words)},
        {"units", unit_choices(known, none, row.measure, row.unit)},
        {"has_problems", !row.problems.empty()},
        {"problems", sentences(row.problems, words)},
        {"values", value_views(row, known, words)},
    };
}

/// What was chosen for all rows: "-" is nothing.
std::string chosen_in(const Fields& form, const std::string& field)
{
    const auto chosen = form[field];
    return chosen == no_row ? std::string{} : std::string(chosen);
}

} // namespace

void show_history_columns(view::Object& data, const app::HistoryImport& table, const Wording& words)
{
    std::vector<view::Choice> sheets;
    for (const auto& name : table.sheets)
        sheets.push_back({name, name});
    data.set("is_proposed", table.is_proposed);
    data.set("sheets", view::choices(sheets, table.mapping.sheet));
    data.set("has_sheets", table.sheets.size() > 1);
    data.set("sheet", table.mapping.sheet);
    data.set("columns", column_views(table, words));
    data.set("rows", sheet_rows(table, words));
    data.set("has_more", table.sheet.more_rows > 0);
    data.set(
        "more", words.text("history_table.more", {{"count", std::to_string(table.sheet.more_rows)}})
    );
    const auto each = words.text("history_table.each_row");
    data.set("measures", measure_choices(table.known, each, table.mapping.measure, words));
    data.set("units", unit_choices(table.known, each, {}, table.mapping.unit));
}

HistoryMapping columns_in(const Fields& form, const app::HistoryImport& table)
{
    auto mapping = table.mapping;
    const std::string sheet(form["sheet"]);
    if (sheet != mapping.sheet) {
        mapping = {};
        mapping.sheet = sheet;
        return mapping;
    }
    mapping.head_row = number_in(form["head_row"]);
    mapping.measure = MeasureId(chosen_in(form, "measure"));
    mapping.unit = UnitId(chosen_in(form, "unit"));
    mapping.columns.clear();
    for (int column = 1; column <= table.sheet.columns; ++column) {
        const std::string role(form["role" + std::to_string(column)]);
        if (std::ranges::find(history_roles, role) == history_roles.end()) continue;
        auto& what = mapping.columns[column];
        what.role = role;
        if (is_number_role(role))
            what.year = PeriodId(std::string(form["year" + std::to_string(column)]));
    }
    return mapping;
}

void show_history_rows(view::Object& data, const app::HistoryImport& table, const Wording& words)
{
    view::List rows;
    int kept = 0;
    int left_out = 0;
    for (const auto& row : table.rows) {
        for (const auto& value : row.values)
            ++(value.is_kept ? kept : left_out);
        if (rows.size() < rows_listed) rows.emplace_back(row_view(row, table.known, words));
    }
    data.set("has_rows", !rows.empty());
    data.set("rows", std::move(rows));
    data.set("has_kept", kept > 0);
    data.set(
        "summary",
        words.text(
            "history_table.summary",
            {{"kept", std::to_string(kept)}, {"left_out", std::to_string(left_out)}}
        )
    );
    data.set("take", words.text("history_table.take", {{"count", std::to_string(kept)}}));
    data.set("shown", table.shown);
}

HistoryMapping rows_in(const Fields& form, const app::HistoryImport& table)
{
    auto mapping = table.mapping;
    for (const auto& row : table.rows) {
        const auto number = std::to_string(row.number);
        const auto measure = form.find("measure" + number);
        if (measure && *measure != (row.measure.empty() ? no_row : row.measure.str()))
            mapping.measures[history_key(row.name, row.number)] = MeasureId(std::string(*measure));
        const auto unit = form.find("unit" + number);
        if (unit && *unit != (row.unit.empty() ? no_row : row.unit.str()))
            mapping.units[history_key(row.unit_name, row.number)] = UnitId(std::string(*unit));
    }
    return mapping;
}

} // namespace tiendo::web
