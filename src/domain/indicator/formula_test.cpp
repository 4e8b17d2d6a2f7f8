#include "domain/indicator/check_indicator.hpp"
#include "domain/indicator/formula_needs.hpp"
#include "domain/indicator/formula_value.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tiendo {
namespace {

std::string read(std::string_view text)
{
    const auto parsed = parse_formula(text);
    if (const auto* node = std::get_if<FormulaNode>(&parsed)) return formula_text(*node);
    const auto& fault = std::get<FormulaFault>(parsed);
    return fault.problem.key + " “" + std::string(text.substr(fault.at, fault.length)) + "”";
}

Cell cell(std::map<std::string, Decimal> numbers)
{
    Cell cell;
    cell.state = ValueState::value;
    cell.numbers = std::move(numbers);
    return cell;
}

Cell in_state(ValueState state)
{
    Cell cell;
    cell.state = state;
    return cell;
}

PeriodCell in_period(const char* period, Cell said)
{
    PeriodCell in;
    in.period = PeriodId(period);
    in.own.cell = std::move(said);
    return in;
}

Outcome evaluated(
    std::string_view text,
    PeriodCell now,
    const std::vector<PeriodCell>& earlier = {},
    const std::string& sex = {}
)
{
    const auto parsed = parse_formula(text);
    return evaluate(std::get<FormulaNode>(parsed), {now, earlier, sex}).outcome;
}

std::string said(std::string_view text, const Cell& now)
{
    const auto outcome = evaluated(text, in_period("", now));
    return outcome.value ? outcome.value->str() : name_of(outcome.why);
}

TEST(Formula, IsReadWithTheUsualPrecedence)
{
    EXPECT_EQ(read("num"), "num");
    EXPECT_EQ(read("q1+q2 × 2 - q3"), "(q1 + (q2 × 2)) − q3");
    EXPECT_EQ(read("num / den : 2"), "(num ÷ den) ÷ 2");
    EXPECT_EQ(read("(num − den) * -2,5"), "(num − den) × (−2.5)");
    EXPECT_EQ(read("min(q1;q2; q3)"), "min(q1; q2; q3)");
    EXPECT_EQ(read("if_missing(q4; 0) + cumulative(num)"), "if_missing(q4; 0) + cumulative(num)");
    EXPECT_EQ(read("num.female + [women-masters].den"), "num.female + [women-masters].den");
    EXPECT_EQ(read("num-previous(num)"), "num − previous(num)");
    EXPECT_EQ(read("[3.2a].num / last_year(den)"), "[3.2a].num ÷ last_year(den)");
    EXPECT_EQ(read("0,125"), "0.1250");
}

TEST(Formula, SaysWhatIsWrongAndWhere)
{
    EXPECT_EQ(read(""), "formula.empty “”");
    EXPECT_EQ(read("num +"), "formula.operand_missing “”");
    EXPECT_EQ(read("num den"), "formula.operator_missing “den”");
    EXPECT_EQ(read("(num + 1"), "formula.no_close “(”");
    EXPECT_EQ(read("num)"), "formula.no_open “)”");
    EXPECT_EQ(read("num % 2"), "formula.sign_unknown “%”");
    EXPECT_EQ(read("số + 1"), "formula.sign_unknown “ố”");
    EXPECT_EQ(read("1.000 + num"), "formula.number_ambiguous “1.000”");
    EXPECT_EQ(read("1,2,3"), "formula.number_unknown “1,2,3”");
    EXPECT_EQ(read("abs(num)"), "formula.function_unknown “abs”");
    EXPECT_EQ(read("min(num)"), "formula.argument_count “min”");
    EXPECT_EQ(read("[women-masters] + 1"), "formula.element_missing “[women-masters]”");
    EXPECT_EQ(read("[women"), "formula.no_bracket “[women”");
    EXPECT_EQ(read("num.other"), "formula.name_unknown “num.other”");
    EXPECT_EQ(read("cumulative(cumulative(num))"), "formula.cumulative_twice “cumulative”");
}

TEST(Formula, IsRefusedBeyondItsLimits)
{
    EXPECT_EQ(read(std::string(2000, '1')).substr(0, 16), "formula.too_long");
    EXPECT_EQ(
        read(std::string(40, '(') + "1" + std::string(40, ')')).substr(0, 16), "formula.too_deep"
    );
    EXPECT_EQ(read(std::string(40, '-') + "1").substr(0, 16), "formula.too_deep");
    std::string long_sum = "1";
    for (int i = 0; i < 150; ++i)
        long_sum += "+1";
    EXPECT_EQ(read(long_sum).substr(0, 22), "formula.too_many_steps");
}

TEST(Formula, IsExact)
{
    const auto now = cell({{"num", 1}, {"den", 3}, {"q1", Decimal(25, 1)}});
    EXPECT_EQ(said("num ÷ den + num ÷ den + num ÷ den", now), "1");
    EXPECT_EQ(said("num ÷ den", now), "1/3");
    EXPECT_EQ(said("q1 × 4 − 10", now), "0");
    EXPECT_EQ(said("min(num; den) + max(num; den; 7)", now), "8");
    EXPECT_EQ(said("−num + den", now), "2");
}

TEST(Formula, KeepsTheKindsOfNoResultApart)
{
    const auto now = cell({{"num", 1}, {"den", 0}});
    EXPECT_EQ(said("num + q1", now), "missing");
    EXPECT_EQ(said("num ÷ den", now), "division_by_zero");
    EXPECT_EQ(said("num + 1", in_state(ValueState::not_applicable)), "not_applicable");
    EXPECT_EQ(said("num + 1", in_state(ValueState::missing)), "missing");
    EXPECT_EQ(said("num + 1", in_state(ValueState::not_arising)), "1");
    std::string power = "num";
    for (int i = 0; i < 5; ++i)
        power += " × num";
    EXPECT_EQ(said(power, cell({{"num", INT64_MAX}})), "too_large");
}

TEST(Formula, TakesNothingForMissingUnlessItIsWritten)
{
    const auto now = cell({{"num", 4}, {"den", 0}});
    EXPECT_EQ(said("num + if_missing(q1; 0)", now), "4");
    EXPECT_EQ(said("if_missing(num ÷ den; 0)", now), "division_by_zero");
    EXPECT_EQ(said("if_missing(num; 0)", in_state(ValueState::not_applicable)), "not_applicable");
    EXPECT_EQ(said("max(num; q1)", now), "missing");
}

TEST(Formula, CountsSinceTheYearBegan)
{
    const std::vector<PeriodCell> earlier{
        in_period("2022Q4", cell({{"num", 50}})),
        in_period("2023Q1", cell({{"num", 3}})),
        in_period("2023Q2", in_state(ValueState::not_arising)),
    };
    const auto now = in_period("2023Q3", cell({{"num", 4}}));
    EXPECT_EQ(evaluated("cumulative(num)", now, earlier).value, Fraction(7));
    auto gap = earlier;
    gap[2].own.cell = in_state(ValueState::missing);
    EXPECT_EQ(evaluated("cumulative(num)", now, gap).why, NoResult::missing);
    gap.pop_back(); // nobody was asked in that quarter: that is not nought either
    EXPECT_EQ(evaluated("cumulative(num)", now, gap).why, NoResult::missing);
    EXPECT_EQ(evaluated("cumulative(if_missing(num; 0))", now, gap).value, Fraction(7));
}

TEST(Formula, LooksBackToThePeriodBeforeAndToLastYear)
{
    const std::vector<PeriodCell> earlier{
        in_period("2022Q1", cell({{"num", 20}})),
        in_period("2022Q4", cell({{"num", 5}})),
    };
    const auto now = in_period("2023Q1", cell({{"num", 8}}));
    EXPECT_EQ(evaluated("num − previous(num)", now, earlier).value, Fraction(3));
    EXPECT_EQ(evaluated("num ÷ last_year(num)", now, earlier).value->str(), "0.4");
    EXPECT_EQ(evaluated("previous(previous(num))", now, earlier).why, NoResult::missing);
    EXPECT_EQ(evaluated("last_year(cumulative(num))", now, earlier).value, Fraction(20));
    EXPECT_EQ(evaluated("previous(num)", in_period("", {}), {}).why, NoResult::missing);
}

TEST(Formula, NeedsThePeriodsThatItLooksBackTo)
{
    Indicator entry;
    entry.formula = "cumulative(num) + previous([b].num)";
    entry.divisor = "last_year(cumulative(den + [3.2a].den))";
    const auto needs = needs_of(entry, PeriodId("2023Q2"));
    EXPECT_EQ(
        needs.periods, (std::vector{PeriodId("2022Q1"), PeriodId("2022Q2"), PeriodId("2023Q1")})
    );
    const OtherCounts b{IndicatorId("b"), {}};
    const OtherCounts victims{{}, MeasureId("3.2a")};
    EXPECT_EQ(needs.others, (std::vector{b, victims}));
    entry.formula = "num";
    entry.divisor = "";
    EXPECT_TRUE(needs_of(entry, PeriodId("2023Q2")).empty());
}

TEST(Formula, FindsTheElementsOfASexAndOfOtherEntries)
{
    auto now = in_period("", cell({{"num.male", 3}, {"num.female", 5}}));
    now.beside[{IndicatorId("women-masters"), {}}].cell = cell({{"den", 8}});
    now.beside[{{}, MeasureId("3.2a")}].cell = cell({{"num", 2}});
    now.beside[{IndicatorId("twice"), {}}].none = NoResult::ambiguous;
    now.beside[{IndicatorId("nowhere"), {}}].none = NoResult::not_asked;
    EXPECT_EQ(evaluated("num", now, {}, "female").value, Fraction(5));
    EXPECT_EQ(evaluated("num.male + num", now, {}, "female").value, Fraction(8));
    EXPECT_EQ(evaluated("num + [women-masters].den", now, {}, "male").value, Fraction(11));
    EXPECT_EQ(evaluated("[3.2a].num × 2", now).value, Fraction(4));
    EXPECT_EQ(evaluated("[women-doctorates].num", now).why, NoResult::missing);
    EXPECT_EQ(evaluated("[twice].num", now).why, NoResult::ambiguous);
    EXPECT_EQ(evaluated("if_missing([twice].num; 0)", now).why, NoResult::ambiguous);
    EXPECT_EQ(evaluated("if_missing([nowhere].num; 0)", now).value, Fraction(0));
}

TEST(Formula, IsReadAgainAsItIsWritten)
{
    std::mt19937 random(56); // fixed: any failure repeats
    constexpr std::string_view pieces[] = {
        "num",         "den.female", "[a-b].q1",   "0,5", "12",    "(",  ")",    " + ",
        " − ",         " × ",        " ÷ ",        "-",   "min(",  "; ", "max(", "if_missing(",
        "cumulative(", "previous(",  "last_year(", "q3",  "1,125", "[",  "x",    "[3.2a].num"
    };
    int formulas = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto left = random() % 9 + 1; left > 0; --left)
            text += pieces[random() % std::size(pieces)];
        const auto parsed = parse_formula(text);
        const auto* node = std::get_if<FormulaNode>(&parsed);
        if (node == nullptr) continue;
        ++formulas;
        const auto written = formula_text(*node);
        ASSERT_EQ(read(written), written) << text;
    }
    EXPECT_GT(formulas, 100);
}

class EntryCheck : public ::testing::Test {
protected:
    EntryCheck()
    {
        entry_.id = IndicatorId("mine");
        entry_.name = "Chỉ tiêu";
        Indicator masters;
        masters.id = IndicatorId("women-masters");
        Indicator victims;
        victims.id = IndicatorId("victims");
        victims.sensitive = true;
        library_ = IndicatorLibrary({masters, victims, entry_});
    }

    std::string problems()
    {
        std::string said;
        for (const auto& problem : problems_of(entry_, library_))
            said += problem.place + ": " + problem.key + " ";
        return said;
    }

    Indicator entry_;
    IndicatorLibrary library_;
};

TEST_F(EntryCheck, NamesOnlyWhatAUnitIsAsked)
{
    entry_.formula = "num + q1";
    EXPECT_EQ(problems(), "formula: formula.name_unknown ");
    entry_.formula = "[women-masters].num − num";
    EXPECT_EQ(problems(), "");
    entry_.formula = "[nobody].num";
    EXPECT_EQ(problems(), "formula: formula.indicator_unknown ");
    entry_.formula = "num.female";
    EXPECT_EQ(problems(), "formula: formula.name_unknown ");
    entry_.breakdown = Breakdown::sex;
    EXPECT_EQ(problems(), "");
}

TEST_F(EntryCheck, KeepsSensitiveNumbersInSensitiveEntries)
{
    entry_.formula = "num + [victims].num";
    EXPECT_EQ(problems(), "sensitive: indicator.names_sensitive ");
    entry_.sensitive = true;
    EXPECT_EQ(problems(), "");
}

TEST_F(EntryCheck, RefusesEntriesThatLeadBackToThemselves)
{
    entry_.formula = "num + previous([mine].num)";
    EXPECT_EQ(problems(), "formula: indicator.names_itself ");
    Indicator a;
    a.id = IndicatorId("a");
    a.formula = "[b].num";
    Indicator b;
    b.id = IndicatorId("b");
    b.formula = "num";
    b.divisor = "[mine].den";
    library_ = IndicatorLibrary({a, b, entry_});
    entry_.formula = "[a].num";
    EXPECT_EQ(problems(), "formula: indicator.names_itself ");
    EXPECT_EQ(problems_of(entry_, library_).at(0).args.at("way"), "mine → a → b → mine");
    b.divisor = "";
    library_ = IndicatorLibrary({a, b, entry_});
    EXPECT_EQ(problems(), "");
}

TEST_F(EntryCheck, RefusesToSumWhatIsCountedSinceTheYearBegan)
{
    entry_.counting = Counting::cumulative;
    entry_.formula = "cumulative(num)";
    EXPECT_EQ(problems(), "formula: indicator.sums_running_counts ");
    entry_.formula = "num − previous(num)";
    EXPECT_EQ(problems(), "");
    entry_.formula = "cumulative([women-masters].num)";
    EXPECT_EQ(problems(), "");
}

TEST_F(EntryCheck, KnowsTheMeasuresOfThePlansThatMeanTheEntry)
{
    Plan plan;
    plan.head.title = "Kế hoạch";
    Measure masters;
    masters.id = MeasureId("5.4");
    masters.indicator = IndicatorId("women-masters");
    Measure victims;
    victims.id = MeasureId("3.2a");
    victims.indicator = IndicatorId("victims");
    plan.measures = {masters, victims};
    const auto in_plan = [&](const char* formula) -> std::string {
        entry_.formula = formula;
        EXPECT_EQ(problems(), "");
        const auto found = problems_in_plan(entry_, plan, library_);
        return found.empty() ? "" : found.at(0).key + " “" + found.at(0).args.at("text") + "”";
    };
    EXPECT_EQ(in_plan("num + [5.4].num"), "");
    EXPECT_EQ(in_plan("num + [5.5].num"), "formula.measure_unknown “[5.5].num”");
    EXPECT_EQ(in_plan("num + [5.4].q1"), "formula.measure_unknown “[5.4].q1”");
    EXPECT_EQ(in_plan("num + [3.2a].num"), "indicator.measure_sensitive “[3.2a].num”");
    entry_.sensitive = true;
    EXPECT_EQ(in_plan("num + [3.2a].num"), "");
}

TEST_F(EntryCheck, RefusesAnAverageOfRates)
{
    entry_.across_units = AcrossUnits::average;
    EXPECT_EQ(problems(), "across_units: indicator.average_of_rates ");
    entry_.shape = Shape::count;
    entry_.across_time = AcrossTime::average;
    EXPECT_EQ(problems(), "");
    entry_.formula = "value";
    entry_.divisor = "value + 1";
    EXPECT_NE(problems(), "");
}

TEST_F(EntryCheck, SaysWhereTheFormulaIsWrong)
{
    entry_.formula = "den − ";
    const auto found = problems_of(entry_, library_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].key, "formula.operand_missing");
    EXPECT_EQ(found[0].args.at("at"), "8"); // the end: “−” has three bytes
}

} // namespace
} // namespace tiendo
