#include "domain/disclosure/figure_disclosure.hpp"

#include "domain/disclosure/published_periods.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr std::int64_t smallest_base = 20;
/// All or none of a group says something of each of its members.
constexpr std::int64_t smallest_uniform_base = 50;

const FigurePart* part_of(const Figure& figure, const std::string& breakdown)
{
    const auto found = std::ranges::find(figure.parts, breakdown, &FigurePart::breakdown);
    return found == figure.parts.end() ? nullptr : &*found;
}

bool is_small(std::int64_t count)
{
    return count > 0 && count < smallest_published;
}

/// The release of one measure's total: what its units said, now and when it was published before.
class TotalRelease {
public:
    void add(const PublishedTotal& total, bool is_published)
    {
        ReleaseSum numerators;
        ReleaseSum rests;
        std::int64_t numerator = 0;
        std::int64_t rest = 0;
        for (const auto& part : total.parts) {
            const auto cells = cells_of(part);
            numerators.parts.push_back(cells.first);
            rests.parts.push_back(cells.second);
            numerator += part.numerator;
            rest += part.denominator - part.numerator;
        }
        numerators.whole = add_cell({.count = numerator, .is_published = is_published});
        rests.whole = add_cell({.count = rest, .is_published = is_published});
        if (!is_published) wholes_ = {numerators.whole, rests.whole};
        release_.sums.push_back(std::move(numerators));
        release_.sums.push_back(std::move(rests));
    }

    bool keeps_units_hidden() const
    {
        const auto suppression = suppress(release_, smallest_published);
        return suppression.is_safe() && std::ranges::all_of(wholes_, [&](std::size_t whole) {
                   return suppression.cells[whole] == Hidden::no;
               });
    }

private:
    /// A version that was counted before is the same count, not one like it.
    std::pair<std::size_t, std::size_t> cells_of(const PublishedPart& part)
    {
        const auto key = part.unit.str() + "/" + part.submission;
        if (const auto known = known_.find(key); known != known_.end()) return known->second;
        const auto [owner, is_new] =
            owners_.try_emplace(part.unit, static_cast<int>(owners_.size()));
        const auto cell = [&](std::int64_t count) {
            return add_cell({.count = count, .owner = owner->second, .is_withheld = true});
        };
        const std::pair cells(cell(part.numerator), cell(part.denominator - part.numerator));
        known_[key] = cells;
        return cells;
    }

    std::size_t add_cell(const ReleaseCell& cell)
    {
        release_.cells.push_back(cell);
        return release_.cells.size() - 1;
    }

    Release release_{};
    std::vector<std::size_t> wholes_{};
    std::map<std::string, std::pair<std::size_t, std::size_t>> known_{};
    std::map<UnitId, int> owners_{};
};

PublishedTotal total_of(const MeasureFigure& row, const FigurePart& part)
{
    PublishedTotal total{row.measure.id, part.breakdown, {}};
    for (const auto& given : row.figure.contributions) {
        const auto own = compute_for(row.measure, row.indicator, {given}, {given.unit});
        const auto* counts = part_of(own, part.breakdown);
        if (counts == nullptr) continue; // it reported that nothing arose, or nothing
        total.parts.push_back(
            {given.unit, given.submission, counts->numerator.units(), counts->denominator.units()}
        );
    }
    return total;
}

WhyHidden why_hidden(std::int64_t numerator, std::int64_t denominator)
{
    const auto rest = denominator - numerator;
    if (is_small(numerator) || is_small(rest)) return WhyHidden::small_count;
    const bool is_uniform = numerator == 0 || rest == 0;
    if (denominator < (is_uniform ? smallest_uniform_base : smallest_base))
        return WhyHidden::small_base;
    return WhyHidden::shown;
}

/// Only parts of a whole are published: rates of counts of persons.
bool is_share(const MeasureFigure& row, const FigurePart& part)
{
    return row.indicator.shape == Shape::ratio && has_own_counts(row.indicator) &&
           part.numerator.is_whole() && part.denominator.is_whole() &&
           part.numerator <= part.denominator;
}

DisclosureLine line_of(
    const MeasureFigure& row,
    const PeriodId& period,
    const EarlierReleases& earlier,
    SensitiveUse use
)
{
    DisclosureLine line;
    line.measure = row.measure.id;
    line.cells = static_cast<int>(row.measure.suppliers.size());
    if (use == SensitiveUse::none) {
        line.why = WhyHidden::below_province;
        return line;
    }
    for (const auto& part : row.figure.parts) {
        if (line.why != WhyHidden::shown) break;
        line.why = is_share(row, part)
                       ? why_hidden(part.numerator.units(), part.denominator.units())
                       : WhyHidden::below_province;
        if (line.why != WhyHidden::shown) break;
        TotalRelease release;
        for (const auto& total : earlier.same)
            if (total.measure == row.measure.id && total.breakdown == part.breakdown)
                release.add(total, true);
        const auto total = total_of(row, part);
        release.add(total, false);
        if (!release.keeps_units_hidden())
            line.why = WhyHidden::makes_out_a_unit;
        else if (!overlaps_nothing_published(period, row.measure.id, part.breakdown, earlier))
            line.why = WhyHidden::makes_out_a_period;
        line.totals.push_back(total);
    }
    if (line.why != WhyHidden::shown) line.totals.clear();
    return line;
}

} // namespace

std::vector<DisclosureLine> disclose(
    const std::vector<MeasureFigure>& rows,
    const PeriodId& period,
    const EarlierReleases& earlier,
    SensitiveUse use
)
{
    std::vector<DisclosureLine> lines;
    for (const auto& row : rows)
        if (row.indicator.sensitive) lines.push_back(line_of(row, period, earlier, use));
    return lines;
}

} // namespace tiendo
