#include "domain/report/activity_totals.hpp"

#include "base/number_text.hpp"

namespace tiendo {
namespace {

const std::vector<ActivityRow>& rows_of(const Answers& answers, const std::string& table)
{
    static const std::vector<ActivityRow> none;
    const auto found = answers.activities.find(table);
    return found == answers.activities.end() ? none : found->second;
}

/// A row's number; text that is none adds nothing here and is remarked on in the form.
void add_column(Decimal& total, const ActivityRow& row, const char* column)
{
    const auto found = row.find(column);
    if (found == row.end()) return;
    const auto number = read_typed_number(found->second);
    const auto sum = number ? add(total, number->value) : std::nullopt;
    if (sum) total = *sum;
}

bool is_commune(const UnitDirectory& directory, const UnitId& id)
{
    const auto* unit = directory.find(id);
    return unit != nullptr && unit->kind == UnitKind::commune;
}

} // namespace

ActivityTotals add_up_activities(const ReportMaterial& material)
{
    ActivityTotals totals;
    for (const auto& reported : material.units) {
        const auto& answers = reported.answers;
        if (is_commune(material.directory, reported.unit)) {
            auto& list = rows_of(answers, "own_plan").empty() ? totals.without_own_plan
                                                              : totals.with_own_plan;
            list.push_back(reported.unit);
        }
        totals.documents += static_cast<int>(rows_of(answers, "documents").size());
        totals.inspections += static_cast<int>(rows_of(answers, "inspections").size());
        totals.news_items += static_cast<int>(rows_of(answers, "news").size());
        for (const auto& row : rows_of(answers, "training")) {
            Decimal sessions;
            add_column(sessions, row, "sessions");
            totals.training_classes += sessions.is_zero() ? 1 : static_cast<int>(sessions.units());
            add_column(totals.people_trained, row, "people");
            add_column(totals.women_trained, row, "women");
            add_column(totals.minorities_trained, row, "minorities");
        }
        for (const auto& row : rows_of(answers, "money")) {
            add_column(totals.money_allotted, row, "allotted");
            add_column(totals.money_spent, row, "spent");
        }
    }
    return totals;
}

} // namespace tiendo
