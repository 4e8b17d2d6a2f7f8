#include "web/pages/overview.hpp"

#include "app/figure/figures.hpp"
#include "app/org/directory.hpp"
#include "app/report/reports.hpp"
#include "base/text.hpp"
#include "web/pages/attention.hpp"
#include "web/pages/plan_period.hpp"
#include "web/views/standard_table.hpp"
#include "web/views/standing_words.hpp"
#include "web/views/verdict_counts.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

namespace {

struct Overview {
    app::PlanFigures figures;
    std::vector<app::ReportLine> lines;
    UnitDirectory directory;
    Instant now;
};

Result<Overview> load(app::Work& work, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto period = TRY(required_period(work, plan, request));
    auto figures = TRY(app::figures(work, plan, period));
    auto lines = TRY(app::report_lines(work, figures.plan, figures.period));
    return Overview{
        std::move(figures),
        std::move(lines),
        app::directory(work),
        work.now,
    };
}

std::string coverage_of(const app::PlanFigures& figures, const Wording& words)
{
    int expected = 0;
    int reported = 0;
    int accepted = 0;
    for (const auto& row : figures.rows) {
        expected += row.figure.coverage.expected - row.figure.coverage.not_applicable;
        reported += row.figure.coverage.reported;
        accepted += row.figure.coverage.accepted;
    }
    return words.text(
        "overview.coverage",
        {{"count", std::to_string(reported)},
         {"total", std::to_string(expected)},
         {"accepted", std::to_string(accepted)}}
    );
}

view::Object overview_view(const Overview& seen, const Wording& words)
{
    const auto& [figures, lines, directory, now] = seen;
    const PlanAddresses addresses(figures.plan.id, figures.period.id);
    const auto groups = view::by_standing(lines, directory);
    auto data = view::standard_table(
        {figures, directory, addresses}, [](const MeasureFigure&) { return true; }, words
    );
    data.set("title", words.text("overview.title", {{"period", words.period(figures.period.id)}}));
    data.set("plan", figures.plan.head.title);
    data.set(
        "window",
        words.text(
            "overview.window",
            {{"from", words.day(figures.period.window.from)},
             {"to", words.day(figures.period.window.to)}}
        )
    );
    data.set(
        "deadline",
        words.text("overview.deadline", {{"moment", words.moment(figures.period.deadline)}})
    );
    data.set("updated", words.text("overview.updated", {{"moment", words.moment(now)}}));
    data.set(
        "reports",
        words.text("overview.reports", {{"count", std::to_string(figures.period.units.size())}})
    );
    data.set("reports_markup", view::standing_bar(groups, addresses, words));
    data.set(
        "results", words.text("overview.results", {{"count", std::to_string(figures.rows.size())}})
    );
    data.set("results_markup", view::verdict_counts(figures.rows, addresses, words));
    data.set("coverage", coverage_of(figures, words));
    data.set("coverage_path", addresses.page("ma-tran", "xem", "day-du"));
    data.set("file_path", addresses.page("bieu-tong-hop.xlsx"));
    data.set("questions_path", addresses.page("hoi-so-lieu"));
    data.set("publication_path", addresses.page("cong-bo"));
    data.set("columns_path", addresses.page("bieu-tong-hop/cot"));
    auto items = attention({figures, groups, directory, addresses}, words);
    data.set("has_items", !items.empty());
    data.set("items", std::move(items));
    return data;
}

} // namespace

Result<Response> get_overview(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    auto data = overview_view(seen, visit.words);
    data.set("may_import", may(visit.actor, Right::review_reports));
    data.set("history_path", "/ke-hoach/" + seen.figures.plan.id.str() + "/so-lieu-cac-nam");
    return html(visit.page("overview", std::move(data)));
}

} // namespace tiendo::web
