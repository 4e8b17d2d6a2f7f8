#pragma once

#include "domain/cube/unit_tree.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tiendo {

/// An exact part of a whole: 305/1000.
struct UnitShare {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;

    friend bool operator==(const UnitShare&, const UnitShare&) = default;
};

/// That a unit of one map became a unit of another, or a part of it.
struct UnitPart {
    DenseIndex from = 0;
    DenseIndex to = 0;
    std::optional<UnitShare> share{UnitShare{}}; ///< none: a part, and nobody knows how large

    friend bool operator==(const UnitPart&, const UnitPart&) = default;
};

/// How the units that reported stand on a map that is asked: as themselves, or, where they are
/// those of another map, each below the unit that it became.
///
/// Who was divided by known shares stands in several places, and what it reported is allocated: the
/// parts are whole numbers that make up the value exactly. Who was divided nobody knows how stands
/// where it is still whole, below the lowest unit that has all its parts; whatever lies between
/// that unit and the parts is cut, and has no known number where such a unit reported one.
class UnitMapping {
public:
    /// The share of a value up to and including this part, and up to the one before it.
    struct Place {
        DenseIndex position = 0;
        std::int64_t share_before = 0;
        std::int64_t share_until = 1;
        std::int64_t share_whole = 1;
    };
    /// Where the values of a unit lie that a cut unit has some part of.
    struct Cut {
        DenseIndex position = 0;
        DenseIndex known_at = 0; ///< the lowest unit that has all of it
        bool counted = false;    ///< the unit has a place of the same one, which is counted there
    };

    UnitMapping() = default;
    /// Those who report are the units of the map themselves.
    static UnitMapping same(const UnitTree& map);
    /// Refuses a unit of `from` without a part, or whose shares are not one in all; and what would
    /// hang below nobody.
    static Result<UnitMapping>
    of(const UnitTree& from, const UnitTree& map, const std::vector<UnitPart>& parts);

    /// The units of the map by their own numbers, and below them the places of those who reported.
    const UnitTree& tree() const { return tree_; }
    bool is_same() const { return same_; }
    /// How many units report, and their own map.
    DenseIndex reporting() const { return reporting_.size(); }
    const UnitTree& reporting_tree() const { return reporting_; }

    std::span<const Place> places_of(DenseIndex reporting_unit) const;
    /// The slots above which the places of a unit are counted once too often.
    std::span<const DenseIndex> joints_of(DenseIndex reporting_unit) const;
    /// The part of a number that belongs to a place. The parts make up the number exactly.
    static std::int64_t part_of(std::int64_t number, const Place& place);

    std::span<const Cut> cuts_of(DenseIndex unit) const;
    /// Places in the unit of those whose other parts lie elsewhere.
    std::span<const DenseIndex> allocated_to(DenseIndex unit) const;

    std::size_t bytes() const;

private:
    struct Plan;
    struct Divided;
    void place(const Plan& plan, const UnitTree& map);
    void join(DenseIndex reporting_unit);
    void note_cuts(Divided& divided, const Plan& plan, DenseIndex reporting_unit) const;
    void note_allocated(Divided& divided, DenseIndex reporting_unit) const;

    UnitTree tree_;
    UnitTree reporting_;
    bool same_ = true;
    std::vector<Place> places_;            ///< by reporting unit
    std::vector<DenseIndex> place_begins_; ///< and one more
    std::vector<DenseIndex> joints_;
    std::vector<DenseIndex> joint_begins_;
    std::vector<Cut> cuts_; ///< by unit
    std::vector<DenseIndex> cut_begins_;
    std::vector<DenseIndex> allocated_; ///< by unit
    std::vector<DenseIndex> allocated_begins_;
};

} // namespace tiendo
