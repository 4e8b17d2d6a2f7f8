#include "domain/report/report_names.hpp"

#include "base/text.hpp"
#include "domain/report/report_writer.hpp"
#include "domain/submission/standing.hpp"

#include <algorithm>
#include <array>

namespace tiendo {

std::string
name_in_document(const UnitId& unit, const UnitDirectory& directory, const OfficialWords& say)
{
    const auto* found = directory.find(unit);
    if (found == nullptr) return unit.str();
    const auto committee = say("setup.committee", {}) + " ";
    const bool is_place = found->kind == UnitKind::commune && found->name.starts_with(committee) &&
                          found->name.size() > committee.size();
    if (is_place) return found->name.substr(committee.size());
    // A group has no name of its own: "các đoàn thể chính trị - xã hội huyện".
    return found->name.starts_with(say("names.group", {}) + " ") ? without_capital(found->name)
                                                                 : found->name;
}

std::string names_in_document(
    const std::vector<UnitId>& units, const UnitDirectory& directory, const OfficialWords& say
)
{
    std::vector<std::string> names;
    for (const auto& unit : units)
        names.push_back(name_in_document(unit, directory, say));
    return join(names, ", ");
}

bool is_commune(const UnitId& unit, const UnitDirectory& directory)
{
    const auto* found = directory.find(unit);
    return found != nullptr && found->kind == UnitKind::commune;
}

bool is_asked_politely(const UnitId& unit, const UnitDirectory& directory)
{
    const auto* found = directory.find(unit);
    return found != nullptr &&
           (found->kind == UnitKind::front || found->kind == UnitKind::mass_organisation);
}

std::string noun_of_units(
    const std::vector<UnitId>& units, const UnitDirectory& directory, const OfficialWords& say
)
{
    const bool are_communes = !units.empty() && std::ranges::all_of(units, [&](const UnitId& unit) {
        return is_commune(unit, directory);
    });
    if (!are_communes) return say("names.unit", {});
    std::vector<std::string> kinds;
    for (const auto& kind : split(say("names.commune_kinds", {}), '|')) {
        const bool occurs = std::ranges::any_of(units, [&](const UnitId& unit) {
            return name_in_document(unit, directory, say).starts_with(kind + " ");
        });
        if (occurs) kinds.push_back(kind);
    }
    return kinds.empty() ? say("names.commune", {}) : join(kinds, ", ");
}

std::string period_in_document(const PeriodId& period, const OfficialWords& say)
{
    static constexpr std::array romans{"I", "II", "III", "IV"};
    const auto name = parse_period(period);
    if (!name) return period.str();
    const WordArguments arguments{
        {"year", std::to_string(name->year)}, {"number", std::to_string(name->number)}
    };
    switch (name->length) {
    case PeriodLength::month:
        return say("period.month", arguments);
    case PeriodLength::quarter:
        return say(
            "period.quarter",
            {{"year", std::to_string(name->year)},
             {"number", romans[static_cast<std::size_t>(name->number - 1) % romans.size()]}}
        );
    case PeriodLength::half_year:
        return say(name->number == 1 ? "period.first_half" : "period.last_half", arguments);
    case PeriodLength::nine_months:
        return say("period.nine_months", arguments);
    case PeriodLength::year:
        return say("period.year", arguments);
    case PeriodLength::school_year:
        return say(
            "period.school_year",
            {{"year", std::to_string(name->year)}, {"next", std::to_string(name->year + 1)}}
        );
    }
    return {};
}

bool is_last_period(const Period& period, const Plan& plan)
{
    // The decree closes a year's data on 14 December, a plan runs to the 31st.
    constexpr int days_at_most = 31;
    return !plan.head.period_to ||
           days_between(period.window.to, *plan.head.period_to) <= days_at_most;
}

std::size_t Reporters::expected() const
{
    return counted.size() + separate.size() + returned.size() + overdue.size() + not_yet.size() +
           cooperating.size();
}

Reporters reporters_of(const ReportMaterial& material)
{
    Reporters result;
    for (const auto& reported : material.units) {
        const auto* unit = material.directory.find(reported.unit);
        const auto kind = unit == nullptr ? UnitKind::agency : unit->kind;
        switch (standing_of(reported.state.stage, reported.timing, kind)) {
        case Standing::accepted:
        case Standing::submitted:
            result.counted.push_back(reported.unit);
            break;
        case Standing::separate:
            result.separate.push_back(reported.unit);
            break;
        case Standing::excluded:
            result.excluded.push_back(reported.unit);
            break;
        case Standing::returned:
            result.returned.push_back(reported.unit);
            break;
        case Standing::overdue:
            result.overdue.push_back(reported.unit);
            break;
        case Standing::not_yet:
            result.not_yet.push_back(reported.unit);
            break;
        case Standing::cooperating:
            result.cooperating.push_back(reported.unit);
            break;
        }
    }
    return result;
}

std::string roman_number(std::size_t number)
{
    static constexpr std::array<std::pair<std::size_t, const char*>, 5> signs{
        {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}
    };
    std::string text;
    for (const auto& [value, sign] : signs) {
        for (; number >= value; number -= value)
            text += sign;
    }
    return text;
}

} // namespace tiendo
