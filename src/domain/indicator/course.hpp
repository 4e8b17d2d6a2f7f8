#pragma once

#include "domain/indicator/judge.hpp"
#include "domain/period/period.hpp"

#include <optional>

namespace tiendo {

/// The way to a target: from the confirmed baseline on the plan's first day to the target's day.
struct Course {
    std::optional<Date> from{}; ///< the plan's first day; without one there is no line
    std::optional<Date> due{};  ///< the target's own day, else the plan's last
    Date data_to{};             ///< the day to which the period's figures run
    std::optional<Decimal> baseline{};

    /// Before the target's day "chưa đạt" says nothing yet. The decree closes a year's data on 14
    /// December, a plan runs to the 31st: so near to the end it is the end.
    bool is_early() const;
    /// The baseline is the whole's: a part of it is not held against the line.
    Course of_a_part() const;
};

Course course_of(const Measure& measure, const Plan& plan, const Period& period);

/// judge(), and before the target's day where the figure stands on the straight line from the
/// baseline to the target: at 90 % of the way that should lie behind it, or more, it is on track,
/// from 70 % at risk, else behind. Compared exactly. Without a baseline it is met or not met.
Judgement judge_on_course(
    const Measure& measure, const Indicator& indicator, const Figure& figure, const Course& course
);

} // namespace tiendo
