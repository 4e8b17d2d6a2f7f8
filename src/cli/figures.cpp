#include "app/figure/figures.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "cli/commands.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/target_words.hpp"

#include <algorithm>

namespace tiendo::cli {

namespace {

std::string
row_line(const MeasureFigure& row, const UnitDirectory& units, const web::Wording& words)
{
    namespace view = web::view;
    return row.measure.id.str() + "\t" +
           view::value_words(row.figure, row.measure, row.indicator, words) + "\t" +
           view::counts_words(row.figure, row.indicator, words) + "\t" +
           view::target_words(row.measure, row.indicator, words) + "\t" +
           view::coverage_words(row.figure, row.measure, units, words) + "\t" +
           view::verdict_words(row.judgement, words);
}

/// The part of one unit, judged against the plan's target; what it does not supply is left out.
void narrow(app::PlanFigures& figures, const UnitId& unit)
{
    std::erase_if(figures.rows, [&](const MeasureFigure& row) {
        return !row.measure.suppliers.contains(unit);
    });
    for (auto& row : figures.rows) {
        row.figure =
            compute_for(row.measure, row.indicator, figures.contributions[row.measure.id], {unit});
        row.judgement = figures.judge_part(row, row.figure);
    }
}

struct Found {
    app::PlanFigures figures{};
    UnitDirectory units{};
};

} // namespace

int figures(const Surroundings& around, const FiguresOptions& options)
{
    auto office = open_office(around.data, store::Access::read);
    if (!office) return around.console.refuse(office.error());
    auto found = office->read(operator_actor(), [&](app::Work& work) -> Result<Found> {
        auto all =
            TRY(app::figures(work, PlanId(options.plan), app::period_named(work, options.period)));
        return Found{std::move(all), app::directory(work)};
    });
    if (!found) return around.console.refuse(found.error());
    if (!options.unit.empty()) {
        const UnitId unit(options.unit);
        if (found->units.find(unit) == nullptr)
            return around.console.refuse(
                refuse(Refusal::not_found, "unit_admin.unknown", {{"unit", options.unit}})
            );
        narrow(found->figures, unit);
    }
    if (around.json) {
        around.console.print(app::figures_json(found->figures));
        return exit_done;
    }
    for (const auto& row : found->figures.rows)
        around.console.print(row_line(row, found->units, around.console.words));
    return exit_done;
}

} // namespace tiendo::cli
