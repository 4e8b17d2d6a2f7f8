#include "domain/indicator/formula_value.hpp"

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

Outcome outcome_of(const FormulaElement& element, const FormulaScope& scope)
{
    if (element.indicator.empty()) return number_in(scope.now.cell, element, scope.sex);
    const auto found = scope.now.beside.find(element.indicator);
    if (found == scope.now.beside.end()) return none(NoResult::missing);
    return number_in(found->second, element, scope.sex);
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
        const bool is_missing = !parts[0].value && parts[0].why == NoResult::missing;
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
        step.outcome = outcome_of(formula.element, scope);
        return step;
    }
    static const std::vector<PeriodCell> nothing_before;
    if (formula.kind == FormulaStepKind::cumulative)
        for (const auto& before : scope.earlier)
            step.parts.push_back(
                evaluate(formula.parts[0], FormulaScope{before, nothing_before, scope.sex})
            );
    for (const auto& part : formula.parts)
        step.parts.push_back(evaluate(part, scope));
    std::vector<Outcome> outcomes;
    for (const auto& part : step.parts)
        outcomes.push_back(part.outcome);
    step.outcome = applied(formula.kind, outcomes);
    return step;
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
    }
    return "missing";
}

} // namespace tiendo
