#include "app/plan/plans.hpp"

#include "app/figure/live_figures.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plan_stage_name.hpp"
#include "base/text.hpp"
#include "documents/exchange/indicator_json.hpp"
#include "documents/exchange/plan_json.hpp"
#include "domain/indicator/check_indicator.hpp"
#include "domain/plan/changes_in_force.hpp"
#include "domain/plan/plan_fields.hpp"
#include "domain/plan/rejected_repairs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

constexpr std::array<std::pair<PlanStage, const char*>, 3> stages{{
    {PlanStage::under_review, "under_review"},
    {PlanStage::running, "running"},
    {PlanStage::closed, "closed"},
}};

PlanSummary summary_of(const store::PlanRecord& record)
{
    PlanSummary summary;
    summary.id = PlanId(fmt::format("{}", record.id));
    summary.title = record.title;
    const auto stage = std::ranges::find_if(stages, [&](const auto& entry) {
        return record.state == entry.second;
    });
    ensure(stage != stages.end(), "a plan's stage is known");
    summary.stage = stage->first;
    summary.source_name = record.source.name;
    summary.created_at = record.created_at;
    summary.created_by = record.created_by;
    return summary;
}

Result<store::PlanRecord> record_of(Work& work, const PlanId& id)
{
    TRY(require(work, Right::signed_in));
    const auto number = TRY(number_of(id));
    return work.kept.plans().get(number);
}

/// As the reader gave it; never altered.
Result<PlanReading> kept_reading(Work& work, const PlanId& id)
{
    const auto record = TRY(record_of(work, id));
    return documents::parse_plan_json(record.reading);
}

std::string title_of(const PlanReading& reading, const std::string& source_name)
{
    return reading.document.title.empty() ? source_name : reading.document.title;
}

bool is_number_field(const PlanPath& path)
{
    static constexpr std::array<std::string_view, 6> fields{
        "value", "baseline", "comparator", "unit", "inner_value", "tolerance"
    };
    return path.kind == "measure" && std::ranges::find(fields, path.field) != fields.end();
}

PlanChange domain_change(const store::PlanChange& record)
{
    PlanChange change;
    change.number = static_cast<int>(record.number);
    change.path = record.path;
    change.value = record.value;
    change.reason = record.reason;
    change.by = record.by;
    change.at = record.at;
    change.finding = record.finding;
    return change;
}

Result<Done> require_sound(const NewChange& change)
{
    const auto path = parse_plan_path(change.path);
    if (!path) return refuse(Refusal::invalid, "plan_field.unknown", {{"field", change.path}});
    const bool needs_reason =
        is_number_field(*path) || path->kind == "finding" || !change.finding.empty();
    if (needs_reason && squeeze(change.reason).empty()) {
        return refuse(
            Refusal::invalid, "plan_change.reason_missing", {{"field", change.path}}, change.path
        );
    }
    return done;
}

store::PlanChange record_of(const Work& work, std::int64_t plan, const NewChange& change)
{
    store::PlanChange record;
    record.plan = plan;
    record.path = change.path;
    record.value = change.value;
    record.reason = squeeze(change.reason);
    record.by = work.actor.login;
    record.at = work.now;
    record.finding = change.finding;
    return record;
}

/// Two people may have the plan open; what the one has not seen of the other is not overwritten.
Result<Done> require_unchanged(
    Work& work,
    const std::vector<PlanChange>& before,
    const NewChange& change,
    const PlanChange& recorded
)
{
    if (!change.seen) return done;
    const auto* other = changed_since(before, *change.seen, recorded);
    if (other == nullptr) return done;
    const auto finding = finding_of(recorded);
    return refuse(
        Refusal::conflict,
        "plan_change.changed_meanwhile",
        {{"by", person_named(work, other->by)}},
        finding.empty() ? change.path : "finding/" + finding
    );
}

Result<PlanId> add_plan(Work& work, const NewPlan& plan, const std::string& title)
{
    TRY(require(work, Right::edit_plan));
    store::PlanRecord record;
    record.title = title;
    record.state = name_of(PlanStage::under_review);
    record.source.name = plan.source_name;
    record.source.bytes = plan.source_bytes;
    record.source.lines = plan.source_lines_json.empty() ? "[]" : plan.source_lines_json;
    record.reading = documents::to_plan_json(plan.reading);
    record.created_at = work.now;
    record.created_by = work.actor.login;
    const auto number = work.kept.plans().add(record);
    for (const auto& page : plan.pages)
        work.kept.plans().add_page(number, page);
    const PlanId id(fmt::format("{}", number));
    tiendo::app::record(work, "plan.imported", {id, {}, {}, plan.source_name});
    return id;
}

IndicatorLibrary with_entry(const IndicatorLibrary& library, const Indicator& entry)
{
    auto all = library.all();
    const auto found = std::ranges::find(all, entry.id, &Indicator::id);
    if (found == all.end())
        all.push_back(entry);
    else
        *found = entry;
    return IndicatorLibrary(std::move(all));
}

} // namespace

const char* name_of(PlanStage stage)
{
    return std::ranges::find(stages, stage, [](const auto& entry) { return entry.first; })->second;
}

Result<std::vector<PlanSummary>> plans(Work& work)
{
    TRY(require(work, Right::signed_in));
    std::vector<PlanSummary> result;
    for (const auto& record : work.kept.plans().all())
        result.push_back(summary_of(record));
    return result;
}

Result<PlanSummary> plan_summary(Work& work, const PlanId& id)
{
    const auto record = TRY(record_of(work, id));
    return summary_of(record);
}

Result<PlanReading> plan_reading(Work& work, const PlanId& id)
{
    return with_rejected_repairs(TRY(kept_reading(work, id)), TRY(plan_changes(work, id)));
}

Result<std::vector<PlanChange>> plan_changes(Work& work, const PlanId& id)
{
    TRY(require(work, Right::signed_in));
    std::vector<PlanChange> changes;
    for (const auto& record : work.kept.plans().changes(TRY(number_of(id)))) {
        changes.push_back(domain_change(record));
    }
    return changes;
}

Result<Plan> plan_in_use(Work& work, const PlanId& id)
{
    TRY(require(work, Right::signed_in));
    const auto read = [&]() -> Result<Plan> {
        const auto reading = TRY(kept_reading(work, id));
        const auto changes = TRY(plan_changes(work, id));
        return plan_with_changes(id, reading, changes, directory(work));
    };
    return work.live == nullptr ? read() : work.live->plans().plan(work, id, read);
}

Result<PlanId> plan_to_show(Work& work)
{
    const auto all = TRY(plans(work));
    if (all.empty()) return refuse(Refusal::not_found, "plan.none_yet");
    const auto running = std::ranges::find(all, PlanStage::running, &PlanSummary::stage);
    return running == all.end() ? all.front().id : running->id;
}

Result<PlanId> import_plan(Work& work, const NewPlan& plan)
{
    return add_plan(work, plan, title_of(plan.reading, plan.source_name));
}

Result<PlanId> begin_blank_plan(Work& work, const std::string& title)
{
    if (squeeze(title).empty()) return refuse(Refusal::invalid, "plan.title_missing", {}, "title");
    NewPlan plan;
    plan.reading.document.title = squeeze(title);
    return add_plan(work, plan, squeeze(title));
}

Result<Done> change_plan(Work& work, const PlanId& id, const NewChange& change)
{
    return change_plan(work, id, std::vector{change});
}

Result<Done> change_plan(Work& work, const PlanId& id, const std::vector<NewChange>& changes)
{
    TRY(require(work, Right::edit_plan));
    const auto number = TRY(number_of(id));
    auto all = TRY(plan_changes(work, id));
    std::vector<store::PlanChange> records;
    const auto before = all;
    for (const auto& change : changes) {
        TRY(require_sound(change));
        records.push_back(record_of(work, number, change));
        all.push_back(domain_change(records.back()));
        TRY(require_unchanged(work, before, change, all.back()));
    }

    // Tried on the whole plan first: a change that the plan cannot take is never kept.
    const auto reading = TRY(kept_reading(work, id));
    TRY(plan_with_changes(id, reading, all, directory(work)));
    for (const auto& record : records) {
        work.kept.plans().append(record);
        tiendo::app::record(work, "plan.changed", {id, {}, {}, record.path});
    }
    return done;
}

Result<Done>
undo_decision(Work& work, const PlanId& id, const std::string& finding, const std::string& reason)
{
    const auto plan = TRY(plan_in_use(work, id));
    const auto found = std::ranges::find(plan.findings, finding, &PlanFinding::key);
    if (found == plan.findings.end() || !found->decision)
        return refuse(Refusal::conflict, "plan_review.nothing_to_undo", {}, "finding/" + finding);
    return change_plan(work, id, {"finding/" + finding, std::string(undone), reason, {}, {}});
}

Result<Done> set_plan_stage(Work& work, const PlanId& id, PlanStage stage)
{
    TRY(require(work, Right::edit_plan));
    auto record = TRY(record_of(work, id));
    record.state = name_of(stage);
    TRY(work.kept.plans().put(record));
    tiendo::app::record(work, std::string("plan.") + name_of(stage), {id, {}, {}, {}});
    return done;
}

namespace {

IndicatorLibrary read_library(Work& work)
{
    auto indicators = documents::embedded_indicators();
    for (const auto& record : work.kept.library().indicators()) {
        auto own = documents::parse_indicator(record.body);
        ensure(own.has_value(), "an indicator that was kept can be read");
        const auto found = std::ranges::find(indicators, own->id, &Indicator::id);
        if (found == indicators.end())
            indicators.push_back(std::move(own).value());
        else
            *found = std::move(own).value();
    }
    return IndicatorLibrary(std::move(indicators));
}

} // namespace

IndicatorLibrary library(Work& work)
{
    const auto read = [&] { return read_library(work); };
    return work.live == nullptr ? read() : work.live->plans().indicators(work, read);
}

Result<Done> require_sound(Work& work, const Indicator& indicator)
{
    const auto known = with_entry(library(work), indicator);
    Error error{Refusal::invalid, problems_of(indicator, known)};
    if (!error.problems.empty()) return error;
    for (const auto& summary : TRY(plans(work))) {
        const auto plan = TRY(plan_in_use(work, summary.id));
        const bool is_meant = std::ranges::any_of(plan.measures, [&](const Measure& measure) {
            return measure.indicator == indicator.id;
        });
        if (!is_meant) continue;
        for (auto& problem : problems_in_plan(indicator, plan, known))
            error.problems.push_back(std::move(problem));
    }
    if (!error.problems.empty()) return error;
    return done;
}

Result<Done> put_indicator(Work& work, const Indicator& indicator)
{
    TRY(require(work, Right::edit_plan));
    TRY(require_sound(work, indicator));
    auto record =
        work.kept.library().find_indicator(indicator.id.str()).value_or(store::IndicatorRecord{});
    record.id = indicator.id.str();
    record.body = documents::to_json(indicator);
    TRY(work.kept.library().put(record));
    tiendo::app::record(
        work, "indicator.changed", {{}, {}, {}, "indicator/" + indicator.id.str()}, record.body
    );
    return done;
}

} // namespace tiendo::app
