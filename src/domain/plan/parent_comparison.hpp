#pragma once

#include "domain/plan/plan.hpp"

#include <optional>
#include <string>
#include <vector>

/// A plan beside the plan that it carries out: what it asks less, more, otherwise or not at all.
/// Lower plans are edited copies of upper ones, so numbers of targets differ while words agree
/// (Nghị định 30/2020/NĐ-CP asks a plan to rest on the one above it).
namespace tiendo {

enum class ParentStanding {
    same,
    stricter,
    weaker,
    on_the_way, ///< less than above, but due earlier: a step towards it
    other_unit, ///< cannot be compared: percent against a count
    differs,    ///< another value, and no direction says which asks more ("khoảng", "ở mức")
    only_here,
    only_above,
};

struct ComparedQuantity {
    std::optional<Quantity> own{};
    std::optional<Quantity> parent{}; ///< the milestone that is in force when the own one is due
    ParentStanding standing = ParentStanding::same;

    friend bool operator==(const ComparedQuantity&, const ComparedQuantity&) = default;
};

/// A target with the one above it that means the same; one of the two may be missing.
struct ComparedTarget {
    std::optional<ReadTarget> own{};
    std::optional<ReadTarget> parent{};
    std::vector<ComparedQuantity> quantities{};
    /// Phrases of the parent that narrow what is counted ("được phát hiện") and are gone here.
    std::vector<std::string> dropped{};

    friend bool operator==(const ComparedTarget&, const ComparedTarget&) = default;
};

/// Own targets in their order, then those of the parent that nothing here answers. Matched by what
/// they say, never by their number. `narrowing` are phrases that change whom a target counts.
std::vector<ComparedTarget> compare_with_parent(
    const std::vector<ReadTarget>& own,
    const std::vector<ReadTarget>& parent,
    const std::vector<std::string>& narrowing
);

std::vector<ReadTarget> targets_of(const PlanReading& reading);
/// With what persons corrected.
std::vector<ReadTarget> targets_of(const Plan& plan);

} // namespace tiendo
