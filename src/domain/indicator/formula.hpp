#pragma once

#include "base/decimal.hpp"
#include "base/result.hpp"
#include "domain/form/answers.hpp"
#include "domain/indicator/indicator.hpp"

#include <compare>
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

/// Whose numbers a formula takes where they are not the entry's own: another entry of the
/// library's,
/// "[women-masters]", in whichever measure of the plan it is, or a measure's, "[3.2a]".
struct OtherCounts {
    IndicatorId indicator{};
    MeasureId measure{};

    bool empty() const { return indicator.empty() && measure.empty(); }
    /// What stands between the brackets.
    const std::string& name() const { return measure.empty() ? indicator.str() : measure.str(); }

    friend auto operator<=>(const OtherCounts&, const OtherCounts&) = default;
};

/// A number that a unit types, by its key: "num", "q3", "den.female"; of another entry or measure
/// where one is named: "[women-masters].num".
struct FormulaElement {
    OtherCounts of{};  ///< empty: the entry's own
    std::string key{}; ///< "num", without the sex
    std::string sex{}; ///< "" | "male" | "female"

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
    previous,   ///< as it was in the period before
    last_year,  ///< as it was in the same period of last year
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
/// with parentheses, min(a; b), max(a; b), if_missing(a; b), and of other periods previous(a),
/// last_year(a) and cumulative(a). A number is written 0,5 or 0.5. Never needs more steps, depth or
/// text than the limits allow.
std::variant<FormulaNode, FormulaFault> parse_formula(std::string_view text);

/// The form that parse_formula() reads: every operation in parentheses but the outermost.
std::string formula_text(const FormulaNode& formula);

/// Whether a unit types that number for the entry, of one sex or of both.
bool has_element(const Indicator& indicator, const FormulaElement& element);

/// As it is written: "[3.2a].num.female".
std::string formula_text(const FormulaElement& element);

/// The first name in a formula that the entry does not have, or that the library does not know.
std::optional<FormulaFault> unknown_name(
    const FormulaNode& formula, const Indicator& indicator, const IndicatorLibrary& library
);

/// The other entries and measures that a formula names, each once.
std::vector<OtherCounts> named_counts(const FormulaNode& formula);

} // namespace tiendo
