#include "web/pages/cell.hpp"

#include "app/figure/figures.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "app/report/reports.hpp"
#include "base/text.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/target_words.hpp"
#include "web/views/why_words.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

constexpr std::size_t digest_shown = 12;

/// "sa-loong.3-2a.2023" taken apart.
struct CellAddress {
    UnitId unit{};
    MeasureId measure{};
    PeriodId period{};
};

Result<CellAddress> cell_address(std::string_view text)
{
    const auto parts = split(text, '.');
    if (parts.size() != 3)
        return refuse(Refusal::not_found, "cell_page.unknown", {{"cell", std::string(text)}});
    return CellAddress{UnitId(parts[0]), MeasureId(id_from_address(parts[1])), PeriodId(parts[2])};
}

struct CellSeen {
    PlanId plan{};
    CellAddress at{};
    app::CellHistory history{};
    app::UnitReport report{};
    std::vector<app::Submission> submissions{};
    UnitDirectory directory{};
    std::optional<Figure> whole{}; ///< of all suppliers, for those who may see it
};

Result<CellSeen> load(app::Work& work, const Request& request)
{
    CellSeen seen;
    seen.at = TRY(cell_address(request.path_parameters["cell"]));
    const auto asked = request.query["kh"];
    seen.plan = asked.empty() ? TRY(app::plan_to_show(work)) : PlanId(std::string(asked));
    const auto& [unit, measure, period] = seen.at;
    const app::ReportOf of{seen.plan, period, unit};
    seen.report = TRY(app::unit_report(work, of));
    seen.history = TRY(app::cell_history(work, seen.plan, period, unit, measure));
    for (auto& version : seen.history.versions)
        version.author = app::person_named(work, version.author);
    seen.submissions = TRY(app::submissions_of(work, of));
    seen.directory = app::directory(work);
    if (may(work.actor, Right::see_plan)) {
        const auto figures = TRY(app::figures(work, seen.plan, period));
        if (const auto* row = figures.row(measure)) seen.whole = row->figure;
    }
    return seen;
}

std::string unit_name(const CellSeen& seen)
{
    const auto* unit = seen.directory.find(seen.at.unit);
    return unit == nullptr ? seen.at.unit.str() : unit->name;
}

std::string kind_words(const Cell& cell, const Wording& words)
{
    switch (cell.kind) {
    case ValueKind::estimate:
        return words.text("cell_page.kind_estimate");
    case ValueKind::official:
        return words.text("cell_page.kind_official");
    case ValueKind::adjusted:
        return words.text("cell_page.kind_adjusted");
    }
    return {};
}

std::string digest_of(const CellSeen& seen, const std::string& submission)
{
    const auto found = std::ranges::find(seen.submissions, submission, &app::Submission::id);
    return found == seen.submissions.end() ? std::string() : found->sha256.substr(0, digest_shown);
}

view::List versions_view(const CellSeen& seen, const Wording& words)
{
    view::List list;
    const auto& versions = seen.history.versions;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto& version = versions[i];
        const auto said = view::cell_words(version.cell, seen.history.indicator, words);
        std::string change = said;
        if (i + 1 < versions.size() && versions[i + 1].cell != version.cell)
            change = words.text(
                "cell_page.from_to",
                {{"from", view::cell_words(versions[i + 1].cell, seen.history.indicator, words)},
                 {"to", said}}
            );
        list.emplace_back(view::Object{
            {"version",
             words.text("cell_page.version", {{"number", std::to_string(version.version)}})},
            {"change", change},
            {"when", words.moment(version.at)},
            {"who", version.author},
            {"channel", words.text("cell_page.channel_" + version.channel)},
            {"has_origin", !version.cell.origin.empty()},
            {"origin", version.cell.origin},
            {"digest", digest_of(seen, version.submission)},
        });
    }
    return list;
}

void set_value(view::Object& data, const CellSeen& seen, const Wording& words)
{
    const auto& [measure, indicator, course, versions, counted] = seen.history;
    const bool has_version = !versions.empty();
    const Cell cell = has_version ? versions.front().cell : Cell{};
    auto own = has_version ? versions.front() : Contribution{};
    own.unit = seen.at.unit;
    MeasureFigure part{measure, indicator};
    part.figure = compute_for(measure, indicator, {own}, {seen.at.unit});
    part.judgement = judge_on_course(measure, indicator, part.figure, course);
    const auto& figure = part.figure;
    const bool has_rate = figure.state == FigureState::value;
    data.set("said", view::cell_words(cell, indicator, words));
    data.set("has_rate", has_rate);
    data.set("rate", view::value_words(figure, measure, indicator, words));
    data.set("target", view::target_words(measure, indicator, words));
    data.set("tag_markup", view::result_tag(part.judgement, words));
    data.set("has_tag", !has_version || counted);
    data.set("has_why", has_version && counted);
    data.set("why", view::why_list(part, seen.directory, words));
    data.set("has_kind", cell.state == ValueState::value);
    data.set("kind", kind_words(cell, words));
    data.set("has_reason", !cell.reason.empty());
    data.set("reason", cell.reason);
    data.set("has_note", !cell.note.empty());
    data.set("note", cell.note);
    data.set("is_not_counted", has_version && !counted);
    data.set("is_missing", !has_version);
    data.set("missing", words.text("cell_page.missing", {{"unit", unit_name(seen)}}));
    data.set("is_sensitive", indicator.sensitive);
}

} // namespace

Result<Response> get_cell(Visit& visit, const Request& request)
{
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto& words = visit.words;
    const auto& [measure, indicator, course, versions, counted] = seen.history;
    const PlanAddresses addresses(seen.plan, seen.at.period);
    const auto* unit = seen.directory.find(seen.at.unit);
    view::Object data{
        {"title",
         words.text(
             "cell_page.title",
             {{"unit", unit_name(seen)},
              {"measure", measure.id.str()},
              {"period", words.period(seen.at.period)}}
         )},
        {"name", view::measure_name(measure, indicator, words)},
        {"state_markup",
         view::report_tag(
             seen.report.state,
             seen.report.timing,
             unit == nullptr ? UnitKind::agency : unit->kind,
             words
         )},
        {"has_versions", !versions.empty()},
        {"versions", versions_view(seen, words)},
        {"report_path", addresses.report(seen.at.unit)},
        {"may_enter", may(visit.actor, Right::enter_report, seen.at.unit)},
        {"may_review", may(visit.actor, Right::review_reports)},
        {"evidence_path",
         addresses.report(seen.at.unit, "minh-chung?muc=cell/" + seen.at.measure.str())},
        {"review_path", addresses.report(seen.at.unit, "duyet")},
        {"has_whole", seen.whole.has_value()},
        {"whole_path", addresses.measure(measure.id)},
        {"sentence_path", addresses.line(measure.lines.first)},
    };
    set_value(data, seen, words);
    if (seen.whole)
        data.set(
            "whole",
            words.text(
                "cell_page.feeds",
                {{"value", view::value_words(*seen.whole, measure, indicator, words)},
                 {"coverage", view::coverage_words(*seen.whole, measure, seen.directory, words)}}
            )
        );
    return html(visit.page("cell", std::move(data)));
}

} // namespace tiendo::web
