#include "domain/submission/leader_step.hpp"

namespace tiendo {
namespace {

std::string value_of(const Plan& plan, const std::string& path)
{
    const auto found = plan.changed.find(path);
    return found == plan.changed.end() ? std::string{} : found->second.value;
}

} // namespace

LeaderStep leader_step_of(const Plan& plan)
{
    return {
        value_of(plan, "workflow/leader_step") == "on",
        value_of(plan, "workflow/without_leader") == "wait"
    };
}

WayOut way_out(const LeaderStep& step, const Sender& sender)
{
    if (!step.is_on || !sender.is_of_unit || sender.leads_unit) return WayOut::hand_in;
    if (sender.unit_has_leader) return WayOut::to_leader;
    return step.waits_without_leader ? WayOut::leader_awaited : WayOut::without_leader;
}

} // namespace tiendo
