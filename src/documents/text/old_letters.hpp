#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// How Vietnamese was written before Unicode: with fonts that show other letters for the codes of
/// Latin-1.
enum class OldLetters { tcvn3, vni };

/// "TCVN3" or "VNI".
std::string_view name_of(OldLetters letters);

/// What the text says, where its letters are shown by such a font. `text` holds Latin-1 letters in
/// UTF-8.
std::string in_unicode(std::string_view text, OldLetters letters);

/// The letters that the text is written in, if any: told by the syllables that come out.
std::optional<OldLetters> old_letters_of(std::string_view text);

/// The letters that a font is made for: ".VnTime", "VNI-Times". The fonts of TCVN3 whose names end
/// in H show capitals.
std::optional<OldLetters> old_letters_of_font(std::string_view font);
bool shows_capitals(std::string_view font);

} // namespace tiendo::documents
