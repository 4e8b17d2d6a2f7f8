#pragma once

#include "app/work.hpp"
#include "domain/indicator/indicator.hpp"

#include <vector>

namespace tiendo::app {

/// Where a plan stands.
enum class PlanStage { under_review, running, closed };

/// A plan as lists show it.
struct PlanSummary {
    PlanId id{};
    std::string title{};
    PlanStage stage = PlanStage::under_review;
    std::string source_name{};
    Instant created_at{};
    std::string created_by{};
};

/// The newest first.
Result<std::vector<PlanSummary>> plans(Work& work);
Result<PlanSummary> plan_summary(Work& work, const PlanId& id);

/// The plan in use: the reading with all its changes. Any signed-in person may see the plan's text;
/// figures are guarded where they are read.
Result<Plan> plan_in_use(Work& work, const PlanId& id);
/// The document as read, without the repairs of its text that a person rejected.
Result<PlanReading> plan_reading(Work& work, const PlanId& id);
Result<std::vector<PlanChange>> plan_changes(Work& work, const PlanId& id);

/// The plan that a person is taken to: the newest one that runs, else the newest.
Result<PlanId> plan_to_show(Work& work);

/// A reading becomes a plan under review. The source's bytes are kept as they came.
struct NewPlan {
    std::string source_name{};
    std::string source_bytes{};
    std::string source_lines_json{}; ///< [{"line": 1, "text": "…"}, …]
    PlanReading reading{};
    std::vector<store::PlanPage> pages{}; ///< of a scan
};
Result<PlanId> import_plan(Work& work, const NewPlan& plan);

/// A plan to be typed in by hand.
Result<PlanId> begin_blank_plan(Work& work, const std::string& title);

/// Records one decision or correction, if the plan can take it. Needs Right::edit_plan. A change of
/// a number, or the decision of a finding, needs a reason. Refused where somebody recorded
/// something about the same since the person looked.
struct NewChange {
    std::string path{};
    std::string value{};
    std::string reason{};
    std::string finding{}; ///< key of the finding that it settles
    /// The newest change of the plan that the person knew; without one, whatever there is is meant.
    std::optional<int> seen{};
};
Result<Done> change_plan(Work& work, const PlanId& id, const NewChange& change);
/// Several at once: all of them or none.
Result<Done> change_plan(Work& work, const PlanId& id, const std::vector<NewChange>& changes);

/// Takes back what was decided about a finding, corrections with it. Refused where nothing was.
Result<Done>
undo_decision(Work& work, const PlanId& id, const std::string& finding, const std::string& reason);

Result<Done> set_plan_stage(Work& work, const PlanId& id, PlanStage stage);

/// The indicators that the product brings along, with what the office changed or added.
IndicatorLibrary library(Work& work);
/// Keeps an entry that is a sound one, and in the journal what it is from now on.
Result<Done> put_indicator(Work& work, const Indicator& indicator);
/// Refuses an entry that is none, by itself or in a plan whose measures mean it.
Result<Done> require_sound(Work& work, const Indicator& indicator);

} // namespace tiendo::app
