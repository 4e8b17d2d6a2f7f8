#include "domain/indicator/figure.hpp"

#include "domain/indicator/factor.hpp"

#include <algorithm>

namespace tiendo {
namespace {

/// Running sums that remember whether one of them ceased to fit.
class Totals {
public:
    void add_to(Decimal& total, const Decimal& number)
    {
        const auto sum = tiendo::add(total, number);
        if (sum)
            total = *sum;
        else
            overflowed_ = true;
    }
    bool overflowed() const { return overflowed_; }

private:
    bool overflowed_ = false;
};

Decimal number_in(const Cell& cell, const std::string& element)
{
    const auto found = cell.numbers.find(element);
    return found == cell.numbers.end() ? Decimal{} : found->second;
}

std::vector<std::string> breakdowns_of(const Indicator& indicator)
{
    if (indicator.breakdown == Breakdown::sex) return {"male", "female"};
    return {""};
}

std::string element(const char* name, const std::string& breakdown)
{
    return breakdown.empty() ? name : std::string(name) + "." + breakdown;
}

void add_counts(FigurePart& part, const Cell& cell, const Indicator& indicator, Totals& totals)
{
    switch (indicator.shape) {
    case Shape::ratio:
        totals.add_to(part.numerator, number_in(cell, element("num", part.breakdown)));
        totals.add_to(part.denominator, number_in(cell, element("den", part.breakdown)));
        break;
    case Shape::months:
    case Shape::yes_no:
        for (const auto& key : elements_of(indicator)) {
            totals.add_to(part.numerator, number_in(cell, key));
            totals.add_to(part.denominator, 1);
        }
        break;
    case Shape::quarters:
    case Shape::count:
        for (const auto& key : elements_of(indicator))
            totals.add_to(part.numerator, number_in(cell, key));
        part.denominator = 1;
        break;
    }
}

/// The share of units that meet the inner condition: counted in units, not in items.
void add_unit(
    FigurePart& part,
    const Cell& cell,
    const Measure& measure,
    const Indicator& indicator,
    Totals& totals
)
{
    totals.add_to(part.denominator, 1);
    const bool met = measure.inner ? meets_inner_condition(cell, indicator, *measure.inner)
                                   : !number_in(cell, elements_of(indicator).front()).is_zero();
    if (met) totals.add_to(part.numerator, 1);
}

void count_coverage(Figure& figure, const std::vector<UnitId>& suppliers)
{
    figure.coverage.expected = static_cast<int>(suppliers.size());
    for (const auto& unit : suppliers) {
        const auto* found = figure.contributions.find(unit);
        if (found == nullptr || (*found)->cell.state == ValueState::missing) {
            figure.coverage.missing.push_back(unit);
        } else if ((*found)->cell.state == ValueState::not_applicable) {
            ++figure.coverage.not_applicable;
        } else {
            ++figure.coverage.reported;
            if ((*found)->accepted) ++figure.coverage.accepted;
        }
    }
}

std::optional<std::vector<FigurePart>>
sum_parts(const Figure& figure, const Measure& measure, const Indicator& indicator)
{
    Totals totals;
    std::vector<FigurePart> parts;
    for (const auto& breakdown : breakdowns_of(indicator)) {
        FigurePart part;
        part.breakdown = breakdown;
        for (const auto& contribution : figure.contributions) {
            if (contribution.cell.state != ValueState::value) continue;
            if (indicator.across_units == AcrossUnits::share_of_units) {
                add_unit(part, contribution.cell, measure, indicator, totals);
            } else {
                add_counts(part, contribution.cell, indicator, totals);
            }
        }
        part.ratio = Ratio::of(part.numerator, part.denominator, factor_of(indicator));
        if (!part.ratio && !part.denominator.is_zero()) return std::nullopt;
        parts.push_back(std::move(part));
    }
    if (totals.overflowed()) return std::nullopt;
    return parts;
}

} // namespace

std::int64_t factor_of(const Indicator& indicator)
{
    switch (indicator.shape) {
    case Shape::ratio:
        return indicator.factor;
    case Shape::months:
    case Shape::yes_no:
        return 100;
    case Shape::quarters:
        return indicator.across_units == AcrossUnits::share_of_units ? 100 : 1;
    case Shape::count:
        return 1;
    }
    return 1;
}

bool meets_inner_condition(const Cell& cell, const Indicator& indicator, const Quantity& inner)
{
    return std::ranges::all_of(elements_of(indicator), [&](const std::string& key) {
        const auto number = number_in(cell, key);
        switch (inner.comparator) {
        case Comparator::above:
            return number > inner.value;
        case Comparator::at_most:
            return number <= inner.value;
        case Comparator::below:
            return number < inner.value;
        case Comparator::exactly:
            return number == inner.value;
        case Comparator::at_least:
        case Comparator::about:
            return number >= inner.value;
        }
        return false;
    });
}

Figure compute_for(
    const Measure& measure,
    const Indicator& indicator,
    const Contributions& contributions,
    const std::vector<UnitId>& units
)
{
    Figure figure;
    figure.measure = measure.id;
    if (!measure.no_source.empty()) {
        figure.state = FigureState::no_source;
        return figure;
    }
    std::vector<Contributions::Shared> asked;
    asked.reserve(std::min(units.size(), contributions.size()));
    for (const auto& unit : units)
        if (const auto* found = contributions.find(unit)) asked.push_back(*found);
    figure.contributions = Contributions(std::move(asked));
    count_coverage(figure, units);
    if (figure.coverage.reported == 0) return figure;

    const auto parts = sum_parts(figure, measure, indicator);
    if (!parts) {
        figure.state = FigureState::overflow;
        return figure;
    }
    const bool nothing_arose = std::ranges::all_of(*parts, [](const FigurePart& part) {
        return part.denominator.is_zero();
    });
    figure.state = nothing_arose ? FigureState::not_arising : FigureState::value;
    if (!nothing_arose) figure.parts = *parts;
    figure.estimated =
        std::ranges::any_of(figure.contributions, [](const Contribution& contribution) {
            return contribution.cell.state == ValueState::value &&
                   contribution.cell.kind == ValueKind::estimate;
        });
    return figure;
}

Figure
compute(const Measure& measure, const Indicator& indicator, const Contributions& contributions)
{
    return compute_for(measure, indicator, contributions, measure.suppliers);
}

} // namespace tiendo
