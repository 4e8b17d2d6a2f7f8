#include "base/number_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cctype>

namespace tiendo {
namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// "1.234.567" or "1 234": groups of three after the first, one separator throughout.
bool is_grouped(std::string_view digits, char separator)
{
    const auto groups = split(digits, separator);
    if (groups.size() < 2 || groups.front().empty() || groups.front().size() > 3) return false;
    return std::all_of(
               groups.begin() + 1,
               groups.end(),
               [](const std::string& group) {
                   return group.size() == 3 && std::ranges::all_of(group, is_digit);
               }
           ) &&
           std::ranges::all_of(groups.front(), is_digit);
}

std::string without(std::string_view text, char separator)
{
    std::string result;
    std::ranges::copy_if(text, std::back_inserter(result), [&](char c) { return c != separator; });
    return result;
}

/// Exactly three digits, as after a separator of thousands.
bool starts_with_group(std::string_view text)
{
    return text.size() >= 3 && std::ranges::all_of(text.substr(0, 3), is_digit) &&
           (text.size() == 3 || !is_digit(text[3]));
}

struct Parts {
    std::string number;
    std::string unit;
};

/// Splits "1 234 vụ" where the digits end. Spaces inside the number only before three digits.
Parts parts_of(std::string_view text)
{
    std::size_t end = 0;
    if (end < text.size() && text[end] == '-') ++end;
    while (end < text.size()) {
        const char c = text[end];
        if (is_digit(c) || c == '.' || c == ',') {
            ++end;
        } else if (c == ' ' && end > 0 && is_digit(text[end - 1]) &&
                   starts_with_group(text.substr(end + 1))) {
            ++end;
        } else {
            break;
        }
    }
    return {std::string(trim(text.substr(0, end))), std::string(trim(text.substr(end)))};
}

std::string grouped(std::string_view whole, char separator)
{
    std::string result;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) result += separator;
        result += whole[i];
    }
    return result;
}

std::string written(const Decimal& number, int decimals, char thousands, char point)
{
    const auto rounded =
        decimals < number.scale() ? Ratio::of(number, 1, 1).value().rounded(decimals) : number;
    auto text = rounded.str();
    const bool negative = text.starts_with('-');
    if (negative) text.erase(0, 1);
    const auto dot = text.find('.');
    auto fraction = dot == std::string::npos ? std::string{} : text.substr(dot + 1);
    if (decimals >= 0) fraction.resize(static_cast<std::size_t>(decimals), '0');
    auto result = (negative ? "-" : "") + grouped(std::string_view(text).substr(0, dot), thousands);
    if (!fraction.empty()) result += point + fraction;
    return result;
}

} // namespace

std::optional<TypedNumber> read_typed_number(std::string_view typed)
{
    // U+2212 is the minus sign that Word puts for a hyphen.
    const auto text = replace_all(squeeze(typed), "\xE2\x88\x92", "-");
    auto [number, unit] = parts_of(text);
    if (!unit.empty() && (is_digit(unit.front()) || unit.front() == '-' || unit.front() == '/'))
        return std::nullopt;
    const bool negative = number.starts_with('-');
    if (negative) number.erase(0, 1);
    if (number.empty() || !is_digit(number.front()) || !is_digit(number.back()))
        return std::nullopt;

    auto reading = NumberReading::plain;
    auto comma = number.find(',');
    std::string whole = number.substr(0, comma);
    std::string fraction = comma == std::string::npos ? "" : number.substr(comma + 1);
    if (!std::ranges::all_of(fraction, is_digit)) return std::nullopt;
    if (comma == std::string::npos && std::ranges::count(number, '.') == 1 &&
        !is_grouped(number, '.')) {
        const auto dot = number.find('.');
        whole = number.substr(0, dot);
        fraction = number.substr(dot + 1);
        reading = NumberReading::dot_as_decimal;
    } else if (is_grouped(whole, '.')) {
        if (comma == std::string::npos && std::ranges::count(number, '.') == 1) {
            reading = NumberReading::dot_as_thousands;
        }
        whole = without(whole, '.');
    } else if (is_grouped(whole, ' ')) {
        whole = without(whole, ' ');
    }
    const auto value =
        Decimal::parse((negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction));
    if (!value) return std::nullopt;
    return TypedNumber{*value, reading, unit};
}

std::string vietnamese_number(const Decimal& number)
{
    return written(number, number.scale(), '.', ',');
}

std::string vietnamese_number(const Decimal& number, int decimals)
{
    return written(number, decimals, '.', ',');
}

std::string english_number(const Decimal& number)
{
    return written(number, number.scale(), ',', '.');
}

std::string english_number(const Decimal& number, int decimals)
{
    return written(number, decimals, ',', '.');
}

} // namespace tiendo
