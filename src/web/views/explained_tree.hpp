#pragma once

#include "domain/indicator/explanation.hpp"
#include "domain/org/unit.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace tiendo::web::view {

/// What a tree is drawn with: names of units and measures, and where the cell of a unit is seen.
struct ExplainedSurroundings {
    const Measure& measure;
    const Indicator& indicator;
    PeriodId period{};
    const UnitDirectory& directory;
    const Plan& plan;
    const IndicatorLibrary& library;
    std::function<std::string(const UnitId&, const PeriodId&, const MeasureId&)> cell_address{};
    std::optional<std::set<UnitId>> units_drawn{}; ///< of very many; the others are counted
};

/// "Vì sao có số này": each step with its result and, below it, what it came from, as nested lists.
Markup explained_tree(
    const std::vector<Explained>& explained,
    const ExplainedSurroundings& around,
    const Wording& words
);

} // namespace tiendo::web::view
