#include "documents/reading/text_lines.hpp"

#include "base/text.hpp"
#include "documents/text/old_letters.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace tiendo::documents {

namespace {

constexpr std::size_t column_gap_min = 3;
constexpr std::size_t right_column_min = 24;

std::string from_utf16(std::string_view bytes, bool little_endian)
{
    std::u16string units;
    units.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto a = static_cast<unsigned char>(bytes[i]);
        const auto b = static_cast<unsigned char>(bytes[i + 1]);
        units += static_cast<char16_t>(little_endian ? a | (b << 8) : (a << 8) | b);
    }
    std::string out;
    icu::UnicodeString(units.data(), static_cast<std::int32_t>(units.size())).toUTF8String(out);
    return out;
}

/// UTF-16 without a mark betrays itself by its zero bytes: Vietnamese text is full of ASCII.
int zero_bytes_at(std::string_view bytes, std::size_t parity)
{
    int zeros = 0;
    for (std::size_t i = parity; i < std::min<std::size_t>(bytes.size(), 400); i += 2)
        zeros += bytes[i] == 0;
    return zeros;
}

bool looks_like_text(std::string_view text)
{
    std::size_t controls = 0;
    for (const char c : text) {
        if (c == 0) return false;
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' &&
            c != '\f' && c != '\v') {
            ++controls;
        }
    }
    return controls * 200 <= text.size();
}

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

std::string expand_tabs(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\t') {
            out += "    ";
        } else if (c != '\f' && c != '\v') {
            out += c;
        }
    }
    return replace_all(std::move(out), "\xC2\xA0", " ");
}

TextLine line_of(std::string_view source, int number)
{
    TextLine line;
    line.number = number;
    line.raw = to_nfc(source);
    const auto expanded = expand_tabs(line.raw);
    line.text = clean_text(line.raw);
    const auto stripped = trim(expanded);
    line.bold = stripped.size() > 4 && stripped.starts_with("**") && stripped.ends_with("**");
    line.indent = static_cast<std::size_t>(
        std::find_if(expanded.begin(), expanded.end(), [](char c) { return c != ' '; }) -
        expanded.begin()
    );
    auto end = expanded.find_last_not_of(' ');
    line.width = end == std::string::npos ? 0 : character_count(expanded.substr(0, end + 1));
    return line;
}

/// Each byte as the letter of that number.
std::string from_latin1(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xC0 | (code >> 6));
            text += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    return text;
}

std::string from_unicode(std::string_view bytes)
{
    std::string text;
    if (bytes.starts_with("\xFF\xFE")) {
        text = from_utf16(bytes.substr(2), true);
    } else if (bytes.starts_with("\xFE\xFF")) {
        text = from_utf16(bytes.substr(2), false);
    } else if (zero_bytes_at(bytes, 1) > 20 && zero_bytes_at(bytes, 0) == 0) {
        text = from_utf16(bytes, true);
    } else if (zero_bytes_at(bytes, 0) > 20 && zero_bytes_at(bytes, 1) == 0) {
        text = from_utf16(bytes, false);
    } else {
        text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    }
    return text;
}

} // namespace

Result<DecodedText> decode_text(std::string_view bytes)
{
    auto text = from_unicode(bytes);
    const bool is_unicode = is_valid_utf8(text);
    if (!is_unicode) text = from_latin1(bytes);
    if (!looks_like_text(text)) return refuse(Refusal::unreadable, "file.not_text");
    if (const auto letters = old_letters_of(text))
        return DecodedText{in_unicode(text, *letters), std::string(name_of(*letters))};
    if (!is_unicode) return refuse(Refusal::unreadable, "file.not_text");
    return DecodedText{std::move(text), {}};
}

std::vector<TextLine> text_lines(std::string_view text, std::vector<NumberedLine>& source)
{
    std::vector<TextLine> lines;
    int number = 0;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        const auto line = text.substr(0, end);
        ++number;
        source.push_back({number, std::string(line)});
        lines.push_back(line_of(line, number));
        if (end == std::string_view::npos) break;
        text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
    return lines;
}

std::pair<std::string, std::string> columns_of(const TextLine& line)
{
    const auto text = expand_tabs(line.raw);
    if (line.indent >= right_column_min) return {"", line.text};
    std::size_t i = line.indent;
    while (i < text.size()) {
        if (!is_space(text[i])) {
            ++i;
            continue;
        }
        const auto begin = i;
        while (i < text.size() && is_space(text[i]))
            ++i;
        const auto right = text.substr(i);
        // "Số:      /KH-UBND", "ngày     tháng     năm": a blank to be filled in, not a column.
        const bool blank = right.starts_with('/') || starts_small(right);
        if (i < text.size() && i - begin >= column_gap_min && begin > line.indent && !blank) {
            return {clean_text(text.substr(0, begin)), clean_text(right)};
        }
    }
    return {line.text, ""};
}

bool is_rule(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return std::string_view("-_=*|. ~").find(c) != std::string_view::npos;
    });
}

std::string clean_text(std::string_view text)
{
    std::string out{text};
    for (const auto* invisible :
         {"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xEF\xBB\xBF", "\xC2\xAD"}) {
        out = replace_all(std::move(out), invisible, "");
    }
    std::erase_if(out, [](char c) {
        return c >= '\0' && c < ' ' &&
               std::string_view("\t\n\v\f\r").find(c) == std::string_view::npos;
    });
    out = squeeze(out);
    const bool star_bullet = out.starts_with("* ");
    const auto kept = star_bullet ? std::size_t{1} : std::size_t{0};
    out.erase(
        std::remove(out.begin() + static_cast<std::ptrdiff_t>(kept), out.end(), '*'), out.end()
    );
    while (out.starts_with('#'))
        out.erase(0, 1);
    return squeeze(out);
}

bool starts_small(std::string_view text)
{
    std::int32_t position = 0;
    UChar32 code = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    if (!text.empty()) U8_NEXT(bytes, position, static_cast<std::int32_t>(text.size()), code);
    return u_islower(code);
}

} // namespace tiendo::documents
