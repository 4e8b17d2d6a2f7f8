#include "domain/indicator/figure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace tiendo {
namespace {

const std::vector<PeriodId> quarters{
    PeriodId("2023Q1"), PeriodId("2023Q2"), PeriodId("2023Q3"), PeriodId("2023Q4")
};

Contribution
answer(const char* unit, const PeriodId& period, std::map<std::string, Decimal> numbers)
{
    Contribution one;
    one.unit = UnitId(unit);
    one.period = period;
    one.cell.state = ValueState::value;
    one.cell.numbers = std::move(numbers);
    return one;
}

Measure measure_of(std::vector<const char*> units)
{
    Measure measure;
    measure.id = MeasureId("1.1");
    for (const auto* unit : units)
        measure.suppliers.emplace_back(unit);
    return measure;
}

Indicator count()
{
    Indicator indicator;
    indicator.shape = Shape::count;
    indicator.factor = 1;
    return indicator;
}

std::string value(const Figure& figure)
{
    if (figure.state != FigureState::value) return "none";
    return figure.parts.at(0).numerator.str() + "/" + figure.parts.at(0).denominator.str();
}

TEST(FigureOverTime, SumsPeriodsFirstAndThenUnits)
{
    const auto asked = measure_of({"a", "b"});
    const std::vector<Contribution> answers{
        answer("a", quarters[0], {{"value", 2}}),
        answer("a", quarters[1], {{"value", 6}}),
        answer("b", quarters[0], {{"value", 5}}),
        answer("b", quarters[1], {{"value", 1}}),
    };
    const std::vector<PeriodId> half{quarters[0], quarters[1]};
    auto entry = count();
    const auto with = [&](AcrossTime time, AcrossUnits units) {
        entry.across_time = time;
        entry.across_units = units;
        return value(compute_over(asked, entry, answers, half));
    };
    EXPECT_EQ(with(AcrossTime::sum, AcrossUnits::sum), "14/1");
    EXPECT_EQ(with(AcrossTime::last, AcrossUnits::sum), "7/1");
    EXPECT_EQ(with(AcrossTime::average, AcrossUnits::sum), "7/1");     // 4 + 3
    EXPECT_EQ(with(AcrossTime::maximum, AcrossUnits::sum), "11/1");    // 6 + 5
    EXPECT_EQ(with(AcrossTime::minimum, AcrossUnits::maximum), "2/1"); // of 2 and 1
    EXPECT_EQ(with(AcrossTime::sum, AcrossUnits::average), "14/2");
}

TEST(FigureOverTime, OfCumulativeAnswersIsTheLastOfEachYear)
{
    auto entry = count();
    entry.counting = Counting::cumulative;
    const std::vector<PeriodId> periods{PeriodId("2022Q4"), quarters[0], quarters[1]};
    const std::vector<Contribution> answers{
        answer("a", periods[0], {{"value", 40}}),
        answer("a", periods[1], {{"value", 3}}),
        answer("a", periods[2], {{"value", 9}}),
    };
    EXPECT_EQ(value(compute_over(measure_of({"a"}), entry, answers, periods)), "49/1");
}

TEST(FigureOverTime, CountsCoverageInAnswers)
{
    auto answers = std::vector{answer("a", quarters[0], {{"num", 1}, {"den", 2}})};
    answers.push_back(answer("b", quarters[0], {}));
    answers.back().cell.state = ValueState::not_applicable;
    const auto figure = compute_over(measure_of({"a", "b"}), Indicator{}, answers, quarters);
    EXPECT_EQ(figure.coverage.expected, 8);
    EXPECT_EQ(figure.coverage.reported, 1);
    EXPECT_EQ(figure.coverage.not_applicable, 1);
    EXPECT_EQ(figure.coverage.missing.size(), 2U);
    EXPECT_EQ(value(figure), "1/2");
}

TEST(FigureOverTime, OfAConditionWaitsForEveryPeriodUnlessOneFails)
{
    Indicator entry = count();
    entry.across_units = AcrossUnits::share_of_units;
    entry.across_time = AcrossTime::all_periods;
    auto asked = measure_of({"a", "b", "c"});
    asked.inner = Quantity{};
    asked.inner->value = 3;
    std::vector<Contribution> answers;
    for (const auto& period : quarters)
        answers.push_back(answer("a", period, {{"value", 3}}));
    answers.push_back(answer("b", quarters[0], {{"value", 2}}));
    answers.push_back(answer("c", quarters[0], {{"value", 5}}));
    answers.push_back(answer("c", quarters[1], {}));
    answers.back().cell.state = ValueState::missing;
    const auto figure = compute_over(asked, entry, answers, quarters);
    EXPECT_EQ(value(figure), "1/2"); // a meets it, b does not, c is not known yet
}

/// The same figure in the plainest way: all answers of a kind in one list of numbers.
class NaiveModel {
public:
    NaiveModel(const Indicator& entry, const std::vector<Contribution>& answers)
        : entry_(entry), answers_(answers)
    {
    }

    std::string figure(const std::vector<const char*>& units) const
    {
        std::vector<std::pair<double, double>> of_units;
        for (const auto* unit : units) {
            std::vector<std::pair<double, double>> of_periods;
            const bool is_running =
                entry_.counting == Counting::cumulative && entry_.across_time == AcrossTime::sum;
            for (const auto& period : quarters) {
                for (const auto& one : answers_) {
                    if (one.unit.str() != unit || one.period != period) continue;
                    const bool is_nothing = one.cell.state == ValueState::not_arising;
                    if (one.cell.state != ValueState::value && !is_nothing) continue;
                    if (is_running) of_periods.clear();
                    if (!is_nothing) of_periods.push_back({number(one, 0), number(one, 1)});
                }
            }
            if (of_periods.empty()) continue;
            of_units.push_back(one_of(of_periods, static_cast<int>(entry_.across_time), true));
        }
        if (of_units.empty()) return "none";
        const auto total = one_of(of_units, time_like(entry_.across_units), false);
        if (total.second == 0) return "none";
        return rounded(total.first / total.second);
    }

    static std::string rounded(double number)
    {
        return std::to_string(std::llround(number * 1000));
    }

private:
    double number(const Contribution& one, int below) const
    {
        if (entry_.shape == Shape::count)
            return below == 1 ? 1 : static_cast<double>(one.cell.numbers.at("value").units());
        return static_cast<double>(one.cell.numbers.at(below == 1 ? "den" : "num").units());
    }

    static int time_like(AcrossUnits units)
    {
        if (units == AcrossUnits::average) return static_cast<int>(AcrossTime::average);
        if (units == AcrossUnits::minimum) return static_cast<int>(AcrossTime::minimum);
        if (units == AcrossUnits::maximum) return static_cast<int>(AcrossTime::maximum);
        return static_cast<int>(AcrossTime::sum);
    }

    std::pair<double, double>
    one_of(const std::vector<std::pair<double, double>>& all, int way, bool is_time) const
    {
        const auto by_value = [](const auto& a, const auto& b) {
            return a.first * b.second < b.first * a.second;
        };
        if (way == static_cast<int>(AcrossTime::last)) return all.back();
        if (way == static_cast<int>(AcrossTime::minimum))
            return *std::ranges::min_element(all, by_value);
        if (way == static_cast<int>(AcrossTime::maximum))
            return *std::ranges::max_element(all, by_value);
        double above = 0;
        double below = 0;
        for (const auto& [a, b] : all) {
            above += a;
            below += b;
        }
        const bool is_sum = way == static_cast<int>(AcrossTime::sum);
        if (entry_.shape != Shape::count) return {above, below};
        if (is_sum) return {above, 1};
        const auto n = static_cast<double>(all.size());
        return is_time ? std::pair{above / n, 1.0} : std::pair{above, n};
    }

    const Indicator& entry_;
    const std::vector<Contribution>& answers_;
};

Contribution random_answer(std::mt19937& random, const char* unit, const PeriodId& period)
{
    const auto below = std::uniform_int_distribution<std::int64_t>(1, 40)(random);
    const auto above = std::uniform_int_distribution<std::int64_t>(0, below)(random);
    auto one = answer(unit, period, {{"num", above}, {"den", below}, {"value", above}});
    const auto state = random() % 8;
    if (state == 0) one.cell.state = ValueState::missing;
    if (state == 1) one.cell.state = ValueState::not_applicable;
    if (state == 2) one.cell.state = ValueState::not_arising;
    return one;
}

TEST(FigureOverTime, EqualsANaiveModelOverRandomAnswers)
{
    std::mt19937 random(20230615); // fixed: any failure repeats
    const std::vector units{"a", "b", "c", "d", "e"};
    const auto asked = measure_of(units);
    for (int round = 0; round < 600; ++round) {
        Indicator entry = random() % 2 == 0 ? count() : Indicator{};
        entry.factor = 1;
        const bool is_count = entry.shape == Shape::count;
        constexpr AcrossTime times[] = {
            AcrossTime::sum,
            AcrossTime::last,
            AcrossTime::minimum,
            AcrossTime::maximum,
            AcrossTime::average
        };
        constexpr AcrossUnits across[] = {
            AcrossUnits::sum, AcrossUnits::minimum, AcrossUnits::maximum, AcrossUnits::average
        };
        entry.across_time = times[random() % (is_count ? 5 : 4)];
        entry.across_units = across[random() % (is_count ? 4 : 3)];
        if (random() % 4 == 0) entry.counting = Counting::cumulative;
        std::vector<Contribution> answers;
        for (const auto* unit : units)
            for (const auto& period : quarters)
                if (random() % 4 != 0) answers.push_back(random_answer(random, unit, period));
        std::ranges::shuffle(answers, random); // the order of arrival never matters
        const auto figure = compute_over(asked, entry, answers, quarters);
        const auto expected = NaiveModel(entry, answers).figure(units);
        if (figure.state != FigureState::value) {
            EXPECT_EQ(expected, "none");
            continue;
        }
        const auto& part = figure.parts.at(0);
        const auto ratio = static_cast<double>(part.numerator.units()) /
                           std::pow(10.0, part.numerator.scale()) /
                           static_cast<double>(part.denominator.units()) *
                           std::pow(10.0, part.denominator.scale());
        EXPECT_EQ(NaiveModel::rounded(ratio), expected) << round;
    }
}

} // namespace
} // namespace tiendo
