#include "app/program/resource_values.hpp"

#include <fmt/format.h>

namespace tiendo::app {

boost::json::value hour(Instant instant)
{
    constexpr std::int64_t seconds_per_minute = 60;
    const auto text =
        fmt::format("{}:{:02}+07:00", iso_minute(instant), instant.seconds % seconds_per_minute);
    return boost::json::string(text);
}

boost::json::value hour(const std::optional<Instant>& instant)
{
    if (!instant) return nullptr;
    return hour(*instant);
}

} // namespace tiendo::app
