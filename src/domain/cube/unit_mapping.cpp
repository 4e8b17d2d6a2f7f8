#include "domain/cube/unit_mapping.hpp"

#include "domain/cube/cube_column.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace tiendo {
namespace {

constexpr std::int64_t share_whole_max = 1'000'000'000'000;

/// Half of a whole is rounded up, whatever the sign, so that parts of one number fit together.
std::int64_t rounded_share(std::int64_t number, std::int64_t share, std::int64_t whole)
{
    const auto twice = Wide{2} * whole;
    const auto dividend = Wide{2} * number * share + whole;
    const auto quotient = dividend / twice;
    return static_cast<std::int64_t>(dividend % twice < 0 ? quotient - 1 : quotient);
}

/// The least whole that all known shares are parts of; none if it is too fine.
std::optional<std::int64_t> common_whole(const std::vector<UnitPart>& parts)
{
    std::int64_t whole = 1;
    for (const auto& part : parts) {
        if (!part.share) continue;
        const auto denominator = part.share->denominator;
        if (denominator < 1 || denominator > share_whole_max) return std::nullopt;
        const auto wide = Wide{whole} / std::gcd(whole, denominator) * denominator;
        if (wide > share_whole_max) return std::nullopt;
        whole = static_cast<std::int64_t>(wide);
    }
    return whole;
}

/// Where one unit's values go: known parts each to its unit, the rest to where it is still whole.
struct Places {
    struct One {
        DenseIndex under = 0;
        std::int64_t share = 0;
    };
    std::vector<One> known;
    std::int64_t whole = 1;
    std::vector<DenseIndex> divided_among; ///< by shares that nobody knows
    DenseIndex divided_under = no_index;
    std::int64_t divided_share = 0;
};

Result<Done> find_divided(Places& places, const UnitTree& map)
{
    auto under = places.divided_among.front();
    for (const auto unit : places.divided_among) {
        under = map.common_ancestor(under, unit);
        if (under == no_index) return refuse(Refusal::invalid, "cube.parts_below_nobody");
    }
    places.divided_under = under;
    return done;
}

Result<Places> places_of_parts(std::vector<UnitPart> parts, const UnitTree& map)
{
    if (parts.empty()) return refuse(Refusal::invalid, "cube.unit_not_mapped");
    std::ranges::stable_sort(parts, {}, &UnitPart::to);
    const auto whole = common_whole(parts);
    if (!whole) return refuse(Refusal::invalid, "cube.share_too_fine");
    Places places{.known = {}, .whole = *whole, .divided_among = {}};
    auto rest = *whole;
    for (const auto& part : parts) {
        if (part.to >= map.size()) return refuse(Refusal::invalid, "cube.unit_unknown");
        if (!part.share) {
            places.divided_among.push_back(part.to);
            continue;
        }
        const auto numerator = part.share->numerator;
        if (numerator < 1 || numerator > part.share->denominator)
            return refuse(Refusal::invalid, "cube.shares_not_one");
        const auto share = *whole / part.share->denominator * numerator;
        if (share > rest) return refuse(Refusal::invalid, "cube.shares_not_one");
        rest -= share;
        places.known.push_back({part.to, share});
    }
    if ((rest == 0) != places.divided_among.empty())
        return refuse(Refusal::invalid, "cube.shares_not_one");
    if (places.divided_among.size() == 1) {
        places.known.push_back({places.divided_among.front(), rest});
        places.divided_among.clear();
    }
    if (places.divided_among.empty()) return places;
    places.divided_share = rest;
    TRY(find_divided(places, map));
    return places;
}

template <class T>
std::span<const T>
entry(const std::vector<T>& all, const std::vector<DenseIndex>& begins, DenseIndex index)
{
    return std::span(all).subspan(begins[index], begins[index + 1] - begins[index]);
}

/// The lists of all units one after the other, and where that of each begins, and one more.
template <class T>
void flatten(
    const std::vector<std::vector<T>>& lists, std::vector<T>& all, std::vector<DenseIndex>& begins
)
{
    begins.push_back(0);
    for (const auto& list : lists) {
        all.insert(all.end(), list.begin(), list.end());
        begins.push_back(static_cast<DenseIndex>(all.size()));
    }
}

} // namespace

struct UnitMapping::Plan {
    std::vector<Places> places; ///< by reporting unit
};

/// By unit of the map.
struct UnitMapping::Divided {
    std::vector<std::vector<Cut>> cuts;
    std::vector<std::vector<DenseIndex>> allocated;
};

UnitMapping UnitMapping::same(const UnitTree& map)
{
    UnitMapping mapping;
    mapping.tree_ = map;
    mapping.reporting_ = map;
    mapping.place_begins_.push_back(0);
    mapping.joint_begins_.assign(map.size() + 1, 0);
    mapping.cut_begins_.assign(map.size() + 1, 0);
    mapping.allocated_begins_.assign(map.size() + 1, 0);
    for (DenseIndex unit = 0; unit < map.size(); ++unit) {
        mapping.places_.push_back({.position = map.position_of(unit)});
        mapping.place_begins_.push_back(unit + 1);
    }
    return mapping;
}

Result<UnitMapping>
UnitMapping::of(const UnitTree& from, const UnitTree& map, const std::vector<UnitPart>& parts)
{
    std::vector<std::vector<UnitPart>> by_unit(from.size());
    for (const auto& part : parts) {
        if (part.from >= from.size()) return refuse(Refusal::invalid, "cube.unit_unknown");
        by_unit[part.from].push_back(part);
    }
    Plan plan;
    auto parents = map.parents();
    for (auto& own : by_unit) {
        auto places = TRY(places_of_parts(std::move(own), map));
        for (const auto& known : places.known)
            parents.push_back(known.under);
        if (places.divided_under != no_index) parents.push_back(places.divided_under);
        plan.places.push_back(std::move(places));
    }
    UnitMapping mapping;
    mapping.same_ = false;
    mapping.reporting_ = from;
    mapping.tree_ = TRY(UnitTree::of(std::move(parents)));
    mapping.place(plan, map);
    return mapping;
}

void UnitMapping::place(const Plan& plan, const UnitTree& map)
{
    Divided divided{
        .cuts = std::vector<std::vector<Cut>>(map.size()),
        .allocated = std::vector<std::vector<DenseIndex>>(map.size()),
    };
    auto next = map.size();
    place_begins_.push_back(0);
    joint_begins_.push_back(0);
    for (DenseIndex unit = 0; unit < plan.places.size(); ++unit) {
        const auto& places = plan.places[unit];
        std::int64_t until = 0;
        const auto add = [&](std::int64_t share) {
            places_.push_back({tree_.position_of(next++), until, until + share, places.whole});
            until += share;
        };
        for (const auto& known : places.known)
            add(known.share);
        if (places.divided_under != no_index) add(places.divided_share);
        place_begins_.push_back(static_cast<DenseIndex>(places_.size()));
        join(unit);
        note_cuts(divided, plan, unit);
        note_allocated(divided, unit);
    }
    flatten(divided.cuts, cuts_, cut_begins_);
    flatten(divided.allocated, allocated_, allocated_begins_);
}

void UnitMapping::note_cuts(Divided& divided, const Plan& plan, DenseIndex reporting_unit) const
{
    const auto& places = plan.places[reporting_unit];
    if (places.divided_under == no_index) return;
    const auto position = places_.back().position;
    const auto known = places_of(reporting_unit).first(places.known.size());
    for (auto cut : places.divided_among)
        for (; cut != places.divided_under; cut = tree_.parent_of(cut)) {
            auto& cuts = divided.cuts[cut];
            if (!cuts.empty() && cuts.back().position == position) continue;
            const auto range = tree_.range_of(cut);
            const auto counted = std::ranges::any_of(known, [&](const Place& place) {
                return range.begin <= place.position && place.position < range.end;
            });
            cuts.push_back({position, places.divided_under, counted});
        }
}

void UnitMapping::join(DenseIndex reporting_unit)
{
    std::vector<DenseIndex> positions;
    for (const auto& place : places_of(reporting_unit))
        positions.push_back(place.position);
    std::ranges::sort(positions);
    for (std::size_t k = 1; k < positions.size(); ++k) {
        const auto both =
            tree_.common_ancestor(tree_.unit_at(positions[k - 1]), tree_.unit_at(positions[k]));
        if (both != no_index) joints_.push_back(tree_.slot_of_position(tree_.position_of(both)));
    }
    joint_begins_.push_back(static_cast<DenseIndex>(joints_.size()));
}

void UnitMapping::note_allocated(Divided& divided, DenseIndex reporting_unit) const
{
    const auto places = places_of(reporting_unit);
    auto whole_at = tree_.unit_at(places.front().position);
    for (const auto& place : places)
        if (whole_at != no_index)
            whole_at = tree_.common_ancestor(whole_at, tree_.unit_at(place.position));
    if (places.size() < 2) return;
    for (const auto& place : places)
        for (auto unit = tree_.parent_of(tree_.unit_at(place.position));
             unit != whole_at && unit != no_index;
             unit = tree_.parent_of(unit))
            divided.allocated[unit].push_back(place.position);
}

std::span<const UnitMapping::Place> UnitMapping::places_of(DenseIndex reporting_unit) const
{
    return entry(places_, place_begins_, reporting_unit);
}

std::span<const DenseIndex> UnitMapping::joints_of(DenseIndex reporting_unit) const
{
    return entry(joints_, joint_begins_, reporting_unit);
}

std::int64_t UnitMapping::part_of(std::int64_t number, const Place& place)
{
    if (place.share_before == 0 && place.share_until == place.share_whole) return number;
    return rounded_share(number, place.share_until, place.share_whole) -
           rounded_share(number, place.share_before, place.share_whole);
}

std::span<const UnitMapping::Cut> UnitMapping::cuts_of(DenseIndex unit) const
{
    return entry(cuts_, cut_begins_, unit);
}

std::span<const DenseIndex> UnitMapping::allocated_to(DenseIndex unit) const
{
    return entry(allocated_, allocated_begins_, unit);
}

std::size_t UnitMapping::bytes() const
{
    auto bytes = tree_.bytes() + reporting_.bytes() + places_.capacity() * sizeof(Place) +
                 cuts_.capacity() * sizeof(Cut);
    for (const auto* indices :
         {&place_begins_, &joints_, &joint_begins_, &cut_begins_, &allocated_, &allocated_begins_})
        bytes += indices->capacity() * sizeof(DenseIndex);
    return bytes;
}

} // namespace tiendo
