#include "domain/cube/unit_tree.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace tiendo {
namespace {

/// The children of all units one after the other, and where those of each begin. The last entry of
/// `begins` but one belongs to the units without a parent.
struct Children {
    std::vector<DenseIndex> units;
    std::vector<DenseIndex> begins;
};

Children children_of(const std::vector<DenseIndex>& parents)
{
    const auto count = static_cast<DenseIndex>(parents.size());
    const auto family = [&](DenseIndex unit) {
        return parents[unit] == no_index ? count : parents[unit];
    };
    Children children;
    children.begins.assign(count + 2, 0);
    for (DenseIndex unit = 0; unit < count; ++unit)
        ++children.begins[family(unit) + 1];
    for (DenseIndex unit = 0; unit <= count; ++unit)
        children.begins[unit + 1] += children.begins[unit];
    children.units.resize(count);
    auto next = children.begins;
    for (DenseIndex unit = 0; unit < count; ++unit)
        children.units[next[family(unit)]++] = unit;
    return children;
}

} // namespace

Result<UnitTree> UnitTree::of(std::vector<DenseIndex> parents)
{
    if (parents.size() > units_max)
        return refuse(
            Refusal::too_large, "cube.too_many_units", {{"limit", std::to_string(units_max)}}
        );
    const auto count = static_cast<DenseIndex>(parents.size());
    for (const auto parent : parents)
        if (parent != no_index && parent >= count)
            return refuse(Refusal::invalid, "cube.parent_unknown");
    const auto children = children_of(parents);

    UnitTree tree;
    tree.parents_ = std::move(parents);
    tree.depths_.assign(count, 0);
    tree.ranges_.assign(count, {});
    // Depth first with a stack of one's own: of the units that wait, the first child lies on top.
    std::vector<DenseIndex> waiting;
    const auto wait = [&](DenseIndex family) {
        for (auto k = children.begins[family + 1]; k > children.begins[family]; --k)
            waiting.push_back(children.units[k - 1]);
    };
    wait(count);
    while (!waiting.empty()) {
        const auto unit = waiting.back();
        waiting.pop_back();
        const auto parent = tree.parents_[unit];
        if (parent != no_index) tree.depths_[unit] = tree.depths_[parent] + 1;
        tree.ranges_[unit].begin = static_cast<DenseIndex>(tree.units_.size());
        tree.units_.push_back(unit);
        wait(unit);
    }
    // Whoever stands in a circle hangs from no unit without a parent.
    if (tree.units_.size() != count) return refuse(Refusal::invalid, "cube.units_in_a_circle");

    for (auto position = count; position-- > 0;) {
        const auto unit = tree.units_[position];
        auto& range = tree.ranges_[unit];
        range.end = std::max(range.end, position + 1);
        if (const auto parent = tree.parents_[unit]; parent != no_index)
            tree.ranges_[parent].end = std::max(tree.ranges_[parent].end, range.end);
    }
    tree.number_slots();
    return tree;
}

void UnitTree::number_slots()
{
    std::vector<DenseIndex> inner;
    std::ranges::copy_if(units_, std::back_inserter(inner), [&](DenseIndex unit) {
        return is_inner(unit);
    });
    std::ranges::stable_sort(inner, {}, [&](DenseIndex unit) { return depths_[unit]; });
    // Of each unit the slot that its numbers go to first.
    std::vector<DenseIndex> own(parents_.size(), no_index);
    const auto above = [&](DenseIndex unit) {
        return parents_[unit] == no_index ? no_index : own[parents_[unit]];
    };
    for (const auto unit : inner) {
        own[unit] = slots();
        slot_parents_.push_back(above(unit));
    }
    for (const auto unit : units_)
        slots_.push_back(is_inner(unit) ? own[unit] : above(unit));
}

bool UnitTree::contains(DenseIndex above, DenseIndex unit) const
{
    return ranges_[above].begin <= ranges_[unit].begin && ranges_[unit].begin < ranges_[above].end;
}

std::vector<DenseIndex> UnitTree::level(DenseIndex top, DenseIndex depth) const
{
    std::vector<DenseIndex> found;
    for (auto position = ranges_[top].begin; position < ranges_[top].end; ++position)
        if (depths_[units_[position]] == depths_[top] + depth) found.push_back(units_[position]);
    return found;
}

std::vector<DenseIndex> UnitTree::leaves(DenseIndex top) const
{
    std::vector<DenseIndex> found;
    for (auto position = ranges_[top].begin; position < ranges_[top].end; ++position)
        if (!is_inner(units_[position])) found.push_back(units_[position]);
    return found;
}

DenseIndex UnitTree::common_ancestor(DenseIndex a, DenseIndex b) const
{
    while (a != no_index && !contains(a, b))
        a = parents_[a];
    return a;
}

std::size_t UnitTree::bytes() const
{
    return sizeof(DenseIndex) * (parents_.capacity() + depths_.capacity() + 2 * ranges_.capacity() +
                                 units_.capacity() + slots_.capacity() + slot_parents_.capacity());
}

} // namespace tiendo
