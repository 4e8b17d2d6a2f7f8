#pragma once

#include "app/work.hpp"
#include "domain/plan/parent_comparison.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// The plan above a plan: chosen by a person among the plans that were imported and those that the
/// product brings along.
namespace tiendo::app {

struct ParentChoice {
    std::string key{}; ///< "plan/3", "known/binh-dang-gioi-2021-2030"
    std::string name{};
    std::string name_en{}; ///< empty where it has none

    friend bool operator==(const ParentChoice&, const ParentChoice&) = default;
};

/// The imported ones first, without the plan itself.
Result<std::vector<ParentChoice>> parent_choices(Work& work, const PlanId& plan);

/// Empty chooses none. Refuses what is no choice. Needs Right::edit_plan.
Result<Done> choose_parent(Work& work, const PlanId& plan, const std::string& key);

struct BesideParent {
    std::string key{};
    std::vector<ComparedTarget> targets{};
    std::set<std::string> unverified{}; ///< the parent's targets whose numbers nobody has checked
};
/// The plan in use beside the chosen one; none where none is chosen.
Result<std::optional<BesideParent>> beside_parent(Work& work, const PlanId& plan);

} // namespace tiendo::app
