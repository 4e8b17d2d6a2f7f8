#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::documents {

struct TextLine {
    int number = 0;
    std::string raw{};      ///< NFC, white space kept: columns are found by it
    std::string text{};     ///< squeezed, without marks of emphasis
    std::size_t width = 0;  ///< characters from the left edge
    std::size_t indent = 0; ///< characters of white space before it
    bool bold = false;      ///< the whole line stood between "**"
};

struct DecodedText {
    std::string text{};
    std::string old_letters{}; ///< "TCVN3", "VNI", or empty
};

/// UTF-8, UTF-16, and the old letters TCVN3 and VNI, to UTF-8; refuses file.not_text for anything
/// else.
Result<DecodedText> decode_text(std::string_view bytes);

/// Every line of the text, blank ones included; the lines as they came go into `source`.
std::vector<TextLine> text_lines(std::string_view text, std::vector<NumberedLine>& source);

/// What stands left and right of a wide gap; a line that begins far to the right is all right.
std::pair<std::string, std::string> columns_of(const TextLine& line);

/// "-----", "_____", "* * *"
bool is_rule(std::string_view text);

/// Squeezed, zero-width characters, "*" and "**" of emphasis dropped.
std::string clean_text(std::string_view text);

/// Whether it begins with a small letter, as the rest of a sentence does.
bool starts_small(std::string_view text);

} // namespace tiendo::documents
