#include "base/result.hpp"
#include "domain/indicator/formula_value.hpp"
#include "harness.hpp"

/// What is a formula is written and read again as the same one, and comes to a number or says why
/// not; a fault stands within the text.
void try_input(std::string_view input)
{
    using namespace tiendo;
    const auto parsed = parse_formula(input);
    if (const auto* fault = std::get_if<FormulaFault>(&parsed)) {
        ensure(fault->at + fault->length <= input.size(), "a fault stands in the text");
        return;
    }
    const auto& formula = std::get<FormulaNode>(parsed);
    const auto written = formula_text(formula);
    if (written.size() <= formula_bytes_max) {
        const auto again = parse_formula(written);
        const auto* same = std::get_if<FormulaNode>(&again);
        // Each sign brings its parentheses, so a deep formula may be too deep when written.
        ensure(same == nullptr || formula_text(*same) == written, "a formula survives");
    }
    PeriodCell now;
    now.own.cell.state = ValueState::value;
    now.own.cell.numbers = {{"num", 7}, {"den", Decimal(25, 1)}, {"q1", 0}, {"value", INT64_MAX}};
    const auto step = evaluate(formula, {now, {now}, "female"});
    if (step.outcome.value) static_cast<void>(step.outcome.value->rounded(4));
}
