#include "domain/cube/dated_map.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tiendo {
namespace {

using Share = std::optional<UnitShare>;

/// None where one of them is not known, or the product is too fine to be a share.
Share product(const Share& a, const Share& b)
{
    if (!a || !b) return std::nullopt;
    const auto across = std::gcd(a->numerator, b->denominator);
    const auto back = std::gcd(b->numerator, a->denominator);
    UnitShare share;
    if (__builtin_mul_overflow(a->numerator / across, b->numerator / back, &share.numerator) ||
        __builtin_mul_overflow(a->denominator / back, b->denominator / across, &share.denominator))
        return std::nullopt;
    return share;
}

/// A succession says percent; of whoever was not divided all is meant.
Share share_of(const Succession& link)
{
    if (link.kind != SuccessionKind::divided) return UnitShare{};
    if (!link.share) return std::nullopt;
    UnitShare share{link.share->units(), 100};
    for (int decimals = 0; decimals < link.share->scale(); ++decimals)
        share.denominator *= 10;
    const auto common = std::gcd(share.numerator, share.denominator);
    return UnitShare{share.numerator / common, share.denominator / common};
}

/// Follows units from one map to the other, link by link.
class Follower {
public:
    Follower(const UnitDirectory& directory, const DatedMap& from, const DatedMap& to)
        : from_(from), to_(to)
    {
        const auto first = std::min(from.day, to.day);
        const auto last = std::max(from.day, to.day);
        for (const auto& unit : directory.units())
            parents_[unit.id] = unit.parent;
        for (const auto& link : directory.successions()) {
            if (!(first < link.on) || last < link.on) continue;
            onward_[link.from].push_back(&link);
            back_[link.to].push_back(&link);
        }
    }

    void follow(DenseIndex index)
    {
        const auto begin = parts.size();
        for (auto unit = from_.units[index]; parts.size() == begin; unit = parent_of(unit)) {
            if (unit.empty())
                parts.push_back({index, DatedMap::everybody});
            else
                go(index, unit, UnitShare{}, 0);
        }
    }

    std::vector<UnitPart> parts{};

private:
    using Links = std::unordered_map<UnitId, std::vector<const Succession*>>;

    UnitId parent_of(const UnitId& unit) const
    {
        const auto found = parents_.find(unit);
        return found == parents_.end() ? UnitId{} : found->second;
    }

    static const std::vector<const Succession*>& of(const Links& links, const UnitId& unit)
    {
        static const std::vector<const Succession*> none;
        const auto found = links.find(unit);
        return found == links.end() ? none : found->second;
    }

    void go(DenseIndex index, const UnitId& unit, const Share& share, std::size_t steps)
    {
        if (const auto there = to_.find(unit)) {
            parts.push_back({index, *there, share});
            return;
        }
        // A chain is no longer than there are units; a list with a circle in it ends as well.
        if (steps > onward_.size()) return;
        if (from_.day <= to_.day) {
            for (const auto* link : of(onward_, unit))
                go(index, link->to, product(share, share_of(*link)), steps + 1);
            return;
        }
        const auto& links = of(back_, unit);
        const Share all = links.size() == 1 ? Share(UnitShare{}) : std::nullopt;
        for (const auto* link : links)
            go(index, link->from, product(share, all), steps + 1);
    }

    const DatedMap& from_;
    const DatedMap& to_;
    std::unordered_map<UnitId, UnitId> parents_;
    Links onward_;
    Links back_;
};

} // namespace

std::optional<DenseIndex> DatedMap::find(const UnitId& unit) const
{
    const auto found = indexes.find(unit);
    if (found == indexes.end()) return std::nullopt;
    return found->second;
}

Result<DatedMap> map_on(const UnitDirectory& directory, Date day)
{
    DatedMap map{.day = day};
    map.units.emplace_back();
    std::vector<const Unit*> valid;
    for (const auto& unit : directory.units()) {
        if (!unit.is_valid_on(day)) continue;
        map.indexes.emplace(unit.id, static_cast<DenseIndex>(map.units.size()));
        map.units.push_back(unit.id);
        valid.push_back(&unit);
    }
    std::vector<DenseIndex> parents{no_index};
    for (const auto* unit : valid) {
        // A superior that has been followed by another one is still named by those below it.
        const auto parent = map.find(directory.standing_for(unit->parent, day));
        const auto index = static_cast<DenseIndex>(parents.size());
        parents.push_back(parent && *parent != index ? *parent : DatedMap::everybody);
    }
    map.tree = TRY(UnitTree::of(std::move(parents)));
    return map;
}

Result<UnitMapping>
mapping_between(const UnitDirectory& directory, const DatedMap& from, const DatedMap& to)
{
    Follower follower(directory, from, to);
    for (DenseIndex index = 0; index < from.tree.size(); ++index)
        follower.follow(index);
    return UnitMapping::of(from.tree, to.tree, follower.parts);
}

} // namespace tiendo
