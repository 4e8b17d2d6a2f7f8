#include "documents/reading/page_labels.hpp"

#include "base/text.hpp"
#include "documents/text/label.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

namespace {

constexpr int sure_confidence = 70;
constexpr std::array<std::string_view, 13> numerals{
    "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"
};

/// What dust before the first letter is taken for.
std::string without_dust(std::string text)
{
    static constexpr std::array<std::string_view, 9> dust{
        "_", "~", "ˆ", "`", "‹", "|", "'", ".", ","
    };
    bool found = true;
    while (found) {
        found = false;
        for (const auto speck : dust) {
            if (!text.starts_with(speck)) continue;
            text.erase(0, speck.size());
            found = true;
        }
        text = squeeze(text);
    }
    return text;
}

std::string with_plain_bullet(const std::string& text)
{
    const auto rest = without_dust(text);
    for (const std::string_view dash : {"- ", "— ", "– ", "-- ", "-_ ", "-. ", "• "}) {
        if (rest.starts_with(dash)) return "- " + without_dust(rest.substr(dash.size()));
    }
    if (rest.size() > 1 && rest.front() == '-' && rest[1] >= '0' && rest[1] <= '9')
        return rest.substr(1);
    // A bullet alone turned into dust: "~ Thường trực Huyện ủy".
    const bool was_bullet = text.starts_with("~ ");
    return was_bullet ? "- " + rest : rest;
}

/// "đạt trên 30%. :": nothing stands behind the end of a sentence but dust.
std::string without_dust_behind(std::string text)
{
    while (text.size() > 2) {
        const auto space = text.find_last_of(' ');
        if (space == std::string::npos || space == 0) break;
        const bool is_dust = is_sign(PageWord{text.substr(space + 1)});
        if (!is_dust || std::string_view(".;:").find(text[space - 1]) == std::string_view::npos)
            break;
        text.erase(space);
    }
    return text;
}

std::pair<std::string, std::string> first_word(const std::string& text)
{
    const auto space = text.find(' ');
    if (space == std::string::npos) return {text, {}};
    return {text.substr(0, space), text.substr(space + 1)};
}

/// "HI.", "II.", "H-", "l1/": the strokes that a Roman numeral may be read as, and the sign behind.
struct HeadingLabel {
    std::string strokes{};
    std::string sign{};
    std::string rest{};
};

std::optional<HeadingLabel> heading_label(const std::string& text, bool may_lack_sign)
{
    static constexpr std::array<std::string_view, 7> signs{".", "/", ")", "-", ":", ",", ""};
    auto [word, rest] = first_word(text);
    if (word.empty() || word.size() > 6 || rest.size() < 4 || !is_upper_case(rest))
        return std::nullopt;
    const auto end = std::min(word.find_first_not_of("IVXHLMNUl1T|!2345678"), word.size());
    const auto sign = std::ranges::find(signs, std::string_view(word).substr(end));
    // "II." is read as "IL" too.
    const bool has_sign =
        sign != signs.end() && (!sign->empty() || (end > 1 && word.ends_with('L')));
    if (end == 0 || sign == signs.end() || (!has_sign && !may_lack_sign)) return std::nullopt;
    const bool is_known = !sign->empty() && *sign != ",";
    return HeadingLabel{word.substr(0, end), is_known ? std::string(*sign) : ".", std::move(rest)};
}

bool is_digits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "1", "11" and "111" are strokes like any others.
bool is_number(std::string_view strokes)
{
    return is_digits(strokes) && strokes.find_first_not_of('1') != std::string_view::npos;
}

/// A quarter's numeral with what stands behind it, whatever its strokes were taken for.
std::optional<std::string> quarter_in(std::string_view word)
{
    static constexpr std::string_view strokes = "IVHLl1|!";
    const auto end = std::min(word.find_first_not_of(strokes), word.size());
    std::string numeral;
    for (const char stroke : word.substr(0, end)) {
        if (stroke == 'V')
            numeral += 'V';
        else
            numeral += stroke == 'H' ? "II" : "I";
    }
    if (numeral != "I" && numeral != "II" && numeral != "III" && numeral != "IV")
        return std::nullopt;
    return numeral + std::string(word.substr(end));
}

/// The Icelandic letter looks like the Vietnamese one, and is read beside it: "GD&ÐĐT".
std::string with_own_letters(std::string text)
{
    return replace_all(replace_all(std::move(text), "ÐĐ", "Đ"), "Ð", "Đ");
}

std::vector<std::string> characters_of(std::string_view text)
{
    std::vector<std::string> characters;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins || characters.empty()) characters.emplace_back();
        characters.back() += c;
    }
    return characters;
}

/// The role that "th", "uh", "b/€" or "Bb/e" was; empty where it was none. Between its letters
/// stands a stroke, or what it was taken for.
std::string_view role_read_as(std::string_view word)
{
    const auto characters = characters_of(word);
    if (characters.size() < 2 || characters.size() > 4) return {};
    for (std::size_t i = 1; i + 1 < characters.size(); ++i)
        if (std::string_view("/⁄|lI1Jíib").find(characters[i]) == std::string_view::npos) return {};
    const auto& first = characters.front();
    const auto& last = characters.back();
    const auto is_one_of = [](const std::string& character, std::string_view those) {
        return those.find(character) != std::string_view::npos;
    };
    if (last == "h" && is_one_of(first, "tTuUưl0(")) return "t/h";
    if (last == "h" && is_one_of(first, "pP")) return "p/h";
    if (is_one_of(last, "ceC€") && is_one_of(first, "bB")) return "b/c";
    return last == "b" && is_one_of(first, "đĐd") ? "đ/b" : std::string_view{};
}

/// "(để th)", "(b/e)": the stroke between the letters of a role is easily lost.
std::string with_whole_role(std::string text)
{
    const auto end = text.rfind(')');
    const auto before = end == std::string::npos ? end : text.find_last_of(" (", end);
    if (before == std::string::npos) return text;
    const auto begin = before + 1;
    const auto role = role_read_as(std::string_view(text).substr(begin, end - begin));
    return role.empty() ? text : text.replace(begin, end - begin, role);
}

/// Whether the headings in capitals are numbered 1, 2, 3.
bool next_heading_is_number(const std::vector<PageLine*>& lines, std::size_t at)
{
    for (auto i = at + 1; i < lines.size(); ++i) {
        const auto label = heading_label(lines[i]->text, false);
        if (label) return label->strokes == "2";
    }
    return false;
}

bool is_number_label(std::string_view word)
{
    if (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
    return !word.empty() && word.size() <= 3 &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

void LabelMender::mend_roman(const std::vector<PageLine*>& lines, std::size_t at)
{
    auto& line = *lines[at];
    const auto next = static_cast<std::size_t>(last_roman_) + 1;
    // The first one is a stroke alone, and its sign is easily lost.
    const bool is_due =
        next < numerals.size() && line.text.starts_with(std::string(numerals.at(next)) + " ");
    const auto label = heading_label(line.text, last_roman_ == 0 || is_due);
    if (!label || is_number(label->strokes)) return;
    if (last_roman_ == 0) {
        const auto numeral = std::ranges::find(numerals, std::string_view(label->strokes));
        if (numeral > numerals.begin() + 1 && numeral != numerals.end()) {
            last_roman_ =
                static_cast<int>(numeral - numerals.begin()); // a plan without its first part
            return;
        }
        // Behind "1." comes "2.", and "1.1." stands below it.
        const bool is_one = at + 1 < lines.size() && lines[at + 1]->text.starts_with("1.1");
        if (is_one || next_heading_is_number(lines, at)) {
            line.text = "1" + label->sign + " " + label->rest;
            return;
        }
    }
    if (next < numerals.size())
        line.text = std::string(numerals[next]) + label->sign + " " + label->rest;
    ++last_roman_;
    last_number_ = 0;
}

/// "1, Mục tiêu", "25 Mục tiêu" where 2 is due.
void LabelMender::mend_number(PageLine& line)
{
    if (const auto due = std::to_string(last_number_ + 1) + ".'"; line.text.starts_with(due))
        line.text.replace(due.size() - 1, 1, " "); // dust where nothing stands
    const auto [word, rest] = first_word(line.text);
    const Words words{rest};
    if (!is_number_label(word) || words.size() == 0 || !words.is_capitalised(0)) return;
    const auto due = std::to_string(last_number_ + 1);
    const bool is_label = word.ends_with('.');
    const bool is_unsure = line.words.front().confidence < sure_confidence && word != due + ".";
    if (is_label ? is_unsure : word.starts_with(due)) line.text = due + ". " + rest;
    const auto label = label_of(line.text);
    if (label.kind == LabelKind::decimal && label.numbers.size() == 1)
        last_number_ = label.numbers.front();
}

void mend_words(std::vector<PageWord>& words)
{
    for (auto& word : words)
        word.text = with_own_letters(std::move(word.text));
    constexpr int certain_confidence = 94;
    bool is_due = false;
    for (auto& word : words) {
        const auto is_quarter = is_due ? quarter_in(word.text) : std::nullopt;
        if (!is_quarter) {
            is_due = search_key(word.text) == "quy";
            continue;
        }
        if (word.text != *is_quarter || word.confidence < certain_confidence) word.confidence = 0;
        word.text = *is_quarter;
        is_due = word.text.ends_with(',');
    }
}

std::string mended_tail_line(const std::string& text)
{
    auto mended = with_whole_role(without_dust_behind(with_plain_bullet(text)));
    for (const std::string_view mark : {"TM.", "KT.", "TL.", "Q.", "TUQ."}) {
        const bool glued =
            mended.starts_with(mark) && mended.size() > mark.size() && mended[mark.size()] != ' ';
        if (glued) mended.insert(mark.size(), " ");
    }
    return mended;
}

void LabelMender::mend(const std::vector<PageLine*>& lines)
{
    for (auto* line : lines) {
        auto text = without_dust_behind(with_plain_bullet(line->text));
        if (!text.empty()) line->text = std::move(text);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        mend_roman(lines, i);
        mend_number(*lines[i]);
    }
}

} // namespace tiendo::documents
