#include "domain/form/office_table.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <span>

namespace tiendo {
namespace {

// docs/limits.md
constexpr std::size_t columns_max = 12;
constexpr std::size_t choices_max = 30;
constexpr std::size_t title_bytes_max = 400;
constexpr std::size_t note_bytes_max = 2000;

constexpr std::array kinds{
    OfficeColumnKind::text,
    OfficeColumnKind::whole,
    OfficeColumnKind::decimal,
    OfficeColumnKind::day,
    OfficeColumnKind::yes_no,
    OfficeColumnKind::choice,
};

constexpr std::array<std::pair<OfficeColumnKind, const char*>, 6> kind_names{{
    {OfficeColumnKind::text, "text"},
    {OfficeColumnKind::whole, "whole"},
    {OfficeColumnKind::decimal, "decimal"},
    {OfficeColumnKind::day, "day"},
    {OfficeColumnKind::yes_no, "yes_no"},
    {OfficeColumnKind::choice, "choice"},
}};

bool is_number(OfficeColumnKind kind)
{
    return kind == OfficeColumnKind::whole || kind == OfficeColumnKind::decimal;
}

/// A decimal is a number with decimals that is not negative, as money is.
ColumnKind form_kind(OfficeColumnKind kind)
{
    switch (kind) {
    case OfficeColumnKind::text:
        return ColumnKind::text;
    case OfficeColumnKind::whole:
        return ColumnKind::number;
    case OfficeColumnKind::decimal:
        return ColumnKind::money;
    case OfficeColumnKind::day:
        return ColumnKind::date;
    case OfficeColumnKind::yes_no:
    case OfficeColumnKind::choice:
        return ColumnKind::choice;
    }
    return ColumnKind::text;
}

/// 7 of "c7".
int number_of(const std::string& key)
{
    int number = 0;
    if (key.size() > 1) std::from_chars(key.data() + 1, key.data() + key.size(), number);
    return number;
}

void give_keys(std::vector<OfficeColumn>& columns)
{
    int last = 0;
    for (const auto& column : columns)
        last = std::max(last, number_of(column.key));
    for (auto& column : columns)
        if (column.key.empty()) column.key = fmt::format("c{}", ++last);
}

Error wrong(const char* key, std::string place, std::map<std::string, std::string> args = {})
{
    return refuse(Refusal::invalid, key, std::move(args), std::move(place));
}

std::string place_of(std::size_t index)
{
    return fmt::format("column_title_{}", index);
}

Result<Done> check_column(const OfficeColumn& column, std::size_t index)
{
    const std::map<std::string, std::string> named{{"column", column.title}};
    if (column.title.empty()) return wrong("office_table.column_untitled", place_of(index));
    if (column.title.size() > title_bytes_max)
        return wrong("office_table.too_long", place_of(index));
    if (column.kind == OfficeColumnKind::choice && column.choices.size() < 2)
        return wrong("office_table.few_choices", fmt::format("choices_{}", index), named);
    if (column.choices.size() > choices_max)
        return wrong("office_table.many_choices", fmt::format("choices_{}", index), named);
    if (column.is_summed && !is_number(column.kind))
        return wrong("office_table.sum_of_words", place_of(index), named);
    return done;
}

Result<Done> check_columns(const std::vector<OfficeColumn>& columns)
{
    if (columns.empty()) return wrong("office_table.no_columns", place_of(0));
    if (columns.size() > columns_max)
        return wrong("office_table.many_columns", place_of(columns_max));
    std::set<std::string> heads;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        TRY(check_column(columns[i], i));
        if (!heads.insert(search_key(columns[i].title)).second)
            return wrong("office_table.head_twice", place_of(i), {{"column", columns[i].title}});
    }
    return done;
}

/// Words that are alike to a reader are one.
std::vector<std::string> different(const std::vector<std::string>& words)
{
    std::vector<std::string> result;
    std::set<std::string> seen;
    for (const auto& word : words) {
        auto said = squeeze(word);
        if (!said.empty() && seen.insert(search_key(said)).second)
            result.push_back(std::move(said));
    }
    return result;
}

} // namespace

Result<OfficeTable> checked_table(OfficeTable table, const std::vector<UnitId>& period_units)
{
    table.title = squeeze(table.title);
    table.note = squeeze(table.note);
    for (auto& column : table.columns) {
        column.title = squeeze(column.title);
        if (column.kind != OfficeColumnKind::choice) column.choices.clear();
        column.choices = different(column.choices);
    }
    if (table.title.empty()) return wrong("office_table.untitled", "title");
    if (table.title.size() > title_bytes_max) return wrong("office_table.too_long", "title");
    if (table.note.size() > note_bytes_max) return wrong("office_table.too_long", "note");
    TRY(check_columns(table.columns));
    std::erase_if(table.units, [&](const UnitId& unit) {
        return std::ranges::find(period_units, unit) == period_units.end();
    });
    if (table.units.empty()) return wrong("office_table.no_units", "units");
    give_keys(table.columns);
    return table;
}

Result<Done> check_change(const OfficeTable& before, const OfficeTable& after)
{
    for (const auto& column : before.columns) {
        const std::map<std::string, std::string> named{{"column", column.title}};
        const auto found = std::ranges::find(after.columns, column.key, &OfficeColumn::key);
        if (found == after.columns.end())
            return wrong("office_table.column_in_use", place_of(0), named);
        const auto index = static_cast<std::size_t>(found - after.columns.begin());
        if (found->kind != column.kind)
            return wrong("office_table.kind_in_use", place_of(index), named);
        const bool keeps_choices = std::ranges::all_of(column.choices, [&](const auto& choice) {
            return std::ranges::find(found->choices, choice) != found->choices.end();
        });
        if (!keeps_choices) return wrong("office_table.choice_in_use", place_of(index), named);
    }
    return done;
}

ActivityTable activity_table_of(const OfficeTable& table)
{
    ActivityTable made;
    made.key = table.key;
    made.title = table.title;
    made.note = table.note;
    made.is_asked = true;
    for (const auto& column : table.columns) {
        auto choices = column.choices;
        if (column.kind == OfficeColumnKind::yes_no) choices = {"yes", "no"};
        made.columns.push_back(
            {column.key, form_kind(column.kind), std::move(choices), column.title}
        );
    }
    return made;
}

void add_office_tables(Form& form, const std::vector<OfficeTable>& tables)
{
    std::vector<ActivityTable> asked;
    for (const auto& table : tables) {
        if (std::ranges::find(table.units, form.unit) != table.units.end())
            asked.push_back(activity_table_of(table));
    }
    form.activities.insert(form.activities.begin(), asked.begin(), asked.end());
}

const char* name_of(OfficeColumnKind kind)
{
    return std::ranges::find(
               kind_names, kind, [](const auto& entry) { return entry.first; }
    )->second;
}

std::optional<OfficeColumnKind> office_column_kind_named(std::string_view name)
{
    const auto found =
        std::ranges::find_if(kind_names, [&](const auto& entry) { return name == entry.second; });
    if (found == kind_names.end()) return std::nullopt;
    return found->first;
}

std::span<const OfficeColumnKind> office_column_kinds()
{
    return kinds;
}

} // namespace tiendo
