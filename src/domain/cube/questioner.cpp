#include "domain/cube/questioner.hpp"

#include "domain/cube/column_sums.hpp"

#include <algorithm>

namespace tiendo {
namespace {

/// So many narrow totals of the largest tree fit into 64 bits: 2^31 × 2^20 × 2^11.
constexpr std::size_t narrow_columns_max = std::size_t{1} << 11;

bool is_set(std::span<const std::uint64_t> bits, DenseIndex position)
{
    return (bits[position / 64] >> (position % 64) & 1U) != 0;
}

} // namespace

void Questioner::extend(std::vector<Run>& runs, DenseIndex from, DenseIndex row)
{
    if (!runs.empty() && runs.back().from + runs.back().length == from &&
        runs.back().row + runs.back().length == row)
        ++runs.back().length;
    else
        runs.push_back({from, 1, row});
}

Questioner::Runs Questioner::runs_of(const UnitTree& tree, std::span<const DenseIndex> units)
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
    if (!noted_.empty()) gather_marks();
    return done;
}

void Questioner::gather_marks()
{
    for (auto& part : parts_) {
        if (part.mapping->is_same()) continue;
        for (auto& marked : part.marked)
            marked.clear();
        for (const auto* column : part.columns)
            for (std::size_t kind = 0; kind < mark_kinds; ++kind)
                if (const auto* units = column->marked(static_cast<Mark>(kind)))
                    part.marked[kind].push_back(units->bits());
    }
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
        if (fits_64_bits(exact[row]))
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
    const auto& reported = part.marked[static_cast<std::size_t>(Mark::reported)];
    if (part.marked[static_cast<std::size_t>(Mark::not_arising)].empty())
        return std::ranges::any_of(reported, [&](std::span<const std::uint64_t> bits) {
            return is_set(bits, position);
        });
    return std::ranges::any_of(part.columns, [&](const CubeColumn* column) {
        return column->is_marked(Mark::reported, position) &&
               !column->is_marked(Mark::not_arising, position);
    });
}

/// Counts the divided units that a unit has some of.
void Questioner::add_cut(const Noted& noted, std::size_t cell, CubeAnswers& answers) const
{
    for (std::size_t kind = 0; kind < mark_kinds; ++kind) {
        const auto& marked = parts_[noted.part].marked[kind];
        if (marked.empty()) continue;
        std::uint32_t count = 0;
        for (const auto& cut : noted.cuts)
            if (!cut.counted)
                for (const auto bits : marked)
                    count += std::uint32_t{is_set(bits, cut.position)};
        answers.counts_of(static_cast<Mark>(kind))[cell] += count;
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

} // namespace tiendo
