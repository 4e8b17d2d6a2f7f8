#pragma once

#include "app/figure/figures.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

namespace tiendo::web {

/// What the page of one measure is drawn from.
struct TargetSeen {
    app::PlanFigures figures{};
    UnitDirectory directory{};
    Date day{}; ///< of the map that is looked at
    MeasureId measure{};
};

/// What persons changed in the reading of this target, with name, hour and reason.
void set_changes(view::Object& data, const TargetSeen& seen, const Wording& words);
/// The value by unit, as bars and as a table, the missing ones included.
void set_units(view::Object& data, const TargetSeen& seen, const Wording& words);
/// The same by the units of a later day, where they are others; the total does not change.
void set_map(view::Object& data, const TargetSeen& seen, const Wording& words);
/// The value over the periods.
void set_trend(view::Object& data, const TargetSeen& seen, const Wording& words);

} // namespace tiendo::web
