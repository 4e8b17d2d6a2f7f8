#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tiendo {

/// Units, elements, periods and options of a cube are numbers from 0 on, without gaps; a
/// CubeDirectory says what each of them stands for.
using DenseIndex = std::uint32_t;
inline constexpr DenseIndex no_index = ~DenseIndex{0};

/// Positions, the first included and the last not.
struct PositionRange {
    DenseIndex begin = 0;
    DenseIndex end = 0;

    friend bool operator==(const PositionRange&, const PositionRange&) = default;
};

/// The units of a map, laid out so that whoever is below a unit stands behind it without a gap: any
/// part of the country is one range of positions. Every unit may hold values of its own. A unit
/// with others below it has a slot, where its totals are kept. Slots are numbered level by level,
/// so that all units of a level, too, are one range; whoever is above has a smaller one.
class UnitTree {
public:
    static constexpr std::size_t units_max = std::size_t{1} << 20;

    UnitTree() = default;
    /// By unit its parent, or no_index. Refuses a parent that is none, a circle, too many units.
    static Result<UnitTree> of(std::vector<DenseIndex> parents);

    DenseIndex size() const { return static_cast<DenseIndex>(parents_.size()); }
    DenseIndex parent_of(DenseIndex unit) const { return parents_[unit]; }
    const std::vector<DenseIndex>& parents() const { return parents_; }
    DenseIndex depth_of(DenseIndex unit) const { return depths_[unit]; }
    DenseIndex position_of(DenseIndex unit) const { return ranges_[unit].begin; }
    DenseIndex unit_at(DenseIndex position) const { return units_[position]; }
    /// The unit and all below it.
    PositionRange range_of(DenseIndex unit) const { return ranges_[unit]; }
    bool is_inner(DenseIndex unit) const { return ranges_[unit].end > ranges_[unit].begin + 1; }
    bool contains(DenseIndex above, DenseIndex unit) const;

    /// All units of that depth below `top`, itself having depth 0, in the order of positions.
    std::vector<DenseIndex> level(DenseIndex top, DenseIndex depth) const;
    /// The units below `top` that have nobody below them, itself if it is one of them.
    std::vector<DenseIndex> leaves(DenseIndex top) const;
    /// The lowest unit that has both below it or is one of them; no_index if there is none.
    DenseIndex common_ancestor(DenseIndex a, DenseIndex b) const;

    DenseIndex slots() const { return static_cast<DenseIndex>(slot_parents_.size()); }
    /// The slot of the unit itself, or of its parent if it has nobody below; no_index if neither.
    DenseIndex slot_of_position(DenseIndex position) const { return slots_[position]; }
    DenseIndex slot_above(DenseIndex slot) const { return slot_parents_[slot]; }

    std::size_t bytes() const;

private:
    void number_slots();

    std::vector<DenseIndex> parents_; ///< by unit, as are depths and ranges
    std::vector<DenseIndex> depths_;
    std::vector<PositionRange> ranges_;
    std::vector<DenseIndex> units_; ///< by position, as are slots
    std::vector<DenseIndex> slots_;
    std::vector<DenseIndex> slot_parents_;
};

} // namespace tiendo
