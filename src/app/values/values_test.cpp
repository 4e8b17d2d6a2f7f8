#include "app/figure/figures.hpp"
#include "app/period/periods.hpp"
#include "app/values/values.hpp"
#include "app/world/new_sample_office.hpp"
#include "documents/exchange/data_values.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tiendo::app {
namespace {

const PlanId plan_id("1");
const PeriodId year("2023");
const Actor monitor{"chuyenvien", "Chuyên viên", {}, {Role::monitor}};

ReportOf report_of(const std::string& unit)
{
    return {plan_id, year, UnitId(unit)};
}

DataValue
value(const char* unit, const char* element, const char* number, const char* period = "2023")
{
    DataValue value;
    value.element = std::string("1/") + element;
    value.period = period;
    value.unit = unit;
    value.value = number;
    static std::int64_t line = 1; // each value stands on one of its own
    value.line = ++line;
    return value;
}

std::vector<DataValue> exported(Office& office, ValuesQuery query = {.with_sensitive = true})
{
    std::vector<DataValue> values;
    const auto done = office.read(monitor, [&](Work& work) {
        return export_values(work, query, [&](const DataValue& each) { values.push_back(each); });
    });
    EXPECT_TRUE(done.has_value());
    return values;
}

struct Import {
    ImportSummary summary{};
    std::vector<ValueResult> results{};

    std::int64_t count(ValueOutcome outcome) { return summary.counts[outcome]; }
    std::string first_problem() const
    {
        for (const auto& result : results)
            if (result.outcome == ValueOutcome::conflict) return result.problem.key;
        return {};
    }
};

Import imported(
    Office& office,
    const std::vector<DataValue>& values,
    ImportOptions options = {},
    const Actor& actor = monitor
)
{
    options.file = "so-lieu.csv";
    options.tell_all = true;
    ValuesImport import(office, actor, options);
    for (const auto& each : values)
        import.add(each);
    Import done;
    auto summary = import.run([&](const ValueResult& result) { done.results.push_back(result); });
    EXPECT_TRUE(summary.has_value());
    if (summary) done.summary = std::move(summary).value();
    return done;
}

/// All reports given back to their units, with nothing left in the drafts.
void empty_drafts(Office& office)
{
    const auto done_all = office.write(monitor, [](Work& work) -> Result<Done> {
        for (const auto& line : TRY(report_lines(work, plan_id, year))) {
            const auto of = report_of(line.unit.str());
            if (line.state.stage == Stage::accepted) TRY(reopen_report(work, of, "nhập lại"));
            if (line.state.stage == Stage::submitted) TRY(give_back_report(work, of, "nhập lại"));
            work.kept.drafts().clear({1, year.str(), line.unit.str()});
        }
        return done;
    });
    ASSERT_TRUE(done_all.has_value());
}

/// What a value says, without whom and when.
std::set<std::string> said(const std::vector<DataValue>& values)
{
    std::set<std::string> texts;
    for (auto each : values) {
        each.stored_by.clear();
        each.last_updated.clear();
        each.index = 0;
        std::string text;
        for (const auto& [name, field] : data_value_fields)
            text += each.*field + "|";
        texts.insert(text);
    }
    return texts;
}

Draft draft(Office& office, const char* unit)
{
    return office.read(monitor, [&](Work& work) { return unit_report(work, report_of(unit)); })
        .value()
        .draft;
}

TEST(Values, AreThoseThatCountInFigures)
{
    auto office = new_sample_office();
    std::int64_t served = 0;
    std::set<std::string> units;
    for (const auto& each : exported(office)) {
        if (each.period != "2023" || each.element != "1/3.2a/num" || each.state != "value")
            continue;
        served += Decimal::parse(each.value)->units();
        units.insert(each.unit);
    }
    EXPECT_EQ(served, 17);
    EXPECT_FALSE(units.contains("dak-duc")) << "it was given back";
    EXPECT_FALSE(units.contains("sa-loong")) << "a draft never counts";
}

TEST(Values, LeaveTheReportingLineWithoutCountsOfVictims)
{
    auto office = new_sample_office();
    for (const auto& each : exported(office, {}))
        EXPECT_FALSE(each.element.starts_with("1/3.2") || each.element.starts_with("1/3.3"))
            << each.element;
    EXPECT_LT(exported(office, {}).size(), exported(office).size());
}

TEST(Values, MayBeAskedForByARelativePeriod)
{
    auto office = new_sample_office(); // in December 2023
    const auto last = exported(office, {.period = PeriodId("LAST_YEAR")});
    ASSERT_FALSE(last.empty());
    for (const auto& each : last)
        EXPECT_EQ(each.period, "2022");
    const auto earlier = exported(office, {.period = PeriodId("LAST_5_YEARS")});
    EXPECT_GT(earlier.size(), last.size());
    for (const auto& each : earlier)
        EXPECT_NE(each.period, "2023");
    EXPECT_TRUE(exported(office, {.period = PeriodId("THIS_QUARTER")}).empty());
}

TEST(Values, MayBeNarrowedToWhatDhis2CanHold)
{
    auto office = new_sample_office();
    for (const auto& each : exported(office, {.with_sensitive = true, .for_dhis2 = true}))
        EXPECT_EQ(each.state, "value");
    for (const auto& each :
         exported(office, {.period = PeriodId("2022"), .unit = UnitId("bo-y")})) {
        EXPECT_EQ(each.period, "2022");
        EXPECT_EQ(each.unit, "bo-y");
    }
}

TEST(Values, SayNothingNewToTheWorldThatTheyCameFrom)
{
    auto office = new_sample_office();
    auto import = imported(office, exported(office));
    EXPECT_EQ(
        import.count(ValueOutcome::ignored), static_cast<std::int64_t>(import.results.size())
    );
    EXPECT_GT(import.results.size(), 100U);
}

TEST(Values, SurviveTheJourneyIntoAnotherWorldExactly)
{
    auto here = new_sample_office();
    auto there = new_sample_office();
    empty_drafts(there);
    const auto values = exported(here);
    ImportOptions options;
    options.submit = true;
    options.incomplete_reason = "chuyển số liệu";
    auto import = imported(there, values, options);
    EXPECT_EQ(import.count(ValueOutcome::conflict), 0) << import.first_problem();
    EXPECT_GT(import.count(ValueOutcome::imported), 50);
    EXPECT_GT(import.count(ValueOutcome::ignored), 0) << "the years before are there already";
    for (const auto& report : import.summary.reports)
        EXPECT_FALSE(report.receipt.empty())
            << report.of.unit.str() << " " << report.problems.front().key;
    EXPECT_EQ(said(exported(there)), said(values));
}

TEST(Values, BecomeADraftThatKeepsItsPlaceInTheFile)
{
    auto office = new_sample_office();
    auto num = value("sa-loong", "3.2a/num", "1");
    auto den = value("sa-loong", "3.2a/den", "3");
    num.line = 7;
    den.line = 8;
    auto import = imported(office, {num, den});
    EXPECT_EQ(import.count(ValueOutcome::imported), 2) << import.first_problem();
    EXPECT_TRUE(import.summary.kept);
    const auto cell = draft(office, "sa-loong").cells.at(MeasureId("3.2a"));
    EXPECT_EQ(cell.read.cell.origin, "so-lieu.csv:7");
    EXPECT_EQ(cell.read.cell.kind, ValueKind::estimate) << "the data window has not closed";
    EXPECT_EQ(cell.by, "chuyenvien");
    const auto served = office.read(monitor, [](Work& work) {
        return figures(work, plan_id, year)->row(MeasureId("3.2a"))->figure.parts.front().numerator;
    });
    EXPECT_EQ(served, Decimal(17)) << "a draft never counts";
}

TEST(Values, LeaveWhatTheyReplaceInTheJournal)
{
    auto office = new_sample_office();
    auto import =
        imported(office, {value("sa-loong", "6.2/num", "16"), value("sa-loong", "6.2/den", "18")});
    EXPECT_EQ(import.count(ValueOutcome::updated), 1);
    EXPECT_EQ(import.count(ValueOutcome::ignored), 1);
    const auto entry = office.read(monitor, [](Work& work) {
        return work.kept.journal().list({.verb = "values.imported"}).front().entry;
    });
    EXPECT_EQ(entry.unit, "sa-loong");
    EXPECT_NE(entry.detail.find(R"("typed":{"den":"18","num":"17"})"), std::string::npos)
        << entry.detail;
}

TEST(Values, NeverChangeWhatWasHandedIn)
{
    auto office = new_sample_office();
    auto import =
        imported(office, {value("bo-y", "6.2/num", "23"), value("bo-y", "6.2/den", "24")});
    EXPECT_EQ(import.first_problem(), "submission.not_open");
    EXPECT_EQ(import.count(ValueOutcome::conflict), 1) << "the other one says what stands there";
}

TEST(Values, OfAYearBeforeBecomeHistoryAsANewVersion)
{
    auto office = new_sample_office();
    const auto versions = [&] {
        return office
            .read(
                monitor,
                [](Work& work) {
                    return submissions_of(work, {plan_id, PeriodId("2020"), UnitId("bo-y")});
                }
            )
            .value();
    };
    EXPECT_TRUE(versions().empty());
    (void)imported(
        office, {value("bo-y", "6.2/num", "20", "2020"), value("bo-y", "6.2/den", "24", "2020")}
    );
    (void)imported(
        office, {value("bo-y", "6.2/num", "21", "2020"), value("bo-y", "6.2/den", "24", "2020")}
    );
    ASSERT_EQ(versions().size(), 2U);
    EXPECT_EQ(versions().front().answers.cells.at(MeasureId("6.2")).numbers.at("num"), Decimal(21));
    EXPECT_EQ(versions().back().answers.cells.at(MeasureId("6.2")).numbers.at("num"), Decimal(20));
}

TEST(Values, ChangeNothingInADryRunOrBesideAConflict)
{
    auto office = new_sample_office();
    const std::vector<DataValue> good{
        value("sa-loong", "3.2a/num", "1"), value("sa-loong", "3.2a/den", "3")
    };
    auto with_bad = good;
    with_bad.push_back(value("atlantis", "3.2a/num", "1"));
    EXPECT_FALSE(imported(office, good, {.dry_run = true}).summary.kept);
    auto atomic = imported(office, with_bad, {.atomic = true});
    EXPECT_FALSE(atomic.summary.kept);
    EXPECT_EQ(atomic.first_problem(), "values.unknown_unit");
    EXPECT_FALSE(draft(office, "sa-loong").cells.contains(MeasureId("3.2a")));
    EXPECT_TRUE(imported(office, good, {.atomic = true}).summary.kept);
    EXPECT_TRUE(draft(office, "sa-loong").cells.contains(MeasureId("3.2a")));
}

TEST(Values, NameWhatTheyDoNotKnow)
{
    auto office = new_sample_office();
    const auto problem = [&](const DataValue& one) {
        return imported(office, {one}).first_problem();
    };
    EXPECT_EQ(problem(value("bo-y", "9.9/num", "1")), "values.unknown_element");
    EXPECT_EQ(problem(value("bo-y", "4.2/num", "1")), "values.unknown_element");
    EXPECT_EQ(problem(value("bo-y", "6.2/num", "1", "2023W49")), "values.unknown_period");
    auto other_plan = value("bo-y", "6.2/num", "1");
    other_plan.element = "7/6.2/num";
    EXPECT_EQ(problem(other_plan), "values.unknown_element");
    other_plan.element = "fbfJHSPpUQD";
    EXPECT_EQ(problem(other_plan), "values.unknown_element");
}

TEST(Values, AreTakenForTheOwnUnitAlone)
{
    auto office = new_sample_office();
    const Actor clerk{"saloong", "Công chức", UnitId("sa-loong"), {Role::entry}};
    auto import = imported(
        office,
        {value("dak-duc", "6.2/num", "19"),
         value("dak-duc", "6.2/den", "19"),
         value("sa-loong", "6.2/num", "17"),
         value("sa-loong", "6.2/den", "18")},
        {},
        clerk
    );
    EXPECT_EQ(import.count(ValueOutcome::conflict), 2);
    EXPECT_EQ(import.count(ValueOutcome::ignored), 2);
    EXPECT_EQ(import.first_problem(), "access.not_in_scope");
    EXPECT_FALSE(office
                     .read(
                         clerk,
                         [](Work& work) { return export_values(work, {}, [](const DataValue&) {}); }
                     )
                     .has_value());
}

TEST(ValueSpool, GivesEachReportBackWholeInTheOrderOfTheFile)
{
    ValueSpool spool;
    constexpr int reports = 300;
    constexpr int values = 10;
    for (int i = 0; i < reports * values; ++i) {
        DataValue each;
        each.element = "1/6.1/num";
        each.period = "2023";
        each.unit = "u" + std::to_string(i % reports);
        each.comment = i % 7 == 0 ? std::string("hai\ndòng \0 ", 12) : "";
        each.index = i;
        spool.add(each);
    }
    std::map<std::string, std::vector<std::int64_t>> found;
    std::size_t largest = 0;
    for (std::size_t part = 0; part < ValueSpool::part_count; ++part) {
        std::set<std::string> units;
        const auto read = spool.part(part);
        EXPECT_EQ(spool.part(part).values().size(), read.values().size()) << "it can be read again";
        largest = std::max(largest, read.values().size());
        for (const auto& spooled : read.values()) {
            const auto each = read.value(spooled);
            if (units.insert(each.unit).second) EXPECT_FALSE(found.contains(each.unit));
            found[each.unit].push_back(each.index);
        }
    }
    EXPECT_EQ(found.size(), 300U);
    for (const auto& [unit, indices] : found) {
        EXPECT_EQ(indices.size(), 10U);
        EXPECT_TRUE(std::ranges::is_sorted(indices));
    }
    EXPECT_LT(largest, 300U) << "no part holds much of the file";
}

} // namespace
} // namespace tiendo::app
