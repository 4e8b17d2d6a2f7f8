#pragma once

#include "app/work.hpp"
#include "domain/period/holidays.hpp"

#include <vector>

namespace tiendo::app {

/// A day of the list, and whether the office itself put it there.
struct ListedDay {
    SpecialDay day{};
    bool is_own = false;
    bool is_known = false; ///< the product brings an entry for that day along
};

/// The public holidays and made-up working days of a year. Anybody may know them.
struct HolidayList {
    int year = 0;
    bool is_announced = false; ///< else Tết, Giỗ Tổ and exchanges of days are missing
    std::vector<ListedDay> days{};
};
HolidayList holiday_list(Work& work, int year);
std::map<Date, SpecialDay> special_days(Work& work, int year);

/// Puts a day onto the list, over what stands there. Needs Right::manage_holidays.
Result<Done> keep_holiday(Work& work, const SpecialDay& day);
/// Takes it off: the office's own entry is forgotten, one of the product's becomes ordinary.
Result<Done> drop_holiday(Work& work, Date day);

/// Which days offices work, by that list.
WorkingDays working_days(Work& work);

} // namespace tiendo::app
