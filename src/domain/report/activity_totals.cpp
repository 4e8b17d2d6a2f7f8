#include "domain/report/activity_totals.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/report_names.hpp"

#include <algorithm>

namespace tiendo {
namespace {

std::optional<Decimal> number_in(const ActivityRow& row, const std::string& column)
{
    const auto found = row.find(column);
    if (found == row.end()) return std::nullopt;
    const auto number = read_typed_number(found->second);
    return number ? std::optional(number->value) : std::nullopt;
}

/// Text that is no number adds nothing here and is remarked on in the form.
void add_row(ActivityTotal& total, const UnitId& unit, const ActivityRow& row)
{
    total.rows.push_back({unit, row});
    if (total.units.empty() || total.units.back() != unit) total.units.push_back(unit);
    for (const auto& [column, text] : row) {
        if (squeeze(text).empty()) continue;
        const auto number = number_in(row, column);
        const auto sum = number ? add(total.sums[column], *number) : std::nullopt;
        if (sum) total.sums[column] = *sum;
    }
}

} // namespace

Decimal ActivityTotal::counted_by(const std::string& column) const
{
    Decimal total;
    for (const auto& [unit, row] : rows) {
        const auto number = number_in(row, column);
        const auto sum = add(total, number && !number->is_zero() ? *number : Decimal(1));
        if (sum) total = *sum;
    }
    return total;
}

std::map<int, int> ActivityTotal::by_quarter() const
{
    std::map<int, int> quarters;
    for (const auto& [unit, row] : rows) {
        const auto found = row.find("date");
        const auto day = found == row.end() ? std::nullopt : parse_iso_date(found->second);
        if (!day) return {};
        ++quarters[(static_cast<int>(static_cast<unsigned>(day->month())) - 1) / 3 + 1];
    }
    return quarters;
}

std::size_t ActivityTotal::different(const std::string& column) const
{
    std::set<std::string> texts;
    for (const auto& [unit, row] : rows) {
        const auto found = row.find(column);
        if (found != row.end() && !squeeze(found->second).empty())
            texts.insert(name_key(found->second));
    }
    return texts.size();
}

std::map<std::string, ActivityTotal> add_up_activities(const ReportMaterial& material)
{
    std::map<std::string, ActivityTotal> totals;
    for (const auto& reported : material.units) {
        for (const auto& [table, rows] : reported.answers.activities) {
            for (const auto& row : rows) {
                auto& total = totals[table];
                total.table = table;
                add_row(total, reported.unit, row);
            }
        }
    }
    return totals;
}

OwnPlans own_plans(const ReportMaterial& material)
{
    OwnPlans plans;
    for (const auto& reported : material.units) {
        const auto found = reported.answers.activities.find("own_plan");
        const bool issued =
            found != reported.answers.activities.end() &&
            std::ranges::any_of(found->second, [](const ActivityRow& row) {
                const auto said = row.find("issued");
                return said == row.end() || said->second.empty() || said->second == "yes";
            });
        if (!is_commune(reported.unit, material.directory)) {
            if (issued) ++plans.of_agencies;
        } else if (issued) {
            plans.issued.push_back(reported.unit);
        } else if (counts(reported.state.stage)) {
            plans.not_issued.push_back(reported.unit);
        } else {
            plans.unknown.push_back(reported.unit);
        }
    }
    return plans;
}

} // namespace tiendo
