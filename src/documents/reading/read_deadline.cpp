#include "documents/reading/read_deadline.hpp"

#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

bool is_open_ended(const Words& words, const TimePoint& point)
{
    return words.is(point.last, "trở") || (point.first > 0 && words.is(point.first - 1, "từ"));
}

/// "trong tháng 10 và tháng 11/2024": what a term's word leads to goes on.
bool joins(const Words& words, std::size_t taken_till, const TimePoint& point)
{
    if (taken_till == 0 || point.first != taken_till + 1) return false;
    return words.is(taken_till, "và") || words.is(taken_till, ",") || words.is(taken_till, "-") ||
           words.is(taken_till, "đến");
}

/// "...: Phòng Kinh tế, quý III/2026.", "... (quý II/2026)": a month, quarter or day that stands
/// alone behind the sentence is its term.
bool closes_text(const Words& words, const TimePoint& point)
{
    if (point.month == 0 || point.first == 0) return false;
    const bool bracket = words.is(point.first - 1, "(") && words.is(point.last, ")");
    const bool comma = words.is(point.first - 1, ",") || words.is(point.first - 1, ";");
    // "Lễ phát động: ngày 15/4/2025 tại ..."
    if (point.day != 0 && words.is(point.first - 1, ":")) return true;
    const auto last = words.size() - (words.is(words.size() - 1, ".") ? 1 : 0);
    return (comma && point.last == last) || (bracket && point.last + 1 == last);
}

bool is_number(const std::string& text, std::size_t first, std::size_t count)
{
    return count > 0 && first + count <= text.size() &&
           std::all_of(
               text.begin() + static_cast<long>(first),
               text.begin() + static_cast<long>(first + count),
               [](char c) { return c >= '0' && c <= '9'; }
           );
}

/// Length of "30/11", a day without its year; 0 for "30/11/2025" and "6/2025".
std::size_t short_day(const std::string& text, std::size_t i)
{
    const std::size_t day = is_number(text, i, 2) ? 2 : 1;
    if (!is_number(text, i, day) || i + day >= text.size() || text[i + day] != '/') return 0;
    const auto month = i + day + 1;
    const std::size_t digits = is_number(text, month, 2) ? 2 : 1;
    const auto end = month + digits;
    if (!is_number(text, month, digits) || is_number(text, end, 1)) return 0;
    return end < text.size() && (text[end] == '/' || text[end] == '-') ? 0 : end - i;
}

} // namespace

std::optional<Date>
read_deadline(const std::string& text, const TargetFrame& frame, bool whole_text_is_time)
{
    const Words words{text};
    const auto points = time_points(words);
    auto year = frame.plan_to ? static_cast<int>(frame.plan_to->year()) : frame.written_in;
    // "quý III và quý IV năm 2024": the year is said once.
    for (const auto& point : points)
        year = point.year != 0 ? point.year : year;
    std::optional<Date> latest;
    std::size_t taken_till = 0;
    for (const auto& point : points) {
        if (!whole_text_is_time && !joins(words, taken_till, point) && !closes_text(words, point)) {
            const bool ends_range = words.is(point.first - 1, "đến") && point.day != 0;
            const auto word = vocabulary("deadline_words").before(words, point.first);
            if (!word && !ends_range) continue;
            const bool whole_year = point.month == 0;
            const auto term = words.lower(point.first - 1);
            if (whole_year && term != "trong" && term != "cuối" && term != "hết" &&
                term != "thành" && term != "trước")
                continue;
        }
        if (is_open_ended(words, point)) continue;
        const bool before_year = point.month == 0 && words.is(point.first - 1, "trước");
        const auto day = before_year ? date(point.year - 1, 12, 31) : last_day_of(point, year);
        if (day) taken_till = point.last;
        if (day && (!latest || *day > *latest)) latest = day;
    }
    // "hoàn thành trước 31/3": a fraction stands before what it is a part of.
    for (std::size_t i = 1; i < words.size() && !latest && year != 0; ++i) {
        const auto point = day_and_month_at(words, i);
        if (!point || point->year != 0) continue;
        const bool ends_bracket = words.is(i - 1, "-") && words.is(point->last, ")");
        if (ends_bracket || (words.is(i - 1, "trước") && !words.is_plain(point->last)))
            latest = last_day_of(*point, year);
    }
    if (!latest && whole_text_is_time) {
        if (const auto point = day_and_month_at(words, 0)) latest = last_day_of(*point, year);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (const auto only_year = year_at(words, i)) latest = date(*only_year, 12, 31);
            if (words.is(i, "cả") && words.is(i + 1, "năm") && year != 0)
                latest = date(year, 12, 31);
        }
    }
    return latest;
}

std::string spelled_time(const std::string& text)
{
    static constexpr std::string_view parting = " ,;-(";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || parting.find(text[i - 1]) != std::string_view::npos;
        const auto dot = i + 1 < text.size() && text[i + 1] == '.' ? i + 2 : i + 1;
        const bool number = is_number(text, dot, 1);
        const bool roman = dot < text.size() && (text[dot] == 'I' || text[dot] == 'V');
        if (begins && ((text[i] == 'Q' && (number || roman)) || (text[i] == 'T' && number))) {
            out += text[i] == 'Q' ? "quý " : "tháng ";
            i = dot - 1;
        } else if (begins && short_day(text, i) > 0 && !out.ends_with("ngày ")) {
            out += "ngày " + text.substr(i, short_day(text, i));
            i += short_day(text, i) - 1;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace tiendo::documents
