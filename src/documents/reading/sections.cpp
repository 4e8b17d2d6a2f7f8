#include "documents/reading/sections.hpp"

#include "base/text.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/pieces.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace tiendo::documents {

namespace {

constexpr std::size_t heading_bytes_max = 160;

SectionKind kind_of(std::string_view meaning)
{
    static constexpr std::array<std::pair<std::string_view, SectionKind>, 9> kinds{
        {{"purpose", SectionKind::purpose},
         {"results", SectionKind::results},
         {"objectives", SectionKind::objectives},
         {"general", SectionKind::general},
         {"tasks", SectionKind::tasks},
         {"duties", SectionKind::duties},
         {"budget", SectionKind::budget},
         {"reports", SectionKind::reports},
         {"schedule", SectionKind::schedule}}
    };
    for (const auto& [name, kind] : kinds) {
        if (name == meaning) return kind;
    }
    return SectionKind::none;
}

std::string head_of(const Node& node)
{
    const auto colon = inline_heading_end(node.text);
    auto head = node.text.substr(0, colon);
    while (!head.empty() && (head.back() == ':' || head.back() == '.'))
        head.pop_back();
    return head;
}

struct Found {
    SectionKind kind;
    std::size_t first;
    std::size_t last;
};

std::vector<Found> kinds_in(const Words& words)
{
    std::vector<Found> found;
    for (std::size_t i = 0; i < words.size();) {
        const auto match = folded_vocabulary("sections").at(words, i);
        if (match) found.push_back({kind_of(match.meaning), i, i + match.length});
        i += std::max<std::size_t>(match.length, 1);
    }
    return found;
}

bool follows_separator(const Words& words, std::size_t i)
{
    return i == 0 || words.is(i - 1, ",") || words.is(i - 1, "va") || words.is(i - 1, "-") ||
           words.is(i - 1, "cac") || words.is(i - 1, "mot") || words.is(i - 1, "so") ||
           words.is(i - 1, "nhung") || words.is(i - 1, ";");
}

struct Reading {
    SectionKind kind = SectionKind::none;
    bool open = false; ///< its parts may be anything
};

/// The kind of a section whose surroundings say nothing.
Reading read_open_heading(const Words& words)
{
    std::vector<SectionKind> kinds;
    for (const auto& found : kinds_in(words)) {
        const bool first = kinds.empty() && found.first <= 3;
        if (first || follows_separator(words, found.first)) kinds.push_back(found.kind);
    }
    if (kinds.empty()) return {SectionKind::none, true};
    const std::set<SectionKind> distinct(kinds.begin(), kinds.end());
    if (distinct.size() == 1) return {kinds.front(), false};
    if (kinds.front() == SectionKind::results || kinds.front() == SectionKind::duties)
        return {kinds.front(), true};
    for (const auto kind : {SectionKind::tasks, SectionKind::objectives}) {
        if (distinct.contains(kind)) return {kind, true};
    }
    return {kinds.front(), true};
}

/// The words are the phrase and at most a year behind it: "Kinh phí thực hiện năm 2024".
bool is_whole_heading(const Words& words, const Found& found)
{
    auto i = found.last;
    while (i < words.size() &&
           (words.is(i, "cu") || words.is(i, "the") || words.is(i, "nam") || words.is_number(i) ||
            words.is(i, "thuc") || words.is(i, "hien") || words.is_sign(i) || words.is(i, "chu") ||
            words.is(i, "yeu") || words.is(i, "den"))) {
        ++i;
    }
    return found.first <= 1 && i == words.size();
}

/// "1. Chỉ tiêu tiêm phòng", "2. Thời gian tiêm" inside "II. Nội dung".
bool names_what_follows(const Node& node, const Words& words, const Found& found)
{
    constexpr std::size_t more_words_max = 5;
    if (found.first != 0 || node.is_leaf() || words.size() > found.last + more_words_max)
        return false;
    return words.is(0, "chi") || found.kind == SectionKind::schedule;
}

bool may_hold(SectionKind outer, SectionKind inner)
{
    using enum SectionKind;
    static const std::set<std::pair<SectionKind, SectionKind>> allowed{
        {purpose, objectives}, {purpose, general},  {objectives, general}, {objectives, purpose},
        {objectives, results}, {objectives, tasks}, {general, objectives}, {tasks, purpose},
        {tasks, objectives},   {tasks, general},    {tasks, duties},       {tasks, budget},
        {tasks, reports},      {tasks, schedule},   {duties, budget},      {duties, reports},
        {duties, schedule},    {reports, duties},   {duties, tasks},       {schedule, tasks},
        {budget, duties}
    };
    return allowed.contains({outer, inner});
}

Reading read_inner_heading(const Node& node, const Words& words, SectionKind outer)
{
    const auto found = kinds_in(words);
    if (found.empty()) return {outer, false};
    if (!is_whole_heading(words, found.front()) && !names_what_follows(node, words, found.front()))
        return {outer, false};
    if (named_item(node.text) && named_item(node.text)->number) return {outer, false};
    const auto kind = found.front().kind;
    return {may_hold(outer, kind) ? kind : outer, false};
}

/// "2. Điều tra nguyên nhân, xử lý đối tượng vi phạm.": a sentence inside a known section.
bool is_item_of(SectionKind outer, const Node& node)
{
    return outer != SectionKind::none && node.label.kind != LabelKind::none &&
           inline_heading_end(node.text) == std::string::npos &&
           (node.text.ends_with('.') || node.text.ends_with(';'));
}

/// "* Mục tiêu chung: Bảo vệ sức khỏe học sinh."
bool is_general_bullet(const Node& node)
{
    if (inline_heading_end(node.text) == std::string::npos) return false;
    const Words words{search_key(head_of(node))};
    const auto found = kinds_in(words);
    return !found.empty() && found.front().kind == SectionKind::general &&
           is_whole_heading(words, found.front());
}

bool holds_digits(const Node& node)
{
    return std::any_of(
               node.text.begin(), node.text.end(), [](char c) { return c >= '0' && c <= '9'; }
           ) ||
           std::any_of(node.children.begin(), node.children.end(), holds_digits);
}

/// "1. Mục tiêu" in words, beside "2. Các chỉ tiêu chủ yếu": what the targets are to bring about.
bool is_general_beside_targets(const Node& node, const Node& parent)
{
    if (search_key(head_of(node)) != "muc tieu" || node.label.kind == LabelKind::none ||
        holds_digits(node))
        return false;
    return std::any_of(parent.children.begin(), parent.children.end(), [&](const Node& other) {
        return other.label.kind == node.label.kind &&
               (search_key(head_of(other)).find("chi tieu") != std::string::npos ||
                search_key(head_of(other)).find("chi so") != std::string::npos);
    });
}

void classify(Node& node, SectionKind outer, bool open)
{
    for (auto& child : node.children) {
        child.section = outer;
        auto child_open = open;
        const auto head = head_of(child);
        const bool heading = child.table == nullptr &&
                             (child.label.kind != LabelKind::bullet || !child.children.empty() ||
                              is_general_bullet(child)) &&
                             head.size() < heading_bytes_max;
        if (heading) {
            const Words words{search_key(head)};
            const bool itself =
                child.is_leaf() &&
                ((head.size() == child.text.size() && child.label.kind == LabelKind::none) ||
                 is_item_of(outer, child));
            auto reading = open && !itself ? read_open_heading(words)
                                           : read_inner_heading(child, words, outer);
            if (open && reading.kind == SectionKind::none) reading.kind = outer;
            if (is_general_beside_targets(child, node)) reading = {SectionKind::general, false};
            child.section = reading.kind;
            child_open = reading.open;
        }
        // Whole plans stand in "PHẦN II. NỘI DUNG KẾ HOẠCH".
        if (begins_annex(child.text) || child.label.kind == LabelKind::part) child_open = true;
        classify(child, child.section, child_open);
    }
}

} // namespace

void classify_sections(Node& root)
{
    classify(root, SectionKind::none, true);
}

std::optional<NamedItem> named_item(const std::string& text)
{
    static constexpr std::array<std::string_view, 5> names{
        "mục tiêu", "chỉ tiêu", "nhiệm vụ", "giải pháp", "hoạt động"
    };
    const auto lower = lower_in_place(text);
    for (const auto name : names) {
        if (!lower.starts_with(name)) continue;
        auto i = name.size();
        NamedItem item{std::string(name), std::nullopt, {}};
        while (i < text.size() && text[i] == ' ')
            ++i;
        const auto digits = i;
        while (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == '.'))
            ++i;
        auto number_end = i;
        while (number_end > digits && text[number_end - 1] == '.')
            --number_end;
        int number = 0;
        const auto last_dot = text.rfind('.', number_end - 1);
        const auto begin =
            last_dot != std::string::npos && last_dot > digits && last_dot < number_end
                ? last_dot + 1
                : digits;
        const auto [end, problem] =
            std::from_chars(text.data() + begin, text.data() + number_end, number);
        if (problem == std::errc{} && end > text.data() + begin) item.number = number;
        const bool closed =
            i < text.size() && (text[i] == ':' || (number_end < i) || text[i] == ')');
        const bool ends = i == text.size();
        if (!closed && !(ends && item.number)) return std::nullopt;
        item.rest = squeeze(text.substr(
            std::min(text.size(), i < text.size() && (text[i] == ':' || text[i] == ')') ? i + 1 : i)
        ));
        return item;
    }
    return std::nullopt;
}

std::string heading_text(const std::string& text)
{
    auto out = squeeze(text);
    while (!out.empty() && std::string_view(".:;,").find(out.back()) != std::string_view::npos)
        out.pop_back();
    return out;
}

/// "Bảng 1. Chỉ tiêu thu gom", "Đơn vị tính: triệu đồng" over a table.
bool is_caption(const std::string& text)
{
    const Words words{text};
    const bool named = words.is(0, "bảng") || words.is(0, "biểu") || words.is(0, "hình");
    const bool unit = words.is(0, "đơn") && words.is(1, "vị") && words.is(2, "tính");
    return (named && words.is_number(1)) || unit || (words.is(0, "đvt") && words.is(1, ":"));
}

std::string unit_of_caption(const std::string& text)
{
    const Words words{text};
    const std::size_t open = words.is(0, "(") ? 1 : 0;
    const bool whole =
        words.is(open, "đơn") && words.is(open + 1, "vị") && words.is(open + 2, "tính");
    const bool brief = words.is(open, "đvt");
    const auto colon = open + (whole ? 3 : 1);
    if (!(whole || brief) || !words.is(colon, ":") || colon + 1 >= words.size()) return {};
    auto last = words.size();
    while (words.is(last - 1, ")") || words.is(last - 1, "."))
        --last;
    return squeeze(words.written(colon + 1, last));
}

/// "Các chỉ tiêu cụ thể tại Phụ lục I", "Phân công nhiệm vụ theo Biểu số 2": what the annex holds
/// is all that is said.
bool names_what_is_annexed(const Words& words)
{
    constexpr std::size_t words_max = 14;
    std::size_t i = 0;
    while (words.is(i, "các") || words.is(i, "một") || words.is(i, "số") || words.is(i, "những") ||
           words.is(i, "danh") || words.is(i, "mục") || words.is(i, "hệ") || words.is(i, "thống") ||
           words.is(i, "chi") || words.is(i, "tiết") || words.is(i, "cụ") || words.is(i, "thể"))
        ++i;
    if (!folded_vocabulary("sections").at(Words{search_key(words.text())}, i)) return false;
    for (; i < words_max && i + 1 < words.size(); ++i) {
        if (words.is_number(i)) return false;
        const bool points = words.is(i, "tại") || words.is(i, "theo") || words.is(i, "ở");
        if (points && (words.is(i + 1, "phụ") || words.is(i + 1, "các") ||
                       words.is(i + 1, "biểu") || words.is(i + 1, "bảng")))
            return true;
    }
    return false;
}

/// "Nhiệm vụ cụ thể: Theo Phụ lục ban hành kèm theo Kế hoạch này."
bool points_to_annex(const std::string& text)
{
    constexpr std::size_t words_max = 20;
    const auto colon = inline_heading_end(text);
    const Words words{colon == std::string::npos ? text : text.substr(colon + 1)};
    const bool points = words.is(0, "theo") || words.is(0, "tại") || words.is(0, "xem") ||
                        (words.is(0, "chi") && words.is(1, "tiết")) ||
                        (words.is(0, "thực") && words.is(1, "hiện") && words.is(2, "theo")) ||
                        (words.is(0, "có") && words.is(1, "phụ")) || names_what_is_annexed(words);
    const bool itself = words.is(0, "phụ") && words.is(1, "lục") && text.ends_with('.') &&
                        text.find("kèm") != std::string::npos;
    if (itself && words.size() <= words_max) return true;
    const bool issues = words.is(0, "ban") && words.is(1, "hành") && words.is(2, "kèm");
    if (!(points || issues) || words.size() > (issues ? 2 * words_max : words_max)) return false;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if ((words.is(i, "phụ") && words.is(i + 1, "lục")) ||
            (words.is(i, "biểu") && (words.is(i + 1, "kèm") || words.is(i + 1, "đính") ||
                                     words.is(i + 1, "số") || words.is_number(i + 1))))
            return true;
    }
    return false;
}

/// "NSTW: ngân sách trung ương; NSH: ngân sách huyện." below a table.
bool explains_letters(const std::string& text)
{
    if (text.find(':') == std::string::npos) return false;
    const Words words{text};
    return words.is(1, ":") && words.is_plain(0) && words.written(0).size() >= 2 &&
           is_upper_case(words.written(0)) && !begins_with_agency(text);
}

bool is_note(const std::string& text)
{
    // "(*) Số liệu ...": marks of emphasis are gone by now.
    if (text.starts_with("() ") || explains_letters(text)) return true;
    if (is_caption(text) || points_to_annex(text)) return true;
    return text.starts_with('(') &&
           (text.ends_with(')') || text.ends_with(").") || text.ends_with(");"));
}

int last_line(const Node& node)
{
    int last = node.lines.last;
    for (const auto& child : node.children)
        last = std::max(last, last_line(child));
    return last;
}

} // namespace tiendo::documents
