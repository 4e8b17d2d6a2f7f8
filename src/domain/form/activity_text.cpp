#include "domain/form/activity_text.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

std::string choice_meant(const ActivityColumn& column, std::string typed, const ChoiceName& name_of)
{
    if (typed.empty() || std::ranges::find(column.choices, typed) != column.choices.end())
        return typed;
    const auto words = search_key(typed);
    for (const auto& choice : column.choices)
        if (const auto name = name_of(choice); name == typed || search_key(name) == words)
            return choice;
    return typed;
}

} // namespace

std::string
kept_text(const ActivityColumn& column, std::string typed, int year, const ChoiceName& name_of)
{
    if (column.kind == ColumnKind::choice) return choice_meant(column, std::move(typed), name_of);
    if (column.kind != ColumnKind::date) return typed;
    const auto day = read_typed_day(typed, year);
    return day ? iso_date(*day) : typed;
}

} // namespace tiendo
