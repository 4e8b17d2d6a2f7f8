#include "documents/reading/page_widths.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tiendo::documents {

namespace {

constexpr double too_wide = 1.14; ///< times what the letters of the line say (measured)
constexpr std::size_t letters_min = 3;
constexpr std::size_t words_min = 3; ///< fewer say nothing about a line; then the page does

/// In thousandths of their size, in the type that official papers are set in.
double width_of(char letter)
{
    static constexpr std::array<std::pair<std::string_view, double>, 9> widths{{
        {"ilj;:/t", 278},
        {".,", 250},
        {"-rf()", 333},
        {"s", 389},
        {"acez", 444},
        {"<>+", 564},
        {"w", 722},
        {"m", 778},
        {"%", 833},
    }};
    constexpr double of_others = 500; // digits, and most small letters
    for (const auto& [letters, width] : widths)
        if (letters.find(letter) != std::string_view::npos) return width;
    return of_others;
}

double width_of(std::string_view letters)
{
    double width = 0;
    for (const char letter : letters)
        width += width_of(letter);
    return width;
}

/// Points for a thousandth, where the word is one of small letters alone.
std::optional<double> scale_of_letters(const PageWord& word)
{
    constexpr int sure = 80;
    const auto letters = search_key(word.text); // marks do not make a letter wider
    const bool is_small = to_lower(word.text) == word.text &&
                          letters.find_first_of("0123456789%") == std::string::npos;
    if (word.confidence < sure || letters.size() < letters_min || !is_small || is_sign(word))
        return std::nullopt;
    return word.box.width() / width_of(letters);
}

/// Likewise of a number without letters.
std::optional<double> scale_of_number(const PageWord& word)
{
    const bool is_number =
        word.text.find_first_of("0123456789") != std::string::npos &&
        word.text.find_first_not_of("0123456789.,;:/-%()<>+") == std::string::npos;
    if (!is_number) return std::nullopt;
    return word.box.width() / width_of(word.text);
}

double median(std::vector<double> values)
{
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

void doubt_wide_numbers(std::vector<PageWord>& words)
{
    using Line = std::pair<double, double>;
    const auto line_of = [](const PageWord& word) { return Line(word.box.top, word.box.bottom); };
    std::vector<double> of_page;
    std::map<Line, std::vector<double>> of_lines;
    for (const auto& word : words) {
        const auto scale = scale_of_letters(word);
        if (!scale) continue;
        of_page.push_back(*scale);
        of_lines[line_of(word)].push_back(*scale);
    }
    const auto page_scale = median(std::move(of_page));
    std::map<Line, double> scales;
    for (auto& [line, values] : of_lines)
        if (values.size() >= words_min) scales[line] = median(std::move(values));
    for (auto& word : words) {
        const auto known = scales.find(line_of(word));
        const auto scale = known == scales.end() ? page_scale : known->second;
        if (scale > 0 && scale_of_number(word).value_or(0) > scale * too_wide) word.confidence = 0;
    }
}

} // namespace tiendo::documents
