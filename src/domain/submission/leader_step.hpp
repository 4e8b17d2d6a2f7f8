#pragma once

#include "domain/plan/plan.hpp"

/// How a report leaves its unit: typed by the data-entry officer and handed in at once, or first
/// read by the unit's own leader. The office decides it for each plan.
namespace tiendo {

struct LeaderStep {
    bool is_on = false;
    bool waits_without_leader = false; ///< a unit without a leader's account cannot hand in

    friend bool operator==(const LeaderStep&, const LeaderStep&) = default;
};

/// What the plan's changes of workflow/leader_step and workflow/without_leader say; off without
/// any.
LeaderStep leader_step_of(const Plan& plan);

/// Who has a report ready.
struct Sender {
    bool is_of_unit = false;      ///< the office hands in what came on paper, signed already
    bool leads_unit = false;      ///< types and decides in one person
    bool unit_has_leader = false; ///< some account that can be used is its leader's
};

enum class WayOut {
    hand_in,        ///< nộp
    without_leader, ///< nộp thẳng: the step is on, and nobody could take it
    to_leader,      ///< trình lãnh đạo đơn vị
    leader_awaited, ///< nobody can take the step, and the office wants it taken
};

WayOut way_out(const LeaderStep& step, const Sender& sender);

} // namespace tiendo
