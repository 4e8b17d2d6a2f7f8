#pragma once

#include "app/report/reports.hpp"
#include "domain/submission/standing.hpp"
#include "web/messages.hpp"
#include "web/views/charts.hpp"
#include "web/views/plan_addresses.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace tiendo::web::view {

/// The value of the filter "tt" of the chase list: "qua-han".
std::string_view standing_in_address(Standing standing);

/// "2 quá hạn"
std::string standing_words(Standing standing, std::size_t count, const Wording& words);

using LinesByStanding = std::map<Standing, std::vector<const app::ReportLine*>>;
LinesByStanding
by_standing(const std::vector<app::ReportLine>& lines, const UnitDirectory& directory);

/// The bar of who has reported, each part a link into the chase list.
Markup
standing_bar(const LinesByStanding& groups, const PlanAddresses& addresses, const Wording& words);

} // namespace tiendo::web::view
