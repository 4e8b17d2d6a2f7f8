#include "domain/indicator/formula_needs.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace tiendo {
namespace {

using Periods = std::set<PeriodId>;

/// The periods in which a step takes its part, when it is itself taken in those.
Periods periods_of_part(FormulaStepKind kind, const Periods& own)
{
    Periods taken;
    for (const auto& period : own) {
        const auto name = parse_period(period);
        if (!name) continue;
        if (kind == FormulaStepKind::previous) {
            taken.insert(id_of(shifted(*name, -1)));
        } else if (kind == FormulaStepKind::last_year) {
            taken.insert(same_period_last_year(period));
        } else if (kind == FormulaStepKind::cumulative) {
            const auto all = since_year_began(period);
            taken.insert(all.begin(), all.end());
        } else {
            taken.insert(period);
        }
    }
    return taken;
}

void collect(const FormulaNode& node, const Periods& periods, Periods& found)
{
    if (node.kind == FormulaStepKind::element) found.insert(periods.begin(), periods.end());
    const auto inside = periods_of_part(node.kind, periods);
    for (const auto& part : node.parts)
        collect(part, inside, found);
}

} // namespace

bool reaches_beyond(const FormulaNode& formula)
{
    const auto reaches = [](const FormulaNode& part) { return reaches_beyond(part); };
    return !formula.element.of.empty() || formula.kind == FormulaStepKind::cumulative ||
           formula.kind == FormulaStepKind::previous ||
           formula.kind == FormulaStepKind::last_year ||
           std::ranges::any_of(formula.parts, reaches);
}

bool reaches_beyond(const Indicator& indicator)
{
    return std::ranges::any_of(
        std::array{&indicator.formula, &indicator.divisor},
        [](const std::string* text) {
            const auto parsed = parse_formula(*text);
            const auto* formula = std::get_if<FormulaNode>(&parsed);
            return formula != nullptr && reaches_beyond(*formula);
        }
    );
}

FormulaNeeds needs_of(const Indicator& indicator, const PeriodId& period)
{
    FormulaNeeds needs;
    Periods periods;
    for (const auto* text : {&indicator.formula, &indicator.divisor}) {
        if (text->empty()) continue;
        const auto parsed = parse_formula(*text);
        const auto* formula = std::get_if<FormulaNode>(&parsed);
        if (formula == nullptr) continue;
        collect(*formula, {period}, periods);
        for (const auto& of : named_counts(*formula))
            if (std::ranges::find(needs.others, of) == needs.others.end())
                needs.others.push_back(of);
    }
    periods.erase(period);
    needs.periods.assign(periods.begin(), periods.end());
    return needs;
}

std::vector<PeriodId> since_year_began(const PeriodId& period)
{
    auto name = parse_period(period);
    if (!name) return {period};
    std::vector<PeriodId> periods;
    const int last = name->number;
    for (name->number = 1; name->number <= last; ++name->number)
        periods.push_back(id_of(*name));
    return periods;
}

} // namespace tiendo
