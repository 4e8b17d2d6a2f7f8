#include "app/period/periods.hpp"
#include "app/report/reports.hpp"
#include "app/task/tasks.hpp"
#include "app/world/new_sample_office.hpp"
#include "base/number_text.hpp"
#include "domain/form/counted_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo::app {
namespace {

const PlanId plan_id("1");
const PeriodId year("2023");

/// What each unit of the sample world has typed or handed in.
std::vector<UnitReport> reports()
{
    static const auto all = [] {
        auto office = new_sample_office();
        const Actor leader{"pct", "", UnitId("ngoc-hoi"), {Role::leader}};
        return office.read(leader, [](Work& work) {
            std::vector<UnitReport> result;
            const auto period = period_of(work, plan_id, year).value();
            for (const auto& unit : period.units)
                result.push_back(unit_report(work, {plan_id, year, unit}).value());
            return result;
        });
    }();
    return all;
}

Answers answers_of(const UnitReport& report)
{
    return report.newest ? report.newest->answers : report.draft.answers();
}

std::vector<ActivityRow> rows_of(const UnitReport& report, const std::string& table)
{
    const auto answers = answers_of(report);
    const auto found = answers.activities.find(table);
    return found == answers.activities.end() ? std::vector<ActivityRow>{} : found->second;
}

std::string sum_of(const std::string& table, const std::string& column)
{
    Decimal sum;
    for (const auto& report : reports())
        for (const auto& row : rows_of(report, table))
            if (row.contains(column))
                sum = add(sum, read_typed_number(row.at(column))->value).value();
    return vietnamese_number(sum);
}

TEST(SampleActivities, GiveNoUnitAnEmptyForm)
{
    const auto all = reports();
    EXPECT_EQ(all.size(), 20u);
    for (const auto& report : all) {
        EXPECT_FALSE(report.form.clauses.empty() && report.form.tasks.empty())
            << report.of.unit.str() << " is asked nothing of its own";
        EXPECT_TRUE(std::ranges::any_of(report.form.activities, &ActivityTable::is_asked))
            << report.of.unit.str() << " is offered no table";
    }
}

TEST(SampleActivities, HoldNothingThatTheFormWouldRefuse)
{
    for (const auto& report : reports())
        for (const auto& remark : report.draft.activity_remarks)
            if (remark.weight == Weight::error)
                ADD_FAILURE() << report.of.unit.str() << ": " << remark.problem.place;
}

TEST(SampleActivities, KnowSevenCommunesWithAPlanOfTheirOwn)
{
    int issued = 0;
    for (const auto& report : reports()) {
        const auto rows = rows_of(report, "own_plan");
        if (rows.empty()) continue;
        const bool is_issued = rows.front().at("issued") == "yes";
        EXPECT_EQ(is_issued, report.of.unit != UnitId("dak-ang"));
        issued += is_issued ? 1 : 0;
    }
    EXPECT_EQ(issued, 7);
}

TEST(SampleActivities, AddUpToTheMoneyOfTheStory)
{
    EXPECT_EQ(sum_of("money", "allotted"), "320");
    EXPECT_EQ(sum_of("money", "spent"), "287,5");
}

TEST(SampleActivities, NameAsManyNewsItemsForEachQuarterAsWereReported)
{
    for (const auto& report : reports()) {
        const auto* row = report.form.row(MeasureId("6.3"));
        if (row == nullptr) continue;
        const auto answers = answers_of(report);
        const auto counted = numbers_of_rows(*row, answers.activities, report.period);
        for (const auto& [quarter, number] : answers.cells.at(MeasureId("6.3")).numbers)
            EXPECT_EQ(counted.at(quarter), number.str()) << report.of.unit.str() << " " << quarter;
    }
}

} // namespace
} // namespace tiendo::app
