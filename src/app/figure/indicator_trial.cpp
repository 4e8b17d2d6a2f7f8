#include "app/figure/indicator_trial.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/digest.hpp"
#include "documents/exchange/indicator_json.hpp"
#include "domain/indicator/check_indicator.hpp"
#include "domain/indicator/formula.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t cases_max = 60;

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

Result<Done> require_sound(const Indicator& entry, const IndicatorLibrary& library)
{
    Error error{Refusal::invalid, problems_of(entry, with_entry(library, entry))};
    if (!error.problems.empty()) return error;
    return done;
}

bool asks_the_same(const Indicator& a, const Indicator& b)
{
    return elements_of(a) == elements_of(b);
}

bool is_moved(const MeasureFigure& before, const MeasureFigure& after)
{
    return before.figure.state != after.figure.state || before.figure.parts != after.figure.parts ||
           before.judgement.verdict != after.judgement.verdict ||
           before.judgement.exceeded != after.judgement.exceeded ||
           before.indicator.decimals != after.indicator.decimals ||
           before.indicator.factor != after.indicator.factor;
}

Contributions answers_to(const PlanFigures& seen, const MeasureId& measure)
{
    const auto found = seen.contributions.find(measure);
    return found == seen.contributions.end() ? Contributions{} : found->second;
}

/// The row as it would be by that entry.
MeasureFigure
changed_row(const PlanFigures& seen, const MeasureFigure& before, const Indicator& entry)
{
    MeasureFigure row = before;
    row.indicator = entry;
    row.figure = compute(row.measure, entry, answers_to(seen, row.measure.id));
    row.judgement = judge_on_course(
        row.measure, entry, row.figure, course_of(row.measure, seen.plan, seen.period)
    );
    return row;
}

} // namespace

std::string TrialCase::id() const
{
    return plan.str() + "/" + period.str() + "/" + measure.id.str();
}

Result<std::vector<TrialCase>> trial_cases(Work& work, const Indicator& entry)
{
    TRY(require(work, Right::see_plan));
    const auto known = library(work);
    std::vector<TrialCase> own;
    std::vector<TrialCase> others;
    for (const auto& summary : TRY(plans(work))) {
        const auto periods = TRY(periods_of(work, summary.id));
        if (periods.empty()) continue;
        const auto plan = TRY(plan_in_use(work, summary.id));
        for (const auto& period : periods) {
            for (const auto& measure : plan.measures) {
                const auto* meant = known.find(measure.indicator);
                const bool is_own = measure.indicator == entry.id;
                if (!is_own && (meant == nullptr || !asks_the_same(*meant, entry))) continue;
                (is_own ? own : others).push_back({summary.id, summary.title, period.id, measure});
            }
        }
    }
    own.insert(own.end(), others.begin(), others.end());
    if (own.size() > cases_max) own.resize(cases_max);
    return own;
}

Result<Trial>
try_indicator(Work& work, const Indicator& entry, const std::string& trial_case, const UnitId& unit)
{
    const auto known = library(work);
    TRY(require_sound(entry, known));
    const auto cases = TRY(trial_cases(work, entry));
    if (cases.empty()) return refuse(Refusal::not_found, "indicator.nothing_to_try");
    const auto found =
        std::ranges::find_if(cases, [&](const TrialCase& one) { return one.id() == trial_case; });
    Trial trial;
    trial.on = found == cases.end() ? cases.front() : *found;
    const auto seen = TRY(figures(work, trial.on.plan, trial.on.period));
    trial.row = changed_row(seen, *seen.row(trial.on.measure.id), entry);
    trial.directory = directory(work);
    if (!unit.empty()) {
        trial.row.figure =
            compute_for(trial.row.measure, entry, answers_to(seen, trial.on.measure.id), {unit});
        trial.row.judgement = seen.judge_part(trial.row, trial.row.figure);
    }
    return trial;
}

Result<std::vector<MovedFigure>> effect_of(Work& work, const Indicator& entry)
{
    TRY(require(work, Right::edit_plan));
    const auto known = library(work);
    TRY(require_sound(entry, known));
    std::vector<MovedFigure> moved;
    for (const auto& summary : TRY(plans(work))) {
        for (const auto& period : TRY(periods_of(work, summary.id))) {
            const auto seen = TRY(figures(work, summary.id, period.id));
            for (const auto& before : seen.rows) {
                if (before.measure.indicator != entry.id) continue;
                auto after = changed_row(seen, before, entry);
                if (!is_moved(before, after)) continue;
                moved.push_back(
                    {{summary.id, summary.title, period.id, before.measure},
                     before,
                     std::move(after)}
                );
            }
        }
    }
    return moved;
}

std::string mark_of(const Indicator& entry)
{
    return sha256_hex(documents::to_json(entry));
}

std::vector<IndicatorVersion> versions_of(Work& work, const IndicatorId& id)
{
    std::vector<IndicatorVersion> versions;
    const store::JournalQuery query{
        .subject = "indicator/" + id.str(), .verb = "indicator.changed"
    };
    for (const auto& record : work.kept.journal().list(query)) {
        auto entry = documents::parse_indicator(record.entry.detail);
        if (entry) versions.push_back({record.entry.at, record.entry.by, std::move(*entry)});
    }
    return versions;
}

} // namespace tiendo::app
