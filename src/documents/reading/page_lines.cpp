#include "documents/reading/page_lines.hpp"

#include "base/text.hpp"
#include "documents/reading/text_lines.hpp"
#include "documents/text/pieces.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <system_error>

namespace tiendo::documents {

namespace {

/// Of a word's height: words closer than this were one word, cut where the font changed.
constexpr double letter_gap = 0.08;
constexpr double space_width = 0.22;
constexpr double gutter_min = 6;
/// The share of a page's height, above and below, where running lines stand.
constexpr double margin_share = 0.1;
constexpr std::size_t edge_lines = 2;

void close_line(PageLine& line)
{
    std::sort(line.words.begin(), line.words.end(), [](const PageWord& a, const PageWord& b) {
        return a.box.left < b.box.left;
    });
    std::string text;
    std::size_t bold = 0;
    std::size_t letters = 0;
    line.box = line.words.front().box;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const auto& word = line.words[i];
        line.box = around(line.box, word.box);
        if (i > 0) {
            // A recogniser knows its words; a text layer has letters.
            const auto gap = word.box.left - line.words[i - 1].box.right;
            if (word.confidence != certain || gap > letter_gap * word.box.height()) text += ' ';
        }
        text += word.text;
        letters += word.text.size();
        if (word.bold) bold += word.text.size();
    }
    line.text = clean_text(text);
    line.bold_percent = letters == 0 ? 0 : static_cast<int>(bold * 100 / letters);
}

/// A line without its numbers, so that "Trang 3" and "Trang 4" are the same running line.
std::string running_key(const std::string& text)
{
    auto key = text;
    std::erase_if(key, [](char c) { return c >= '0' && c <= '9'; });
    return squeeze(key);
}

bool stands_at_edge(const Box& box, double page_height)
{
    return box.bottom < page_height * margin_share || box.top > page_height * (1 - margin_share);
}

std::vector<std::size_t> edges_of(const std::vector<PageLine>& lines, double page_height)
{
    std::set<std::size_t> edges;
    for (std::size_t i = 0; i < std::min(edge_lines, lines.size()); ++i) {
        for (const auto at : {i, lines.size() - 1 - i}) {
            if (stands_at_edge(lines[at].box, page_height)) edges.insert(at);
        }
    }
    return {edges.begin(), edges.end()};
}

/// "15/9/2924", "31/13/2024": no day that a plan speaks of.
bool is_no_day(std::string_view text)
{
    constexpr int year_min = 1930;
    constexpr int year_max = 2100;
    std::array<int, 3> parts{};
    const auto* at = text.data();
    const auto* const end = text.data() + text.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [behind, error] = std::from_chars(at, end, parts.at(i));
        const bool goes_on = behind != end && *behind == '/';
        if (error != std::errc{} || (i + 1 < parts.size() && !goes_on)) return false;
        at = behind + (goes_on ? 1 : 0);
    }
    return parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12 || parts[2] < year_min ||
           parts[2] > year_max;
}

} // namespace

Box around(const Box& a, const Box& b)
{
    return {
        std::min(a.left, b.left),
        std::min(a.top, b.top),
        std::max(a.right, b.right),
        std::max(a.bottom, b.bottom)
    };
}

std::size_t letters_of(const PageLayout& page)
{
    std::size_t letters = 0;
    for (const auto& word : page.words)
        letters += word.text.size();
    return letters;
}

bool is_sign(const PageWord& word)
{
    const Words words{word.text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words.is_sign(i)) return false;
    }
    return true;
}

bool is_doubtful(const PageWord& word, bool begins_line)
{
    constexpr int number_confidence_min = 94;
    constexpr int word_confidence_min = 40;
    if (word.confidence == certain || is_sign(word)) return false;
    // "≥" loses its lower stroke more easily than the recogniser knows.
    if (word.text.find_first_of("<>") != std::string::npos || is_no_day(word.text)) return true;
    const bool is_label =
        begins_line && word.text.size() <= 3 &&
        std::string_view(".)/-:").find(word.text.back()) != std::string_view::npos;
    // A share is a number even where none of its digits was seen: "S%".
    const bool is_number = word.text.find_first_of("0123456789%") != std::string::npos && !is_label;
    return word.confidence < (is_number ? number_confidence_min : word_confidence_min);
}

std::vector<PageLine> lines_of(std::vector<PageWord> words, int page)
{
    std::sort(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) {
        return a.box.middle() < b.box.middle();
    });
    std::vector<PageLine> lines;
    double middle = 0;
    double height = 0;
    for (auto& word : words) {
        const bool same_line =
            !lines.empty() && word.box.middle() - middle < std::min(word.box.height(), height) / 2;
        if (!same_line) {
            lines.emplace_back();
            lines.back().page = page;
            middle = word.box.middle();
            height = word.box.height();
        }
        height = std::max(height, word.box.height());
        lines.back().words.push_back(std::move(word));
    }
    for (auto& line : lines)
        close_line(line);
    std::erase_if(lines, [](const PageLine& line) { return line.text.empty(); });
    return lines;
}

std::pair<PageLine, PageLine> cut_at(const PageLine& line, double x)
{
    std::pair<PageLine, PageLine> parts;
    parts.first.page = parts.second.page = line.page;
    for (const auto& word : line.words)
        (word.box.centre() < x ? parts.first : parts.second).words.push_back(word);
    for (auto* part : {&parts.first, &parts.second}) {
        if (!part->words.empty()) close_line(*part);
    }
    return parts;
}

std::optional<double> gutter_between(const std::vector<PageLine>& lines, double page_width)
{
    std::vector<std::pair<double, double>> covered;
    for (const auto& line : lines) {
        for (const auto& word : line.words)
            if (!is_sign(word)) covered.emplace_back(word.box.left, word.box.right);
    }
    std::sort(covered.begin(), covered.end());
    std::optional<double> best;
    double widest = gutter_min;
    double end = covered.empty() ? 0 : covered.front().second;
    for (const auto& [left, right] : covered) {
        const auto middle = (end + left) / 2;
        if (left - end > widest && middle > page_width / 4 && middle < page_width * 3 / 4) {
            widest = left - end;
            best = middle;
        }
        end = std::max(end, right);
    }
    return best;
}

bool is_full(const PageLine& line, const PageLine& next, double right)
{
    const auto first_word = next.words.front().box.width();
    return line.box.right + line.box.height() * space_width + first_word > right;
}

void drop_running_lines(std::vector<std::vector<PageLine>>& pages, double page_height)
{
    std::map<std::string, std::size_t> seen;
    for (const auto& page : pages) {
        std::set<std::string> keys;
        for (const auto at : edges_of(page, page_height))
            keys.insert(running_key(page[at].text));
        for (const auto& key : keys)
            ++seen[key];
    }
    const auto often = std::max<std::size_t>(3, pages.size() / 2);
    for (auto& page : pages) {
        const auto edges = edges_of(page, page_height);
        for (auto at = edges.rbegin(); at != edges.rend(); ++at) {
            const auto& text = page[*at].text;
            if (is_page_number(text) || seen[running_key(text)] >= often)
                page.erase(page.begin() + static_cast<std::ptrdiff_t>(*at));
        }
    }
}

} // namespace tiendo::documents
