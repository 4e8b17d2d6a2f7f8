#pragma once

#include <string>
#include <string_view>

namespace tiendo::documents {

/// Lower-case Vietnamese without its marks ("phấn đấu" is "phan dau"); other letters stay.
std::string plain_letters(std::string_view lower);

/// Two tone marks in one syllable ("hòì"): no Vietnamese word has them.
bool has_two_tones(std::string_view lower_word);

/// The first letter as a capital.
std::string upper_first(const std::string& word);

} // namespace tiendo::documents
