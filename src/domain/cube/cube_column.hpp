#pragma once

#include "domain/cube/unit_tree.hpp"
#include "domain/form/answers.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tiendo {

__extension__ using Wide = __int128;

/// What one unit says of one element in one period.
struct CubeValue {
    ValueState state = ValueState::missing;
    std::int64_t number = 0; ///< in the scale of the element; 0 unless the state is `value`
    bool estimated = false;  ///< "ước thực hiện"; only of what counts as reported
    bool accepted = false;   ///< likewise

    static CubeValue of(std::int64_t number)
    {
        return {.state = ValueState::value, .number = number};
    }
    bool is_reported() const
    {
        return state == ValueState::value || state == ValueState::not_arising;
    }

    friend bool operator==(const CubeValue&, const CubeValue&) = default;
};

/// What is kept of a value beside its number, as one bit each.
enum class Mark : std::uint8_t { reported, not_arising, not_applicable, estimated, accepted };
inline constexpr std::size_t mark_kinds = 5;
bool has_mark(const CubeValue& value, Mark mark);

/// One bit for each position, and for each slot how many of those below are set.
class MarkedUnits {
public:
    explicit MarkedUnits(const UnitTree& tree);

    bool is_set(DenseIndex position) const
    {
        return (bits_[position / 64] >> (position % 64) & 1U) != 0;
    }
    void set(const UnitTree& tree, DenseIndex position, bool on);
    /// Sets a bit that is not set, for count_up() to count.
    void put(DenseIndex position) { bits_[position / 64] |= std::uint64_t{1} << (position % 64); }
    void count_up(const UnitTree& tree);
    /// Adds to the count of a slot and all above it.
    void add(const UnitTree& tree, DenseIndex slot, int change);

    std::span<const std::uint64_t> bits() const { return bits_; }
    std::span<const std::uint32_t> counts() const { return counts_; } ///< by slot
    std::size_t bytes() const { return bytes_for(bits_.size(), counts_.size()); }
    static std::size_t bytes_for(std::size_t words, std::size_t slots);

private:
    std::vector<std::uint64_t> bits_;
    std::vector<std::uint32_t> counts_;
};

/// One element in one period and option: a number for each position of a tree, and the exact total
/// of each slot. What is missing, or no number, is 0 here, so that sums need not look at the marks.
///
/// A number takes 32 bits, and a total 64, until the first one comes that does not fit; from then
/// on it is 64 and 128. So no total can overflow, in whichever order the numbers come.
class CubeColumn {
public:
    explicit CubeColumn(const UnitTree& tree);

    CubeValue at(DenseIndex position) const;
    /// Keeps the value in place of what stood there, and the totals above it in step.
    void set(const UnitTree& tree, DenseIndex position, const CubeValue& value);
    /// How many bytes more set() will take.
    std::size_t growth(const CubeValue& value) const;
    /// Where one unit stands in several positions, those who have two of them below count it once.
    void count_once(
        const UnitTree& tree, DenseIndex slot, const CubeValue& before, const CubeValue& after
    );

    /// The same values on another tree: by position of `source` the one on `tree`, or no_index for
    /// those that are left out.
    static CubeColumn regrouped(
        const CubeColumn& source, const UnitTree& tree, std::span<const DenseIndex> positions
    );
    static std::size_t bytes_regrouped(const CubeColumn& source, const UnitTree& tree);

    bool is_wide() const { return !wide_numbers_.empty(); }
    std::span<const std::int32_t> numbers() const { return numbers_; } ///< empty if it is wide
    std::span<const std::int64_t> totals() const { return totals_; }
    std::span<const std::int64_t> wide_numbers() const { return wide_numbers_; }
    std::span<const Wide> wide_totals() const { return wide_totals_; }
    const MarkedUnits* marked(Mark mark) const
    {
        return marks_[static_cast<std::size_t>(mark)].get();
    }
    bool is_marked(Mark mark, DenseIndex position) const
    {
        const auto* units = marked(mark);
        return units != nullptr && units->is_set(position);
    }

    std::size_t bytes() const;
    static std::size_t bytes_for(const UnitTree& tree);

private:
    std::int64_t number_at(DenseIndex position) const
    {
        return is_wide() ? wide_numbers_[position] : numbers_[position];
    }
    void set_number(const UnitTree& tree, DenseIndex position, std::int64_t number);
    void set_mark(const UnitTree& tree, DenseIndex position, Mark mark, bool on);
    MarkedUnits& marks_for(const UnitTree& tree, Mark mark);
    void widen();
    void sum_up(const UnitTree& tree);

    std::vector<std::int32_t> numbers_;
    std::vector<std::int64_t> totals_;
    std::vector<std::int64_t> wide_numbers_;
    std::vector<Wide> wide_totals_;
    std::array<std::unique_ptr<MarkedUnits>, mark_kinds> marks_;
    DenseIndex positions_ = 0;
    DenseIndex slots_ = 0;
};

} // namespace tiendo
