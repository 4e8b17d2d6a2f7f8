#pragma once

#include "base/date.hpp"
#include "documents/text/words.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tiendo::documents {

/// A day, month, quarter or year that a text names; the parts that it leaves out are 0.
struct TimePoint {
    std::size_t first = 0; ///< words [first, last)
    std::size_t last = 0;
    int year = 0;
    int month = 0;
    int day = 0;
    bool exists = true; ///< false for "31/6/2024"
};

/// The time point that begins at the word: "ngày 22 tháng 3 năm 2023", "15/6/2024", "tháng 6",
/// "quý II/2024", "cuối năm 2023", "năm 2025".
std::optional<TimePoint> time_point_at(const Words& words, std::size_t i);

std::vector<TimePoint> time_points(const Words& words);

/// The day itself, or the last day of the month or year; the year is `year` where none is written.
/// None for a day that does not exist or where there is no year at all.
std::optional<Date> last_day_of(const TimePoint& point, int year = 0);
/// Likewise the first day.
std::optional<Date> first_day_of(const TimePoint& point, int year = 0);

/// "15/12" without its year, which only its surroundings tell from a fraction.
std::optional<TimePoint> day_and_month_at(const Words& words, std::size_t i);

/// A number that could be a year of a plan.
std::optional<int> year_at(const Words& words, std::size_t i);

} // namespace tiendo::documents
