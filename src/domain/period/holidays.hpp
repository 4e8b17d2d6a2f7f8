#pragma once

#include "base/date.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tiendo {

/// What a day is that differs from its weekday, or was said to.
enum class DayKind {
    off,      ///< nghỉ lễ, nghỉ bù, nghỉ hoán đổi
    work,     ///< làm bù: offices work though it is a Saturday or Sunday
    ordinary, ///< not a holiday after all: the office took it off the list
};

struct SpecialDay {
    Date day{};
    DayKind kind = DayKind::off;
    std::string name{};

    friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

/// The public holidays that the product brings along (Labour Code 45/2019/QH14, Articles 111 and
/// 112). Four are the same each year; Tết, Giỗ Tổ, the second day of Quốc khánh and every exchange
/// of days are announced year by year, and are known only for the years that are listed.
class Holidays {
public:
    struct Yearly {
        unsigned month = 1;
        unsigned day = 1;
        std::string name{};
    };

    Holidays() = default;
    /// `substitute`: how a day is called that is off for a holiday on a weekend: "Nghỉ bù {name}".
    Holidays(
        std::vector<Yearly> every_year,
        std::map<int, std::vector<SpecialDay>> announced,
        std::string substitute
    );

    /// In the order of their days.
    std::vector<SpecialDay> of_year(int year) const;
    bool is_announced(int year) const { return announced_.contains(year); }

private:
    void add_substitutes(std::map<Date, SpecialDay>& days) const;

    std::vector<Yearly> every_year_;
    std::map<int, std::vector<SpecialDay>> announced_;
    std::string substitute_;
};

/// The days of a year with what the office keeps laid over what the product brings along.
std::map<Date, SpecialDay>
special_days(const Holidays& holidays, const std::vector<SpecialDay>& kept, int year);

/// For all years in which plans have days.
WorkingDays working_days(const Holidays& holidays, const std::vector<SpecialDay>& kept);

/// "off", "work", "ordinary"
const char* name_of(DayKind kind);
/// Off where the name is none of them.
DayKind day_kind_named(std::string_view name);

} // namespace tiendo
