#include "app/consolidation/consolidated_reports.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/world/sample_world.hpp"
#include "app/world/sample_world_fixture.hpp"

namespace tiendo::app {
namespace {

TEST_F(SampleWorld, OpensWithTheFiguresOfTheStory)
{
    const std::map<std::string, std::string> expected{
        {"1.1", "5/9 = 55.56 not met 1/1"},
        {"2.1", "7412/15290 = 48.48 not met 1/1"},
        {"2.2", "6881/15290 = 45 not met 1/1"},
        {"2.3", "84/310 = 27.1 met 1/1"},
        {"3.1", "no source 0/0"},
        {"3.2a", "17/20 = 85 met 6/8"},
        {"3.2b", "9/16 = 56.25 met 6/8"},
        {"3.3", "not arising 1/1"},
        {"4.1", "563/512 = 109.96 not met 1/1"},
        {"4.2", "0/1075 = 0 met 1/1"},
        {"4.3", "118/2190 = 53.88 not judged 1/1"},
        {"5.1", "1/1 = 100 met 1/1"},
        {"5.2a", "412/431 = 95.59 398/409 = 97.31 met 1/1"},
        {"5.2b", "301/382 = 78.8 322/391 = 82.35 not met 1/1"},
        {"5.3", "96/271 = 35.42 met 1/1"},
        {"5.4", "21/64 = 32.81 not met 1/1"},
        {"6.1", "32812/51500 = 63.71 met 6/8"},
        {"6.2", "126/126 = 100 met 6/8"},
        {"6.3", "5/6 = 83.33 not met 6/8"},
        {"6.4", "12/12 = 100 met 1/1"},
    };
    const auto computed = figures_now();
    ASSERT_EQ(computed.rows.size(), 20u);
    for (const auto& row : computed.rows)
        EXPECT_EQ(told(row), expected.at(row.measure.id.str())) << row.measure.id.str();
    EXPECT_EQ(score(), "10/7");
    EXPECT_EQ(computed.row(MeasureId("5.2b"))->judgement.failing_part, "male");
    EXPECT_EQ(computed.row(MeasureId("5.4"))->judgement.short_by, Decimal(2));
    EXPECT_TRUE(computed.row(MeasureId("3.2a"))->figure.estimated);
    EXPECT_FALSE(computed.row(MeasureId("5.2a"))->figure.estimated);
}

TEST_F(SampleWorld, KnowsTheTwoYearsBefore)
{
    const std::map<std::string, std::pair<std::string, std::string>> expected{
        {"2.1", {"44.9", "46.7"}},
        {"2.2", {"51.2", "48.3"}},
        {"2.3", {"24.2", "25.6"}},
        {"5.4", {"29.3", "31"}},
        {"6.1", {"48", "55.2"}},
    };
    const auto computed = figures_now();
    for (const auto& row : computed.rows) {
        const auto found = expected.find(row.measure.id.str());
        if (found == expected.end()) {
            EXPECT_TRUE(row.history.empty()) << row.measure.id.str();
            continue;
        }
        const auto rate = [&](const char* period) {
            return row.history.at(PeriodId(period)).parts.at(0).ratio->rounded(1).str();
        };
        EXPECT_EQ(rate("2021"), found->second.first) << row.measure.id.str();
        EXPECT_EQ(rate("2022"), found->second.second) << row.measure.id.str();
    }
    EXPECT_EQ(computed.row(MeasureId("6.1"))->last_year(year)->coverage.reported, 8);
}

TEST_F(SampleWorld, StandsOnMondayMorningWithTwentyUnits)
{
    const auto actor = person("chuyenvien");
    office_.read(actor, [&](Work& work) {
        EXPECT_EQ(iso_minute(work.now), "2023-12-11T08:00");
        const auto period = period_to_show(work, plan_id).value();
        EXPECT_EQ(period.id, year);
        EXPECT_EQ(iso_minute(period.deadline), "2023-12-08T17:00");
        EXPECT_EQ(period.window, (Window{date(2022, 12, 15), date(2023, 12, 14)}));
        EXPECT_EQ(period.own_report_due, date(2023, 12, 15));
        return done;
    });
    const auto lines =
        office_.read(actor, [](Work& work) { return report_lines(work, plan_id, year); }).value();
    std::map<std::string, std::string> found;
    for (const auto& line : lines) {
        found[line.unit.str()] =
            fmt::format("{} {}", tiendo::name_of(line.state.stage), line.channel);
    }
    const std::map<std::string, std::string> expected{
        {"plei-kan", "accepted web"},      {"bo-y", "accepted web"},
        {"dak-ang", "accepted excel"},     {"dak-nong", "accepted paper"},
        {"phong-noi-vu", "accepted web"},  {"phong-ldtbxh", "accepted web"},
        {"phong-gddt", "accepted web"},    {"phong-y-te", "accepted web"},
        {"phong-vhtt", "accepted web"},    {"trung-tam-vhttdltt", "accepted web"},
        {"phong-tu-phap", "accepted web"}, {"mat-tran", "accepted web"},
        {"dak-xu", "submitted web"},       {"phong-tckh", "submitted web"},
        {"dak-kan", "submitted web"},      {"dak-duc", "returned web"},
        {"sa-loong", "drafting "},         {"phong-dan-toc", "drafting "},
        {"cong-an", "separate "},          {"doan-the", "drafting "},
    };
    EXPECT_EQ(found, expected);
    for (const auto& line : lines) {
        const auto& unit = line.unit.str();
        if (unit == "dak-xu") {
            EXPECT_EQ(iso_minute(*line.state.submitted_at), "2023-12-08T16:52");
        }
        if (unit == "dak-kan") {
            EXPECT_EQ(line.timing.timeliness, Timeliness::late);
        }
        if (unit == "sa-loong") {
            EXPECT_EQ(line.completion.filled, 4);
            EXPECT_EQ(line.completion.total, 6);
            EXPECT_EQ(line.timing.timeliness, Timeliness::overdue);
        }
    }
}

TEST_F(SampleWorld, HasSettledTheFindingsThatItsDecisionsName)
{
    office_.read(person("chuyenvien"), [](Work& work) {
        const auto plan = plan_in_use(work, plan_id).value();
        std::set<std::string> decided;
        for (const auto& finding : plan.findings)
            if (finding.decision) decided.insert(finding.key);
        const std::set<std::string> expected{
            "annex_missing@143",
            "duplicate_task@107",
            "rate_not_reduced@51",
            "ratio_malformed@47",
            "report_without_date@145",
            "report_without_date@167",
        };
        EXPECT_EQ(decided, expected);
        EXPECT_EQ(plan.tasks.size(), 25u);
        EXPECT_EQ(plan.active_tasks().size(), 24u);
        EXPECT_EQ(plan.head.number, "");
        EXPECT_FALSE(plan.head.date.has_value());
        EXPECT_EQ(plan.duties.at(0).units.size(), 7u);
        EXPECT_EQ(plan.duties.at(6).units.size(), 8u);
        EXPECT_EQ(plan.duties.at(7).units.size(), 2u);
        return done;
    });
}

TEST_F(SampleWorld, NamesBothFaultsOfTheReturnedReport)
{
    const auto report =
        office_
            .read(
                person("dakduc"), [](Work& work) { return unit_report(work, report_of("dak-duc")); }
            )
            .value();
    EXPECT_NE(report.state.reason.find("3.2a"), std::string::npos);
    EXPECT_NE(report.state.reason.find("quý III"), std::string::npos);
    EXPECT_EQ(report.draft.cells.at(MeasureId("3.2a")).typed.typed.at("num"), "4");
}

TEST_F(SampleWorld, HasItsTasksDoneLateUnderWayAndOverdue)
{
    const auto today = date(2023, 12, 11);
    office_.read(person("chuyenvien"), [&](Work& work) {
        const auto plan = plan_in_use(work, plan_id).value();
        std::map<std::string, int> counts;
        for (const auto* task : plan.active_tasks()) {
            const auto report = unit_report(work, {plan_id, year, task->lead.list().at(0)}).value();
            const auto& answer = report.newest->answers.tasks.at(task->id);
            if (answer.state == TaskState::finished)
                ++counts[*answer.done_on <= *task->due ? "on time" : "late"];
            else
                ++counts[*task->due < today ? "overdue" : "under way"];
        }
        EXPECT_EQ(
            counts,
            (std::map<std::string, int>{
                {"on time", 14}, {"late", 2}, {"under way", 6}, {"overdue", 2}
            })
        );
        return done;
    });
}

TEST_F(SampleWorld, HoldsADraftOfTheConsolidatedReportOfEightOClock)
{
    hand_in_sa_loong(1);
    const auto report = office_.read(person("pct"), [](Work& work) {
        return consolidated_report(work, plan_id, year);
    });
    ASSERT_TRUE(report.has_value());
    ASSERT_EQ(report->versions.size(), 1u);
    EXPECT_EQ(iso_minute(report->versions[0].at), "2023-12-11T08:00");
    EXPECT_GT(report->changes, 0);
}

} // namespace
} // namespace tiendo::app
