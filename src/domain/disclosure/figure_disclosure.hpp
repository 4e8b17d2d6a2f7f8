#pragma once

#include "domain/disclosure/suppression.hpp"
#include "domain/indicator/plan_figures.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tiendo {

/// What may be published of sensitive measures. Counts of single units never are: they lie below
/// the province.
enum class SensitiveUse {
    none,   ///< the whole of a district lies below the province too
    totals, ///< the office's decision: the whole, where nothing can be made out from it
};

/// One unit's version behind a total that was published.
struct PublishedPart {
    UnitId unit{};
    std::string submission{};
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;

    friend bool operator==(const PublishedPart&, const PublishedPart&) = default;
};

/// The total of a measure as it went out, for each breakdown that it has.
struct PublishedTotal {
    MeasureId measure{};
    std::string breakdown{};
    std::vector<PublishedPart> parts{};

    friend bool operator==(const PublishedTotal&, const PublishedTotal&) = default;
};

/// Why the whole of a measure is not published.
enum class WhyHidden {
    shown,
    below_province,
    small_count,        ///< one of its parts is from 1 to 4
    small_base,         ///< a rate of fewer than 20, or of all or none of fewer than 50
    makes_out_a_unit,   ///< with what is published, a unit's count could be computed
    makes_out_a_period, ///< or the count of a period inside it, or around it
};

/// What becomes of one sensitive measure in a public version.
struct DisclosureLine {
    MeasureId measure{};
    WhyHidden why = WhyHidden::shown;
    int cells = 0;                        ///< of single units, which are hidden
    std::vector<PublishedTotal> totals{}; ///< what goes out; none where it is hidden

    friend bool operator==(const DisclosureLine&, const DisclosureLine&) = default;
};

inline constexpr std::int64_t smallest_published = 5;

/// Everything that was published before.
struct EarlierReleases {
    std::vector<PublishedTotal> same{}; ///< of this period
    std::vector<std::pair<PeriodId, std::vector<PublishedTotal>>> others{};
};

/// One line for each sensitive measure. What was published before counts: the difference of two
/// totals is as good as a count, be it of one period or of a half-year and its quarter.
std::vector<DisclosureLine> disclose(
    const std::vector<MeasureFigure>& rows,
    const PeriodId& period,
    const EarlierReleases& earlier,
    SensitiveUse use
);

} // namespace tiendo
