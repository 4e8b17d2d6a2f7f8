#include "domain/indicator/plan_cells.hpp"

#include "domain/indicator/allocation.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace tiendo {
namespace {

/// The day whose map a period's units stand on.
std::optional<Date> last_day(const PeriodId& period)
{
    const auto name = parse_period(period);
    return name ? std::optional(calendar_window(*name).to) : std::nullopt;
}

/// A unit's cell in the part that is another one's by a share.
Cell part_of(const Cell& cell, const ExactShare& share)
{
    if (share.is_whole()) return cell;
    return allocate(cell, {share, rest_of({share})}).front();
}

/// Whether the cells of several units make one of their sum.
bool is_additive(const Indicator& indicator)
{
    return indicator.shape == Shape::ratio || indicator.shape == Shape::count ||
           indicator.shape == Shape::quarters;
}

/// What of one who reported belongs to the suppliers; a share of none where nobody knows.
struct Belonging {
    std::vector<UnitId> to{};
    std::optional<ExactShare> share = ExactShare{0, 1};
};

Belonging
belonging_of(const UnitId& unit, const UnitIds& suppliers, const UnitDirectory& directory, Date day)
{
    if (suppliers.contains(unit)) return {{unit}, ExactShare{}};
    Belonging found;
    const auto parts = unit_map({unit}, directory, day).parts;
    for (const auto& part : parts) {
        if (!suppliers.contains(part.to)) continue;
        found.to.push_back(part.to);
        if (found.share) found.share = part.share ? add(*found.share, *part.share) : std::nullopt;
    }
    if (found.to.size() == parts.size()) found.share = ExactShare{};
    return found;
}

Contributions::Shared part_of(
    const Contributions::Shared& answer,
    const std::optional<ExactShare>& share,
    const Indicator& entry
)
{
    if (share && share->is_whole()) return answer;
    if (!share || !is_divisible(entry)) return nullptr;
    return std::make_shared<const Contribution>(
        allocate(*answer, {*share, rest_of({*share})}).front()
    );
}

/// Who stood for the suppliers of another time.
struct Standing {
    std::vector<UnitId> units{};
    std::set<UnitId> known{};
    std::set<UnitId> stood_for{}; ///< suppliers of whom some came
    std::vector<Contributions::Shared> answers{};

    void add(const UnitId& unit)
    {
        if (known.insert(unit).second) units.push_back(unit);
    }
};

} // namespace

PlanCells::PlanCells(
    const Plan& plan, const IndicatorLibrary& indicators, const UnitDirectory& directory
)
    : plan_(plan), indicators_(indicators), directory_(directory)
{
}

void PlanCells::add(const PeriodId& period, const CellsByMeasure& cells)
{
    periods_[period] = &cells;
}

const Contributions& PlanCells::cells_in(const PeriodId& period, const MeasureId& measure) const
{
    static const Contributions none;
    const auto cells = periods_.find(period);
    if (cells == periods_.end()) return none;
    const auto found = cells->second->find(measure);
    return found == cells->second->end() ? none : found->second;
}

const Indicator* PlanCells::entry_of(const Measure& measure) const
{
    return indicators_.find(measure.indicator);
}

FormulaCell PlanCells::cell_of(
    const Measure& measure, const UnitId& unit, const PeriodId& period, const PeriodId& now
) const
{
    FormulaCell found;
    found.measure = measure.id;
    const auto& cells = cells_in(period, measure.id);
    if (const auto* own = cells.find(unit)) {
        found.cell = (*own)->cell;
        return found;
    }
    const auto then = last_day(period);
    const auto day = last_day(now);
    const auto* entry = entry_of(measure);
    if (!then || !day || entry == nullptr) return found;
    const auto before = unit_map({unit}, directory_, *then).units;
    if (before == std::vector{unit} || (before.size() > 1 && !is_additive(*entry))) return found;
    std::vector<Cell> parts;
    for (const auto& one : before) {
        const auto* said = cells.find(one);
        const auto went = unit_map({one}, directory_, *day).parts_of(unit);
        const bool is_known = said != nullptr && went.size() == 1 && went.front().share &&
                              (went.front().share->is_whole() || is_divisible(*entry));
        if (!is_known) return found;
        parts.push_back(part_of((*said)->cell, *went.front().share));
        found.behind.push_back(went.front());
    }
    if (auto cell = merged(parts)) found.cell = std::move(*cell);
    return found;
}

const Measure* PlanCells::measure_meant(
    const OtherCounts& of, const Indicator& entry, const UnitId& unit, NoResult& why
) const
{
    const Measure* meant = nullptr;
    why = NoResult::not_asked;
    for (const auto& measure : plan_.measures) {
        const bool is_named =
            of.measure.empty() ? measure.indicator == of.indicator : measure.id == of.measure;
        if (!is_named || !measure.suppliers.contains(unit)) continue;
        const auto* other = entry_of(measure);
        // What is about victims stays out of figures that may leave the reporting line.
        if (other == nullptr || (other->sensitive && !entry.sensitive)) continue;
        if (meant != nullptr) {
            why = NoResult::ambiguous;
            return nullptr;
        }
        meant = &measure;
    }
    return meant;
}

std::map<OtherCounts, FormulaCell> PlanCells::beside(
    const FormulaNeeds& needs,
    const Indicator& entry,
    const UnitId& unit,
    const PeriodId& period,
    const PeriodId& now
) const
{
    std::map<OtherCounts, FormulaCell> found;
    for (const auto& of : needs.others) {
        auto why = NoResult::not_asked;
        const auto* measure = measure_meant(of, entry, unit, why);
        if (measure != nullptr)
            found[of] = cell_of(*measure, unit, period, now);
        else
            found[of].none = why;
    }
    return found;
}

void PlanCells::surround(
    Contribution& answer,
    const FormulaNeeds& needs,
    const Measure& measure,
    const Indicator& entry,
    const PeriodId& now
) const
{
    answer.beside = beside(needs, entry, answer.unit, answer.period, now);
    answer.earlier.clear();
    for (const auto& earlier : needs.periods) {
        PeriodCell before;
        before.period = earlier;
        before.own = cell_of(measure, answer.unit, earlier, now);
        before.own.measure = {};
        before.beside = beside(needs, entry, answer.unit, earlier, now);
        answer.earlier.push_back(std::move(before));
    }
}

Contributions
PlanCells::answers(const Measure& measure, const Indicator& entry, const PeriodId& period) const
{
    const auto& cells = cells_in(period, measure.id);
    const auto needs = needs_of(entry, period);
    if (needs.empty()) return cells;
    std::vector<Contributions::Shared> answers;
    answers.reserve(cells.size());
    for (const auto& given : cells) {
        auto answer = given;
        answer.period = period;
        surround(answer, needs, measure, entry, period);
        answers.push_back(std::make_shared<const Contribution>(std::move(answer)));
    }
    return Contributions(std::move(answers));
}

std::vector<Contribution> PlanCells::answers_over(
    const Measure& measure, const Indicator& entry, const std::vector<PeriodId>& periods
) const
{
    std::vector<Contribution> found;
    const auto& now = periods.back();
    for (const auto& period : periods) {
        const auto given = answers(measure, entry, period);
        const auto needs = needs_of(entry, period);
        for (const auto& unit : measure.suppliers) {
            if (const auto* own = given.find(unit)) {
                found.push_back(**own);
                continue;
            }
            const auto cell = cell_of(measure, unit, period, now);
            if (cell.cell.state == ValueState::missing) continue;
            auto answer = **given.find(cell.behind.front().from);
            answer.unit = unit;
            answer.cell = cell.cell;
            answer.accepted = std::ranges::all_of(cell.behind, [&](const MapPart& part) {
                return (*given.find(part.from))->accepted;
            });
            surround(answer, needs, measure, entry, now);
            found.push_back(std::move(answer));
        }
    }
    return found;
}

Figure PlanCells::figure_then(
    const Measure& measure, const Indicator& entry, const PeriodId& then, const PeriodId& now
) const
{
    const auto given = answers(measure, entry, then);
    const bool are_suppliers = std::ranges::all_of(given, [&](const Contribution& answer) {
        return measure.suppliers.contains(answer.unit);
    });
    const auto day = last_day(now);
    const auto day_then = last_day(then);
    if (are_suppliers || !day || !day_then) return compute(measure, entry, given);
    Standing standing;
    for (const auto& answer : given.shared()) {
        const auto part = belonging_of(answer->unit, measure.suppliers, directory_, *day);
        if (part.to.empty()) continue;
        standing.add(answer->unit);
        standing.stood_for.insert(part.to.begin(), part.to.end());
        if (auto own = part_of(answer, part.share, entry)) standing.answers.push_back(own);
    }
    for (const auto& supplier : measure.suppliers) {
        const auto* unit = directory_.find(supplier);
        const bool was_there = unit == nullptr || unit->is_valid_on(*day_then);
        for (const auto& before : unit_map({supplier}, directory_, *day_then).units) {
            const bool is_new = before == supplier && !was_there;
            if (!is_new && !standing.stood_for.contains(before)) standing.add(before);
        }
    }
    return compute_for(measure, entry, Contributions(std::move(standing.answers)), standing.units);
}

} // namespace tiendo
