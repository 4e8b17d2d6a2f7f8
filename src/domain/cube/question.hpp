#pragma once

#include "domain/cube/cube.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tiendo {

/// What is added up: every element in every period and option. The lists are the caller's, and must
/// live until the question is answered.
struct Slice {
    std::span<const DenseIndex> elements{};
    std::span<const DenseIndex> periods{};
    std::span<const DenseIndex> options{};
};

/// How many numbers (unit × element × period × option) there are of each kind.
struct CellCounts {
    std::uint32_t expected = 0;
    std::uint32_t reported = 0; ///< a value, zero or không phát sinh
    std::uint32_t not_arising = 0;
    std::uint32_t not_applicable = 0;
    std::uint32_t estimated = 0; ///< of those reported, as is the next
    std::uint32_t accepted = 0;

    friend bool operator==(const CellCounts&, const CellCounts&) = default;
};

enum class AnswerState {
    value,
    no_data,     ///< nobody has reported
    not_arising, ///< all who reported said "không phát sinh"
    not_known,   ///< a unit of another map was divided, and nobody knows how
    overflow,    ///< does not fit into 64 bits: never shown as a number
};

/// The number of one unit and all below it, with its coverage.
struct CubeAnswer {
    AnswerState state = AnswerState::no_data;
    std::int64_t sum = 0; ///< in `scale`; 0 unless the state is `value`
    int scale = 0;
    CellCounts counts{};
    bool allocated = false;         ///< made with a part of what a divided unit reported
    DenseIndex known_at = no_index; ///< where it is not known: the lowest unit where it is

    bool has_sum() const
    {
        return state == AnswerState::value || state == AnswerState::not_arising;
    }
    Decimal number() const { return {sum, scale}; }

    friend bool operator==(const CubeAnswer&, const CubeAnswer&) = default;
};

/// The answers to some slices for some units: for each slice a row with a number for each unit.
class CubeAnswers {
public:
    CubeAnswers(std::size_t slices, std::size_t units, std::uint64_t as_of);

    std::size_t slices() const { return scales_.size(); }
    std::size_t units() const { return units_; }
    CubeAnswer at(std::size_t slice, std::size_t unit) const;

    /// Rows for those who go through all of them. A sum is a number only where at() says so.
    std::span<const std::int64_t> sums(std::size_t slice) const { return row(sums_, slice); }
    std::span<const std::uint32_t> reported(std::size_t slice) const
    {
        return row(reported_, slice);
    }
    std::span<const std::uint32_t> expected(std::size_t slice) const
    {
        return row(expected_, slice);
    }

    std::uint64_t as_of() const { return as_of_; }

private:
    friend class Questioner;
    struct Unknown {
        std::size_t cell;
        DenseIndex known_at;
    };
    /// The counts that most questions have none of: empty until there is one.
    struct SeldomCounts {
        std::vector<std::uint32_t> not_arising, not_applicable, estimated, accepted;
    };

    template <class T> std::span<const T> row(const std::vector<T>& all, std::size_t slice) const
    {
        return std::span(all).subspan(slice * units_, units_);
    }
    template <class T> std::span<T> row(std::vector<T>& all, std::size_t slice)
    {
        return std::span(all).subspan(slice * units_, units_);
    }
    std::vector<std::uint32_t>& counts_of(Mark mark);

    std::size_t units_ = 0;
    std::vector<int> scales_; ///< by slice
    std::vector<std::int64_t> sums_;
    std::vector<std::uint32_t> expected_, reported_;
    SeldomCounts seldom_;
    std::vector<std::size_t> overflows_, allocated_; ///< cells, in order
    std::vector<Unknown> unknown_;                   ///< likewise
    std::uint64_t as_of_ = 0;
};

/// The numbers of each unit, with all below it, for each slice. Refuses indices that are none, and
/// a slice whose elements have different scales.
Result<CubeAnswers>
ask(const Cube& cube, std::span<const Slice> slices, std::span<const DenseIndex> units);

/// The same for a single one.
Result<CubeAnswer> ask_one(const Cube& cube, const Slice& slice, DenseIndex unit);

/// How many numbers each unit, with all below it, has reported; without looking at the numbers.
Result<std::vector<std::uint32_t>>
count_reported(const Cube& cube, const Slice& slice, std::span<const DenseIndex> units);

/// The sum of a unit and all below it from the reported numbers themselves, without any total that
/// is kept: what every total must agree with. None if it does not fit.
Result<std::optional<std::int64_t>>
sum_again(const Cube& cube, const Slice& slice, DenseIndex unit);

} // namespace tiendo
