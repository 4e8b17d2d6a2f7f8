#include "domain/indicator/unit_counts.hpp"

#include "domain/indicator/comparison.hpp"
#include "domain/indicator/formula_needs.hpp"

#include <algorithm>

namespace tiendo {
namespace {

FormulaNode number_node(std::int64_t number)
{
    FormulaNode node;
    node.number = number;
    return node;
}

FormulaNode element_node(const std::string& key)
{
    FormulaNode node;
    node.kind = FormulaStepKind::element;
    node.element.key = key;
    return node;
}

FormulaNode sum_of_elements(const Indicator& indicator)
{
    std::optional<FormulaNode> sum;
    for (const auto& key : elements_of(indicator)) {
        if (!sum) {
            sum = element_node(key);
            continue;
        }
        FormulaNode longer;
        longer.kind = FormulaStepKind::add;
        longer.parts = {std::move(*sum), element_node(key)};
        sum = std::move(longer);
    }
    return sum.value_or(FormulaNode{});
}

FormulaNode own_denominator(const Indicator& indicator)
{
    switch (indicator.shape) {
    case Shape::ratio:
        return element_node("den");
    case Shape::months:
    case Shape::yes_no:
        return number_node(static_cast<std::int64_t>(elements_of(indicator).size()));
    case Shape::quarters:
    case Shape::count:
        break;
    }
    return number_node(1);
}

FormulaNode read(const std::string& text)
{
    auto parsed = parse_formula(text);
    const auto* node = std::get_if<FormulaNode>(&parsed);
    ensure(node != nullptr, "the formula of an entry that was kept can be read");
    return *node;
}

bool has_element(const FormulaNode& node)
{
    return node.kind == FormulaStepKind::element || std::ranges::any_of(node.parts, has_element);
}

/// Whether a formula names an element without saying whose.
bool is_by_sex(const FormulaNode& node)
{
    const bool is_open = node.kind == FormulaStepKind::element && node.element.sex.empty();
    return is_open || std::ranges::any_of(node.parts, is_by_sex);
}

UnitCounts without(NoResult why)
{
    return {true, std::nullopt, why};
}

UnitCounts yes_or_no(bool yes)
{
    return {true, Counts{Fraction(yes ? 1 : 0), Fraction(1)}, {}};
}

/// Whether a unit meets what is asked of each, counted as one of one or none of one.
UnitCounts condition_of(
    const Contribution& answer,
    const Measure& measure,
    const Indicator& indicator,
    const UnitCounts& own
)
{
    if (indicator.formula.empty() && measure.inner)
        return yes_or_no(meets_inner_condition(answer.cell, indicator, *measure.inner));
    if (indicator.formula.empty()) {
        const auto found = answer.cell.numbers.find(elements_of(indicator).front());
        return yes_or_no(found != answer.cell.numbers.end() && !found->second.is_zero());
    }
    const auto value = value_of(*own.counts);
    if (!value) return without(NoResult::division_by_zero);
    return yes_or_no(
        measure.inner
            ? satisfies(*value <=> Fraction(measure.inner->value), measure.inner->comparator)
            : !value->is_zero()
    );
}

bool is_all(const Counts& counts)
{
    return counts.numerator == counts.denominator;
}

} // namespace

EntryFormulas formulas_of(const Indicator& indicator)
{
    EntryFormulas formulas;
    const bool is_written = !indicator.formula.empty();
    const bool is_ratio = indicator.shape == Shape::ratio;
    formulas.numerator = is_written ? read(indicator.formula)
                         : is_ratio ? element_node("num")
                                    : sum_of_elements(indicator);
    formulas.denominator = !indicator.divisor.empty() ? read(indicator.divisor)
                           : is_written               ? number_node(1)
                                                      : own_denominator(indicator);
    formulas.reaches_beyond =
        reaches_beyond(formulas.numerator) || reaches_beyond(formulas.denominator);
    const bool counts_answers =
        !is_written && (indicator.shape == Shape::months || indicator.shape == Shape::yes_no);
    formulas.has_one_denominator = !counts_answers && !has_element(formulas.denominator);
    const bool has_two = indicator.breakdown == Breakdown::sex &&
                         (is_by_sex(formulas.numerator) || is_by_sex(formulas.denominator));
    formulas.sexes =
        has_two ? std::vector<std::string>{"male", "female"} : std::vector<std::string>{""};
    return formulas;
}

std::optional<Fraction> value_of(const Counts& counts)
{
    return divide(counts.numerator, counts.denominator);
}

std::optional<Counts> gathered(const std::vector<Counts>& all, Gathering way, bool one_denominator)
{
    if (all.empty()) return Counts{};
    if (way == Gathering::last) return all.back();
    std::optional<Counts> best;
    std::optional<Fraction> numerator = Fraction{};
    std::optional<Fraction> denominator = Fraction{};
    for (const auto& counts : all) {
        const bool is_sum = way == Gathering::sum;
        if (!is_sum && counts.denominator.is_zero()) continue;
        const auto value = is_sum ? std::optional<Fraction>{} : value_of(counts);
        if (!is_sum && !value) return std::nullopt;
        if (is_sum || way == Gathering::average) {
            numerator = add(*numerator, is_sum ? counts.numerator : *value);
            denominator = add(*denominator, is_sum ? counts.denominator : Fraction(1));
            if (!numerator || !denominator) return std::nullopt;
            continue;
        }
        const auto order = best ? *value <=> *value_of(*best) : std::strong_ordering::equal;
        if (!best || (way == Gathering::minimum ? order < 0 : order > 0)) best = counts;
    }
    if (way == Gathering::minimum || way == Gathering::maximum) return best.value_or(all.front());
    if (way == Gathering::sum && one_denominator) denominator = all.front().denominator;
    return Counts{*numerator, *denominator};
}

Gathering over_units(const Indicator& indicator)
{
    switch (indicator.across_units) {
    case AcrossUnits::average:
        return Gathering::average;
    case AcrossUnits::minimum:
        return Gathering::minimum;
    case AcrossUnits::maximum:
        return Gathering::maximum;
    case AcrossUnits::sum:
    case AcrossUnits::share_of_units:
    case AcrossUnits::all_units:
        break;
    }
    return Gathering::sum;
}

Gathering over_time(const Indicator& indicator)
{
    switch (indicator.across_time) {
    case AcrossTime::last:
        return Gathering::last;
    case AcrossTime::average:
        return Gathering::average;
    case AcrossTime::minimum:
        return Gathering::minimum;
    case AcrossTime::maximum:
        return Gathering::maximum;
    case AcrossTime::sum:
    case AcrossTime::all_periods:
        break;
    }
    return Gathering::sum;
}

std::vector<const Contribution*>
answers_that_count(const std::vector<const Contribution*>& answers, const Indicator& indicator)
{
    const bool is_running =
        indicator.counting == Counting::cumulative && indicator.across_time == AcrossTime::sum;
    if (!is_running) return answers;
    std::vector<const Contribution*> last;
    for (const auto* answer : answers) {
        const auto year = [](const Contribution& one) {
            const auto name = parse_period(one.period);
            return name ? name->year : 0;
        };
        const bool says_something = answer->cell.state == ValueState::value ||
                                    answer->cell.state == ValueState::not_arising;
        if (!says_something) continue;
        if (!last.empty() && year(*last.back()) == year(*answer))
            last.back() = answer;
        else
            last.push_back(answer);
    }
    return last.empty() ? answers : last;
}

PeriodCell cell_of_answer(const Contribution& answer)
{
    FormulaCell own;
    own.cell = answer.cell;
    return {answer.period, std::move(own), answer.beside};
}

UnitCounts counts_of_answer(
    const Contribution& answer,
    const Measure& measure,
    const Indicator& indicator,
    const EntryFormulas& formulas,
    const std::string& sex
)
{
    switch (answer.cell.state) {
    case ValueState::missing:
        return without(NoResult::missing);
    case ValueState::not_applicable:
        return without(NoResult::not_applicable);
    case ValueState::not_arising:
        // Nothing arose in this period; elsewhere there may be what the formula counts.
        if (!formulas.reaches_beyond) return {};
        break;
    case ValueState::value:
        break;
    }
    const auto now = cell_of_answer(answer);
    const FormulaScope scope{now, answer.earlier, sex};
    const auto above = evaluate(formulas.numerator, scope).outcome;
    const auto below = evaluate(formulas.denominator, scope).outcome;
    if (!above.value) return without(above.why);
    if (!below.value) return without(below.why);
    UnitCounts own{true, Counts{*above.value, *below.value}, {}};
    if (indicator.across_units == AcrossUnits::share_of_units)
        return condition_of(answer, measure, indicator, own);
    return own;
}

UnitCounts counts_of_unit(
    const std::vector<const Contribution*>& answers,
    const Measure& measure,
    const Indicator& indicator,
    const EntryFormulas& formulas,
    const std::string& sex
)
{
    std::vector<Counts> all;
    std::optional<UnitCounts> without_result;
    bool has_arisen = false;
    for (const auto* answer : answers_that_count(answers, indicator)) {
        const auto one = counts_of_answer(*answer, measure, indicator, formulas, sex);
        if (!one.has_arisen) continue;
        has_arisen = true;
        if (one.counts)
            all.push_back(*one.counts);
        else if (!without_result || one.why == NoResult::too_large)
            without_result = one;
    }
    if (without_result && (all.empty() || without_result->why == NoResult::too_large))
        return *without_result;
    if (!has_arisen) return {};
    const bool is_of_units = indicator.across_units == AcrossUnits::share_of_units;
    if (answers.size() > 1 && (indicator.across_time == AcrossTime::all_periods || is_of_units)) {
        // One period that fails decides; one that is not known leaves the others undecided.
        if (!std::ranges::all_of(all, is_all)) return yes_or_no(false);
        if (without_result) return *without_result;
        return yes_or_no(true);
    }
    const bool one_denominator = formulas.has_one_denominator;
    auto total = gathered(all, over_time(indicator), one_denominator);
    if (!total) return without(NoResult::too_large);
    if (answers.size() > 1 && over_time(indicator) == Gathering::average) {
        const auto mean = value_of(*total); // a number like each of those that it comes from
        return mean ? UnitCounts{true, Counts{*mean, Fraction(1)}, {}} : UnitCounts{};
    }
    return {true, std::move(total), {}};
}

} // namespace tiendo
