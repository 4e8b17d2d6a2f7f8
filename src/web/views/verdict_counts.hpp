#pragma once

#include "domain/indicator/plan_figures.hpp"
#include "web/messages.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/view.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tiendo::web::view {

/// The value of the filter "kq" of the list of targets: "dat", "chua-dat" …
std::string_view verdict_in_address(Verdict verdict);
std::optional<Verdict> verdict_from_address(std::string_view value);

/// "10 đạt · 7 chưa đạt · 3.3 không phát sinh": counted links; one or two that have no result are
/// named instead of counted.
Markup verdict_counts(
    const std::vector<MeasureFigure>& rows, const PlanAddresses& addresses, const Wording& words
);

} // namespace tiendo::web::view
