#include "web/pages/target.hpp"

#include "app/figure/figures.hpp"
#include "app/org/directory.hpp"
#include "web/pages/map_choice.hpp"
#include "web/pages/plan_period.hpp"
#include "web/pages/target_parts.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/standard_table.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/target_words.hpp"
#include "web/views/verdict_words.hpp"
#include "web/views/why_words.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

Result<TargetSeen> load(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto period = TRY(required_period(work, plan, request));
    TargetSeen seen;
    seen.figures = TRY(app::figures(work, plan, period));
    seen.held = TRY(app::held_period(work, plan, period));
    seen.directory = seen.held->directory;
    seen.today = app::day_of_map(work);
    seen.day = TRY(map_day_in(request, seen.today));
    seen.measure = MeasureId(id_from_address(request.path_parameters["measure"]));
    if (seen.figures.row(seen.measure) == nullptr)
        return refuse(
            Refusal::not_found, "plan.unknown_measure", {{"measure", seen.measure.str()}}
        );
    for (const auto& [path, change] : seen.figures.plan.changed)
        if (concerns(seen, path)) seen.persons[change.by] = app::person_named(work, change.by);
    const auto& row = *seen.figures.row(seen.measure);
    seen.units = UnitsShown::as_they_reported(row.measure.suppliers, seen.directory, request);
    if (seen.units->is_higher()) return seen;
    for (const auto& unit : seen.units->reporters())
        if (const auto* part = row.figure.contributions.find(unit))
            seen.persons[(*part)->author] = app::person_named(work, (*part)->author);
    return seen;
}

const Target* target_of(const Plan& plan, const std::string& id)
{
    for (const auto& objective : plan.objectives) {
        const auto found = std::ranges::find(objective.targets, id, &Target::id);
        if (found != objective.targets.end()) return &*found;
    }
    return nullptr;
}

void set_text(view::Object& data, const std::string& name, std::string text)
{
    data.set("has_" + name, !text.empty());
    data.set(name, std::move(text));
}

void set_value(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    data.set("value", view::value_words(row.figure, row.measure, row.indicator, words));
    data.set("target", view::target_words(row.measure, row.indicator, words));
    data.set("tag_markup", view::result_tag(row.judgement, words));
    data.set("is_estimated", row.figure.estimated);
    set_text(data, "counts", view::counts_words(row.figure, row.indicator, words));
    set_text(
        data, "coverage", view::coverage_words(row.figure, row.measure, seen.directory, words)
    );
    set_text(data, "accepted", view::accepted_words(row.figure.coverage, words));
    set_text(data, "shortfall", view::shortfall_words(row.judgement, row.indicator, words));
    data.set("why", view::why_list(row, seen.directory, words));
}

void set_definition(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    const auto& indicator = row.indicator;
    set_text(data, "numerator", indicator.numerator);
    set_text(data, "denominator", indicator.denominator);
    data.set("unit", view::measure_unit(row.measure, indicator, words));
    const char* across = "target_page.across_sum";
    switch (indicator.across_units) {
    case AcrossUnits::share_of_units:
        across = "target_page.across_share";
        break;
    case AcrossUnits::all_units:
        across = "target_page.across_all";
        break;
    case AcrossUnits::average:
        across = "target_page.across_average";
        break;
    case AcrossUnits::minimum:
        across = "target_page.across_minimum";
        break;
    case AcrossUnits::maximum:
        across = "target_page.across_maximum";
        break;
    case AcrossUnits::sum:
        if (indicator.shape == Shape::yes_no) across = "target_page.across_all";
        break;
    }
    std::string formula = indicator.formula;
    if (!indicator.divisor.empty()) formula = "(" + formula + ") ÷ (" + indicator.divisor + ")";
    set_text(data, "formula", formula);
    data.set("across", words.text(across));
    set_text(data, "source", indicator.source);
    data.set("is_unverified", indicator.mark == "GK");
    data.set("is_sensitive", indicator.sensitive);
}

} // namespace

Result<Response> get_target(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const auto& row = *seen.figures.row(seen.measure);
    const PlanAddresses addresses(seen.figures.plan.id, seen.figures.period.id);
    const auto name = view::measure_name(row.measure, row.indicator, words);
    view::Object data{{"title", row.measure.id.str() + " " + name}};
    const auto* target = target_of(seen.figures.plan, row.measure.target);
    data.set("sentence", target == nullptr ? row.measure.title : target->text);
    data.set("sentence_path", addresses.line(row.measure.lines.first));
    data.set("period", words.period(seen.figures.period.id));
    data.set("actual_heading", view::actual_heading(seen.figures, words));
    set_value(data, seen, words);
    set_definition(data, seen, words);
    set_explanation(data, seen, words);
    set_changes(data, seen, words);
    set_over_year(data, seen, words);
    set_units(data, seen, words);
    set_map(data, seen, request, words);
    set_trend(data, seen, words);
    visit.frame.breadcrumb = {{words.text("target_page.all"), addresses.page("chi-tieu"), false}};
    return html(visit.page("target", std::move(data)));
}

} // namespace tiendo::web
