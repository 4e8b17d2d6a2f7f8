#include "documents/reading/read_events.hpp"

#include "base/text.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace tiendo::documents {

namespace {

std::string day_text(const TimePoint& point, const TargetFrame& frame, int year_of_range)
{
    const bool one_year =
        frame.plan_from && frame.plan_to && frame.plan_from->year() == frame.plan_to->year();
    const auto year = point.year != 0      ? point.year
                      : year_of_range != 0 ? year_of_range
                      : one_year           ? static_cast<int>(frame.plan_to->year())
                                           : 0;
    if (year == 0) return fmt::format("--{:02}-{:02}", point.month, point.day);
    const auto day = last_day_of(point, year);
    return day ? iso_date(*day) : std::string{};
}

/// A title may go on in quotes: "Tháng cao điểm “Vì người nghèo”".
bool ends_name(const Words& words, std::size_t i)
{
    return words.is_sign(i) && !words.is(i, "\"") && !words.is(i, "“") && !words.is(i, "”");
}

/// "(15/11 - 15/12)": days without their word, in a bracket of their own.
std::vector<TimePoint> points_of(const Words& words)
{
    auto points = time_points(words);
    for (std::size_t i = 0; i + 8 < words.size() && points.empty(); ++i) {
        const auto from = words.is(i, "(") ? day_and_month_at(words, i + 1) : std::nullopt;
        const auto to = from ? day_and_month_at(words, from->last + 1) : std::nullopt;
        if (to && words.is(to->last, ")")) points = {*from, *to};
    }
    return points;
}

void read(const Node& node, const TargetFrame& frame, std::vector<ReadEvent>& events)
{
    const Words words{node.text};
    const auto points = points_of(words);
    for (std::size_t n = 0; n + 1 < points.size(); ++n) {
        const auto& from = points[n];
        const auto& to = points[n + 1];
        const bool range = from.day != 0 && to.day != 0 && to.first == from.last + 1 &&
                           (words.is(from.last, "đến") || words.is(from.last, "-"));
        if (!range) continue;
        auto end = from.first;
        while (end > 0 && (words.is(end - 1, "từ") || ends_name(words, end - 1)))
            --end;
        for (auto i = end; i-- > 0;) {
            const auto head = vocabulary("event_heads").at(words, i);
            if (!head || !words.is_capitalised(i) || ends_name(words, i + head.length)) continue;
            ReadEvent event{
                squeeze(words.written(i, end)),
                day_text(from, frame, to.year),
                day_text(to, frame, to.year),
                node.lines
            };
            const bool known = std::any_of(events.begin(), events.end(), [&](const ReadEvent& e) {
                return e.from == event.from && e.to == event.to;
            });
            if (!known) events.push_back(std::move(event));
            break;
        }
    }
    for (const auto& child : node.children)
        read(child, frame, events);
}

} // namespace

std::vector<ReadEvent> read_events(const Node& root, const TargetFrame& frame)
{
    std::vector<ReadEvent> events;
    read(root, frame, events);
    return events;
}

} // namespace tiendo::documents
