#include "domain/cube/cube_column.hpp"

#include <bit>
#include <limits>
#include <utility>

namespace tiendo {
namespace {

std::size_t words_for(DenseIndex positions)
{
    return (std::size_t{positions} + 63) / 64;
}

bool is_narrow(std::int64_t number)
{
    return number >= std::numeric_limits<std::int32_t>::min() &&
           number <= std::numeric_limits<std::int32_t>::max();
}

/// Adds what each slot holds to the one above it. Whoever is above has the smaller slot.
template <class T> void carry_up(const UnitTree& tree, std::vector<T>& by_slot)
{
    for (auto slot = tree.slots(); slot-- > 0;)
        if (const auto above = tree.slot_above(slot); above != no_index)
            by_slot[above] += by_slot[slot];
}

template <class F> void each_set(std::span<const std::uint64_t> bits, F&& visit)
{
    for (std::size_t word = 0; word < bits.size(); ++word)
        for (auto rest = bits[word]; rest != 0; rest &= rest - 1)
            visit(
                static_cast<DenseIndex>(word * 64) + static_cast<DenseIndex>(std::countr_zero(rest))
            );
}

} // namespace

bool has_mark(const CubeValue& value, Mark mark)
{
    switch (mark) {
    case Mark::reported:
        return value.is_reported();
    case Mark::not_arising:
        return value.state == ValueState::not_arising;
    case Mark::not_applicable:
        return value.state == ValueState::not_applicable;
    case Mark::estimated:
        return value.is_reported() && value.estimated;
    case Mark::accepted:
        return value.is_reported() && value.accepted;
    }
    return false;
}

MarkedUnits::MarkedUnits(const UnitTree& tree)
    : bits_(words_for(tree.size()), 0), counts_(tree.slots(), 0)
{
}

void MarkedUnits::set(const UnitTree& tree, DenseIndex position, bool on)
{
    if (is_set(position) == on) return;
    bits_[position / 64] ^= std::uint64_t{1} << (position % 64);
    add(tree, tree.slot_of_position(position), on ? 1 : -1);
}

void MarkedUnits::add(const UnitTree& tree, DenseIndex slot, int change)
{
    for (; slot != no_index; slot = tree.slot_above(slot))
        counts_[slot] += static_cast<std::uint32_t>(change);
}

void MarkedUnits::count_up(const UnitTree& tree)
{
    counts_.assign(tree.slots(), 0);
    each_set(bits_, [&](DenseIndex position) {
        if (const auto slot = tree.slot_of_position(position); slot != no_index) ++counts_[slot];
    });
    carry_up(tree, counts_);
}

std::size_t MarkedUnits::bytes_for(std::size_t words, std::size_t slots)
{
    return sizeof(MarkedUnits) + words * sizeof(std::uint64_t) + slots * sizeof(std::uint32_t);
}

CubeColumn::CubeColumn(const UnitTree& tree)
    : numbers_(tree.size(), 0), totals_(tree.slots(), 0), positions_(tree.size()),
      slots_(tree.slots())
{
}

CubeValue CubeColumn::at(DenseIndex position) const
{
    CubeValue value;
    if (is_marked(Mark::not_applicable, position)) value.state = ValueState::not_applicable;
    if (!is_marked(Mark::reported, position)) return value;
    value.state =
        is_marked(Mark::not_arising, position) ? ValueState::not_arising : ValueState::value;
    value.number = number_at(position);
    value.estimated = is_marked(Mark::estimated, position);
    value.accepted = is_marked(Mark::accepted, position);
    return value;
}

void CubeColumn::set(const UnitTree& tree, DenseIndex position, const CubeValue& value)
{
    set_number(tree, position, value.state == ValueState::value ? value.number : 0);
    for (std::size_t kind = 0; kind < mark_kinds; ++kind)
        set_mark(tree, position, static_cast<Mark>(kind), has_mark(value, static_cast<Mark>(kind)));
}

void CubeColumn::set_number(const UnitTree& tree, DenseIndex position, std::int64_t number)
{
    const auto before = number_at(position);
    if (before == number) return;
    if (!is_wide() && !is_narrow(number)) widen();
    auto slot = tree.slot_of_position(position);
    if (is_wide()) {
        wide_numbers_[position] = number;
        for (; slot != no_index; slot = tree.slot_above(slot))
            wide_totals_[slot] += Wide{number} - before;
    } else {
        numbers_[position] = static_cast<std::int32_t>(number);
        for (; slot != no_index; slot = tree.slot_above(slot))
            totals_[slot] += number - before;
    }
}

MarkedUnits& CubeColumn::marks_for(const UnitTree& tree, Mark mark)
{
    auto& units = marks_[static_cast<std::size_t>(mark)];
    if (!units) units = std::make_unique<MarkedUnits>(tree);
    return *units;
}

void CubeColumn::set_mark(const UnitTree& tree, DenseIndex position, Mark mark, bool on)
{
    if (on || marked(mark) != nullptr) marks_for(tree, mark).set(tree, position, on);
}

void CubeColumn::count_once(
    const UnitTree& tree, DenseIndex slot, const CubeValue& before, const CubeValue& after
)
{
    for (std::size_t kind = 0; kind < mark_kinds; ++kind) {
        const auto mark = static_cast<Mark>(kind);
        const int change = int{has_mark(after, mark)} - int{has_mark(before, mark)};
        if (change != 0) marks_for(tree, mark).add(tree, slot, -change);
    }
}

void CubeColumn::widen()
{
    wide_numbers_.assign(numbers_.begin(), numbers_.end());
    wide_totals_.assign(totals_.begin(), totals_.end());
    numbers_ = {};
    totals_ = {};
}

std::size_t CubeColumn::growth(const CubeValue& value) const
{
    std::size_t more = 0;
    for (std::size_t kind = 0; kind < mark_kinds; ++kind)
        if (!marks_[kind] && has_mark(value, static_cast<Mark>(kind)))
            more += MarkedUnits::bytes_for(words_for(positions_), slots_);
    if (value.state == ValueState::value && !is_wide() && !is_narrow(value.number))
        more += positions_ * (sizeof(std::int64_t) - sizeof(std::int32_t)) +
                slots_ * (sizeof(Wide) - sizeof(std::int64_t));
    return more;
}

void CubeColumn::sum_up(const UnitTree& tree)
{
    const auto sum = [&](const auto& numbers, auto& totals) {
        for (DenseIndex position = 0; position < positions_; ++position)
            if (const auto slot = tree.slot_of_position(position); slot != no_index)
                totals[slot] += numbers[position];
        carry_up(tree, totals);
    };
    if (is_wide())
        sum(wide_numbers_, wide_totals_);
    else
        sum(numbers_, totals_);
}

CubeColumn CubeColumn::regrouped(
    const CubeColumn& source, const UnitTree& tree, std::span<const DenseIndex> positions
)
{
    CubeColumn column(tree);
    if (source.is_wide()) column.widen();
    for (std::size_t k = 0; k < positions.size(); ++k) {
        if (positions[k] == no_index) continue;
        if (source.is_wide())
            column.wide_numbers_[positions[k]] = source.wide_numbers_[k];
        else
            column.numbers_[positions[k]] = source.numbers_[k];
    }
    for (std::size_t kind = 0; kind < mark_kinds; ++kind) {
        if (!source.marks_[kind]) continue;
        auto& units = column.marks_for(tree, static_cast<Mark>(kind));
        each_set(source.marks_[kind]->bits(), [&](DenseIndex k) {
            if (positions[k] != no_index) units.put(positions[k]);
        });
        units.count_up(tree);
    }
    column.sum_up(tree);
    return column;
}

std::size_t CubeColumn::bytes_regrouped(const CubeColumn& source, const UnitTree& tree)
{
    auto bytes = bytes_for(tree);
    if (source.is_wide())
        bytes += tree.size() * (sizeof(std::int64_t) - sizeof(std::int32_t)) +
                 tree.slots() * (sizeof(Wide) - sizeof(std::int64_t));
    for (const auto& units : source.marks_)
        if (units) bytes += MarkedUnits::bytes_for(words_for(tree.size()), tree.slots());
    return bytes;
}

std::size_t CubeColumn::bytes_for(const UnitTree& tree)
{
    return sizeof(CubeColumn) + tree.size() * sizeof(std::int32_t) +
           tree.slots() * sizeof(std::int64_t);
}

std::size_t CubeColumn::bytes() const
{
    auto bytes = sizeof(CubeColumn) + numbers_.size() * sizeof(std::int32_t) +
                 totals_.size() * sizeof(std::int64_t) +
                 wide_numbers_.size() * sizeof(std::int64_t) + wide_totals_.size() * sizeof(Wide);
    for (const auto& units : marks_)
        if (units) bytes += units->bytes();
    return bytes;
}

} // namespace tiendo
