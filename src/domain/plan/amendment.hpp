#pragma once

#include "domain/plan/plan.hpp"

#include <string>
#include <vector>

/// What a later version of the document (văn bản điều chỉnh, bổ sung) would change in a plan that
/// is in use. Nothing is taken over by itself: a person chooses, and what is chosen becomes changes
/// of the plan like any other.
namespace tiendo {

enum class AmendmentKind { changed, added, removed };

/// One field that taking an amendment over sets (plan_fields.hpp).
struct FieldSetting {
    std::string path{};
    std::string value{};

    friend bool operator==(const FieldSetting&, const FieldSetting&) = default;
};

struct Amendment {
    AmendmentKind kind = AmendmentKind::changed;
    std::string key{};    ///< "target/2.3", "task/3.4", "document/period_to"; of the plan in use
    std::string before{}; ///< the text in use; empty for what is added
    std::string now{};    ///< the text of the new version; empty for what is removed
    /// Levels of the target, measure by measure, before and now.
    std::vector<std::optional<Quantity>> levels_before{};
    std::vector<std::optional<Quantity>> levels_now{};
    std::vector<UnitId> units{}; ///< who answers or leads it: whose reports it touches
    LineRange lines{};           ///< in the new version
    /// Empty where a person has to see to it: a task that is gone, a report's new day.
    std::vector<FieldSetting> settings{};

    friend bool operator==(const Amendment&, const Amendment&) = default;
};

/// In the order of the plan in use, what is added last. `ground` is what a removed target says of
/// itself from then on ("Bỏ theo Kế hoạch số 12/KH-UBND").
std::vector<Amendment>
amendments_of(const Plan& plan, const PlanReading& newer, const std::string& ground);

} // namespace tiendo
