#pragma once

#include "app/figure/held_period.hpp"
#include "web/messages.hpp"
#include "web/pages/units_shown.hpp"
#include "web/views/view.hpp"

#include <map>
#include <optional>
#include <string>

namespace tiendo::web {

/// What the page of one measure is drawn from.
struct TargetSeen {
    app::PlanFigures figures{};
    std::shared_ptr<const app::HeldPeriod> held{}; ///< what they were computed from
    UnitDirectory directory{};
    Date day{}; ///< of the map that is looked at
    Date today{};
    MeasureId measure{};
    std::optional<UnitsShown> units{};            ///< in the table by unit
    std::map<std::string, std::string> persons{}; ///< names by login, of those who are shown
};

/// Its page, which takes more questions.
PageAddress page_of(const TargetSeen& seen);

/// Whether the change of that path is one of the target or of its measure.
bool concerns(const TargetSeen& seen, const std::string& path);

/// What persons changed in the reading of this target, with name, hour and reason.
void set_changes(view::Object& data, const TargetSeen& seen, const Wording& words);
/// "Vì sao có số này": the figure as a tree, each unit's number a link to its cell.
void set_explanation(view::Object& data, const TargetSeen& seen, const Wording& words);
/// The figure of the year so far, over its periods, with the rule in words.
void set_over_year(view::Object& data, const TargetSeen& seen, const Wording& words);
/// The value by unit, as bars and as a table, the missing ones included.
void set_units(view::Object& data, const TargetSeen& seen, const Wording& words);
/// The same over the periods by the units of another day, where these changed; the total stays.
void set_map(
    view::Object& data, const TargetSeen& seen, const Request& request, const Wording& words
);
/// The value over the periods, and where it is heading on the target's day.
void set_trend(view::Object& data, const TargetSeen& seen, const Wording& words);

} // namespace tiendo::web
