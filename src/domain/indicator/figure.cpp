#include "domain/indicator/figure.hpp"

#include "domain/indicator/comparison.hpp"
#include "domain/indicator/factor.hpp"
#include "domain/indicator/unit_counts.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tiendo {
namespace {

bool is_reported(const Cell& cell)
{
    return cell.state == ValueState::value || cell.state == ValueState::not_arising;
}

using Answers = std::vector<const Contribution*>;

/// Each unit answers once in each period.
class Computing {
public:
    Computing(const Measure& measure, const Indicator& indicator, int periods)
        : measure_(measure), indicator_(indicator), periods_(periods)
    {
        figure_.measure = measure.id;
    }

    Figure of(Contributions contributions, const std::vector<UnitId>& units)
    {
        figure_.contributions = std::move(contributions);
        figure_.coverage.expected = static_cast<int>(units.size()) * periods_;
        auto next = figure_.contributions.begin(); // they stand in the order of the units
        for (const auto& unit : units) {
            Answers answers;
            for (; next != figure_.contributions.end() && next->unit == unit; ++next)
                answers.push_back(&*next);
            take(unit, answers);
        }
        if (figure_.coverage.reported == 0) return std::move(figure_);
        finish();
        return std::move(figure_);
    }

private:
    struct Part {
        std::string sex;
        std::vector<Counts> counts{};
    };

    void take(const UnitId& unit, const Answers& answers)
    {
        std::vector<UnitCounts> own;
        for (const auto& part : parts_)
            own.push_back(counts_of_unit(answers, measure_, indicator_, formulas_, part.sex));
        const auto without = std::ranges::find_if(own, [](const UnitCounts& one) {
            return one.has_arisen && !one.counts;
        });
        if (without == own.end()) {
            for (std::size_t i = 0; i < own.size(); ++i)
                if (own[i].counts) parts_[i].counts.push_back(*own[i].counts);
        }
        cover(unit, answers, without == own.end() ? std::nullopt : std::optional(without->why));
    }

    /// What a formula cannot do without counts as if the unit had not answered.
    void cover(const UnitId& unit, const Answers& answers, std::optional<NoResult> why)
    {
        auto& coverage = figure_.coverage;
        int reported = 0;
        int accepted = 0;
        int not_applicable = 0;
        for (const auto* answer : answers) {
            if (answer->cell.state == ValueState::not_applicable) ++not_applicable;
            if (!is_reported(answer->cell)) continue;
            ++reported;
            if (answer->accepted) ++accepted;
        }
        if (why && reported > 0) {
            if (*why == NoResult::too_large) overflows_ = true;
            if (*why == NoResult::division_by_zero) figure_.left_out.push_back({unit, *why});
            if (is_unanswered(*why)) reported = accepted = 0;
            if (*why == NoResult::not_applicable) {
                not_applicable += std::exchange(reported, 0);
                accepted = 0;
            }
        }
        coverage.reported += reported;
        coverage.accepted += accepted;
        coverage.not_applicable += not_applicable;
        if (reported + not_applicable < periods_) coverage.missing.push_back(unit);
    }

    void finish()
    {
        std::vector<FigurePart> parts;
        for (const auto& part : parts_) {
            auto made = made_of(part);
            if (!made) overflows_ = true;
            if (overflows_) break;
            parts.push_back(std::move(*made));
        }
        if (overflows_) {
            figure_.state = FigureState::overflow;
            return;
        }
        const auto has_none_below = [](const FigurePart& one) { return one.denominator.is_zero(); };
        const auto has_none = [](const FigurePart& one) { return one.numerator.is_zero(); };
        if (std::ranges::all_of(parts, has_none_below)) {
            const bool nothing_arose =
                figure_.left_out.empty() && std::ranges::all_of(parts, has_none);
            figure_.state =
                nothing_arose ? FigureState::not_arising : FigureState::division_by_zero;
        } else {
            figure_.state = FigureState::value;
            figure_.parts = std::move(parts);
        }
        figure_.estimated =
            std::ranges::any_of(figure_.contributions, [](const Contribution& contribution) {
                return contribution.cell.state == ValueState::value &&
                       contribution.cell.kind == ValueKind::estimate;
            });
    }

    std::optional<FigurePart> made_of(const Part& part) const
    {
        const bool one_denominator =
            formulas_.has_one_denominator && indicator_.across_units != AcrossUnits::share_of_units;
        const auto total = gathered(part.counts, over_units(indicator_), one_denominator);
        if (!total) return std::nullopt;
        const auto counts = as_counts(total->numerator, total->denominator);
        if (!counts) return std::nullopt;
        FigurePart made;
        made.breakdown = part.sex;
        std::tie(made.numerator, made.denominator) = *counts;
        made.ratio = Ratio::of(made.numerator, made.denominator, factor_of(indicator_));
        if (!made.ratio && !made.denominator.is_zero()) return std::nullopt;
        return made;
    }

    std::vector<Part> empty_parts() const
    {
        std::vector<Part> parts;
        for (const auto& sex : formulas_.sexes)
            parts.push_back({sex});
        return parts;
    }

    const Measure& measure_;
    const Indicator& indicator_;
    int periods_;
    EntryFormulas formulas_ = formulas_of(indicator_);
    std::vector<Part> parts_ = empty_parts();
    Figure figure_{};
    bool overflows_ = false;
};

std::optional<Figure> without_source(const Measure& measure)
{
    if (measure.no_source.empty()) return std::nullopt;
    Figure figure;
    figure.measure = measure.id;
    figure.state = FigureState::no_source;
    return figure;
}

Decimal number_in(const Cell& cell, const std::string& element)
{
    const auto found = cell.numbers.find(element);
    return found == cell.numbers.end() ? Decimal{} : found->second;
}

} // namespace

std::int64_t factor_of(const Indicator& indicator)
{
    if (indicator.across_units == AcrossUnits::share_of_units) return 100;
    if (!indicator.formula.empty()) return indicator.factor;
    switch (indicator.shape) {
    case Shape::ratio:
        return indicator.factor;
    case Shape::months:
    case Shape::yes_no:
        return 100;
    case Shape::quarters:
    case Shape::count:
        return 1;
    }
    return 1;
}

bool meets_inner_condition(const Cell& cell, const Indicator& indicator, const Quantity& inner)
{
    return std::ranges::all_of(elements_of(indicator), [&](const std::string& key) {
        return satisfies(number_in(cell, key) <=> inner.value, inner.comparator);
    });
}

Figure compute_for(
    const Measure& measure,
    const Indicator& indicator,
    const Contributions& contributions,
    const std::vector<UnitId>& units
)
{
    if (auto none = without_source(measure)) return std::move(*none);
    std::vector<Contributions::Shared> taken;
    taken.reserve(std::min(units.size(), contributions.size()));
    for (const auto& unit : units)
        if (const auto* found = contributions.find(unit)) taken.push_back(*found);
    return Computing(measure, indicator, 1).of(Contributions(std::move(taken)), units);
}

Figure compute_over(
    const Measure& measure,
    const Indicator& indicator,
    const std::vector<Contribution>& contributions,
    const std::vector<PeriodId>& periods
)
{
    if (auto none = without_source(measure)) return std::move(*none);
    std::map<std::pair<UnitId, PeriodId>, const Contribution*> given;
    for (const auto& contribution : contributions)
        given.try_emplace({contribution.unit, contribution.period}, &contribution);
    std::vector<Contribution> taken;
    for (const auto& unit : measure.suppliers) {
        for (const auto& period : periods) {
            const auto found = given.find({unit, period});
            if (found != given.end()) taken.push_back(*found->second);
        }
    }
    return Computing(measure, indicator, static_cast<int>(periods.size()))
        .of(Contributions(taken), measure.suppliers);
}

Figure
compute(const Measure& measure, const Indicator& indicator, const Contributions& contributions)
{
    return compute_for(measure, indicator, contributions, measure.suppliers);
}

} // namespace tiendo
