#include "documents/text/words.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace tiendo::documents {

namespace {

struct Letter {
    UChar32 code = 0;
    std::size_t end = 0;
};

/// Half of all letters are ASCII, and words are cut again and again: those do without ICU.
bool is_ascii(UChar32 code)
{
    return static_cast<std::uint32_t>(code) < 0x80;
}

Letter letter_at(std::string_view text, std::size_t i)
{
    if (const auto first = static_cast<unsigned char>(text[i]); is_ascii(first))
        return {first, i + 1};
    auto position = static_cast<std::int32_t>(i);
    UChar32 code = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT(bytes, position, static_cast<std::int32_t>(text.size()), code);
    return {code < 0 ? 0xFFFD : code, static_cast<std::size_t>(position)};
}

void append(std::string& out, UChar32 code)
{
    char bytes[4];
    std::int32_t length = 0;
    auto* target = reinterpret_cast<std::uint8_t*>(bytes);
    U8_APPEND_UNSAFE(target, length, static_cast<std::uint32_t>(code));
    out.append(bytes, static_cast<std::size_t>(length));
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_dash(UChar32 code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

bool is_letter(UChar32 code)
{
    if (is_ascii(code)) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    return u_isalpha(code) || u_charType(code) == U_NON_SPACING_MARK;
}

/// "1.234,5": points and commas belong to the number only between digits.
std::size_t end_of_number(std::string_view text, std::size_t i)
{
    while (i < text.size()) {
        if (is_digit(text[i])) {
            ++i;
        } else if ((text[i] == '.' || text[i] == ',') && i + 1 < text.size() &&
                   is_digit(text[i + 1])) {
            ++i;
        } else {
            break;
        }
    }
    return i;
}

std::size_t end_of_word(std::string_view text, std::size_t i)
{
    while (i < text.size()) {
        const auto letter = letter_at(text, i);
        if (!is_letter(letter.code) && !is_digit(text[i])) break;
        i = letter.end;
    }
    return i;
}

} // namespace

std::string lower_in_place(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto letter = letter_at(text, i);
        if (is_ascii(letter.code)) {
            const bool is_capital = letter.code >= 'A' && letter.code <= 'Z';
            out += static_cast<char>(is_capital ? letter.code + ('a' - 'A') : letter.code);
            i = letter.end;
            continue;
        }
        const auto before = out.size();
        append(out, u_tolower(letter.code));
        if (out.size() - before != letter.end - i) {
            out.resize(before);
            out.append(text.substr(i, letter.end - i));
        }
        i = letter.end;
    }
    return out;
}

bool is_upper_case(std::string_view text)
{
    bool any = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto letter = letter_at(text, i);
        if (u_islower(letter.code)) return false;
        any = any || u_isupper(letter.code);
        i = letter.end;
    }
    return any;
}

Words::Words(std::string text) : text_(std::move(text)), lower_(lower_in_place(text_))
{
    words_.reserve(text_.size() / 4 + 1);
    for (std::size_t i = 0; i < text_.size();) {
        const auto letter = letter_at(text_, i);
        if (is_digit(text_[i])) {
            const auto end = end_of_number(text_, i);
            words_.push_back({i, end, WordKind::number});
            i = end;
        } else if (is_letter(letter.code)) {
            const auto end = end_of_word(text_, i);
            words_.push_back({i, end, WordKind::word});
            i = end;
        } else {
            if (letter.code != ' ' && !u_isUWhiteSpace(letter.code))
                words_.push_back({i, letter.end, WordKind::sign});
            i = letter.end;
        }
    }
}

std::string_view Words::lower(std::size_t i) const
{
    if (i >= size()) return {};
    const auto view =
        std::string_view(lower_).substr(words_[i].begin, words_[i].end - words_[i].begin);
    return words_[i].kind == WordKind::sign && is_dash(letter_at(view, 0).code) ? "-" : view;
}

std::string_view Words::written(std::size_t i) const
{
    return i < size() ? written(i, i + 1) : std::string_view{};
}

std::string_view Words::written(std::size_t first, std::size_t last) const
{
    last = std::min(last, size());
    if (first >= last) return {};
    const auto begin = words_[first].begin;
    return std::string_view(text_).substr(begin, words_[last - 1].end - begin);
}

bool Words::is_capitalised(std::size_t i) const
{
    return is_plain(i) && u_isupper(letter_at(text_, words_[i].begin).code);
}

std::size_t Words::at_byte(std::size_t byte) const
{
    std::size_t i = 0;
    while (i < size() && words_[i].begin < byte)
        ++i;
    return i;
}

} // namespace tiendo::documents
