#pragma once

#include "app/plan/plans.hpp"
#include "app/work.hpp"
#include "app/world/story.hpp"

#include <functional>
#include <string>
#include <vector>

namespace tiendo::app {

/// One act of the story: who does what at which hour.
struct StoryAct {
    Instant at{};
    std::string by{};
    std::function<Result<Done>(Work&)> act{};
};

/// All acts of the story in the order of their hours. Story and document must outlive
/// them.
std::vector<StoryAct> acts_of(const Story& story, const NewPlan& document);

} // namespace tiendo::app
