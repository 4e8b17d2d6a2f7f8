#include "documents/reading/read_duties.hpp"

#include "base/text.hpp"
#include "documents/reading/read_tables.hpp"
#include "documents/reading/sections.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

constexpr std::size_t name_bytes_max = 420;
constexpr std::size_t unknown_name_words_max = 14;

bool names_only(std::string_view text)
{
    const Words words{std::string(text)};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words.is_capitalised(i) && !words.is(i - 1, "đồng") &&
            (words.is(i, "chủ") || words.is(i, "phối")) &&
            (words.is(i + 1, "trì") || words.is(i + 1, "hợp")))
            return false;
    }
    return true;
}

/// "Các khu phố: vận động người dân ...": a group that no list of bodies holds.
bool begins_with_group(const std::string& text)
{
    constexpr std::size_t group_words_max = 10;
    const Words words{text};
    if (!words.is(0, "các")) return false;
    for (std::size_t i = 1; i < std::min(words.size(), group_words_max); ++i) {
        if (words.is(i, ":")) return true;
        if (vocabulary("duty_verbs").at(words, i)) return false;
    }
    return false;
}

bool is_duty_node(const Node& node)
{
    if (node.table != nullptr || node.text.empty()) return false;
    if (!begins_with_agency(node.text) && !begins_with_group(node.text)) return false;
    const auto split = split_charge(node.text);
    return split.names_end > 0 && split.names_end < name_bytes_max;
}

/// "Cán bộ thú y phường: ...", "4.3. Các khoa" over its charge: no list holds the body, but it
/// stands where bodies stand.
bool may_be_charged(const Node& node)
{
    if (node.table != nullptr || node.label.kind == LabelKind::none) return false;
    const Words words{node.text};
    if (!words.is_capitalised(0) || vocabulary("duty_verbs").at(words, 0)) return false;
    // "Ngày 20 tháng cuối quý, các thôn báo cáo ..."
    if (vocabulary("cadences").at(words, 0) || vocabulary("report_cadences").at(words, 0) ||
        vocabulary("deadline_words").at(words, 0) || time_point_at(words, 0) ||
        (words.is(0, "ngày") && words.is_number(1)))
        return false;
    const auto split = split_charge(node.text);
    const bool charged = split.charge_begin < node.text.size() || !node.children.empty();
    return charged && split.names_end > 0 &&
           words.at_byte(split.names_end) <= unknown_name_words_max &&
           node.text.substr(0, split.names_end).find('.') == std::string::npos;
}

/// "Bộ phận Pháp chế: ..." says by its colon that a body is charged, "Các Ban, Văn phòng tỉnh" by
/// the names in it.
bool names_body(const Node& node)
{
    const auto split = split_charge(node.text);
    if (split.names_end < node.text.size()) return node.text[split.names_end] == ':';
    constexpr std::size_t words_before_max = 2; // "Các Ban, Văn phòng"
    const Words words{node.text};
    const auto bodies = agencies_in(words, 0, words.size());
    return !bodies.empty() && bodies.front().first <= words_before_max;
}

class Walker {
public:
    void walk(const Node& section)
    {
        const auto known =
            std::count_if(section.children.begin(), section.children.end(), [](const Node& c) {
                return c.label.kind != LabelKind::none && is_duty_node(c);
            });
        const auto labelled =
            std::count_if(section.children.begin(), section.children.end(), [](const Node& c) {
                return c.label.kind != LabelKind::none;
            });
        for (const auto& child : section.children) {
            const bool bare = child.label.kind == LabelKind::none;
            if (child.section == SectionKind::duties && child.table != nullptr &&
                holds_duties(*child.table)) {
                for (auto& row : read_duty_table(*child.table))
                    duties.push_back({std::move(row.lead), std::move(row.text), row.lines});
            }
            if (child.section != SectionKind::duties || child.table != nullptr) continue;
            if (bare && (labelled > 0 || is_closing(child)) &&
                (is_closing(child) || child.is_leaf()))
                continue;
            const bool among_bodies = known * 2 >= labelled || names_body(child);
            const bool in_place = known > 0 && among_bodies && may_be_charged(child);
            if ((is_duty_node(child) || in_place) && !heads_bodies(child)) {
                add(child);
            } else if (!child.children.empty()) {
                walk(child);
            }
        }
    }

    std::vector<ReadDuty> duties;

private:
    /// "1. Các sở, ban, ngành:" over "a) Sở Y tế ...", "b) Sở Tài chính ...".
    static bool heads_bodies(const Node& node)
    {
        if (node.children.size() < 2 || split_charge(node.text).charge_begin < node.text.size())
            return false;
        const auto bodies =
            std::count_if(node.children.begin(), node.children.end(), [](const Node& c) {
                return c.label.kind != LabelKind::none && is_duty_node(c) &&
                       split_charge(c.text).charge_begin > 0;
            });
        return static_cast<std::size_t>(bodies) * 2 > node.children.size();
    }

    void add(const Node& node)
    {
        const auto split = split_charge(node.text);
        ReadDuty duty;
        duty.units = agency_list(node.text.substr(0, split.names_end));
        if (duty.units.empty()) return;
        duty.text = squeeze(node.text.substr(split.charge_begin));
        duty.lines = node.lines;
        add_below(node, duty);
        duties.push_back(std::move(duty));
    }

    static void add_below(const Node& node, ReadDuty& duty)
    {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const auto& child = node.children[i];
            const bool has_more = i > 0 || !duty.text.empty();
            if (child.table != nullptr || is_note(child.text) ||
                (child.label.kind == LabelKind::none && has_more && is_closing(child)))
                continue;
            duty.text += (duty.text.empty() ? "" : "\n") + child.text;
            duty.lines.last = std::max(duty.lines.last, child.lines.last);
            add_below(child, duty);
        }
    }
};

void find_sections(const Node& node, Walker& walker)
{
    for (const auto& child : node.children) {
        if (child.section == SectionKind::duties) {
            if (child.label.kind == LabelKind::article && begins_with_agency(child.text)) continue;
            walker.walk(child);
        } else {
            find_sections(child, walker);
        }
    }
}

/// "Các phòng", "Các sở": the head of the names behind the colon.
bool is_shared_head(const Words& before)
{
    return before.is(0, "các") && before.size() <= 3 && !before.is(1, "đơn") &&
           !before.is(1, "cơ") && vocabulary("agency_heads").at(before, 1);
}

/// Behind the colon of a shared head stands a name: "Các Sở: Tài chính".
bool before_names(const std::string& text, std::size_t colon)
{
    const Words after{text.substr(colon + 1)};
    return after.is_capitalised(0) && !vocabulary("duty_verbs").at(after, 0);
}

/// "Ủy ban nhân dân huyện cụ thể hóa Chương trình thành kế hoạch": the name ends with its place
/// though no list holds the verb behind it. 0 where it does not.
std::size_t place_before_verb(const Words& words, std::size_t first, std::size_t verb)
{
    const auto end = agency_end(words, first);
    const bool whole = end > first && end < verb && vocabulary("place_words").before(words, end) &&
                       words.is_plain(end) && !words.is_capitalised(end) && !words.is(end, "và");
    return whole ? end : 0;
}

/// The charge begins where somebody is to do something.
ChargeSplit charge_at_verb(const std::string& text, std::size_t request)
{
    const Words words{text};
    const auto first = words.at_byte(request);
    auto i = first;
    i += std::max<std::size_t>(
        {vocabulary("agency_heads").at(words, i).length,
         vocabulary("collectives").at(words, i).length,
         1}
    );
    bool bracket = false;
    for (; i < words.size(); ++i) {
        // "Công an thành phố (cơ quan thường trực)"
        bracket = (bracket || words.is(i, "(")) && !words.is(i, ")");
        if (bracket) continue;
        // "các huyện xây dựng kế hoạch", but "Sở xây dựng".
        const auto head = vocabulary("agency_heads").before(words, i);
        const bool verb = !words.is_capitalised(i) && vocabulary("duty_verbs").at(words, i) &&
                          (!head || !head.meaning.empty() || words.is(i - 2, "cơ"));
        // "Hội đồng phối hợp": a verb inside the kind of a body.
        const auto kind = words.is_capitalised(i) ? vocabulary("agency_heads").at(words, i).length
                                                  : std::size_t{0};
        const auto known = verb ? std::size_t{0}
                                : std::max(
                                      {vocabulary("agency_names").at(words, i).length,
                                       vocabulary("collectives").at(words, i).length,
                                       kind}
                                  );
        if (known > 1) {
            i += known - 1;
            continue;
        }
        if (!words.is_capitalised(i) && vocabulary("duty_verbs").at(words, i)) {
            if (const auto place = place_before_verb(words, first, i)) i = place;
            const auto end = words.at(i - 1).end;
            return {end, words.at(i).begin};
        }
    }
    if (const auto place = place_before_verb(words, first, words.size()))
        return {words.at(place - 1).end, words.at(place).begin};
    return {text.size(), text.size()};
}

/// "Trưởng các phòng có trách nhiệm ...; báo cáo kết quả theo các mốc: 6 tháng ...": the colon
/// stands inside the charge.
bool is_far_before(const std::string& text, std::size_t charge_begin, std::size_t colon)
{
    constexpr std::size_t words_between_min = 6;
    if (charge_begin >= colon) return false;
    return Words{text.substr(charge_begin, colon - charge_begin)}.size() >= words_between_min;
}

} // namespace

bool is_closing(const Node& node)
{
    if (node.label.kind != LabelKind::none || !node.is_leaf()) return false;
    const Words words{node.text};
    return node.text.ends_with("./.") || vocabulary("closing_starts").at(words, 0).length > 0;
}

ChargeSplit split_charge(const std::string& text)
{
    const auto request = request_length(text);
    auto colon = text.find(':', request);
    if (colon != std::string::npos) {
        // "Các Phòng: Nội vụ, Y tế: ..." has two colons.
        const Words before{text.substr(request, colon - request)};
        const bool shared = is_shared_head(before) && before_names(text, colon);
        if (shared) {
            const auto second = text.find(':', colon + 1);
            const bool names =
                second != std::string::npos && names_only(text.substr(colon, second - colon));
            if (names) colon = second;
            if (const auto verb = charge_at_verb(text, request);
                !names && verb.charge_begin < text.size())
                return verb;
            // "Các Sở: Tài chính, Nội vụ" over the charge.
            if (!names) return {text.size(), text.size()};
        }
        const auto verb = charge_at_verb(text, request);
        if (is_far_before(text, verb.charge_begin, colon)) return verb;
        if (names_only(text.substr(0, colon)) && colon < name_bytes_max) return {colon, colon + 1};
    }
    return charge_at_verb(text, request);
}

std::vector<ReadDuty> read_duties(const Node& root)
{
    Walker walker;
    find_sections(root, walker);
    return std::move(walker.duties);
}

} // namespace tiendo::documents
