#include "app/figure/indicator_trial.hpp"

#include "app/figure/held_period.hpp"
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
    TRY(require_sound(work, entry));
    const auto cases = TRY(trial_cases(work, entry));
    if (cases.empty()) return refuse(Refusal::not_found, "indicator.nothing_to_try");
    const auto found =
        std::ranges::find_if(cases, [&](const TrialCase& one) { return one.id() == trial_case; });
    Trial trial;
    trial.on = found == cases.end() ? cases.front() : *found;
    const auto held = TRY(held_period(work, trial.on.plan, trial.on.period));
    trial.row = held->row_by(trial.on.measure, entry);
    trial.held = held;
    if (!unit.empty()) {
        const auto answers = held->plan_cells().answers(trial.on.measure, entry, trial.on.period);
        trial.row.figure = compute_for(trial.row.measure, entry, answers, {unit});
        trial.row.judgement = held->figures.judge_part(trial.row, trial.row.figure);
    }
    return trial;
}

Result<std::vector<MovedFigure>> effect_of(Work& work, const Indicator& entry)
{
    TRY(require(work, Right::edit_plan));
    TRY(require_sound(work, entry));
    std::vector<MovedFigure> moved;
    for (const auto& summary : TRY(plans(work))) {
        for (const auto& period : TRY(periods_of(work, summary.id))) {
            const auto held = TRY(held_period(work, summary.id, period.id));
            for (const auto& before : held->figures.rows) {
                if (before.measure.indicator != entry.id) continue;
                auto after = held->row_by(before.measure, entry);
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
