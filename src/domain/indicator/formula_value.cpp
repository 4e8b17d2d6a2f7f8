#include "domain/indicator/formula_value.hpp"

#include "domain/indicator/formula_needs.hpp"

#include <algorithm>

namespace tiendo {
namespace {

Outcome none(NoResult why)
{
    return {std::nullopt, why};
}

Outcome or_too_large(std::optional<Fraction> value)
{
    return {value, NoResult::too_large};
}

Outcome number_in(const Cell& cell, const FormulaElement& element, const std::string& sex)
{
    switch (cell.state) {
    case ValueState::missing:
        return none(NoResult::missing);
    case ValueState::not_applicable:
        return none(NoResult::not_applicable);
    case ValueState::not_arising:
        return {Fraction{}};
    case ValueState::value:
        break;
    }
    const auto& whose = element.sex.empty() ? sex : element.sex;
    auto found = cell.numbers.find(whose.empty() ? element.key : element.key + "." + whose);
    if (found == cell.numbers.end() && element.sex.empty()) found = cell.numbers.find(element.key);
    if (found == cell.numbers.end()) return none(NoResult::missing);
    return {Fraction(found->second)};
}

/// The element as the step's period has it.
void take_element(const FormulaElement& element, const FormulaScope& scope, FormulaStep& step)
{
    const auto* found = &scope.now.own;
    if (!element.of.empty()) {
        const auto beside = scope.now.beside.find(element.of);
        if (beside == scope.now.beside.end()) return; // missing
        found = &beside->second;
    }
    step.measure = found->measure;
    step.behind = found->behind;
    step.outcome = found->none ? none(*found->none) : number_in(found->cell, element, scope.sex);
}

/// The periods in which a step takes its part.
std::vector<PeriodId> periods_of(FormulaStepKind kind, const PeriodId& now)
{
    const auto name = parse_period(now);
    if (kind == FormulaStepKind::cumulative) return since_year_began(now);
    if (!name) return {{}};
    if (kind == FormulaStepKind::previous) return {id_of(shifted(*name, -1))};
    return {same_period_last_year(now)};
}

bool is_of_periods(FormulaStepKind kind)
{
    return kind == FormulaStepKind::cumulative || kind == FormulaStepKind::previous ||
           kind == FormulaStepKind::last_year;
}

/// The part as it is in another period; all of one of which nothing is known is missing.
FormulaStep
evaluate_in(const PeriodId& period, const FormulaNode& formula, const FormulaScope& scope)
{
    if (period == scope.now.period) return evaluate(formula, scope);
    const auto found = std::ranges::find(scope.earlier, period, &PeriodCell::period);
    if (found != scope.earlier.end())
        return evaluate(formula, FormulaScope{*found, scope.earlier, scope.sex});
    return evaluate(formula, FormulaScope{PeriodCell{period, {}, {}}, scope.earlier, scope.sex});
}

Outcome summed(const std::vector<Outcome>& parts)
{
    std::optional<Fraction> total = Fraction{};
    for (const auto& part : parts)
        if (total) total = add(*total, *part.value);
    return or_too_large(total);
}

} // namespace

Outcome applied(FormulaStepKind kind, const std::vector<Outcome>& parts)
{
    if (kind == FormulaStepKind::if_missing) {
        const bool is_missing = !parts[0].value && (parts[0].why == NoResult::missing ||
                                                    parts[0].why == NoResult::not_asked);
        return is_missing ? parts[1] : parts[0];
    }
    const auto without =
        std::ranges::find_if(parts, [](const Outcome& part) { return !part.value; });
    if (without != parts.end()) return *without;
    const auto lower = [](const Outcome& a, const Outcome& b) { return *a.value < *b.value; };
    switch (kind) {
    case FormulaStepKind::add:
        return or_too_large(add(*parts[0].value, *parts[1].value));
    case FormulaStepKind::subtract:
        return or_too_large(subtract(*parts[0].value, *parts[1].value));
    case FormulaStepKind::multiply:
        return or_too_large(multiply(*parts[0].value, *parts[1].value));
    case FormulaStepKind::divide:
        if (parts[1].value->is_zero()) return none(NoResult::division_by_zero);
        return or_too_large(divide(*parts[0].value, *parts[1].value));
    case FormulaStepKind::negate:
        return or_too_large(subtract(Fraction{}, *parts[0].value));
    case FormulaStepKind::minimum:
        return *std::ranges::min_element(parts, lower);
    case FormulaStepKind::maximum:
        return *std::ranges::max_element(parts, lower);
    case FormulaStepKind::cumulative:
        return summed(parts);
    case FormulaStepKind::previous:
    case FormulaStepKind::last_year:
        return parts[0];
    case FormulaStepKind::if_missing:
    case FormulaStepKind::number:
    case FormulaStepKind::element:
        break;
    }
    return none(NoResult::missing);
}

FormulaStep evaluate(const FormulaNode& formula, const FormulaScope& scope)
{
    FormulaStep step;
    step.node = formula;
    step.node.parts.clear();
    step.period = scope.now.period;
    if (formula.kind == FormulaStepKind::number) {
        step.outcome = {Fraction(formula.number)};
        return step;
    }
    if (formula.kind == FormulaStepKind::element) {
        take_element(formula.element, scope, step);
        return step;
    }
    if (is_of_periods(formula.kind)) {
        for (const auto& period : periods_of(formula.kind, scope.now.period))
            step.parts.push_back(evaluate_in(period, formula.parts[0], scope));
    } else {
        for (const auto& part : formula.parts)
            step.parts.push_back(evaluate(part, scope));
    }
    std::vector<Outcome> outcomes;
    for (const auto& part : step.parts)
        outcomes.push_back(part.outcome);
    step.outcome = applied(formula.kind, outcomes);
    return step;
}

bool is_unanswered(NoResult why)
{
    return why == NoResult::missing || why == NoResult::not_asked || why == NoResult::ambiguous;
}

const char* name_of(NoResult why)
{
    switch (why) {
    case NoResult::missing:
        return "missing";
    case NoResult::not_applicable:
        return "not_applicable";
    case NoResult::division_by_zero:
        return "division_by_zero";
    case NoResult::too_large:
        return "too_large";
    case NoResult::not_asked:
        return "not_asked";
    case NoResult::ambiguous:
        return "ambiguous";
    }
    return "missing";
}

} // namespace tiendo
