#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "web/views/view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::web::view {

/// A value on the last day of its period.
struct DatedValue {
    std::string label{}; ///< below the axis: "2023"
    Date day{};
    Decimal value{};
};

/// What may come: drawn otherwise than what was reported.
struct AheadValue {
    DatedValue at{};
    Decimal low{};
    Decimal high{};
};

struct TrendChart {
    std::vector<DatedValue> values{}; ///< the oldest first
    std::optional<Decimal> target{};  ///< a line across
    std::optional<AheadValue> ahead{};
};

/// The run of a measure over its periods, to scale in time, with what is ahead dashed in its band.
/// The words are for who does not see it; the numbers stand in the table beside it.
Markup trend_chart(const TrendChart& chart, std::string_view words);

} // namespace tiendo::web::view
