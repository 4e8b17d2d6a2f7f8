#include "documents/reading/read_head.hpp"

#include "base/text.hpp"
#include "documents/reading/read_bases.hpp"
#include "documents/reading/read_signer.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/pieces.hpp"
#include "documents/text/plain_letters.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

/// "Số: 45/KH-UBND", "Số:     /KH-UBND", "Số 12-KH/HU".
bool read_number(const Paragraph& paragraph, HeadRead& read)
{
    const Words words{paragraph.text};
    if (!words.is(0, "số")) return false;
    const auto slash = paragraph.text.find('/');
    if (slash == std::string::npos) return false;
    auto before = paragraph.text.substr(words.at(0).end, slash - words.at(0).end);
    auto symbol = squeeze(paragraph.text.substr(slash + 1));
    symbol = symbol.substr(0, symbol.find(' '));
    const auto dash = before.find('-');
    if (dash != std::string::npos && dash + 1 < before.size()) { // Party style
        symbol = squeeze(before.substr(dash + 1)) + "/" + symbol;
        before = before.substr(0, dash);
    }
    std::string digits;
    for (const char c : before) {
        if ((c >= '0' && c <= '9') || (!digits.empty() && c >= 'a' && c <= 'z')) digits += c;
    }
    const auto year = symbol.find('/');
    if (year == 4 && symbol.substr(0, 2) == "20") symbol = symbol.substr(5); // 45/2023/QĐ-UBND
    read.head.number = digits;
    read.head.symbol = symbol;
    if (digits.empty()) read.number_missing_line = paragraph.lines.first;
    return true;
}

/// "Ngọc Hồi, ngày 22 tháng 3 năm 2023", with blanks for what is not known yet.
bool read_place_and_date(const Paragraph& paragraph, HeadRead& read)
{
    const Words words{paragraph.text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words.is(i, "ngày")) continue;
        const auto comma = i > 0 && words.is(i - 1, ",") ? i - 1 : i;
        if (comma == 0 && i > 0) return false;
        const auto whole = time_point_at(words, i);
        bool month = whole && whole->month != 0;
        for (auto k = i; k < words.size(); ++k)
            month = month || words.is(k, "tháng") || words.is(k, "/");
        if (!month) return false;
        read.head.place = squeeze(words.written(0, comma));
        const auto point = time_point_at(words, i);
        if (point && point->year != 0) {
            read.year = point->year;
            read.head.date = last_day_of(*point);
            return true;
        }
        for (auto k = i; k < words.size(); ++k) {
            if (const auto year = year_at(words, k)) read.year = *year;
        }
        read.date_missing_line = paragraph.lines.first;
        return true;
    }
    return false;
}

bool is_motto(const std::string& text)
{
    const auto key = search_key(text);
    return key.starts_with("cong hoa xa hoi") || key.starts_with("doc lap") ||
           key.starts_with("dang cong san viet nam") || key == "doan tncs ho chi minh" ||
           key.starts_with("chu nghia viet nam") || key.starts_with("du thao");
}

/// "UBND" of "UBND THÀNH PHỐ VŨNG TÀU", below which the committee's own ward may stand.
std::string committee_of(const Words& line)
{
    const std::size_t name = line.is(0, "ubnd") ? 1 : 4;
    const bool committee = line.is(0, "ubnd") || (line.is(1, "ban") && line.is(2, "nhân"));
    const bool placed = vocabulary("place_words").at(line, name).length > 0;
    return committee && placed ? std::string(line.written(0, name)) : std::string{};
}

/// The last body of the letterhead; a body may need two lines ("ỦY BAN NHÂN DÂN" / "HUYỆN NGỌC
/// HỒI"), and the place above its own may stand between them ("QUẬN LIÊN CHIỂU" / "PHƯỜNG HÒA
/// MINH").
std::string issuer_of_letterhead(const std::vector<std::string>& lines)
{
    std::string issuer;
    std::string
        without_place; ///< the issuer before the line that was a place, if that was the last
    for (const auto& line : lines) {
        const Words words{line};
        const auto place = vocabulary("place_words").at(words, 0);
        const auto head = vocabulary("agency_heads").at(words, 0); // "HUYỆN ỦY" over "huyện"
        // "BAN CHẤP HÀNH TỈNH AN PHÚ" below "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM"
        const auto inner = vocabulary("inner_bodies").at(words, 0).length;
        if (inner > 0 && !issuer.empty() && vocabulary("place_words").at(words, inner)) {
            issuer = std::string(words.written(0, inner)) + " " + issuer + " " +
                     std::string(words.written(inner, words.size()));
            continue;
        }
        // "BAN THƯỜNG TRỰC" below the body whose standing committee it is.
        if (vocabulary("inner_bodies").at(words, 0).length == words.size() && !issuer.empty()) {
            issuer = line + " " + issuer;
            continue;
        }
        // "PHÒNG TÀI NGUYÊN VÀ MÔI" over "TRƯỜNG", which is no body by itself.
        const bool is_rest = head.length == 1 && words.size() == 1;
        const bool begins = issuer.empty() || (head.length > place.length && !is_rest);
        if (place && !begins && !without_place.empty()) {
            issuer = without_place + " " + line;
            continue;
        }
        without_place = place && !begins ? issuer : committee_of(words);
        issuer = begins ? line : issuer + " " + line;
    }
    return issuer;
}

/// Looks for the same name in running text, where its small letters are known.
std::string as_written_in_text(const std::string& capitals, const Parts& parts)
{
    const auto wanted = lower_in_place(capitals);
    for (const auto& paragraph : parts.preamble) {
        if (is_upper_case(paragraph.text)) continue;
        const auto at = lower_in_place(paragraph.text).find(wanted);
        if (at != std::string::npos) return upper_first(paragraph.text.substr(at, wanted.size()));
    }
    return agency_in_small_letters(capitals);
}

/// The letterhead names the place where running text leaves it out: "SỞ Y TẾ TỈNH AN BÌNH" is
/// "Sở Y tế" in the sentence that issues the plan.
std::string issuer_in_small_letters(const std::string& capitals, const Parts& parts)
{
    const auto whole = as_written_in_text(capitals, parts);
    const Words words{capitals};
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (!vocabulary("place_words").at(words, i)) continue;
        const std::string body(words.written(0, i));
        const auto known = as_written_in_text(body, parts);
        const auto plain = agency_in_small_letters(body);
        if (known == plain || !whole.starts_with(plain)) return whole;
        return known + whole.substr(plain.size());
    }
    return whole;
}

/// "... Ủy ban nhân dân huyện Ngọc Hồi ban hành Kế hoạch ...".
std::string issuer_of_preamble(const Parts& parts)
{
    for (const auto& paragraph : parts.preamble) {
        const Words words{paragraph.text};
        for (const auto& agency : agencies_in(words, 0, words.size())) {
            const bool issues =
                (words.is(agency.last, "ban") && words.is(agency.last + 1, "hành")) ||
                (words.is(agency.last, "xây") && words.is(agency.last + 1, "dựng")) ||
                words.is(agency.last, "lập");
            if (issues) return std::string(words.written(agency.first, agency.last));
        }
    }
    return {};
}

std::string joined(const std::vector<Paragraph>& lines)
{
    std::string text;
    for (const auto& line : lines)
        text += (text.empty() ? "" : " ") + line.text;
    return text;
}

bool is_after(const Words& words, std::size_t i, std::initializer_list<std::string_view> any)
{
    return i > 0 &&
           std::any_of(any.begin(), any.end(), [&](auto word) { return words.is(i - 1, word); });
}

/// The whole years that the title names: "năm 2023" over "giai đoạn 2021-2025", which is often that
/// of the programme it carries out; what lies beyond ("tầm nhìn 2045") is no part of the period.
void read_title_period(DocumentHead& head)
{
    const Words words{head.title};
    int from = 0;
    int to = 0;
    bool single = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto year = year_at(words, i);
        if (!year) continue;
        const bool range = (words.is(i + 1, "-") || words.is(i + 1, "đến")) &&
                           (year_at(words, i + 2) || year_at(words, i + 3));
        if (range) {
            if (!single) {
                from = *year;
                to = year_at(words, i + 2) ? *year_at(words, i + 2) : *year_at(words, i + 3);
            }
            i += year_at(words, i + 2) ? std::size_t{2} : std::size_t{3};
        } else if (is_after(words, i, {"năm"}) &&
                   !is_after(words, i - 1, {"đến", "nhìn", "hướng", "từ"})) {
            const bool of_date =
                is_after(words, i - 1, {"tháng"}) || (i >= 2 && words.is_number(i - 2));
            if (of_date) continue;
            from = to = *year;
            single = true;
        } else if (is_after(words, i, {"năm"}) && from == 0 && is_after(words, i - 1, {"đến"})) {
            from = to = *year;
        }
    }
    if (from == 0) return;
    head.period_from = date(from, 1, 1);
    head.period_to = date(to, 12, 31);
}

/// "từ ngày 01/3/2024 đến hết ngày 31/10/2024"
std::optional<std::pair<Date, Date>> stated_days(const std::string& text, const DocumentHead& head)
{
    const Words words{text};
    const auto points = time_points(words);
    for (std::size_t n = 0; n + 1 < points.size(); ++n) {
        const auto& begin = points[n];
        const auto& end = points[n + 1];
        const bool range = is_after(words, begin.first, {"từ", "từ:"}) && begin.month != 0 &&
                           end.first - begin.last <= 3;
        if (!range) continue;
        const auto in_title = head.period_to ? static_cast<int>(head.period_to->year()) : 0;
        const auto year = end.year != 0 ? end.year : in_title;
        const auto from = first_day_of(begin, year);
        const auto to = last_day_of(end, year);
        if (from && to && *from <= *to) return std::pair{*from, *to};
    }
    return std::nullopt;
}

} // namespace

HeadRead read_head(const Parts& parts)
{
    HeadRead read;
    std::vector<std::string> names;
    for (const auto& paragraph : parts.letterhead) {
        if (read_number(paragraph, read) || read_place_and_date(paragraph, read)) continue;
        if (!is_motto(paragraph.text) && is_upper_case(paragraph.text))
            names.push_back(paragraph.text);
    }
    auto& head = read.head;
    head.kind = parts.type;
    const auto in_symbol = head.symbol.substr(0, head.symbol.find_first_of("-/"));
    if (head.kind.empty()) head.kind = in_symbol;
    head.title = squeeze(joined(parts.title));
    const auto issuer = issuer_of_letterhead(names);
    head.issuer =
        issuer.empty() ? issuer_of_preamble(parts) : issuer_in_small_letters(issuer, parts);
    if (head.issuer.starts_with("UBND "))
        head.issuer = "Ủy ban nhân dân " + head.issuer.substr(std::string("UBND ").size());
    read_title_period(head);
    if (read.year == 0 && head.date) read.year = static_cast<int>(head.date->year());
    head.bases = read_bases(parts.preamble);
    head.signer = read_signer(parts.tail);
    return read;
}

void read_stated_period(const Node& node, DocumentHead& head)
{
    // "Đợt 1: từ ngày ...", "Đợt 2: từ ngày ...": none of them is the time of the plan.
    const auto ranges =
        std::count_if(node.children.begin(), node.children.end(), [&](const Node& child) {
            return child.section == SectionKind::schedule && child.table == nullptr &&
                   stated_days(child.text, head);
        });
    if (ranges > 1) return;
    for (const auto& child : node.children) {
        const bool says_when = child.section == SectionKind::schedule && child.table == nullptr;
        const bool of_the_plan =
            child.label.kind != LabelKind::none && child.label.kind != LabelKind::bullet;
        if (says_when && (of_the_plan || node.section == SectionKind::schedule)) {
            if (const auto days = stated_days(child.text, head)) {
                head.period_from = days->first;
                head.period_to = days->second;
                return;
            }
        }
        read_stated_period(child, head);
    }
}

} // namespace tiendo::documents
