#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// "2023", "2023S1" (half-year), "2023N9" (nine months), "2023Q4", "202311", "2023Sep" (the school
/// year 2023-2024): the ids of DHIS2, but for the nine months, which it does not know.
using PeriodId = Id<struct PeriodTag>;

enum class PeriodLength { month, quarter, half_year, nine_months, year, school_year };

/// A period id taken apart: 2023Q4 is {2023, quarter, 4}.
struct PeriodName {
    int year = 0; ///< of a school year, the one in which it begins
    PeriodLength length = PeriodLength::year;
    int number = 1; ///< which month, quarter or half; 1 for all others

    friend bool operator==(const PeriodName&, const PeriodName&) = default;
};

std::optional<PeriodName> parse_period(const PeriodId& id);
PeriodId id_of(const PeriodName& name);
/// The period of the same kind a year earlier.
PeriodId same_period_last_year(const PeriodId& id);

/// Days from which data are counted, both included.
struct Window {
    Date from{};
    Date to{};

    friend bool operator==(const Window&, const Window&) = default;
};

/// Administrative reports follow Decree 09/2019/NĐ-CP, Article 12: a month runs from the 15th of
/// the one before it to the 14th, and everything longer consists of such months. Statistical ones
/// follow the calendar.
enum class ReportingCalendar { decree, statistical };

Window decree_window(const PeriodName& name);
Window calendar_window(const PeriodName& name);
Window window_of(const PeriodName& name, ReportingCalendar calendar);
/// Which calendar a window that was confirmed follows; one that follows neither is the decree's.
ReportingCalendar calendar_followed(const PeriodName& name, const Window& window);

/// The period in which a day lies: exactly one of each length, but that the last three months of
/// a year lie in no nine months.
std::optional<PeriodName> period_on(Date day, PeriodLength length, ReportingCalendar calendar);
/// As many periods later, or earlier, of the same length.
PeriodName shifted(const PeriodName& name, int count);
bool is_within(const PeriodName& part, const PeriodName& whole);
/// The periods of that length that together are the whole, in order; none where they cannot be:
/// a school year has no quarters.
std::vector<PeriodName> parts_of(const PeriodName& whole, PeriodLength length);

/// What DHIS2's relative names mean on a day: THIS_MONTH, LAST_QUARTER, LAST_12_MONTHS (those that
/// are over), QUARTERS_THIS_YEAR, LAST_5_YEARS, THIS_FINANCIAL_YEAR (the school year) …, in order.
/// None for a name that is no such one.
std::vector<PeriodId>
relative_periods(std::string_view name, Date today, ReportingCalendar calendar);

} // namespace tiendo
