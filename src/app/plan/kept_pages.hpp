#pragma once

#include "documents/reading/confined_reader.hpp"
#include "store/plans.hpp"

#include <vector>

namespace tiendo::app {

/// The pictures of a scan's pages as they are kept with the new plan.
std::vector<store::PlanPage> kept_pages(std::vector<documents::PagePicture> pictures);

} // namespace tiendo::app
