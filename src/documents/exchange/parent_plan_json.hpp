#pragma once

#include "domain/plan/plan_reading.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// A plan or strategy that lower plans carry out and that the product brings along
/// (data/parents/*.json).
struct ParentPlan {
    std::string id{}; ///< "binh-dang-gioi-2021-2030"
    std::string name{};
    std::string name_en{};
    PlanReading reading{};
    std::set<std::string> unverified{}; ///< targets whose numbers nobody has checked at the source
};

const std::vector<ParentPlan>& embedded_parent_plans();
/// Null where there is none of that id.
const ParentPlan* embedded_parent_plan(std::string_view id);

} // namespace tiendo::documents
