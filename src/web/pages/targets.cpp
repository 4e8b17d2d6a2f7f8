#include "web/pages/targets.hpp"

#include "app/figure/figures.hpp"
#include "app/org/directory.hpp"
#include "web/pages/plan_period.hpp"
#include "web/pages/typed_unit.hpp"
#include "web/pages/unit_field.hpp"
#include "web/views/choices.hpp"
#include "web/views/standard_table.hpp"
#include "web/views/verdict_counts.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {

namespace {

struct Seen {
    app::PlanFigures figures;
    UnitDirectory directory;
};

Result<Seen> load(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto period = TRY(required_period(work, plan, request));
    return Seen{TRY(app::figures(work, plan, period)), app::directory(work)};
}

/// What the address asks to see; an empty part lets everything pass.
struct Filter {
    std::string objective{};
    std::string verdict{};
    std::string unit{};

    bool operator()(const MeasureFigure& row) const
    {
        if (!objective.empty() && row.measure.objective != objective) return false;
        if (!verdict.empty() && view::verdict_in_address(row.judgement.verdict) != verdict)
            return false;
        return unit.empty() || row.measure.suppliers.contains(UnitId(unit));
    }
};

view::List objective_choices(const Seen& seen, const std::string& chosen)
{
    std::vector<view::Choice> choices;
    for (const auto& objective : seen.figures.plan.objectives)
        choices.push_back({objective.id, objective.id + ". " + objective.title});
    return view::choices(choices, chosen);
}

view::List verdict_choices(const std::string& chosen, const Wording& words)
{
    static constexpr std::array verdicts{
        std::pair{Verdict::met, "verdict.met"},
        std::pair{Verdict::on_track, "verdict.on_track"},
        std::pair{Verdict::at_risk, "verdict.at_risk"},
        std::pair{Verdict::behind, "verdict.behind"},
        std::pair{Verdict::not_met, "verdict.not_met"},
        std::pair{Verdict::no_data, "verdict.no_data"},
        std::pair{Verdict::not_arising, "verdict.not_arising"},
        std::pair{Verdict::no_source, "verdict.no_source"},
        std::pair{Verdict::not_judged, "verdict.not_judged"},
    };
    std::vector<view::Choice> choices;
    for (const auto& [verdict, key] : verdicts)
        choices.push_back({std::string(view::verdict_in_address(verdict)), words.text(key)});
    return view::choices(choices, chosen);
}

} // namespace

Result<Response> get_targets(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const PlanAddresses addresses(seen.figures.plan.id, seen.figures.period.id);
    const Filter filter{
        std::string(request.query["mt"]),
        std::string(request.query["kq"]),
        typed_unit(request.query["dv"], seen.directory, seen.figures.period.window.to).str()
    };
    auto data = view::standard_table({seen.figures, seen.directory, addresses}, filter, words);
    data.set(
        "title", words.text("target_list.title", {{"period", words.period(seen.figures.period.id)}})
    );
    data.set("period", seen.figures.period.id.str());
    data.set("plan", seen.figures.plan.id.str());
    data.set("all_path", addresses.page("chi-tieu"));
    data.set("objectives", objective_choices(seen, filter.objective));
    data.set("verdicts", verdict_choices(filter.verdict, words));
    data.set(
        "unit_field",
        unit_field(
            {"dv", words.text("target_list.unit"), words.text("target_list.any"), filter.unit},
            seen.figures.period.units,
            seen.directory
        )
    );
    return html(visit.page("targets", std::move(data)));
}

} // namespace tiendo::web
