#include "app/chase/chase_office.hpp"
#include "base/text.hpp"
#include "web/pages/calendar.hpp"
#include "web/pages/sample_visit.hpp"
#include "web/visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

/// One VEVENT by its properties, each with its parameters: "DTSTART;VALUE=DATE".
using Event = std::map<std::string, std::string>;

/// Reads an iCalendar file by RFC 5545 and nothing else: lines end with CRLF, a line that begins
/// with a space goes on with the one before, and text is escaped by backslashes.
class CalendarReader {
public:
    explicit CalendarReader(const std::string& file)
    {
        std::size_t from = 0;
        while (from < file.size()) {
            const auto end = file.find("\r\n", from);
            EXPECT_NE(end, std::string::npos) << "a line without CRLF";
            if (end == std::string::npos) return;
            const auto line = file.substr(from, end - from);
            EXPECT_LE(line.size(), 75U) << line;
            EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
            if (line.starts_with(' '))
                lines_.back() += line.substr(1);
            else
                lines_.push_back(line);
            from = end + 2;
        }
    }

    std::vector<Event> events() const
    {
        std::vector<Event> events;
        bool is_inside = false;
        for (const auto& line : lines_) {
            if (line == "BEGIN:VEVENT") {
                events.emplace_back();
                is_inside = true;
            } else if (line == "END:VEVENT") {
                is_inside = false;
            } else if (is_inside) {
                const auto colon = line.find(':');
                events.back()[line.substr(0, colon)] = plain(line.substr(colon + 1));
            }
        }
        return events;
    }

    const std::vector<std::string>& lines() const { return lines_; }

private:
    static std::string plain(const std::string& escaped)
    {
        std::string text;
        for (std::size_t i = 0; i < escaped.size(); ++i) {
            if (escaped[i] != '\\' || i + 1 == escaped.size())
                text += escaped[i];
            else
                text += escaped[++i] == 'n' ? '\n' : escaped[i];
        }
        return text;
    }

    std::vector<std::string> lines_;
};

std::vector<Event> events_of_the_sample()
{
    const auto file = visited(sample_office(), "chuyenvien", "/ke-hoach/1/lich.ics").value();
    EXPECT_EQ(file.header("content-type"), "text/calendar; charset=utf-8");
    return CalendarReader(file.body).events();
}

const Event* starting(const std::vector<Event>& events, const std::string& start)
{
    for (const auto& event : events)
        for (const auto& [name, value] : event)
            if (name.starts_with("DTSTART") && value == start) return &event;
    return nullptr;
}

TEST(CalendarFile, IsACalendarForAnyProgram)
{
    const auto file = visited(sample_office(), "chuyenvien", "/ke-hoach/1/lich.ics").value();
    const CalendarReader reader(file.body);
    EXPECT_EQ(reader.lines().front(), "BEGIN:VCALENDAR");
    EXPECT_EQ(reader.lines().at(1), "VERSION:2.0");
    EXPECT_EQ(reader.lines().back(), "END:VCALENDAR");
    std::set<std::string> uids;
    for (const auto& event : reader.events()) {
        EXPECT_TRUE(event.contains("DTSTAMP"));
        EXPECT_NE(event.at("SUMMARY"), "");
        EXPECT_TRUE(uids.insert(event.at("UID")).second) << event.at("UID");
    }
    EXPECT_GE(uids.size(), 4U);
}

TEST(CalendarFile, GivesTheDeadlineToTheMinuteInUniversalTime)
{
    const auto events = events_of_the_sample();
    const auto* deadline = starting(events, "20231208T100000Z"); // 17:00 in Vietnam
    ASSERT_NE(deadline, nullptr);
    EXPECT_THAT(deadline->at("SUMMARY"), HasSubstr("năm 2023"));
    EXPECT_THAT(deadline->at("UID"), HasSubstr("deadline-2023-1"));
}

TEST(CalendarFile, GivesTheWindowAndTheActionMonthAsWholeDays)
{
    const auto events = events_of_the_sample();
    ASSERT_NE(starting(events, "20231214"), nullptr);
    const auto* month = starting(events, "20231115");
    ASSERT_NE(month, nullptr);
    EXPECT_EQ(month->at("DTEND;VALUE=DATE"), "20231216"); // the day after the last, by the standard
    EXPECT_THAT(month->at("SUMMARY"), HasSubstr("Tháng hành động"));
}

std::string calendar_page(const std::string& month)
{
    return visited(sample_office(), "chuyenvien", "/ke-hoach/1/lich?thang=" + month).value().body;
}

TEST(CalendarPage, ShowsDeadlinesAndCampaignsOnTheirDays)
{
    const auto december = text_of(calendar_page("2023-12"));
    EXPECT_THAT(december, HasSubstr("17:00"));
    EXPECT_THAT(text_of(calendar_page("2023-11")), HasSubstr("Tháng hành động"));
}

std::size_t days_off_in(const std::string& page)
{
    std::size_t count = 0;
    const std::string mark = "class=\"day-off\"><span";
    for (auto at = page.find(mark); at != std::string::npos; at = page.find(mark, at + 1))
        ++count;
    return count;
}

TEST(CalendarPage, MarksWeekends)
{
    // December 2023 has five Saturdays and five Sundays; of the days around it none is shown.
    EXPECT_EQ(days_off_in(calendar_page("2023-12")), 10U);
}

TEST(CalendarPage, NamesHolidaysAndMarksThemAsDaysOff)
{
    app::ChaseOffice district;
    district.office().write(district.monitor, [](app::Work& work) {
        work.kept.library().put(store::Holiday{date(2023, 9, 4), "Nghỉ Quốc khánh"});
        return done;
    });
    Visit visit{
        {.words = Wording(Messages::embedded(), Language::vietnamese),
         .form_token = "token",
         .path = "/",
         .frame = {}},
        district.office(),
        district.monitor,
        "session"
    };
    Request request;
    request.path_parameters.add("plan", "1");
    request.query.add("thang", "2023-09");
    const auto page = get_calendar(visit, request).value().body;
    EXPECT_THAT(text_of(page), HasSubstr("Nghỉ Quốc khánh"));
    // Nine days of weekends, the first, a Friday before Quốc khánh, and the fourth, a Monday.
    EXPECT_EQ(days_off_in(page), 11U);
}

TEST(CalendarPage, LeadsFromAnEmptyMonthToTheNextEvent)
{
    const auto page = calendar_page("2023-02");
    EXPECT_THAT(page, HasSubstr("lich?thang=2023-"));
    EXPECT_THAT(text_of(page), Not(HasSubstr("17:00 Hạn")));
}

} // namespace
} // namespace tiendo::web
