#pragma once

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiendo {

/// Reads a day as officers type it or a browser's calendar sends it: "15/12/2023", "5/6/2023",
/// "15-12-2023", "15.12.2023", "2023-12-15". None for everything else, days that do not exist
/// included.
std::optional<Date> read_typed_day(std::string_view text);
/// The same, and "8/12" is a day of that year.
std::optional<Date> read_typed_day(std::string_view text, int year);

/// "17:00 ngày 08/12/2023", "08/12/2023 17:00", "17h ngày 8/12/2023", "17 giờ 30 ngày 8/12/2023",
/// "2023-12-08T17:00", in Vietnamese time. None without an hour: it is never guessed.
std::optional<Instant> read_typed_moment(std::string_view text);

/// "17:00 08/12/2023", as it stands in a field; read_typed_moment reads it back.
std::string typed_moment(Instant instant);

} // namespace tiendo
