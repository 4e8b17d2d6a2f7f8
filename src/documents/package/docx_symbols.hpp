#pragma once

#include <string>
#include <string_view>

namespace tiendo::documents {

/// "≥" for 0xB3 of the font Symbol: what a sign of a font of signs looks like. Empty where the font
/// or the sign is not known.
std::string_view symbol_of(std::string_view font, unsigned code);

/// The text with the signs of such a font, which Word keeps as U+F000 and their code, written as
/// they look. `unknown` counts those that are left out.
std::string with_symbols(std::string_view text, std::string_view font, int& unknown);

} // namespace tiendo::documents
