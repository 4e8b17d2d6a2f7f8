#pragma once

#include "domain/org/unit.hpp"
#include "domain/report/task_count.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tiendo::web::view {

/// How a standing is called in an address: "dung-han", "muon", "dang-lam", "qua-han".
std::string_view standing_address(TaskStanding standing);
/// All of them, in the order of the counts.
std::span<const TaskStanding> all_standings();

std::string standing_words(TaskStanding standing, const Wording& words);
Markup standing_tag(TaskStanding standing, const Wording& words);
/// Of one unit: who is asked to cooperate is late for nothing.
Markup standing_tag(TaskStanding standing, const Unit* unit, const Wording& words);

/// The numbers of a count as the cells of a row: giao, đến hạn, đúng hạn, muộn, đang làm, quá hạn.
List count_cells(const TaskCount& count);

} // namespace tiendo::web::view
