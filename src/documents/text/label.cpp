#include "documents/text/label.hpp"

#include "base/text.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace tiendo::documents {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t skip_spaces(std::string_view text, std::size_t i)
{
    while (i < text.size()) {
        if (text[i] == ' ' || text[i] == '\t') {
            ++i;
        } else if (text.substr(i, 2) == "\xC2\xA0") {
            i += 2;
        } else {
            break;
        }
    }
    return i;
}

int roman_value(std::string_view numeral)
{
    static constexpr std::array<std::pair<std::string_view, int>, 7> values{
        {{"I", 1}, {"V", 5}, {"X", 10}, {"L", 50}, {"C", 100}, {"D", 500}, {"M", 1000}}
    };
    int total = 0;
    int last = 0;
    for (std::size_t i = numeral.size(); i-- > 0;) {
        const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) {
            return v.first[0] == numeral[i];
        });
        if (found == values.end()) return 0;
        total += found->second < last ? -found->second : found->second;
        last = found->second;
    }
    return total;
}

/// The signs that close a number: "1." "1)" "1/" "1:"; a dash ("I- ", "1- ") has rules of its own.
std::size_t end_of_closing(std::string_view text, std::size_t i, std::string_view signs)
{
    if (i >= text.size() || signs.find(text[i]) == npos) return npos;
    ++i;
    if (i < text.size() && text[i] == '.') ++i;
    return i;
}

/// "1- Huy động ...": a dash at the number, a space behind it, and no range ("1- 2%").
std::size_t end_of_dash(std::string_view text, std::size_t i)
{
    if (i == 0 || text.substr(i, 2) != "- ") return npos;
    const auto next = skip_spaces(text, i + 1);
    const bool is_range = next < text.size() && text[next] >= '0' && text[next] <= '9';
    return is_range ? npos : i + 1;
}

std::optional<Label> decimal_label(std::string_view text)
{
    Label label{.kind = LabelKind::decimal};
    std::size_t i = 0;
    const bool in_brackets = text.starts_with('(');
    if (in_brackets) ++i;
    while (i < text.size()) {
        const auto begin = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
        if (i == begin || i - begin > 2) break;
        label.numbers.push_back(std::atoi(std::string(text.substr(begin, i - begin)).c_str()));
        if (i + 1 < text.size() && text[i] == '.' && text[i + 1] >= '0' && text[i + 1] <= '9') {
            ++i;
            continue;
        }
        auto end = end_of_closing(text, i, in_brackets ? ")" : ".)/:");
        if (end == npos && !in_brackets) end = end_of_dash(text, i);
        const bool bare =
            end == npos && label.numbers.size() > 1 && i < text.size() && text[i] == ' ';
        if (bare) end = i;
        if (end == npos) break;
        const auto rest = skip_spaces(text, end);
        // "1/3 số xã" and "9:30" are no labels.
        if (rest < text.size() && text[rest] >= '0' && text[rest] <= '9' && rest == end) break;
        if (label.numbers.size() > 1 && text[begin] == '0') break;
        label.length = rest;
        if (label.numbers.size() == 1 && !bare && text[end - 1] == ')')
            label.bullet = in_brackets ? '(' : ')';
        return label;
    }
    return std::nullopt;
}

std::optional<Label> roman_or_capital_label(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size() && std::string_view("IVXLCDM").find(text[i]) != npos)
        ++i;
    if (i > 0 && i <= 6) {
        const auto numeral = text.substr(0, i);
        auto end = end_of_closing(text, i, ".)/:");
        if (end == npos && (text.substr(i, 2) == "- " || text.substr(i, 3) == " - ")) {
            end = text.find('-', i) + 1;
        }
        const bool single_capital =
            numeral == "C" || numeral == "D" || numeral == "L" || numeral == "M";
        if (end != npos && !single_capital && roman_value(numeral) < 60) {
            const auto rest = skip_spaces(text, end);
            if (rest == end && rest < text.size() && text[end - 1] != '.') return std::nullopt;
            return Label{LabelKind::roman, {roman_value(numeral)}, 0, rest};
        }
    }
    if (text.size() > 2 && text[0] >= 'A' && text[0] <= 'H' &&
        (text[1] == '.' || text[1] == ')' || text[1] == '/') && text[2] == ' ') {
        return Label{LabelKind::capital, {text[0] - 'A' + 1}, 0, skip_spaces(text, 2)};
    }
    return std::nullopt;
}

/// The Vietnamese alphabet of lists: a, b, c, d, đ, e, g, h, i, k, l, m, n ...
std::optional<Label> letter_label(std::string_view text)
{
    static constexpr std::array<std::string_view, 18> letters{
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s"
    };
    for (std::size_t n = 0; n < letters.size(); ++n) {
        if (!text.starts_with(letters[n])) continue;
        auto i = letters[n].size();
        Label label{LabelKind::letter, {static_cast<int>(n) + 1}, 0, 0};
        while (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            if (label.numbers.size() == 1) label.numbers.push_back(0);
            label.numbers[1] = label.numbers[1] * 10 + (text[i++] - '0');
        }
        if (i < text.size() && (text[i] == ')' || text[i] == '.' || text[i] == '/')) {
            const auto rest = skip_spaces(text, i + 1);
            if (text[i] != ')' && rest == i + 1) return std::nullopt;
            label.length = rest;
            return label;
        }
    }
    return std::nullopt;
}

std::optional<Label> bullet_label(std::string_view text)
{
    static constexpr std::array<std::string_view, 16> signs{
        "-", "–", "—", "+", "*", "•", "·", "●", "○", "▪", "■", "➢", "✓", "", "", "−"
    };
    for (const auto sign : signs) {
        if (!text.starts_with(sign)) continue;
        const auto rest = skip_spaces(text, sign.size());
        const bool dash = sign == "-" || sign == "–" || sign == "—" || sign == "−";
        if (text.substr(sign.size()).starts_with(sign)) return std::nullopt; // "---", "**"
        if (rest >= text.size()) return std::nullopt;
        if (sign == "*" && rest == sign.size() && text.find('*', 1) != npos)
            return std::nullopt; // *emphasis*
        const char kind = dash ? '-' : sign == "+" ? '+' : sign == "*" ? '*' : 'o';
        return Label{LabelKind::bullet, {}, kind, rest};
    }
    return std::nullopt;
}

int ordinal_value(std::string_view lower)
{
    static constexpr std::array<std::string_view, 10> words{
        "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"
    };
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (lower == words[n]) return static_cast<int>(n) + 1;
    }
    return 0;
}

/// "Phần thứ nhất", "PHẦN II", "Phần 1:", "Điều 3.", "Mục 1."
std::optional<Label> worded_label(std::string_view text)
{
    const Words words{std::string(text.substr(0, std::min<std::size_t>(text.size(), 60)))};
    const bool part = words.is(0, "phần") || words.is(0, "chương");
    const bool article = words.is(0, "điều") && words.is_capitalised(0);
    const bool division = words.is(0, "mục") && words.is_capitalised(0);
    if (!part && !article && !division) return std::nullopt;
    std::size_t next = 1;
    int number = 0;
    if (part && words.is(1, "thứ")) {
        number = ordinal_value(words.lower(2));
        next = 3;
    } else if (words.is_number(1)) {
        number = std::atoi(std::string(words.written(1)).c_str());
        next = 2;
    } else if (!article && words.is_plain(1)) {
        number = roman_value(words.written(1));
        next = 2;
    }
    if (number == 0) return std::nullopt;
    const bool closed = words.is(next, ".") || words.is(next, ":") || words.is(next, "-");
    if (!closed && next < words.size() && !(!article && is_upper_case(text))) return std::nullopt;
    const auto end = closed ? words.at(next).end : words.at(next - 1).end;
    const auto kind = part ? LabelKind::part : article ? LabelKind::article : LabelKind::division;
    return Label{kind, {number}, 0, skip_spaces(text, end)};
}

} // namespace

Label label_of(std::string_view text)
{
    for (const auto read :
         {decimal_label, roman_or_capital_label, bullet_label, letter_label, worded_label}) {
        if (auto label = read(text)) return *label;
    }
    return {};
}

std::string_view without_label(std::string_view text)
{
    return text.substr(label_of(text).length);
}

} // namespace tiendo::documents
