#include "base/text.hpp"

#include "base/result.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace tiendo {
namespace {

/// Whether a byte of UTF-8 belongs to the character before it.
bool goes_on_with(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

icu::UnicodeString unicode(std::string_view utf8)
{
    return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string result;
    text.toUTF8String(result);
    return result;
}

const icu::Normalizer2& normalizer(bool composing)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* result = composing ? icu::Normalizer2::getNFCInstance(status)
                                   : icu::Normalizer2::getNFDInstance(status);
    ensure(U_SUCCESS(status) != 0, "ICU has its normalisation data");
    return *result;
}

icu::UnicodeString normalized(const icu::UnicodeString& text, bool composing)
{
    UErrorCode status = U_ZERO_ERROR;
    auto result = normalizer(composing).normalize(text, status);
    ensure(U_SUCCESS(status) != 0, "ICU normalises");
    return result;
}

/// The character at i, after which i moves on; negative where the bytes are no UTF-8.
UChar32 next_character(std::string_view text, std::int32_t& i)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    return c;
}

bool is_dash(UChar32 c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool is_space(UChar32 c)
{
    return u_isspace(c) != 0 || c == 0x00a0 || c == 0x202f || c == 0x2007;
}

/// Invisible marks that word processors leave behind.
bool is_invisible(UChar32 c)
{
    return (c >= 0x200b && c <= 0x200d) || c == 0xfeff || c == 0x00ad;
}

bool is_quote(UChar32 c)
{
    return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201f) || c == 0x00ab || c == 0x00bb;
}

/// hoà → hòa, thuỷ → thủy: a tone on the second vowel of a final oa, oe, uy moves to the first.
std::string tone_on_first_vowel(std::string text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> moves{{
        {"oà", "òa"},
        {"oá", "óa"},
        {"oả", "ỏa"},
        {"oã", "õa"},
        {"oạ", "ọa"},
        {"oè", "òe"},
        {"oé", "óe"},
        {"oẻ", "ỏe"},
        {"oẽ", "õe"},
        {"oẹ", "ọe"},
        {"uỳ", "ùy"},
        {"uý", "úy"},
        {"uỷ", "ủy"},
        {"uỹ", "ũy"},
        {"uỵ", "ụy"},
    }};
    for (const auto& [from, to] : moves)
        text = replace_all(std::move(text), from, to);
    return text;
}

/// Most of what programs send: its characters are its bytes, and stay as they are.
bool is_ascii(std::string_view text)
{
    unsigned char bits = 0;
    for (const char c : text)
        bits |= static_cast<unsigned char>(c);
    return bits < 0x80;
}

} // namespace

std::string to_nfc(std::string_view text)
{
    if (is_ascii(text)) return std::string(text);
    return utf8(normalized(unicode(text), true));
}

bool is_valid_utf8(std::string_view text)
{
    if (is_ascii(text)) return true;
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        if (next_character(text, i) < 0) return false;
    }
    return true;
}

std::string to_lower(std::string_view text)
{
    return utf8(unicode(text).toLower(icu::Locale::getRoot()));
}

std::string to_upper(std::string_view text)
{
    return utf8(unicode(text).toUpper(icu::Locale::getRoot()));
}

std::string search_key(std::string_view text)
{
    const auto decomposed = normalized(unicode(text).foldCase(), false);
    icu::UnicodeString key;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK || is_invisible(c)) continue;
        if (c == 0x0111)
            key.append(static_cast<UChar32>('d'));
        else if (is_dash(c))
            key.append(static_cast<UChar32>('-'));
        else
            key.append(c);
    }
    return squeeze(utf8(key));
}

std::string name_key(std::string_view text)
{
    const auto folded = normalized(unicode(text).foldCase(), true);
    icu::UnicodeString key;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        if (is_invisible(c) || is_quote(c) || c == '*') continue;
        if (is_dash(c))
            key.append(static_cast<UChar32>('-'));
        else
            key.append(c);
    }
    auto result = squeeze(tone_on_first_vowel(utf8(key)));
    result = replace_all(std::move(result), " -", "-");
    result = replace_all(std::move(result), "- ", "-");
    while (!result.empty() &&
           std::string_view(".;:, ").find(result.back()) != std::string_view::npos) {
        result.pop_back();
    }
    return result;
}

bool collates_before(std::string_view a, std::string_view b)
{
    // A collator is not safe for use by two threads at once.
    thread_local const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status)
        );
        ensure(U_SUCCESS(status) != 0, "ICU has Vietnamese collation");
        made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
        return made;
    }();
    UErrorCode status = U_ZERO_ERROR;
    return collator->compare(unicode(a), unicode(b), status) == UCOL_LESS;
}

std::size_t character_count(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) {
        return !goes_on_with(byte);
    }));
}

std::string_view first_bytes(std::string_view text, std::size_t bytes_max)
{
    if (text.size() <= bytes_max) return text;
    while (bytes_max > 0 && goes_on_with(text[bytes_max]))
        --bytes_max;
    return text.substr(0, bytes_max);
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string squeeze(std::string_view text)
{
    std::string result;
    const auto length = static_cast<std::int32_t>(text.size());
    bool space_owed = false;
    for (std::int32_t i = 0; i < length;) {
        const auto start = i;
        if (is_space(next_character(text, i))) {
            space_owed = !result.empty();
            continue;
        }
        if (space_owed) result += ' ';
        space_owed = false;
        result += text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
    }
    return result;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (true) {
        const auto end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) result += separator;
        result += parts[i];
    }
    return result;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string slug(std::string_view text)
{
    std::string result;
    for (const char c : search_key(text)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            result += c;
        else if (!result.empty() && result.back() != '-')
            result += '-';
    }
    while (!result.empty() && result.back() == '-')
        result.pop_back();
    return result;
}

} // namespace tiendo
