#include "domain/indicator/explanation.hpp"

#include "domain/indicator/factor.hpp"

#include <algorithm>

namespace tiendo {
namespace {

enum class Side { above, below };

using Answers = std::vector<const Contribution*>;

Explained step_of(const FormulaStep& step)
{
    Explained made;
    made.step = step.node;
    made.period = step.period;
    made.measure = step.measure;
    made.behind = step.behind;
    made.outcome = step.outcome;
    for (const auto& part : step.parts)
        made.parts.push_back(step_of(part));
    return made;
}

Outcome outcome_of(const std::optional<Fraction>& value, NoResult why = NoResult::too_large)
{
    return {value, why};
}

/// Explains one part of a figure, step by step as unit_counts.cpp computes it.
class Explaining {
public:
    Explaining(
        const Measure& measure, const Indicator& indicator, const Figure& figure, std::string sex
    )
        : measure_(measure), indicator_(indicator), sex_(std::move(sex)),
          formulas_(formulas_of(indicator))
    {
        for (const auto& answer : figure.contributions) {
            if (units_.empty() || units_.back().front()->unit != answer.unit) units_.emplace_back();
            units_.back().push_back(&answer);
        }
    }

    Explained whole() const
    {
        Explained whole = made(ExplainedKind::scaled);
        whole.factor = factor_of(indicator_);
        whole.sex = sex_;
        whole.parts.push_back(value());
        const auto& value = whole.parts.front().outcome;
        whole.outcome =
            value.value ? outcome_of(multiply(*value.value, Fraction(whole.factor))) : value;
        return whole;
    }

private:
    static Explained made(ExplainedKind kind)
    {
        Explained one;
        one.kind = kind;
        return one;
    }

    Explained value() const
    {
        if (indicator_.across_units == AcrossUnits::share_of_units) return share();
        const auto way = over_units(indicator_);
        if (way == Gathering::sum) return quotient(units_of(Side::above), units_of(Side::below));
        Explained units = made(ExplainedKind::units);
        units.way = way;
        for (const auto& answers : units_)
            units.parts.push_back(unit_of(answers, [&] {
                return quotient(time_of(answers, Side::above), time_of(answers, Side::below));
            }));
        std::vector<Counts> all;
        for (const auto& part : units.parts)
            if (part.has_arisen && part.outcome.value)
                all.push_back({*part.outcome.value, Fraction(1)});
        units.outcome = gathered_outcome(all, way);
        return units;
    }

    static Outcome gathered_outcome(const std::vector<Counts>& all, Gathering way)
    {
        if (all.empty()) return {std::nullopt, NoResult::missing};
        const auto total = gathered(all, way, way == Gathering::sum);
        return outcome_of(total ? value_of(*total) : std::nullopt);
    }

    static Explained quotient(Explained above, Explained below)
    {
        Explained one = made(ExplainedKind::quotient);
        one.outcome = applied(FormulaStepKind::divide, {above.outcome, below.outcome});
        one.parts.push_back(std::move(above));
        one.parts.push_back(std::move(below));
        return one;
    }

    /// Of this sex, where both have one: a unit is in the figure with all that it said or not at
    /// all.
    UnitCounts result_of(const Answers& answers) const
    {
        for (const auto& sex : formulas_.sexes) {
            auto own = counts_of_unit(answers, measure_, indicator_, formulas_, sex);
            if (own.has_arisen && !own.counts) return own;
        }
        return counts_of_unit(answers, measure_, indicator_, formulas_, sex_);
    }

    template <class Parts> Explained unit_of(const Answers& answers, Parts&& parts) const
    {
        Explained unit = made(ExplainedKind::unit);
        unit.unit = answers.front()->unit;
        const auto own = result_of(answers);
        unit.has_arisen = own.has_arisen;
        if (!own.has_arisen) {
            unit.outcome = {Fraction{}};
            return unit;
        }
        unit.parts.push_back(parts());
        unit.outcome = own.counts ? unit.parts.front().outcome : Outcome{std::nullopt, own.why};
        return unit;
    }

    Explained units_of(Side side) const
    {
        if (side == Side::below && formulas_.has_one_denominator)
            return step_of(evaluate(formulas_.denominator, {PeriodCell{}, {}, sex_}));
        Explained units = made(ExplainedKind::units);
        std::vector<Counts> all;
        for (const auto& answers : units_) {
            units.parts.push_back(unit_of(answers, [&] { return time_of(answers, side); }));
            const auto& one = units.parts.back().outcome;
            if (one.value) all.push_back({*one.value, Fraction(1)});
        }
        units.outcome = gathered_outcome(all, Gathering::sum);
        return units;
    }

    /// One side of what a unit's periods come to.
    Explained time_of(const Answers& answers, Side side) const
    {
        const auto counting = answers_that_count(answers, indicator_);
        if (counting.size() == 1) return side_of(*counting.front(), side);
        if (side == Side::below && formulas_.has_one_denominator)
            return step_of(evaluate(formulas_.denominator, {PeriodCell{}, {}, sex_}));
        const auto way = over_time(indicator_);
        if (way != Gathering::sum && way != Gathering::average)
            return side_of(*chosen(counting, way), side);
        Explained periods = made(ExplainedKind::periods);
        periods.way = way;
        std::vector<Counts> all;
        for (const auto* answer : counting) {
            const auto own = counts_of_answer(*answer, measure_, indicator_, formulas_, sex_);
            auto one = side_of(*answer, side);
            if (way == Gathering::average)
                one = quotient(std::move(one), side_of(*answer, Side::below));
            Explained period = made(ExplainedKind::period);
            period.period = answer->period;
            period.has_arisen = own.has_arisen;
            period.outcome = own.counts ? one.outcome : Outcome{std::nullopt, own.why};
            if (own.has_arisen) period.parts.push_back(std::move(one));
            if (own.has_arisen && period.outcome.value)
                all.push_back({*period.outcome.value, Fraction(1)});
            periods.parts.push_back(std::move(period));
        }
        periods.outcome = gathered_outcome(all, way);
        return periods;
    }

    const Contribution* chosen(const Answers& answers, Gathering way) const
    {
        std::vector<Counts> all;
        Answers with;
        for (const auto* answer : answers) {
            const auto own = counts_of_answer(*answer, measure_, indicator_, formulas_, sex_);
            if (!own.counts) continue;
            all.push_back(*own.counts);
            with.push_back(answer);
        }
        const auto total = gathered(all, way, false);
        if (all.empty() || !total) return answers.back();
        if (way == Gathering::last) return with.back();
        const auto found = std::ranges::find(all, *total);
        return with[static_cast<std::size_t>(found - all.begin())];
    }

    Explained side_of(const Contribution& answer, Side side) const
    {
        const auto now = cell_of_answer(answer);
        const auto& formula = side == Side::above ? formulas_.numerator : formulas_.denominator;
        return step_of(evaluate(formula, {now, answer.earlier, sex_}));
    }

    Explained share() const
    {
        Explained share = made(ExplainedKind::share);
        std::vector<Counts> all;
        for (const auto& answers : units_) {
            share.parts.push_back(unit_of(answers, [&] { return conditions_of(answers); }));
            const auto& unit = share.parts.back();
            if (unit.has_arisen && unit.outcome.value)
                all.push_back({*unit.outcome.value, Fraction(1)});
        }
        share.outcome = gathered_outcome(all, Gathering::average);
        return share;
    }

    /// Met in each period that is known.
    Explained conditions_of(const Answers& answers) const
    {
        if (answers.size() == 1) return condition_of(*answers.front());
        Explained periods = made(ExplainedKind::periods);
        periods.way = Gathering::minimum;
        std::vector<Counts> all;
        for (const auto* answer : answers) {
            periods.parts.push_back(condition_of(*answer));
            const auto& one = periods.parts.back();
            if (one.has_arisen && one.outcome.value)
                all.push_back({*one.outcome.value, Fraction(1)});
        }
        periods.outcome = gathered_outcome(all, Gathering::minimum);
        return periods;
    }

    Explained condition_of(const Contribution& answer) const
    {
        Explained one = made(ExplainedKind::condition);
        one.period = answer.period;
        const auto own = counts_of_answer(answer, measure_, indicator_, formulas_, sex_);
        one.has_arisen = own.has_arisen;
        one.outcome =
            own.counts ? outcome_of(value_of(*own.counts)) : Outcome{std::nullopt, own.why};
        if (own.has_arisen) one.parts.push_back(side_of(answer, Side::above));
        return one;
    }

    const Measure& measure_;
    const Indicator& indicator_;
    std::string sex_;
    EntryFormulas formulas_;
    std::vector<Answers> units_{};
};

} // namespace

std::vector<Explained>
explain(const Measure& measure, const Indicator& indicator, const Figure& figure)
{
    std::vector<Explained> explained;
    const bool has_steps =
        figure.state == FigureState::value || figure.state == FigureState::division_by_zero;
    if (!has_steps) return explained;
    for (const auto& sex : formulas_of(indicator).sexes)
        explained.push_back(Explaining(measure, indicator, figure, sex).whole());
    return explained;
}

} // namespace tiendo
