#include "domain/plan/changes_in_force.hpp"

#include <algorithm>
#include <set>

namespace tiendo {

namespace {

constexpr std::string_view decision = "finding/";

}

std::string finding_of(const PlanChange& change)
{
    return change.path.starts_with(decision) ? change.path.substr(decision.size()) : change.finding;
}

std::vector<PlanChange> changes_in_force(const std::vector<PlanChange>& changes)
{
    std::vector<PlanChange> kept;
    std::set<std::string> taken_back; // later in the list
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const auto finding = finding_of(*change);
        if (change->path.starts_with(decision) && change->value == undone)
            taken_back.insert(finding);
        else if (finding.empty() || !taken_back.contains(finding))
            kept.push_back(*change);
    }
    std::ranges::reverse(kept);
    return kept;
}

const PlanChange*
changed_since(const std::vector<PlanChange>& changes, int seen, const PlanChange& change)
{
    const auto finding = finding_of(change);
    const auto found = std::find_if(changes.rbegin(), changes.rend(), [&](const PlanChange& other) {
        const bool is_same =
            other.path == change.path || (!finding.empty() && finding_of(other) == finding);
        return other.number > seen && is_same;
    });
    return found == changes.rend() ? nullptr : &*found;
}

} // namespace tiendo
