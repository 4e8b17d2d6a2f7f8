#pragma once

#include "base/result.hpp"
#include "domain/org/unit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

enum class ReorganisationKind {
    merger,   ///< nhập: one or several into one
    division, ///< chia, tách: one into several
    renaming, ///< đổi tên
    moving,   ///< chuyển về đơn vị cấp trên khác
    closing,  ///< chấm dứt, without a successor
};

/// Where old units go: a unit that is there already, or a new one.
struct NewPart {
    UnitId existing{}; ///< empty: `unit` is made
    Unit unit{};       ///< names, code, parent; of a renaming the names, of a moving the parent
    std::optional<Decimal> share{}; ///< percent of a divided unit; none: not known

    friend bool operator==(const NewPart&, const NewPart&) = default;
};

/// What is to happen to units on a day: the old ones end on the day before.
struct Reorganisation {
    ReorganisationKind kind = ReorganisationKind::merger;
    Date on{};
    std::vector<UnitId> old_units{};
    std::vector<NewPart> parts{};

    friend bool operator==(const Reorganisation&, const Reorganisation&) = default;
};

/// What it does to the units.
struct ReorganisationEffect {
    std::vector<Unit> added{};
    std::vector<Unit> ended{}; ///< with their last day
    std::vector<Succession> successions{};
};

/// Refuses units that do not exist then, names that are missing, and shares that are not 100
/// percent in all: each a problem at its field.
Result<ReorganisationEffect>
effect_of(const UnitDirectory& units, const Reorganisation& reorganisation);

/// The units as they would be.
UnitDirectory with_effect(const UnitDirectory& units, const ReorganisationEffect& effect);

/// "merger", "division" …
const char* name_of(ReorganisationKind kind);
std::optional<ReorganisationKind> reorganisation_kind_named(std::string_view name);

/// An id that no unit, present or past, has: "sa-loong", then "sa-loong-2".
UnitId free_unit_id(const UnitDirectory& units, const Unit& unit);

} // namespace tiendo
