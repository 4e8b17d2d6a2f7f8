#include "documents/reading/page_labels.hpp"

#include "base/text.hpp"
#include "documents/text/label.hpp"
#include "documents/text/words.hpp"

#include <array>
#include <string>
#include <string_view>

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
        const Words last{text.substr(space + 1)};
        const bool is_dust = last.size() == 1 && last.is_sign(0);
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

/// "HI.", "II.", "H.", "l1.": strokes that a Roman numeral may be read as.
bool may_be_roman(std::string_view word)
{
    if (word.size() < 2 || word.size() > 6 || !word.ends_with('.')) return false;
    return word.substr(0, word.size() - 1).find_first_not_of("IVXHLMNUl1T|!") ==
           std::string_view::npos;
}

bool is_number_label(std::string_view word)
{
    if (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
    return !word.empty() && word.size() <= 3 &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

void LabelMender::mend_roman(PageLine& line)
{
    const auto [word, rest] = first_word(line.text);
    if (!may_be_roman(word) || rest.size() < 4 || !is_upper_case(rest)) return;
    const auto next = static_cast<std::size_t>(last_roman_) + 1;
    if (next < numerals.size()) line.text = std::string(numerals[next]) + ". " + rest;
    ++last_roman_;
    last_number_ = 0;
}

/// "1, Mục tiêu", "25 Mục tiêu" where 2 is due.
void LabelMender::mend_number(PageLine& line)
{
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

std::string mended_tail_line(const std::string& text)
{
    auto mended = without_dust_behind(with_plain_bullet(text));
    for (const std::string_view mark : {"TM.", "KT.", "TL.", "Q.", "TUQ."}) {
        const bool glued =
            mended.starts_with(mark) && mended.size() > mark.size() && mended[mark.size()] != ' ';
        if (glued) mended.insert(mark.size(), " ");
    }
    return mended;
}

void LabelMender::mend(std::vector<PageLine>& lines)
{
    for (auto& line : lines) {
        auto text = without_dust_behind(with_plain_bullet(line.text));
        if (text.empty()) continue;
        line.text = std::move(text);
        mend_roman(line);
        mend_number(line);
    }
}

} // namespace tiendo::documents
