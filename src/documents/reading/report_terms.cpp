#include "documents/reading/report_terms.hpp"

#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace tiendo::documents {

namespace {

struct CadenceMark {
    std::size_t at = 0;
    Cadence every = Cadence::year;
};

struct DayMark {
    std::size_t at = 0;
    std::string due{};
    bool with_year = false;
    bool before = false;
    std::optional<Cadence> every{}; ///< that the day itself says: "ngày 15 của tháng cuối quý"
};

std::optional<Cadence> cadence_at(const Words& words, std::size_t i, std::size_t& length)
{
    const auto match = vocabulary("report_cadences").at(words, i);
    length = match.length;
    if (match.meaning == "month") return Cadence::month;
    if (match.meaning == "quarter") return Cadence::quarter;
    if (match.meaning == "half_year") return Cadence::half_year;
    // "kỳ họp cuối năm 2025" is a time, and no cadence.
    if (match.meaning == "year" && !year_at(words, i + length)) return Cadence::year;
    return std::nullopt;
}

bool is_before_word(const Words& words, std::size_t i)
{
    // "trước 16 giờ 00 ngày 02/3"
    while (i > 0 && (words.is_number(i - 1) || words.is(i - 1, "giờ") || words.is(i - 1, "phút")))
        --i;
    return i > 0 &&
           (words.is(i - 1, "trước") || (words.is(i - 1, "là") && words.is(i - 2, "trước")));
}

/// "của tháng cuối quý", "tháng cuối kỳ báo cáo".
std::optional<Cadence> cadence_of_last_month(const Words& words, std::size_t i)
{
    if (words.is(i, "của")) ++i;
    if (!words.is(i, "tháng") || !words.is(i + 1, "cuối")) return std::nullopt;
    i += 2;
    if (words.is(i, "của") || words.is(i, "mỗi")) ++i;
    return words.is(i, "quý") ? std::optional(Cadence::quarter) : std::nullopt;
}

/// "ngày 20 hằng tháng", "ngày 25 của tháng cuối quý".
std::optional<DayMark> day_of_each_month(const Words& words, std::size_t i)
{
    if (!words.is(i, "ngày") || !words.is_number(i + 1) || words.written(i + 1).size() > 2)
        return std::nullopt;
    const auto next = i + 2;
    const bool monthly = words.is(next, "hằng") || words.is(next, "hàng") ||
                         words.is(next, "của") || words.is(next, "mỗi") ||
                         (words.is(next, "tháng") && !words.is_number(next + 1));
    if (!monthly) return std::nullopt;
    const auto day = std::string(words.written(i + 1));
    return DayMark{
        i,
        "--*-" + (day.size() == 1 ? "0" + day : day),
        false,
        is_before_word(words, i),
        cadence_of_last_month(words, next)
    };
}

/// "hằng tháng, trước ngày 25": a bare day in a clause that says how often.
std::optional<DayMark> day_of_cadence(const Words& words, std::size_t i, bool each_period)
{
    const bool bare = each_period && words.is(i, "ngày") && words.is_number(i + 1) &&
                      words.written(i + 1).size() <= 2 && !words.is(i + 2, "/") &&
                      !words.is(i + 2, "tháng") && !words.is(i + 2, "làm") && !words.is(i + 2, "-");
    if (!bare) return std::nullopt;
    const auto day = std::string(words.written(i + 1));
    return DayMark{
        i, "--*-" + (day.size() == 1 ? "0" + day : day), false, is_before_word(words, i), {}
    };
}

std::optional<DayMark> mark_of(const Words& words, const TimePoint& point, std::size_t& length)
{
    const auto i = point.first;
    length = point.last - point.first;
    DayMark mark{i, {}, point.year != 0, is_before_word(words, i), {}};
    if (!point.exists) { // "31/11/2025" is told as a finding
        mark.with_year = true;
        return mark;
    }
    const auto day = last_day_of(point, point.year != 0 ? point.year : 2024);
    if (!day) return std::nullopt;
    mark.due = point.year != 0 ? iso_date(*day)
                               : fmt::format(
                                     "--{:02}-{:02}",
                                     static_cast<unsigned>(day->month()),
                                     static_cast<unsigned>(day->day())
                                 );
    return mark;
}

std::optional<DayMark> day_at(const Words& words, std::size_t i, std::size_t& length)
{
    if (const auto monthly = day_of_each_month(words, i)) {
        length = 2;
        return monthly;
    }
    const auto point = time_point_at(words, i);
    if (!point || point->month == 0) return std::nullopt;
    const bool term = point->day != 0 || vocabulary("deadline_words").before(words, i);
    return term ? mark_of(words, *point, length) : std::nullopt;
}

/// "trước ngày 05/6 và 05/12": the word for the day is said once.
std::optional<DayMark> bare_day_at(const Words& words, std::size_t i, std::size_t& length)
{
    const auto point = day_and_month_at(words, i);
    return point ? mark_of(words, *point, length) : std::nullopt;
}

struct Marks {
    std::vector<CadenceMark> cadences{};
    std::vector<DayMark> days{};
};

bool says_each_month(const Words& words, std::size_t first, std::size_t last)
{
    for (auto i = first; i < last; ++i) {
        std::size_t length = 0;
        const auto every = cadence_at(words, i, length);
        if (every == Cadence::month || every == Cadence::quarter) return true;
    }
    return false;
}

Marks marks_in(const Words& words, std::size_t first, std::size_t last)
{
    Marks marks;
    std::size_t last_end = 0;
    const bool monthly = says_each_month(words, first, last);
    for (auto i = first; i < last;) {
        std::size_t length = 0;
        auto day = day_of_cadence(words, i, monthly);
        if (day) {
            length = 2;
        } else {
            day = day_at(words, i, length);
            const bool listed = !marks.days.empty() && last_end + 1 == i &&
                                (words.is(last_end, "và") || words.is(last_end, ","));
            if (!day && listed) day = bare_day_at(words, i, length);
        }
        if (day) {
            // "trước ngày 25/5 và ngày 25/11": both are too late by the day itself.
            if (!marks.days.empty() && marks.days.back().before && i > first &&
                (words.is(i - 1, "và") || words.is(i - 2, "và")) && i - last_end <= 3)
                day->before = true;
            last_end = i + length;
            marks.days.push_back(std::move(*day));
        } else if (const auto every = cadence_at(words, i, length)) {
            const bool known =
                std::any_of(marks.cadences.begin(), marks.cadences.end(), [&](const auto& c) {
                    return c.every == *every;
                });
            if (!known) marks.cadences.push_back({i, *every});
            // "báo cáo tháng, quý, năm": the comma leads on to the next.
            if (length > 1 && words.is(i + length - 1, ",")) --length;
        }
        i += std::max<std::size_t>(length, 1);
    }
    return marks;
}

/// A day without its year and without a cadence is owed once, in the plan's only year.
std::string with_plan_year(const std::string& due, const TargetFrame& frame)
{
    if (!due.starts_with("--") || due.starts_with("--*") || !frame.plan_from || !frame.plan_to)
        return due;
    if (frame.plan_from->year() != frame.plan_to->year()) return due;
    return fmt::format("{}-{}", static_cast<int>(frame.plan_to->year()), due.substr(2));
}

} // namespace

std::vector<ReportTerm>
report_terms(const Words& words, std::size_t first, std::size_t last, const TargetFrame& frame)
{
    const auto [cadences, days] = marks_in(words, first, last);
    std::vector<ReportTerm> terms;
    for (std::size_t n = 0; n < days.size(); ++n) {
        ReportTerm term{std::nullopt, days[n].due, days[n].before};
        if (!days[n].with_year) {
            if (cadences.size() == days.size()) {
                term.every = cadences[n].every;
            } else if (cadences.size() == 1) {
                term.every = cadences[0].every;
            }
            if (days.size() == 2 && cadences.size() == 1 && cadences[0].every == Cadence::year &&
                n == 0) {
                term.every = Cadence::half_year; // "trước ngày 15/6 và 15/12 hằng năm"
            }
            if (!term.every) term.every = days[n].every;
            if (!term.every) term.due = with_plan_year(term.due, frame);
        }
        terms.push_back(std::move(term));
    }
    if (days.size() == 1 && cadences.size() > 1 && !days[0].with_year) {
        terms.clear();
        for (const auto& cadence : cadences)
            terms.push_back({cadence.every, days[0].due, days[0].before});
    }
    if (days.empty()) {
        for (const auto& cadence : cadences)
            terms.push_back({cadence.every, {}, false});
    }
    if (terms.empty()) terms.emplace_back();
    return terms;
}

} // namespace tiendo::documents
