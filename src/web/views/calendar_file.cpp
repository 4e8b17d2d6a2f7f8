#include "web/views/calendar_file.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace tiendo::web::view {

namespace {

constexpr std::size_t line_bytes_max = 74; // RFC 5545: 75 with the space of a folded line

std::string escaped(std::string text)
{
    text = replace_all(std::move(text), "\\", "\\\\");
    text = replace_all(std::move(text), ";", "\\;");
    text = replace_all(std::move(text), ",", "\\,");
    text = replace_all(std::move(text), "\r", "");
    return replace_all(std::move(text), "\n", "\\n");
}

/// Long lines go on behind a space; a letter is never cut.
std::string folded(std::string_view line)
{
    std::string text;
    while (line.size() > line_bytes_max) {
        std::size_t size = line_bytes_max;
        while (size > 0 && (static_cast<unsigned char>(line[size]) & 0xc0) == 0x80)
            --size;
        text += std::string(line.substr(0, size)) + "\r\n ";
        line.remove_prefix(size);
    }
    return text + std::string(line) + "\r\n";
}

std::string plain_day(Date day)
{
    return replace_all(iso_date(day), "-", "");
}

/// In universal time, so that no program needs to know a time zone.
std::string plain_moment(Instant instant)
{
    const auto time = local_time({instant.seconds - 3600LL * vietnam_offset.count()});
    return fmt::format("{}T{:02}{:02}00Z", plain_day(time.day), time.hour, time.minute);
}

} // namespace

std::string calendar_file(const std::vector<CalendarLine>& lines, Instant now)
{
    std::string file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tien Do//VI\r\n";
    for (const auto& line : lines) {
        file += "BEGIN:VEVENT\r\n" + folded("UID:" + escaped(line.uid));
        file += "DTSTAMP:" + plain_moment(now) + "\r\n";
        if (line.event.hour) {
            file += "DTSTART:" + plain_moment(*line.event.hour) + "\r\n";
        } else {
            file += "DTSTART;VALUE=DATE:" + plain_day(line.event.from) + "\r\n";
            file += "DTEND;VALUE=DATE:" + plain_day(add_days(line.event.to, 1)) + "\r\n";
        }
        file += folded("SUMMARY:" + escaped(line.summary)) + "END:VEVENT\r\n";
    }
    return file + "END:VCALENDAR\r\n";
}

} // namespace tiendo::web::view
