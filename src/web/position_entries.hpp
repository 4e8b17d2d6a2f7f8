#pragma once

#include "app/work.hpp"
#include "web/context.hpp"

#include <vector>

namespace tiendo::web {

/// "Công chức đầu mối, Lãnh đạo đơn vị"
std::string role_words(const std::set<Role>& roles, const Wording& words);

/// The positions of the acting person, as switches show them; empty for one who holds a single one.
std::vector<PositionEntry>
position_entries(app::Work& work, const UnitDirectory& units, const Wording& words);

} // namespace tiendo::web
