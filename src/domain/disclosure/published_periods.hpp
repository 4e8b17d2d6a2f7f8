#pragma once

#include "domain/disclosure/figure_disclosure.hpp"

#include <string>

namespace tiendo {

/// Whether a total of that period is published beside none that overlaps it: a half-year less its
/// quarter is the other one, and several such differences make out more. Periods that make up the
/// whole without a gap have told its total already.
bool overlaps_nothing_published(
    const PeriodId& period,
    const MeasureId& measure,
    const std::string& breakdown,
    const EarlierReleases& earlier
);

} // namespace tiendo
