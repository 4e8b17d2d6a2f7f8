#include "domain/indicator/formula.hpp"

#include <algorithm>

namespace tiendo {
namespace {

std::string element_text(const FormulaElement& element)
{
    std::string text;
    if (!element.indicator.empty()) text = "[" + element.indicator.str() + "].";
    text += element.key;
    return element.sex.empty() ? text : text + "." + element.sex;
}

std::string operand_text(const FormulaNode& node)
{
    const bool is_plain =
        node.kind == FormulaStepKind::number || node.kind == FormulaStepKind::element ||
        node.kind == FormulaStepKind::minimum || node.kind == FormulaStepKind::maximum ||
        node.kind == FormulaStepKind::if_missing || node.kind == FormulaStepKind::cumulative;
    return is_plain ? formula_text(node) : "(" + formula_text(node) + ")";
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

bool has_element(const Indicator& indicator, const FormulaElement& element)
{
    const auto elements = elements_of(indicator);
    const auto is_there = [&](const std::string& key) {
        return std::ranges::find(elements, key) != elements.end();
    };
    if (!element.sex.empty()) return is_there(element.key + "." + element.sex);
    return is_there(element.key) || is_there(element.key + ".male");
}

void collect_names(const FormulaNode& node, std::vector<IndicatorId>& names)
{
    const auto& id = node.element.indicator;
    if (!id.empty() && std::ranges::find(names, id) == names.end()) names.push_back(id);
    for (const auto& part : node.parts)
        collect_names(part, names);
}

} // namespace

std::string formula_text(const FormulaNode& formula)
{
    switch (formula.kind) {
    case FormulaStepKind::number:
        // A number of three decimals is ambiguous as it is written: a nought more tells.
        return formula.number.scale() == 3 ? formula.number.str() + "0" : formula.number.str();
    case FormulaStepKind::element:
        return element_text(formula.element);
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
    }
    return {};
}

std::optional<FormulaFault> unknown_name(
    const FormulaNode& formula, const Indicator& indicator, const IndicatorLibrary& library
)
{
    if (formula.kind == FormulaStepKind::element) {
        const auto& element = formula.element;
        const auto* meant =
            element.indicator.empty() ? &indicator : library.find(element.indicator);
        const char* key = meant == nullptr                ? "formula.indicator_unknown"
                          : !has_element(*meant, element) ? "formula.name_unknown"
                          : !element.indicator.empty() && element.sex.empty() &&
                                  meant->breakdown == Breakdown::sex &&
                                  meant->shape == Shape::ratio &&
                                  indicator.breakdown != Breakdown::sex
                              ? "formula.sex_missing"
                              : nullptr;
        if (key != nullptr)
            return FormulaFault{
                {key, {{"text", element_text(element)}}, {}}, formula.at, formula.length
            };
    }
    for (const auto& part : formula.parts)
        if (auto fault = unknown_name(part, indicator, library)) return fault;
    return std::nullopt;
}

std::vector<IndicatorId> named_indicators(const FormulaNode& formula)
{
    std::vector<IndicatorId> names;
    collect_names(formula, names);
    return names;
}

} // namespace tiendo
