#pragma once

#include "base/decimal.hpp"
#include "base/result.hpp"
#include "domain/indicator/indicator.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiendo {

/// Limits of a formula; docs/limits.md.
inline constexpr std::size_t formula_bytes_max = 1000;
inline constexpr int formula_depth_max = 30;
inline constexpr int formula_steps_max = 200;

/// A number that a unit types, by its key: "num", "q3", "den.female"; of another entry of the
/// library where one is named: "[women-masters].num".
struct FormulaElement {
    IndicatorId indicator{}; ///< empty: the entry's own
    std::string key{};       ///< "num", without the sex
    std::string sex{};       ///< "" | "male" | "female"

    friend bool operator==(const FormulaElement&, const FormulaElement&) = default;
};

enum class FormulaStepKind {
    number,
    element,
    add,
    subtract,
    multiply,
    divide,
    negate,
    minimum,
    maximum,
    if_missing, ///< the second where the first is missing: written, never assumed
    cumulative, ///< summed over this period and those before it in the year
};

/// One step of a formula, with the place where it is written.
struct FormulaNode {
    FormulaStepKind kind = FormulaStepKind::number;
    Decimal number{};
    FormulaElement element{};
    std::vector<FormulaNode> parts{};
    std::size_t at = 0; ///< bytes before it
    std::size_t length = 0;

    friend bool operator==(const FormulaNode&, const FormulaNode&) = default;
};

/// Why a text is no formula, and where.
struct FormulaFault {
    Problem problem{}; ///< "formula.…"
    std::size_t at = 0;
    std::size_t length = 0;

    friend bool operator==(const FormulaFault&, const FormulaFault&) = default;
};

/// Reads sums, differences, products (× or *) and quotients (÷, : or /) of elements and numbers,
/// with parentheses, min(a; b), max(a; b), if_missing(a; b) and cumulative(a). A number is written
/// 0,5 or 0.5. Never needs more steps, depth or text than the limits allow.
std::variant<FormulaNode, FormulaFault> parse_formula(std::string_view text);

/// The form that parse_formula() reads: every operation in parentheses but the outermost.
std::string formula_text(const FormulaNode& formula);

/// The first name in a formula that the entry does not have, or that the library does not know.
std::optional<FormulaFault> unknown_name(
    const FormulaNode& formula, const Indicator& indicator, const IndicatorLibrary& library
);

/// The other entries that a formula names, each once.
std::vector<IndicatorId> named_indicators(const FormulaNode& formula);

} // namespace tiendo
