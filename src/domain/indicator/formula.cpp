#include "domain/indicator/formula.hpp"

#include <algorithm>

namespace tiendo {
namespace {

bool is_operation(FormulaStepKind kind)
{
    return kind == FormulaStepKind::add || kind == FormulaStepKind::subtract ||
           kind == FormulaStepKind::multiply || kind == FormulaStepKind::divide ||
           kind == FormulaStepKind::negate;
}

std::string operand_text(const FormulaNode& node)
{
    return is_operation(node.kind) ? "(" + formula_text(node) + ")" : formula_text(node);
}

std::string binary_text(const FormulaNode& node, const char* sign)
{
    return operand_text(node.parts[0]) + sign + operand_text(node.parts[1]);
}

std::string call_text(const FormulaNode& node, const char* name)
{
    std::string text = name;
    for (std::size_t i = 0; i < node.parts.size(); ++i)
        text += (i == 0 ? "(" : "; ") + formula_text(node.parts[i]);
    return text + ")";
}

const char* what_is_wrong(
    const FormulaElement& element, const Indicator& indicator, const IndicatorLibrary& library
)
{
    const bool is_own = element.of.empty();
    const auto* meant = is_own ? &indicator : library.find(element.of.indicator);
    if (meant == nullptr) return "formula.indicator_unknown";
    if (!has_element(*meant, element)) return "formula.name_unknown";
    const bool is_by_sex = meant->breakdown == Breakdown::sex && meant->shape == Shape::ratio;
    if (!is_own && is_by_sex && element.sex.empty() && indicator.breakdown != Breakdown::sex)
        return "formula.sex_missing";
    return nullptr;
}

void collect_names(const FormulaNode& node, std::vector<OtherCounts>& names)
{
    const auto& of = node.element.of;
    if (!of.empty() && std::ranges::find(names, of) == names.end()) names.push_back(of);
    for (const auto& part : node.parts)
        collect_names(part, names);
}

} // namespace

bool has_element(const Indicator& indicator, const FormulaElement& element)
{
    const auto elements = elements_of(indicator);
    const auto is_there = [&](const std::string& key) {
        return std::ranges::find(elements, key) != elements.end();
    };
    if (!element.sex.empty()) return is_there(element.key + "." + element.sex);
    return is_there(element.key) || is_there(element.key + ".male");
}

std::string formula_text(const FormulaElement& element)
{
    std::string text;
    if (!element.of.empty()) text = "[" + element.of.name() + "].";
    text += element.key;
    return element.sex.empty() ? text : text + "." + element.sex;
}

std::string formula_text(const FormulaNode& formula)
{
    switch (formula.kind) {
    case FormulaStepKind::number:
        // A number of three decimals is ambiguous as it is written: a nought more tells.
        return formula.number.scale() == 3 ? formula.number.str() + "0" : formula.number.str();
    case FormulaStepKind::element:
        return formula_text(formula.element);
    case FormulaStepKind::add:
        return binary_text(formula, " + ");
    case FormulaStepKind::subtract:
        return binary_text(formula, " − ");
    case FormulaStepKind::multiply:
        return binary_text(formula, " × ");
    case FormulaStepKind::divide:
        return binary_text(formula, " ÷ ");
    case FormulaStepKind::negate:
        return "−" + operand_text(formula.parts[0]);
    case FormulaStepKind::minimum:
        return call_text(formula, "min");
    case FormulaStepKind::maximum:
        return call_text(formula, "max");
    case FormulaStepKind::if_missing:
        return call_text(formula, "if_missing");
    case FormulaStepKind::cumulative:
        return call_text(formula, "cumulative");
    case FormulaStepKind::previous:
        return call_text(formula, "previous");
    case FormulaStepKind::last_year:
        return call_text(formula, "last_year");
    }
    return {};
}

std::optional<FormulaFault> unknown_name(
    const FormulaNode& formula, const Indicator& indicator, const IndicatorLibrary& library
)
{
    // What a measure asks is known in its plan alone.
    if (formula.kind == FormulaStepKind::element && formula.element.of.measure.empty()) {
        if (const auto* key = what_is_wrong(formula.element, indicator, library))
            return FormulaFault{
                {key, {{"text", formula_text(formula.element)}}, {}}, formula.at, formula.length
            };
    }
    for (const auto& part : formula.parts)
        if (auto fault = unknown_name(part, indicator, library)) return fault;
    return std::nullopt;
}

std::vector<OtherCounts> named_counts(const FormulaNode& formula)
{
    std::vector<OtherCounts> names;
    collect_names(formula, names);
    return names;
}

} // namespace tiendo
