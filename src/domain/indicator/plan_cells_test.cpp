#include "domain/indicator/explanation.hpp"
#include "domain/indicator/plan_cells_fixture.hpp"

namespace tiendo {
namespace {

TEST_F(PlanCellsTest, GiveAFormulaWhatTheUnitSaysElsewhere)
{
    entry("own", "num + [other].num", "den");
    entry("other");
    measure("1.1", "own", {"a", "b"});
    measure("1.2", "other", {"a"});
    said(now, "1.1", "a", 1, 10);
    EXPECT_EQ(figure("1.1"), "missing of 0/2") << "asked of the unit, and not answered";
    said(now, "1.2", "a", 5, 0);
    said(now, "1.2", "b", 900, 0);
    EXPECT_EQ(figure("1.1"), "6/10 of 1/2");
    said(now, "1.1", "b", 2, 10);
    EXPECT_EQ(figure("1.1"), "6/10 of 1/2") << "1.2 is not asked of b";
    measure("1.3", "other", {"a", "b"});
    EXPECT_EQ(figure("1.1"), "ambiguous of 0/2") << "a answers two measures that are that entry";
    entries_.at(0).formula = "num + [1.2].num";
    EXPECT_EQ(figure("1.1"), "6/10 of 1/2");
    entries_.at(0).formula = "num + if_missing([1.3].num; 0)";
    EXPECT_EQ(figure("1.1"), "3/20 of 2/2");
    entries_.at(0).formula = "num + [9.9].num";
    EXPECT_EQ(figure("1.1"), "not_asked of 0/2");
}

TEST_F(PlanCellsTest, KeepWhatIsAboutVictimsFromOtherEntries)
{
    entry("own", "num + [1.2].num", "den");
    entry("victims");
    entries_.back().sensitive = true;
    measure("1.1", "own", {"a"});
    measure("1.2", "victims", {"a"});
    said(now, "1.1", "a", 1, 10);
    said(now, "1.2", "a", 5, 10);
    EXPECT_EQ(figure("1.1"), "not_asked of 0/1");
    entries_.at(0).sensitive = true;
    EXPECT_EQ(figure("1.1"), "6/10 of 1/1");
}

TEST_F(PlanCellsTest, GiveAFormulaTheEarlierPeriodsOfTheUnit)
{
    entry("own", "num − previous(num)", "1");
    measure("1.1", "own", {"a"});
    said(now, "1.1", "a", 9, 0);
    EXPECT_EQ(figure("1.1"), "missing of 0/1");
    said(before, "1.1", "a", 4, 0);
    EXPECT_EQ(figure("1.1"), "5/1 of 1/1");
    entries_.at(0).formula = "cumulative(num)";
    EXPECT_EQ(figure("1.1"), "missing of 0/1") << "nobody knows the first quarter";
    said(PeriodId("2025Q1"), "1.1", "a", 1, 0);
    EXPECT_EQ(figure("1.1"), "14/1 of 1/1");
    last(now, "1.1").cell.state = ValueState::not_arising;
    EXPECT_EQ(figure("1.1"), "5/1 of 1/1") << "nothing more arose";
}

TEST_F(PlanCellsTest, FollowAUnitBackToThoseOfWhomItCame)
{
    entry("own", "num − previous(num)", "1");
    measure("1.1", "own", {"n"});
    directory_ = UnitDirectory(
        new_units({"n", "m", "far"}),
        {merged_into("a", "n"), divided("b", "n", Decimal(40)), divided("b", "m", Decimal(60))}
    );
    said(now, "1.1", "n", 30, 0);
    said(before, "1.1", "a", 7, 10);
    EXPECT_EQ(figure("1.1"), "missing of 0/1") << "b has not said anything";
    said(before, "1.1", "b", 10, 20);
    EXPECT_EQ(figure("1.1"), "19/1 of 1/1") << "7 of a and 4 of 10 of b";
    directory_ = UnitDirectory(
        new_units({"n", "m", "far"}),
        {merged_into("a", "n"), divided("b", "n", {}), divided("b", "m", {})}
    );
    EXPECT_EQ(figure("1.1"), "missing of 0/1") << "nobody knows what of b is in n";
}

TEST_F(PlanCellsTest, SayWhoStoodForTheUnitThen)
{
    entry("own", "num − previous(num)", "1");
    measure("1.1", "own", {"n"});
    directory_ = UnitDirectory(new_units({"n"}), {merged_into("a", "n")});
    said(now, "1.1", "n", 30, 0);
    said(before, "1.1", "a", 7, 10);
    const auto tree = with_cells([&](const PlanCells& cells) {
        const auto& asked = plan_.measures.at(0);
        const auto& own = entries_.at(0);
        return explain(asked, own, compute(asked, own, cells.answers(asked, own, now))).at(0);
    });
    const auto& difference = tree.parts.at(0).parts.at(0).parts.at(0).parts.at(0);
    const auto& looking_back = difference.parts.at(1);
    EXPECT_EQ(looking_back.step.kind, FormulaStepKind::previous);
    const auto& typed = looking_back.parts.at(0);
    EXPECT_EQ(typed.period, before);
    ASSERT_EQ(typed.behind.size(), 1U);
    EXPECT_EQ(typed.behind[0].from, UnitId("a"));
    EXPECT_EQ(typed.outcome.value, Fraction(7));
}

TEST_F(PlanCellsTest, CountEarlierPeriodsByThoseWhoReportedThen)
{
    entry("own");
    measure("1.1", "own", {"n", "c"});
    directory_ = UnitDirectory(
        new_units({"n", "m", "far"}),
        {merged_into("a", "n"), divided("b", "n", Decimal(40)), divided("b", "far", Decimal(60))}
    );
    said(before, "1.1", "a", 7, 10);
    EXPECT_EQ(figure_then("1.1"), "7/10 of 1/3") << "b and c are missing";
    said(before, "1.1", "b", 10, 20);
    said(before, "1.1", "c", 1, 2);
    said(before, "1.1", "stranger", 100, 100);
    EXPECT_EQ(figure_then("1.1"), "12/20 of 3/3") << "of b what is in n, and no stranger";
    directory_ = UnitDirectory(
        new_units({"n", "m", "far"}),
        {merged_into("a", "n"), divided("b", "n", {}), divided("b", "c", {})}
    );
    EXPECT_EQ(figure_then("1.1"), "18/32 of 3/3") << "all of b is in n and c, whoever has what";
    directory_ = UnitDirectory(new_units({"n"}), {});
    EXPECT_EQ(figure_then("1.1"), "1/2 of 1/1") << "n was not there and came of nobody";
}

TEST_F(PlanCellsTest, TellAYearOfUnitsThatWereMergedMeanwhile)
{
    const auto own = entry("own");
    measure("1.1", "own", {"n", "c"});
    directory_ = UnitDirectory(new_units({"n"}), {merged_into("a", "n"), merged_into("b", "n")});
    said(before, "1.1", "a", 7, 10);
    said(before, "1.1", "b", 10, 20);
    said(before, "1.1", "c", 1, 2);
    said(now, "1.1", "n", 4, 6);
    said(now, "1.1", "c", 2, 2);
    const auto year = with_cells([&](const PlanCells& cells) {
        const std::vector<PeriodId> periods{before, now};
        const auto& asked = plan_.measures.at(0);
        return words(
            compute_over(asked, own, cells.answers_over(asked, own, periods), periods), own
        );
    });
    EXPECT_EQ(year, "24/40 of 4/4");
}

} // namespace
} // namespace tiendo
