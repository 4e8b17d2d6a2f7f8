#include "domain/cube/question.hpp"

#include "domain/cube/column_sums.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace tiendo {
namespace {

/// So many narrow totals of the largest tree fit into 64 bits: 2^31 × 2^20 × 2^11.
constexpr std::size_t narrow_columns_max = std::size_t{1} << 11;

bool fits(Wide number)
{
    return number >= std::numeric_limits<std::int64_t>::min() &&
           number <= std::numeric_limits<std::int64_t>::max();
}

/// Units that stand side by side, in the layout as in the question: numbers of leaves by position,
/// or totals by slot.
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

void extend(std::vector<Run>& runs, DenseIndex from, DenseIndex row)
{
    if (!runs.empty() && runs.back().from + runs.back().length == from &&
        runs.back().row + runs.back().length == row)
        ++runs.back().length;
    else
        runs.push_back({from, 1, row});
}

Runs runs_of(const UnitTree& tree, std::span<const DenseIndex> units)
{
    Runs runs;
    for (DenseIndex row = 0; row < units.size(); ++row) {
        const auto position = tree.position_of(units[row]);
        if (tree.is_inner(units[row])) {
            extend(runs.inner, tree.slot_of_position(position), row);
            continue;
        }
        extend(runs.leaves, position, row);
        runs.begin = std::min(runs.begin, position);
        runs.end = std::max(runs.end, position + 1);
        ++runs.leaf_count;
    }
    return runs;
}

} // namespace

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
    /// What a slice touches of the periods that are reported by one mapping.
    struct Part {
        const UnitMapping* mapping;
        Runs runs;
        std::vector<const CubeColumn*> columns;
        std::uint32_t times = 0; ///< columns that each element would have
    };

    /// Of one unit, what the mapping of a part says of divided units.
    struct Noted {
        DenseIndex row;
        std::size_t part;
        std::span<const UnitMapping::Cut> cuts;
        std::span<const DenseIndex> allocated;
    };

    bool is_wide() const;
    void add_sums(std::span<std::int64_t> sums) const;
    void add_exactly(std::size_t number, CubeAnswers& answers) const;
    void count(const MarkedUnits& units, const Runs& runs, std::span<std::uint32_t> counts);
    void count_leaves(const Runs& runs, std::span<std::uint32_t> counts);
    void add_expected(const Slice& slice, std::span<std::uint32_t> counts);
    void note(std::size_t number, CubeAnswers& answers) const;
    void add_cut(const Noted& noted, std::size_t cell, CubeAnswers& answers) const;
    void note_unknown(const Noted& noted, std::size_t cell, CubeAnswers& answers) const;
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

Questioner::Questioner(const Cube& cube, std::span<const DenseIndex> units)
    : cube_(cube), units_(units)
{
    for (DenseIndex index = 0; index < cube.mappings(); ++index) {
        const auto& mapping = cube.mapping(index);
        parts_.push_back({&mapping, runs_of(mapping.tree(), units), {}});
    }
    for (DenseIndex row = 0; row < units.size(); ++row)
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            const auto cuts = parts_[part].mapping->cuts_of(units[row]);
            const auto allocated = parts_[part].mapping->allocated_to(units[row]);
            if (!cuts.empty() || !allocated.empty()) noted_.push_back({row, part, cuts, allocated});
        }
}

Result<Done> Questioner::gather(const Slice& slice)
{
    const auto known = [](std::span<const DenseIndex> all, DenseIndex count) {
        return std::ranges::all_of(all, [&](DenseIndex index) { return index < count; });
    };
    if (!known(slice.elements, cube_.elements()) || !known(slice.periods, cube_.periods()) ||
        !known(slice.options, cube_.options()))
        return refuse(Refusal::invalid, "cube.place_unknown");
    scale_ = slice.elements.empty() ? 0 : cube_.scale_of(slice.elements.front());
    for (auto& part : parts_) {
        part.columns.clear();
        part.times = 0;
    }
    for (const auto period : slice.periods)
        parts_[cube_.mapping_of(period)].times += static_cast<std::uint32_t>(slice.options.size());
    for (const auto element : slice.elements) {
        if (cube_.scale_of(element) != scale_)
            return refuse(Refusal::invalid, "cube.scales_differ");
        for (const auto period : slice.periods)
            for (const auto option : slice.options)
                if (const auto* column = cube_.column(element, period, option))
                    parts_[cube_.mapping_of(period)].columns.push_back(column);
    }
    return done;
}

bool Questioner::is_wide() const
{
    std::size_t count = 0;
    for (const auto& part : parts_) {
        count += part.columns.size();
        if (std::ranges::any_of(part.columns, &CubeColumn::is_wide)) return true;
    }
    return count > narrow_columns_max;
}

void Questioner::add_sums(std::span<std::int64_t> sums) const
{
    for (const auto& part : parts_)
        for (const auto* column : part.columns) {
            for (const auto& run : part.runs.leaves)
                add_each(
                    sums.subspan(run.row, run.length),
                    column->numbers().subspan(run.from, run.length)
                );
            for (const auto& run : part.runs.inner)
                add_each(
                    sums.subspan(run.row, run.length),
                    column->totals().subspan(run.from, run.length)
                );
        }
}

void Questioner::add_exactly(std::size_t number, CubeAnswers& answers) const
{
    std::vector<Wide> exact(units_.size(), 0);
    const auto add = [&](const Run& run, auto numbers) {
        for (DenseIndex k = 0; k < run.length; ++k)
            exact[run.row + k] += numbers[run.from + k];
    };
    for (const auto& part : parts_)
        for (const auto* column : part.columns) {
            for (const auto& run : part.runs.leaves)
                if (column->is_wide())
                    add(run, column->wide_numbers());
                else
                    add(run, column->numbers());
            for (const auto& run : part.runs.inner)
                if (column->is_wide())
                    add(run, column->wide_totals());
                else
                    add(run, column->totals());
        }
    auto sums = answers.row(answers.sums_, number);
    for (std::size_t row = 0; row < exact.size(); ++row) {
        if (fits(exact[row]))
            sums[row] = static_cast<std::int64_t>(exact[row]);
        else
            answers.overflows_.push_back(number * units_.size() + row);
    }
}

/// Of the bit rows that wait in rows_.
void Questioner::count_leaves(const Runs& runs, std::span<std::uint32_t> counts)
{
    if (rows_.empty() || runs.leaves.empty()) return;
    // Where the leaves lie close together they are counted in one go, whoever stands between.
    const auto apart = std::size_t{runs.end - runs.begin} > 4 * runs.leaf_count;
    if (!apart) {
        by_position_.assign(runs.end - runs.begin, 0);
        count_bits(by_position_, runs.begin, rows_);
    }
    for (const auto& run : runs.leaves) {
        const auto target = counts.subspan(run.row, run.length);
        if (apart)
            count_bits(target, run.from, rows_);
        else
            add_each(target, std::span(by_position_).subspan(run.from - runs.begin, run.length));
    }
}

void Questioner::count(const MarkedUnits& units, const Runs& runs, std::span<std::uint32_t> counts)
{
    rows_.push_back(units.bits());
    for (const auto& run : runs.inner)
        add_each(counts.subspan(run.row, run.length), units.counts().subspan(run.from, run.length));
}

void Questioner::add_marks(Mark mark, std::span<std::uint32_t> counts)
{
    for (const auto& part : parts_) {
        rows_.clear();
        for (const auto* column : part.columns)
            if (const auto* marked = column->marked(mark)) count(*marked, part.runs, counts);
        count_leaves(part.runs, counts);
    }
}

bool Questioner::has_mark(Mark mark) const
{
    return std::ranges::any_of(parts_, [&](const Part& part) {
        return std::ranges::any_of(part.columns, [&](const CubeColumn* column) {
            return column->marked(mark) != nullptr;
        });
    });
}

void Questioner::add_expected(const Slice& slice, std::span<std::uint32_t> counts)
{
    for (DenseIndex mapping = 0; mapping < parts_.size(); ++mapping) {
        auto& part = parts_[mapping];
        if (part.times == 0) continue;
        for (const auto element : slice.elements) {
            const auto& units = cube_.expected(element, mapping);
            auto& known = expected_[{&units, mapping}];
            if (known.empty() && !units_.empty()) {
                known.assign(units_.size(), 0);
                rows_.clear();
                count(units, part.runs, known);
                count_leaves(part.runs, known);
                for (const auto& noted : noted_)
                    if (noted.part == mapping)
                        for (const auto& cut : noted.cuts)
                            if (!cut.counted && units.is_set(cut.position)) ++known[noted.row];
            }
            for (std::size_t row = 0; row < counts.size(); ++row)
                counts[row] += known[row] * part.times;
        }
    }
}

bool Questioner::has_number(const Part& part, DenseIndex position)
{
    return std::ranges::any_of(part.columns, [&](const CubeColumn* column) {
        return column->is_marked(Mark::reported, position) &&
               !column->is_marked(Mark::not_arising, position);
    });
}

/// Counts the divided units that a unit has some of.
void Questioner::add_cut(const Noted& noted, std::size_t cell, CubeAnswers& answers) const
{
    for (std::size_t kind = 0; kind < mark_kinds; ++kind)
        for (const auto* column : parts_[noted.part].columns) {
            const auto* marked = column->marked(static_cast<Mark>(kind));
            if (marked == nullptr) continue;
            for (const auto& cut : noted.cuts)
                if (!cut.counted && marked->is_set(cut.position))
                    ++answers.counts_of(static_cast<Mark>(kind))[cell];
        }
}

/// Where one of them reported a number: the lowest unit that has all of it. Of several all lie on
/// the way up, and the highest has everything.
void Questioner::note_unknown(const Noted& noted, std::size_t cell, CubeAnswers& answers) const
{
    for (const auto& cut : noted.cuts) {
        if (!has_number(parts_[noted.part], cut.position)) continue;
        auto& unknown = answers.unknown_;
        if (unknown.empty() || unknown.back().cell != cell)
            unknown.push_back({cell, cut.known_at});
        else if (cube_.map().depth_of(cut.known_at) < cube_.map().depth_of(unknown.back().known_at))
            unknown.back().known_at = cut.known_at;
    }
}

void Questioner::note(std::size_t number, CubeAnswers& answers) const
{
    for (const auto& noted : noted_) {
        const auto& part = parts_[noted.part];
        if (part.columns.empty()) continue;
        const auto cell = number * units_.size() + noted.row;
        if (!noted.cuts.empty()) {
            add_cut(noted, cell, answers);
            note_unknown(noted, cell, answers);
        }
        auto& allocated = answers.allocated_;
        if ((allocated.empty() || allocated.back() != cell) &&
            std::ranges::any_of(noted.allocated, [&](DenseIndex position) {
                return has_number(part, position);
            }))
            allocated.push_back(cell);
    }
}

void Questioner::answer(const Slice& slice, std::size_t number, CubeAnswers& answers)
{
    answers.scales_[number] = scale_;
    if (is_wide())
        add_exactly(number, answers);
    else
        add_sums(answers.row(answers.sums_, number));
    add_expected(slice, answers.row(answers.expected_, number));
    add_marks(Mark::reported, answers.row(answers.reported_, number));
    for (const auto mark :
         {Mark::not_arising, Mark::not_applicable, Mark::estimated, Mark::accepted})
        if (has_mark(mark)) add_marks(mark, answers.row(answers.counts_of(mark), number));
    note(number, answers);
}

CubeAnswers::CubeAnswers(std::size_t slices, std::size_t units, std::uint64_t as_of)
    : units_(units), scales_(slices, 0), sums_(slices * units, 0), expected_(slices * units, 0),
      reported_(slices * units, 0), as_of_(as_of)
{
}

std::vector<std::uint32_t>& CubeAnswers::counts_of(Mark mark)
{
    if (mark == Mark::reported) return reported_;
    auto& counts = mark == Mark::not_arising      ? seldom_.not_arising
                   : mark == Mark::not_applicable ? seldom_.not_applicable
                   : mark == Mark::estimated      ? seldom_.estimated
                                                  : seldom_.accepted;
    if (counts.empty()) counts.assign(sums_.size(), 0);
    return counts;
}

CubeAnswer CubeAnswers::at(std::size_t slice, std::size_t unit) const
{
    const auto cell = slice * units_ + unit;
    const auto count = [&](const std::vector<std::uint32_t>& counts) {
        return counts.empty() ? 0U : counts[cell];
    };
    CubeAnswer answer;
    answer.scale = scales_[slice];
    answer.counts = {
        expected_[cell],
        reported_[cell],
        count(seldom_.not_arising),
        count(seldom_.not_applicable),
        count(seldom_.estimated),
        count(seldom_.accepted),
    };
    answer.allocated = std::ranges::binary_search(allocated_, cell);
    const auto unknown = std::ranges::lower_bound(unknown_, cell, {}, &Unknown::cell);
    if (unknown != unknown_.end() && unknown->cell == cell) {
        answer.state = AnswerState::not_known;
        answer.known_at = unknown->known_at;
    } else if (std::ranges::binary_search(overflows_, cell)) {
        answer.state = AnswerState::overflow;
    } else if (answer.counts.reported > 0) {
        answer.state = answer.counts.reported == answer.counts.not_arising
                           ? AnswerState::not_arising
                           : AnswerState::value;
        answer.sum = sums_[cell];
    }
    return answer;
}

Result<CubeAnswers>
ask(const Cube& cube, std::span<const Slice> slices, std::span<const DenseIndex> units)
{
    if (std::ranges::any_of(units, [&](DenseIndex unit) { return unit >= cube.map().size(); }))
        return refuse(Refusal::invalid, "cube.unit_unknown");
    CubeAnswers answers(slices.size(), units.size(), cube.as_of());
    Questioner questioner(cube, units);
    for (std::size_t number = 0; number < slices.size(); ++number) {
        TRY(questioner.gather(slices[number]));
        questioner.answer(slices[number], number, answers);
    }
    return answers;
}

Result<CubeAnswer> ask_one(const Cube& cube, const Slice& slice, DenseIndex unit)
{
    return TRY(ask(cube, std::span(&slice, 1), std::span(&unit, 1))).at(0, 0);
}

Result<std::vector<std::uint32_t>>
count_reported(const Cube& cube, const Slice& slice, std::span<const DenseIndex> units)
{
    if (std::ranges::any_of(units, [&](DenseIndex unit) { return unit >= cube.map().size(); }))
        return refuse(Refusal::invalid, "cube.unit_unknown");
    std::vector<std::uint32_t> counts(units.size(), 0);
    Questioner questioner(cube, units);
    TRY(questioner.gather(slice));
    questioner.add_marks(Mark::reported, counts);
    return counts;
}

Result<std::optional<std::int64_t>> sum_again(const Cube& cube, const Slice& slice, DenseIndex unit)
{
    if (unit >= cube.map().size()) return refuse(Refusal::invalid, "cube.unit_unknown");
    TRY(Questioner(cube, {}).gather(slice));
    Wide sum = 0;
    std::vector<std::span<const std::int32_t>> narrow;
    for (const auto period : slice.periods) {
        const auto range = cube.mapping(cube.mapping_of(period)).tree().range_of(unit);
        const auto length = range.end - range.begin;
        for (const auto element : slice.elements)
            for (const auto option : slice.options) {
                const auto* column = cube.column(element, period, option);
                if (column == nullptr) continue;
                if (column->is_wide())
                    sum += sum_of(column->wide_numbers().subspan(range.begin, length));
                else
                    narrow.push_back(column->numbers().subspan(range.begin, length));
            }
    }
    sum += sum_of_all(narrow);
    if (!fits(sum)) return std::optional<std::int64_t>{};
    return std::optional{static_cast<std::int64_t>(sum)};
}

} // namespace tiendo
