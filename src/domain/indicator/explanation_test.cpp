#include "domain/indicator/explanation.hpp"
#include "domain/indicator/factor.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tiendo {
namespace {

std::optional<Fraction> again(const Explained& one);

/// The results of the parts that take part: each done again from what lies below it.
std::vector<Fraction> parts_again(const Explained& one)
{
    std::vector<Fraction> values;
    for (const auto& part : one.parts) {
        if (!part.has_arisen) continue;
        if (const auto value = again(part)) values.push_back(*value);
    }
    return values;
}

std::optional<Fraction> gathered_again(const Explained& one)
{
    const auto values = parts_again(one);
    if (values.empty()) return std::nullopt;
    if (one.way == Gathering::minimum) return *std::ranges::min_element(values);
    if (one.way == Gathering::maximum) return *std::ranges::max_element(values);
    std::optional<Fraction> total = Fraction{};
    for (const auto& value : values)
        total = add(*total, value);
    if (one.kind == ExplainedKind::share || one.way == Gathering::average)
        total = divide(*total, Fraction(static_cast<std::int64_t>(values.size())));
    return total;
}

std::optional<Fraction> step_again(const Explained& one)
{
    if (one.parts.empty()) return one.outcome.value; // what was typed, or stands in the formula
    std::vector<std::optional<Fraction>> values;
    for (const auto& part : one.parts)
        values.push_back(again(part));
    if (one.step.kind == FormulaStepKind::if_missing)
        return values[0]                                       ? values[0]
               : one.parts[0].outcome.why == NoResult::missing ? values[1]
                                                               : std::nullopt;
    for (const auto& value : values)
        if (!value) return std::nullopt;
    auto total = *values[0];
    const bool is_of_another_period =
        one.step.kind == FormulaStepKind::previous || one.step.kind == FormulaStepKind::last_year;
    if (is_of_another_period) return total;
    if (one.step.kind == FormulaStepKind::negate) return subtract(Fraction{}, total);
    for (std::size_t i = 1; i < values.size(); ++i) {
        const auto& next = *values[i];
        switch (one.step.kind) {
        case FormulaStepKind::add:
        case FormulaStepKind::cumulative:
            total = *add(total, next);
            break;
        case FormulaStepKind::subtract:
            total = *subtract(total, next);
            break;
        case FormulaStepKind::multiply:
            total = *multiply(total, next);
            break;
        case FormulaStepKind::divide: {
            const auto quotient = divide(total, next);
            if (!quotient) return std::nullopt;
            total = *quotient;
            break;
        }
        case FormulaStepKind::minimum:
            total = std::min(total, next);
            break;
        case FormulaStepKind::maximum:
            total = std::max(total, next);
            break;
        default:
            ADD_FAILURE() << "a step without an operation has parts";
        }
    }
    return total;
}

std::optional<Fraction> again(const Explained& one)
{
    switch (one.kind) {
    case ExplainedKind::scaled: {
        const auto value = again(one.parts.at(0));
        return value ? multiply(*value, Fraction(one.factor)) : std::nullopt;
    }
    case ExplainedKind::quotient: {
        const auto above = again(one.parts.at(0));
        const auto below = again(one.parts.at(1));
        return above && below ? divide(*above, *below) : std::nullopt;
    }
    case ExplainedKind::units:
    case ExplainedKind::share:
    case ExplainedKind::periods:
        return gathered_again(one);
    case ExplainedKind::unit:
    case ExplainedKind::period:
        if (!one.outcome.value || one.parts.empty()) return one.outcome.value;
        return again(one.parts.at(0));
    case ExplainedKind::condition:
        return one.outcome.value; // one or nought, by the rule of the plan
    case ExplainedKind::step:
        return step_again(one);
    }
    return std::nullopt;
}

/// Every outcome in the tree is what its parts come to.
void expect_consistent(const Explained& one)
{
    EXPECT_EQ(one.outcome.value, again(one)) << static_cast<int>(one.kind);
    for (const auto& part : one.parts)
        expect_consistent(part);
}

constexpr const char* ratio_formulas[] = {
    "",
    "num",
    "den − num",
    "num × 2 + 1",
    "min(num; den ÷ 3)",
    "if_missing(num; 0)",
    "cumulative(num)",
    "num + previous(num)",
    "if_missing(previous(cumulative(num)); 1)",
    "num ÷ (den − 5)",
};
constexpr const char* divisors[] = {"", "den", "4", "den + num", "den − 5"};

Indicator random_entry(std::mt19937& random)
{
    Indicator entry;
    entry.factor = random() % 2 == 0 ? 100 : 1000;
    const bool is_count = random() % 4 == 0;
    if (is_count) {
        entry.shape = Shape::count;
        if (random() % 2 == 0) entry.formula = "max(value; 3) × 2";
    } else if (random() % 4 == 0) {
        entry.shape = Shape::quarters;
        entry.across_units = AcrossUnits::share_of_units;
        if (random() % 2 == 0) entry.formula = "q1 + q2 − q3 + q4";
        return entry;
    } else {
        entry.formula = ratio_formulas[random() % std::size(ratio_formulas)];
        if (!entry.formula.empty()) entry.divisor = divisors[random() % std::size(divisors)];
        if (random() % 4 == 0) entry.breakdown = Breakdown::sex;
    }
    constexpr AcrossUnits units[] = {
        AcrossUnits::sum,
        AcrossUnits::sum,
        AcrossUnits::minimum,
        AcrossUnits::maximum,
        AcrossUnits::average
    };
    constexpr AcrossTime times[] = {
        AcrossTime::sum,
        AcrossTime::sum,
        AcrossTime::last,
        AcrossTime::minimum,
        AcrossTime::maximum,
        AcrossTime::average
    };
    entry.across_units = units[random() % (is_count ? 5 : 4)];
    entry.across_time = times[random() % (is_count ? 6 : 5)];
    if (random() % 4 == 0) entry.counting = Counting::cumulative;
    return entry;
}

Contribution random_answer(std::mt19937& random, const Indicator& entry, const PeriodId& period)
{
    Contribution one;
    one.period = period;
    constexpr ValueState states[] = {
        ValueState::value,
        ValueState::value,
        ValueState::value,
        ValueState::value,
        ValueState::not_arising,
        ValueState::not_applicable,
        ValueState::missing
    };
    one.cell.state = states[random() % std::size(states)];
    if (one.cell.state == ValueState::value)
        for (const auto& key : elements_of(entry))
            one.cell.numbers[key] = static_cast<std::int64_t>(random() % 9);
    return one;
}

/// A figure of some units in one to four quarters.
Figure random_figure(std::mt19937& random, const Measure& measure, const Indicator& entry)
{
    const std::vector<PeriodId> all{
        PeriodId("2023Q1"), PeriodId("2023Q2"), PeriodId("2023Q3"), PeriodId("2023Q4")
    };
    const std::vector<PeriodId> periods(all.begin(), all.begin() + 1 + random() % 4);
    std::vector<Contribution> answers;
    for (const auto& unit : measure.suppliers) {
        std::vector<PeriodCell> earlier;
        for (const auto& period : periods) {
            auto one = random_answer(random, entry, period);
            one.unit = unit;
            one.earlier = earlier;
            earlier.push_back(cell_of_answer(one));
            answers.push_back(std::move(one));
        }
    }
    if (periods.size() == 1) return compute(measure, entry, answers);
    return compute_over(measure, entry, answers, periods);
}

TEST(Explanation, RecomputesToTheFigure)
{
    std::mt19937 random(1202); // fixed: any failure repeats
    Measure measure;
    measure.inner = Quantity{};
    measure.inner->value = 3;
    for (const auto* unit : {"a", "b", "c", "d"})
        measure.suppliers.emplace_back(unit);
    int with_value = 0;
    int without = 0;
    for (int round = 0; round < 1000; ++round) {
        const auto entry = random_entry(random);
        const auto figure = random_figure(random, measure, entry);
        const auto explained = explain(measure, entry, figure);
        if (figure.state != FigureState::value) {
            ++without;
            for (const auto& one : explained)
                EXPECT_FALSE(again(one).has_value());
            continue;
        }
        ++with_value;
        ASSERT_EQ(explained.size(), figure.parts.size());
        for (std::size_t i = 0; i < explained.size(); ++i) {
            expect_consistent(explained[i]);
            const auto& part = figure.parts[i];
            EXPECT_EQ(explained[i].sex, part.breakdown);
            const auto ratio = divide(Fraction(part.numerator), Fraction(part.denominator));
            const auto value = ratio ? multiply(*ratio, Fraction(factor_of(entry))) : std::nullopt;
            EXPECT_EQ(again(explained[i]), value)
                << entry.formula << " ÷ " << entry.divisor << " round " << round;
        }
    }
    EXPECT_GT(with_value, 400);
    EXPECT_GT(without, 3);
}

TEST(Explanation, LeadsFromTheRateToWhatEachUnitTyped)
{
    Measure measure;
    Contribution one;
    one.unit = UnitId("a");
    one.cell.state = ValueState::value;
    one.cell.numbers = {{"num", 18}, {"den", 23}};
    measure.suppliers = {UnitId("a")};
    const auto entry = Indicator{};
    const auto tree = explain(measure, entry, compute(measure, entry, {one})).at(0);
    EXPECT_EQ(tree.outcome.value->rounded(2)->str(), "78.26");
    const auto& above = tree.parts.at(0).parts.at(0);
    EXPECT_EQ(above.kind, ExplainedKind::units);
    EXPECT_EQ(above.parts.at(0).unit, UnitId("a"));
    EXPECT_EQ(above.parts.at(0).parts.at(0).step.element.key, "num");
    EXPECT_EQ(above.parts.at(0).parts.at(0).outcome.value, Fraction(18));
}

} // namespace
} // namespace tiendo
