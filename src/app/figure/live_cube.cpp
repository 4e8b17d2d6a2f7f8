#include "app/figure/live_cube.hpp"

#include "app/figure/live_figures.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

namespace tiendo::app {
namespace {

/// Decimals of elements that have more than none, learned while a cube is fed.
using Scales = std::map<std::string, int>;

std::vector<std::string> breakdowns_of(const Indicator& indicator)
{
    if (indicator.breakdown == Breakdown::sex) return {"male", "female"};
    return {""};
}

std::string full_key(const std::string& key, const std::string& breakdown)
{
    return breakdown.empty() ? key : key + "." + breakdown;
}

/// The keys of an indicator without their breakdowns, each once.
std::vector<std::string> keys_of(const Indicator& indicator)
{
    std::vector<std::string> keys;
    for (const auto& full : elements_of(indicator)) {
        auto key = full.substr(0, full.find('.'));
        if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
    }
    return keys;
}

/// A unit's report of which the newest version counts, or does no more.
struct CountedReport {
    PlanId plan{};
    PeriodId period{};
    UnitId unit{};
    Stage stage = Stage::drafting;
    std::map<MeasureId, Cell> cells{}; ///< none where it does not count
};

CubeValue value_of(const CountedReport& report, const Cell& cell, const std::string& key, int scale)
{
    CubeValue value;
    value.state = cell.state;
    if (cell.state == ValueState::value) {
        const auto found = cell.numbers.find(key);
        if (found == cell.numbers.end()) return {};
        const auto number = scaled(found->second, scale);
        ensure(number.has_value(), "the number was looked at before");
        value.number = *number;
    }
    if (value.is_reported()) {
        value.estimated = cell.kind == ValueKind::estimate;
        value.accepted = report.stage == Stage::accepted || report.stage == Stage::locked;
    }
    return value;
}

/// Whether the cube has room for the decimals of a cell; tells `scales` where it has not.
bool fits(const FedCube& fed, const CubeMeasure& place, const Cell& cell, Scales* scales)
{
    bool all_fit = true;
    for (std::size_t i = 0; i < place.keys.size(); ++i) {
        for (const auto& breakdown : breakdowns_of(place.indicator)) {
            const auto found = cell.numbers.find(full_key(place.keys[i], breakdown));
            if (found == cell.numbers.end()) continue;
            const auto element = place.elements[i];
            if (scaled(found->second, fed.cube.scale_of(element))) continue;
            all_fit = false;
            if (scales == nullptr) continue;
            auto& scale = (*scales)[fed.names.elements.at(element)];
            scale = std::max(scale, found->second.scale());
        }
    }
    return all_fit;
}

Result<Done>
set_cell(FedCube& fed, const CubeMeasure& place, const CountedReport& report, const Cell& cell)
{
    CubeKey key;
    key.period = *fed.names.periods.find(report.period.str());
    key.unit = *fed.names.units.find(report.unit.str());
    for (std::size_t i = 0; i < place.keys.size(); ++i) {
        key.element = place.elements[i];
        for (const auto option : place.options) {
            key.option = option;
            const auto full = full_key(place.keys[i], fed.names.options.at(option));
            TRY(fed.cube.set(key, value_of(report, cell, full, fed.cube.scale_of(key.element))));
        }
    }
    return done;
}

void add_period(FedCube& fed, const PeriodId& period)
{
    if (fed.names.periods.add(period.str()) == fed.cube.periods()) fed.cube.add_period();
}

/// Lays a report over what its unit said before. False where decimals do not fit.
Result<bool> lay(FedCube& fed, const CountedReport& report, Scales* scales)
{
    if (!fed.names.units.find(report.unit.str())) return true; // a unit that was taken back
    add_period(fed, report.period);
    bool all_fit = true;
    const auto begin = fed.measures.lower_bound({report.plan, MeasureId{}});
    for (auto each = begin; each != fed.measures.end() && each->first.first == report.plan;
         ++each) {
        const auto& place = each->second;
        const auto found = report.cells.find(place.measure.id);
        const auto cell = found == report.cells.end() ? Cell{} : found->second;
        if (fits(fed, place, cell, scales))
            TRY(set_cell(fed, place, report, cell));
        else
            all_fit = false;
    }
    return all_fit;
}

CountedReport counted(const FedCube& fed, const store::SubmissionRecord& record, Stage stage)
{
    CountedReport report;
    report.plan = PlanId(fmt::format("{}", record.report.plan));
    report.period = PeriodId(record.report.period);
    report.unit = UnitId(record.report.unit);
    const bool is_run = fed.run.contains({report.plan, report.period});
    report.stage = is_run ? stage : Stage::accepted;
    if (!is_run || counts(stage)) report.cells = submission_from(record).answers.cells;
    return report;
}

Result<FedCube> empty_cube(Work& work, std::size_t bytes_max)
{
    CubeDirectory names;
    const auto units = directory(work);
    for (const auto& unit : units.units())
        names.units.add(unit.id.str());
    std::vector<DenseIndex> parents;
    for (const auto& unit : units.units())
        parents.push_back(names.units.find(unit.parent.str()).value_or(no_index));
    for (const auto* option : {"", "male", "female"})
        names.options.add(option);
    CubeShape shape;
    shape.options = names.options.size();
    shape.bytes_max = bytes_max;
    auto map = TRY(UnitTree::of(std::move(parents)));
    auto cube = TRY(Cube::on(std::move(map), std::move(shape)));
    return FedCube{std::move(names), std::move(cube), {}, {}};
}

/// A place for all that a plan asks, and who is expected to answer it.
Result<Done> add_plan(Work& work, FedCube& fed, const PlanId& id, const Scales& scales)
{
    const auto indicators = library(work);
    const auto plan = TRY(plan_in_use(work, id));
    for (const auto& period : TRY(periods_of(work, id)))
        fed.run.emplace(id, period.id);
    for (const auto& measure : plan.measures) {
        const auto* indicator = indicators.find(measure.indicator);
        if (indicator == nullptr) continue;
        CubeMeasure place{measure, *indicator, keys_of(*indicator), {}, {}};
        for (const auto& breakdown : breakdowns_of(*indicator))
            place.options.push_back(*fed.names.options.find(breakdown));
        std::vector<DenseIndex> suppliers;
        for (const auto& unit : measure.suppliers)
            if (const auto index = fed.names.units.find(unit.str())) suppliers.push_back(*index);
        for (const auto& key : place.keys) {
            const auto name = id.str() + "/" + measure.id.str() + "/" + key;
            const auto scale = scales.find(name);
            const auto element = fed.cube.add_element(scale == scales.end() ? 0 : scale->second);
            ensure(fed.names.elements.add(name) == element, "each element has its own name");
            TRY(fed.cube.expect(element, 0, suppliers));
            place.elements.push_back(element);
        }
        fed.measures.emplace(std::pair(id, measure.id), std::move(place));
    }
    return done;
}

/// Read beforehand: while the store hands on submissions it answers nothing else.
Result<std::map<store::ReportKey, Stage>> stages_of(Work& work, const PlanId& plan)
{
    std::map<store::ReportKey, Stage> stages;
    const auto number = TRY(number_of(plan));
    for (const auto& period : TRY(periods_of(work, plan)))
        for (const auto& record : work.kept.reports().of_period(number, period.id.str()))
            stages[record.report] = state_from(record).state.stage;
    return stages;
}

/// False where numbers have more decimals than `scales` said, which knows them then.
Result<bool> fill(Work& work, FedCube& fed, const PlanId& plan, Scales& scales)
{
    const auto stages = TRY(stages_of(work, plan));
    Result<bool> all_fit = true;
    work.kept.submissions().each_newest_of_plan(
        TRY(number_of(plan)),
        [&](const store::SubmissionRecord& record) {
            if (!all_fit) return;
            const auto found = stages.find(record.report);
            const auto stage = found == stages.end() ? Stage::drafting : found->second;
            const auto is_laid = lay(fed, counted(fed, record, stage), &scales);
            if (!is_laid)
                all_fit = is_laid.error();
            else if (!*is_laid)
                all_fit = false;
        }
    );
    return all_fit;
}

} // namespace

Result<FedCube> feed_cube(Work& work, const std::vector<PlanId>& plans, std::size_t bytes_max)
{
    Scales scales;
    for (;;) {
        auto fed = TRY(empty_cube(work, bytes_max));
        bool is_whole = true;
        const auto before = scales;
        for (const auto& plan : plans) {
            TRY(add_plan(work, fed, plan, scales));
            is_whole = TRY(fill(work, fed, plan, scales)) && is_whole;
        }
        if (is_whole) return fed;
        if (scales == before) return refuse(Refusal::too_large, "analytics.numbers_too_large");
    }
}

Result<bool> feed_report(Work& work, FedCube& fed, const store::ReportKey& key)
{
    const ReportOf of{PlanId(fmt::format("{}", key.plan)), PeriodId(key.period), UnitId(key.unit)};
    const auto newest = work.kept.submissions().newest(key);
    CountedReport report{of.plan, of.period, of.unit, Stage::drafting, {}};
    if (newest) report = counted(fed, *newest, TRY(kept_state(work, of)).state.stage);
    return lay(fed, report, nullptr);
}

Result<Done> LiveCube::bring_to(Work& work, std::int64_t seq)
{
    const auto changes = fed_ || is_too_large_ ? work.kept.changes().since(seq_) : std::nullopt;
    const bool is_known = changes && std::ranges::all_of(*changes, [](const store::Change& change) {
                              return change.thing.kind == store::ChangeKind::report;
                          });
    if (is_known && is_too_large_) { // further reports do not make it smaller
        seq_ = seq;
        return done;
    }
    bool is_laid = is_known;
    for (std::size_t i = 0; is_laid && i < changes->size(); ++i) {
        const auto& thing = (*changes)[i].thing;
        const auto laid = feed_report(work, *fed_, {thing.plan, thing.period, thing.unit});
        is_laid = laid && *laid;
    }
    if (!is_laid) {
        fed_.reset();
        std::vector<PlanId> all;
        for (const auto& plan : TRY(plans(work)))
            all.push_back(plan.id);
        auto fed = feed_cube(work, all, bytes_max_);
        is_too_large_ = !fed.has_value();
        if (fed) fed_ = std::make_unique<FedCube>(std::move(fed).value());
    }
    seq_ = seq;
    if (fed_) fed_->cube.advance_to(static_cast<std::uint64_t>(seq));
    return done;
}

Result<Done> LiveCube::ask(
    Work& work,
    const std::set<PlanId>& plans,
    const std::function<Result<Done>(const FedCube&)>& use
)
{
    const auto seq = work.kept.changes().last_seq();
    const auto is_behind = [&] { return seq_ < seq || (!fed_ && !is_too_large_); };
    std::shared_lock reading(turn_);
    while (is_behind()) {
        reading.unlock();
        {
            const std::unique_lock writing(turn_);
            if (is_behind()) TRY(bring_to(work, seq));
        }
        reading.lock();
    }
    if (fed_) return use(*fed_);
    reading.unlock();
    const auto some = TRY(feed_cube(work, {plans.begin(), plans.end()}, bytes_max_));
    return use(some);
}

Result<Done> with_cube(
    Work& work,
    const std::set<PlanId>& plans,
    const std::function<Result<Done>(const FedCube&)>& use
)
{
    if (work.live != nullptr && !work.kept.changes().has_own())
        return work.live->cube().ask(work, plans, use);
    const auto fed = TRY(feed_cube(work, {plans.begin(), plans.end()}, LiveCube::bytes_max));
    return use(fed);
}

void LiveCube::catch_up(Work& work)
{
    const auto seq = work.kept.changes().last_seq();
    const std::unique_lock writing(turn_);
    if (fed_ && seq_ < seq) (void)bring_to(work, seq);
}

} // namespace tiendo::app
