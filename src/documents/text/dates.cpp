#include "documents/text/dates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiendo::documents {

namespace {

std::optional<int> small_number(std::string_view digits)
{
    int value = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<int> number_at(const Words& words, std::size_t i, int low, int high)
{
    if (!words.is_number(i)) return std::nullopt;
    const auto value = small_number(words.written(i));
    return value && *value >= low && *value <= high ? value : std::nullopt;
}

bool adjacent(const Words& words, std::size_t i)
{
    return words.at(i).end == words.at(i + 1).begin;
}

bool exists(const TimePoint& point)
{
    if (point.day == 0) return true;
    // A day without its year may be the 29th of February.
    const auto year = point.year == 0 ? 2024 : point.year;
    return Date{
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(point.month)},
        std::chrono::day{static_cast<unsigned>(point.day)}
    }.ok();
}

TimePoint checked(TimePoint point)
{
    point.exists = point.month <= 12 && exists(point);
    return point;
}

/// "22.3.2023" is a single number to Words.
std::optional<TimePoint> dotted(const Words& words, std::size_t i)
{
    if (!words.is_number(i)) return std::nullopt;
    const auto parts = split(words.written(i), '.');
    if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
    const auto day = small_number(parts[0]);
    const auto month = small_number(parts[1]);
    const auto year = small_number(parts[2]);
    if (!day || !month || !year || *day > 31 || *month > 12) return std::nullopt;
    return checked({i, i + 1, *year, *month, *day});
}

/// "15/6/2024", "15-6-2024"; "15/6" only where `with_year` is not asked for.
std::optional<TimePoint> slashed(const Words& words, std::size_t i, bool with_year)
{
    const auto day = number_at(words, i, 1, 39);
    if (!day || i + 2 >= words.size()) return std::nullopt;
    const auto sign = words.lower(i + 1);
    if ((sign != "/" && sign != "-") || !adjacent(words, i) || !adjacent(words, i + 1))
        return std::nullopt;
    const auto month = number_at(words, i + 2, 1, with_year ? 19 : 12);
    if (!month) return std::nullopt;
    TimePoint point{i, i + 3, 0, *month, *day};
    const auto year =
        i + 4 < words.size() && words.is(i + 3, sign) ? year_at(words, i + 4) : std::nullopt;
    if (year) {
        point.year = *year;
        point.last = i + 5;
    } else if (words.is(i + 3, "năm") && year_at(words, i + 4)) {
        point.year = *year_at(words, i + 4);
        point.last = i + 5;
    } else if (with_year) {
        return std::nullopt;
    }
    return checked(point);
}

/// "9/2025": a month, where no number of a document and no day is around it.
std::optional<TimePoint> month_slash_year(const Words& words, std::size_t i)
{
    const auto month = number_at(words, i, 1, 12);
    if (!month || !words.is(i + 1, "/") || !year_at(words, i + 2) || !adjacent(words, i) ||
        !adjacent(words, i + 1))
        return std::nullopt;
    const bool longer = words.is(i + 3, "/") || words.is(i + 3, "-");
    const bool inside = i > 0 && (words.is(i - 1, "/") || words.is(i - 1, "số"));
    if (longer || inside) return std::nullopt;
    return TimePoint{i, i + 3, *year_at(words, i + 2), *month, 0};
}

/// Reads "/2024", " năm 2024" or "-2024" behind a month or quarter.
void take_year(const Words& words, TimePoint& point)
{
    const auto i = point.last;
    if ((words.is(i, "năm") || words.is(i, "/") || words.is(i, "-")) && year_at(words, i + 1)) {
        point.year = *year_at(words, i + 1);
        point.last = i + 2;
    }
}

std::optional<TimePoint> after_day_word(const Words& words, std::size_t i)
{
    auto point_without_word = slashed(words, i + 1, false);
    if (!point_without_word) point_without_word = dotted(words, i + 1);
    if (point_without_word) {
        point_without_word->first = i;
        return point_without_word;
    }
    const auto day = number_at(words, i + 1, 1, 39);
    if (!day || !words.is(i + 2, "tháng")) return std::nullopt;
    const auto month = number_at(words, i + 3, 1, 19);
    if (!month) return std::nullopt;
    TimePoint point{i, i + 4, 0, *month, *day};
    take_year(words, point);
    return checked(point);
}

bool parts_periods(const Words& words, std::size_t i)
{
    return words.is(i, ",") || words.is(i, "và") || words.is(i, "-") || words.is(i, "đến");
}

/// "tháng 3, 6, 9/2024", "tháng 2 - 3": the last month of the list, which its year or the end of
/// the text closes.
void take_later_months(const Words& words, TimePoint& point)
{
    auto later = point;
    while (parts_periods(words, later.last)) {
        const auto month = number_at(words, later.last + 1, 1, 12);
        if (!month) return;
        later = {point.first, later.last + 2, 0, *month, 0};
    }
    take_year(words, later);
    const bool closed = later.last == words.size() || words.is(later.last, ")") ||
                        words.is(later.last, ";") || words.is(later.last, ".");
    if (later.year != 0 || closed) point = later;
}

std::optional<TimePoint> month_at(const Words& words, std::size_t i)
{
    const auto month = number_at(words, i + 1, 1, 12);
    if (!month) return std::nullopt;
    TimePoint point{i, i + 2, 0, *month, 0};
    take_year(words, point);
    if (point.year == 0) take_later_months(words, point);
    return point;
}

std::optional<int> quarter_number(const Words& words, std::size_t i)
{
    static constexpr std::array<std::string_view, 4> romans{"i", "ii", "iii", "iv"};
    for (std::size_t q = 0; q < romans.size(); ++q) {
        if (words.is(i, romans[q])) return static_cast<int>(q) + 1;
    }
    return std::nullopt;
}

/// "quý III/2024", "quý II, III/2024": the last of the quarters named.
std::optional<TimePoint> quarter_at(const Words& words, std::size_t i)
{
    auto quarter = quarter_number(words, i + 1);
    if (!quarter) quarter = number_at(words, i + 1, 1, 4);
    if (!quarter) return std::nullopt;
    auto last = i + 2;
    while (parts_periods(words, last) && quarter_number(words, last + 1)) {
        quarter = quarter_number(words, last + 1);
        last += 2;
    }
    TimePoint point{i, last, 0, *quarter * 3, 0};
    take_year(words, point);
    return point;
}

/// "mỗi quý 01 lần", "hằng tháng 02 buổi": the number behind the period is no part of it.
bool each_period(const Words& words, std::size_t i)
{
    static constexpr std::array<std::string_view, 5> each{"mỗi", "hằng", "hàng", "từng", "một"};
    return i > 0 && (words.is(i, "tháng") || words.is(i, "quý")) &&
           std::any_of(each.begin(), each.end(), [&](auto word) { return words.is(i - 1, word); });
}

/// "6 tháng đầu năm 2024" ends in June, "6 tháng cuối năm" and "9 tháng" in their own month.
std::optional<TimePoint> months_of_year(const Words& words, std::size_t i)
{
    const auto months = number_at(words, i, 3, 9);
    if (!months || !words.is(i + 1, "tháng") ||
        !(words.is(i + 2, "đầu") || words.is(i + 2, "cuối")))
        return std::nullopt;
    TimePoint point{i, i + 3, 0, words.is(i + 2, "cuối") ? 12 : *months, 0};
    if (words.is(i + 3, "năm")) {
        point.last = i + 4;
        if (const auto year = year_at(words, i + 4)) {
            point.year = *year;
            point.last = i + 5;
        }
    }
    return point;
}

} // namespace

std::optional<int> year_at(const Words& words, std::size_t i)
{
    return number_at(words, i, 1990, 2099);
}

std::optional<TimePoint> time_point_at(const Words& words, std::size_t i)
{
    if (words.is(i, "ngày")) return after_day_word(words, i);
    if (each_period(words, i)) return std::nullopt;
    if (words.is(i, "tháng")) return month_at(words, i);
    if (words.is(i, "quý")) return quarter_at(words, i);
    if (words.is(i, "năm")) {
        const auto year = year_at(words, i + 1);
        if (year) return TimePoint{i, i + 2, *year};
        return std::nullopt;
    }
    if (auto point = slashed(words, i, true)) return point;
    // "trước 15 tháng 11", and not "6 tháng 12 ngày"
    if (i > 0 && (words.is(i - 1, "trước") || words.is(i - 1, "đến")) && !words.is(i + 4, "ngày")) {
        if (auto point = after_day_word(words, i - 1); point && words.is(i + 1, "tháng")) {
            point->first = i;
            return point;
        }
    }
    if (auto point = months_of_year(words, i)) return point;
    if (auto point = month_slash_year(words, i)) return point;
    return dotted(words, i);
}

std::optional<TimePoint> day_and_month_at(const Words& words, std::size_t i)
{
    return slashed(words, i, false);
}

std::vector<TimePoint> time_points(const Words& words)
{
    std::vector<TimePoint> points;
    for (std::size_t i = 0; i < words.size();) {
        if (auto point = time_point_at(words, i)) {
            i = point->last;
            points.push_back(*point);
        } else {
            ++i;
        }
    }
    return points;
}

std::optional<Date> last_day_of(const TimePoint& point, int year)
{
    using namespace std::chrono;
    const auto in_year = point.year != 0 ? point.year : year;
    if (in_year == 0 || !point.exists) return std::nullopt;
    const std::chrono::year y{in_year};
    if (point.month == 0) return Date{y, December, std::chrono::day{31}};
    const std::chrono::month m{static_cast<unsigned>(point.month)};
    const Date found{
        y,
        m,
        point.day == 0 ? (y / m / last).day() : std::chrono::day{static_cast<unsigned>(point.day)}
    };
    return found.ok() ? std::optional(found) : std::nullopt;
}

std::optional<Date> first_day_of(const TimePoint& point, int year)
{
    const auto in_year = point.year != 0 ? point.year : year;
    if (in_year == 0 || !point.exists) return std::nullopt;
    const Date found{
        std::chrono::year{in_year},
        std::chrono::month{point.month == 0 ? 1U : static_cast<unsigned>(point.month)},
        std::chrono::day{point.day == 0 ? 1U : static_cast<unsigned>(point.day)}
    };
    return found.ok() ? std::optional(found) : std::nullopt;
}

} // namespace tiendo::documents
