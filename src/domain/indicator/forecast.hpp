#pragma once

#include "domain/indicator/course.hpp"
#include "domain/indicator/plan_figures.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo {

/// Fewer periods than these make no trend.
inline constexpr std::size_t forecast_points_least = 4;

enum class ForecastState {
    made,
    not_needed, ///< the target's day has come, or the plan names none
    no_number,  ///< nothing that runs along a line: no source, yes or no
    too_few,    ///< periods with the figures of all who answer
    too_far,    ///< the day lies farther ahead than the periods reach back
};

/// How the band lies to what the plan asks; never the value divided by the target.
enum class ForecastOutcome {
    none,          ///< the plan fixes no number, or it is not judged
    likely_met,    ///< all of the band meets it
    rather_met,    ///< the estimate meets it, not all of the band
    rather_missed, ///< the estimate misses it, not all of the band
    likely_missed, ///< all of the band misses it
};

/// A number that nobody has reported: an estimate, rounded, with its band.
struct ForecastPart {
    std::string breakdown{}; ///< "" | "male" | "female"
    Decimal value{};
    Decimal low{};
    Decimal high{};
    bool is_by_chance = false; ///< counts so small that chance makes the band
    ForecastOutcome outcome = ForecastOutcome::none;

    friend bool operator==(const ForecastPart&, const ForecastPart&) = default;
};

/// Where a measure is heading on the target's day. It stands beside the figure and never in its
/// place.
struct Forecast {
    ForecastState state = ForecastState::not_needed;
    std::optional<Date> due{};
    std::vector<PeriodId> points{}; ///< the periods that it rests on, the oldest first
    int filled = 0; ///< units that are awaited in the last of them, taken from their last report
    std::vector<ForecastPart> parts{};

    friend bool operator==(const Forecast&, const Forecast&) = default;
};

/// From the periods of one kind in which all who answer the measure have reported, and from the
/// present one, in which those who are awaited are taken to be as they last were.
Forecast forecast(const MeasureFigure& row, const Course& course, const PeriodId& period);

const char* name_of(ForecastState state);
const char* name_of(ForecastOutcome outcome);

} // namespace tiendo
