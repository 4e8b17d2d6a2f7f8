#pragma once

#include "domain/plan/plan.hpp"

#include <span>
#include <string_view>

namespace tiendo {

/// One field of a plan that a person can set: the kind of thing it belongs to and its name.
struct PlanField {
    std::string_view kind;
    std::string_view name;
};

/// All of them, in the order of the screens.
std::span<const PlanField> plan_fields();

/// A path taken apart: "measure/3.2a/suppliers".
struct PlanPath {
    std::string kind;
    std::string id;    ///< empty for the document and the workflow
    std::string field; ///< empty for a finding
};

std::optional<PlanPath> parse_plan_path(std::string_view path);

/// Sets one field; refuses a value that the field cannot have. A target, measure, task or objective
/// of an unknown id is added, so that what the reading missed, or a whole plan, can be typed in.
Result<Done> set_plan_field(Plan& plan, const PlanPath& path, const std::string& value);

/// The words of Plan JSON: "at_least" … ; none if it is no comparator.
std::optional<Comparator> comparator_named(std::string_view name);
std::string_view name_of(Comparator comparator);
std::optional<Cadence> cadence_named(std::string_view name);
std::string_view name_of(Cadence cadence);

} // namespace tiendo
