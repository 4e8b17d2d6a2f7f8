#pragma once

#include "domain/cube/question.hpp"

#include <array>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace tiendo {

/// Answers slice after slice for the same units.
class Questioner {
public:
    Questioner(const Cube& cube, std::span<const DenseIndex> units);

    Result<Done> gather(const Slice& slice);
    int scale() const { return scale_; }
    void add_marks(Mark mark, std::span<std::uint32_t> counts);
    bool has_mark(Mark mark) const;
    void answer(const Slice& slice, std::size_t number, CubeAnswers& answers);

private:
    /// Units that stand side by side, in the layout as in the question: numbers of leaves by
    /// position, or totals by slot.
    struct Run {
        DenseIndex from = 0;
        DenseIndex length = 0;
        DenseIndex row = 0; ///< of the first one in the question
    };

    struct Runs {
        std::vector<Run> leaves;
        std::vector<Run> inner;
        DenseIndex begin = no_index; ///< the positions from the first to the last of the leaves
        DenseIndex end = 0;
        std::size_t leaf_count = 0;
    };

    /// What a slice touches of the periods that are reported by one mapping.
    struct Part {
        const UnitMapping* mapping;
        Runs runs;
        std::vector<const CubeColumn*> columns;
        std::uint32_t times = 0; ///< columns that each element would have
        /// By mark, the bits of the columns that have it; kept where divided units are asked about.
        std::array<std::vector<std::span<const std::uint64_t>>, mark_kinds> marked{};
    };

    /// Of one unit, what the mapping of a part says of divided units.
    struct Noted {
        DenseIndex row;
        std::size_t part;
        std::span<const UnitMapping::Cut> cuts;
        std::span<const DenseIndex> allocated;
    };

    static Runs runs_of(const UnitTree& tree, std::span<const DenseIndex> units);
    static void extend(std::vector<Run>& runs, DenseIndex from, DenseIndex row);
    bool is_wide() const;
    void add_sums(std::span<std::int64_t> sums) const;
    void add_exactly(std::size_t number, CubeAnswers& answers) const;
    void count(const MarkedUnits& units, const Runs& runs, std::span<std::uint32_t> counts);
    void count_leaves(const Runs& runs, std::span<std::uint32_t> counts);
    void add_expected(const Slice& slice, std::span<std::uint32_t> counts);
    void note(std::size_t number, CubeAnswers& answers) const;
    void add_cut(const Noted& noted, std::size_t cell, CubeAnswers& answers) const;
    void note_unknown(const Noted& noted, std::size_t cell, CubeAnswers& answers) const;
    void gather_marks();
    static bool has_number(const Part& part, DenseIndex position);

    const Cube& cube_;
    std::span<const DenseIndex> units_;
    std::vector<Part> parts_;  ///< by mapping
    std::vector<Noted> noted_; ///< by row, then by part
    std::map<std::pair<const MarkedUnits*, DenseIndex>, std::vector<std::uint32_t>> expected_;
    std::vector<std::span<const std::uint64_t>> rows_;
    std::vector<std::uint32_t> by_position_;
    int scale_ = 0;
};

} // namespace tiendo
