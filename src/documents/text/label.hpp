#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

enum class LabelKind { none, part, article, division, roman, capital, decimal, letter, bullet };

/// What stands before a paragraph: "Phần thứ nhất", "Điều 2.", "Mục 1.", "III.", "A.", "1.2.",
/// "đ)", "-".
struct Label {
    LabelKind kind = LabelKind::none;
    std::vector<int> numbers{}; ///< 1.2.3 is {1, 2, 3}; III is {3}; đ) is {5}
    char bullet = 0;        ///< '-', '+', '*' or 'o' (any other sign); '(' of "(1)", ')' of "1)"
    std::size_t length = 0; ///< bytes, the white space behind it included
};

Label label_of(std::string_view text);

/// The paragraph without its label.
std::string_view without_label(std::string_view text);

} // namespace tiendo::documents
