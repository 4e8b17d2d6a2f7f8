#include "app/figure/indicator_trial.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/indicator_form.hpp"
#include "web/pages/plans.hpp"
#include "web/pages/typed_unit.hpp"
#include "web/pages/unit_field.hpp"
#include "web/views/explained_tree.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/target_words.hpp"

namespace tiendo::web {
namespace {

IndicatorId id_in(const Request& request)
{
    return IndicatorId(std::string(request.path_parameters["indicator"]));
}

Indicator stored(app::Work& work, const IndicatorId& id)
{
    const auto library = app::library(work);
    if (const auto* found = library.find(id)) return *found;
    Indicator fresh;
    fresh.id = id;
    return fresh;
}

std::string case_words(const app::TrialCase& one, const Wording& words)
{
    return words.text(
        "indicators.trial_case",
        {{"measure", one.measure.id.str()},
         {"period", words.period(one.period)},
         {"plan", one.plan_title}}
    );
}

/// "num, den" of an entry, by the names under which another one's formula takes them.
std::string names_under(const std::string& name, const Indicator& entry)
{
    std::vector<std::string> names;
    for (const auto& key : elements_of(entry))
        names.push_back("[" + name + "]." + key);
    return join(names, ", ");
}

/// Whose numbers a formula can take besides its own: the measures of the plan on which the entry is
/// tried, and the entries that these are.
void set_other_counts(
    view::Object& data,
    const Indicator& entry,
    const Plan& plan,
    const IndicatorLibrary& library,
    const Wording& words
)
{
    view::List rows;
    for (const auto& measure : plan.measures) {
        const auto* other = library.find(measure.indicator);
        const bool is_open = other != nullptr && (entry.sensitive || !other->sensitive);
        if (!is_open || measure.suppliers.empty()) continue;
        const bool is_own = other->id == entry.id;
        rows.emplace_back(view::Object{
            {"name", view::measure_name(measure, *other, words)},
            {"by_measure", names_under(measure.id.str(), *other)},
            {"has_entry", !is_own},
            {"by_entry", is_own ? std::string() : names_under(other->id.str(), *other)}
        });
    }
    data.set("has_other_counts", !rows.empty());
    data.set("other_counts", std::move(rows));
}

/// The entry tried on real answers: the figure with each of its steps.
void set_trial(
    view::Object& data,
    app::Work& work,
    const Indicator& entry,
    const Request& request,
    const Wording& words
)
{
    data.set("has_trial", false);
    data.set("has_cases", false);
    data.set("has_other_counts", false);
    const std::string wanted(request.form["tren"]);
    const auto unit =
        typed_unit(request.form["don_vi"], app::directory(work), local_time(work.now).day);
    const auto cases = app::trial_cases(work, entry);
    if (!cases || cases->empty()) return;
    data.set("has_cases", true);
    const auto trial = app::try_indicator(work, entry, wanted, unit);
    if (!trial) {
        show_formula_fault(data, entry, trial.error(), words);
        return;
    }
    view::List options;
    for (const auto& one : *cases)
        options.emplace_back(view::Object{
            {"value", one.id()},
            {"name", case_words(one, words)},
            {"is_chosen", one.id() == trial->on.id()}
        });
    const auto& row = trial->row;
    const auto cell = [&](const UnitId& id, const PeriodId& period, const MeasureId& measure) {
        const auto& of = period.empty() ? trial->on.period : period;
        return PlanAddresses(trial->on.plan, of).cell(id, measure);
    };
    data.set("has_trial", true);
    set_other_counts(data, entry, trial->held->figures.plan, trial->held->indicators, words);
    data.set("cases", std::move(options));
    data.set(
        "unit_field",
        unit_field(
            {"don_vi",
             words.text("indicators.trial_unit"),
             words.text("indicators.trial_all"),
             unit.str()},
            row.measure.suppliers,
            trial->held->directory
        )
    );
    data.set("trial_value", view::value_words(row.figure, row.measure, row.indicator, words));
    data.set("trial_tag_markup", view::result_tag(row.judgement, words));
    data.set(
        "trial_coverage",
        view::coverage_words(row.figure, row.measure, trial->held->directory, words)
    );
    data.set(
        "trial_markup",
        view::explained_tree(
            explain(row.measure, row.indicator, row.figure),
            {row.measure,
             row.indicator,
             trial->on.period,
             trial->held->directory,
             trial->held->figures.plan,
             trial->held->indicators,
             cell},
            words
        )
    );
}

void set_effect(
    view::Object& data, const std::vector<app::MovedFigure>& moved, const Wording& words
)
{
    view::List rows;
    for (const auto& one : moved) {
        const auto shown = [&](const MeasureFigure& row) {
            return view::value_words(row.figure, row.measure, row.indicator, words);
        };
        rows.emplace_back(view::Object{
            {"path", PlanAddresses(one.on.plan, one.on.period).measure(one.on.measure.id)},
            {"name", case_words(one.on, words)},
            {"before", shown(one.before)},
            {"before_tag_markup", view::result_tag(one.before.judgement, words)},
            {"after", shown(one.after)},
            {"after_tag_markup", view::result_tag(one.after.judgement, words)}
        });
    }
    data.set("moves_none", rows.empty());
    data.set("moves_some", !rows.empty());
    data.set("moved", std::move(rows));
}

void set_versions(view::Object& data, app::Work& work, const IndicatorId& id, const Wording& words)
{
    view::List rows;
    for (const auto& version : app::versions_of(work, id)) {
        std::string formula = version.entry.formula;
        if (!version.entry.divisor.empty())
            formula = "(" + formula + ") ÷ (" + version.entry.divisor + ")";
        rows.emplace_back(view::Object{
            {"when", words.moment(version.at)},
            {"by", app::person_named(work, version.by)},
            {"name", version.entry.name},
            {"has_formula", !formula.empty()},
            {"formula", formula}
        });
    }
    data.set("has_versions", !rows.empty());
    data.set("versions", std::move(rows));
}

Result<Response> shown(Visit& visit, const Request& request, const Error* refused, bool with_effect)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        auto entry = stored(work, id_in(request));
        const bool is_posted = request.method == Method::post;
        if (is_posted) entry = indicator_in(request, std::move(entry));
        auto data = indicator_fields(entry, visit.words);
        const bool may_edit = may(visit.actor, Right::edit_plan);
        data.set("action", "/chi-so/" + entry.id.str());
        data.set("may_edit", may_edit);
        data.set("has_effect", false);
        set_versions(data, work, entry.id, visit.words);
        set_trial(data, work, entry, request, visit.words);
        if (with_effect) {
            const auto moved = app::effect_of(work, entry);
            if (!moved) {
                show_problems(data, moved.error(), visit.words);
                show_formula_fault(data, entry, moved.error(), visit.words);
                return html(visit.page("indicator", std::move(data)), 422);
            }
            data.set("has_effect", true);
            data.set("mark_shown", app::mark_of(entry));
            set_effect(data, *moved, visit.words);
        }
        if (refused != nullptr) {
            show_problems(data, *refused, visit.words);
            show_formula_fault(data, entry, *refused, visit.words);
        }
        return html(visit.page("indicator", std::move(data)), refused == nullptr ? 200 : 422);
    });
}

} // namespace

Result<Response> get_indicator(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr, false);
}

Result<Response> post_indicator(Visit& visit, const Request& request)
{
    if (request.form["viec"] == "thu") return shown(visit, request, nullptr, false);
    const auto entry = visit.read([&](app::Work& work) {
        return indicator_in(request, stored(work, id_in(request)));
    });
    // Nothing is saved whose effect was not shown: a form that was changed since shows it anew.
    if (request.form["viec"] != "luu" || request.form["mark_shown"] != app::mark_of(entry))
        return shown(visit, request, nullptr, true);
    const auto kept = visit.write([&](app::Work& work) { return app::put_indicator(work, entry); });
    if (!kept) return shown(visit, request, &kept.error(), false);
    return with_notice(see_other("/chi-so/" + entry.id.str()), "indicators.saved");
}

} // namespace tiendo::web
