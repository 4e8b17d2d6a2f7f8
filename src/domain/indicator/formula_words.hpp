#pragma once

#include <cstddef>
#include <string_view>

namespace tiendo {

enum class FormulaWordKind {
    number,
    name,
    indicator, ///< "[women-masters].num"
    plus,
    minus,
    times,
    over,
    open,
    close,
    semicolon,
    end,
    no_bracket, ///< a "[" that nothing closes
    unknown,    ///< one whole character, so that what is shown as wrong is readable
};

/// One word of a formula, with the place where it is written.
struct FormulaWord {
    FormulaWordKind kind = FormulaWordKind::end;
    std::string_view text{};
    std::size_t at = 0;

    std::size_t end() const { return at + text.size(); }
};

/// The first word from that place on, behind blanks.
FormulaWord formula_word(std::string_view text, std::size_t from);

} // namespace tiendo
