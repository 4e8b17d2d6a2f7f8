#include "domain/indicator/formula_words.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

using Kind = FormulaWordKind;

struct Sign {
    std::string_view text;
    Kind kind;
};

/// As officers type them and as print shows them.
constexpr std::array<Sign, 12> signs{{
    {"+", Kind::plus},
    {"-", Kind::minus},
    {"−", Kind::minus},
    {"–", Kind::minus},
    {"*", Kind::times},
    {"×", Kind::times},
    {"/", Kind::over},
    {"÷", Kind::over},
    {":", Kind::over},
    {"(", Kind::open},
    {")", Kind::close},
    {";", Kind::semicolon},
}};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_number_sign(char c)
{
    return is_digit(c) || c == '.' || c == ',';
}

bool is_small_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_name_letter(char c)
{
    return is_small_letter(c) || c == '_' || c == '.' || is_digit(c);
}

std::size_t length_of(std::string_view text, bool (*belongs)(char))
{
    const auto end = std::ranges::find_if_not(text, belongs);
    return static_cast<std::size_t>(end - text.begin());
}

std::size_t first_character(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

} // namespace

FormulaWord formula_word(std::string_view text, std::size_t from)
{
    const auto at = std::min(text.find_first_not_of(" \n\r\t", from), text.size());
    const auto rest = text.substr(at);
    const auto word = [&](Kind kind, std::size_t length) {
        return FormulaWord{kind, rest.substr(0, length), at};
    };
    if (rest.empty()) return word(Kind::end, 0);
    for (const auto& sign : signs)
        if (rest.starts_with(sign.text)) return word(sign.kind, sign.text.size());
    if (is_digit(rest.front())) return word(Kind::number, length_of(rest, is_number_sign));
    if (is_small_letter(rest.front())) return word(Kind::name, length_of(rest, is_name_letter));
    if (rest.front() != '[') return word(Kind::unknown, first_character(rest));
    const auto close = rest.find(']');
    if (close == std::string_view::npos) return word(Kind::no_bracket, rest.size());
    return word(Kind::indicator, close + 1 + length_of(rest.substr(close + 1), is_name_letter));
}

} // namespace tiendo
