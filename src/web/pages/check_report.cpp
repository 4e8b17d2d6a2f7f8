#include "web/pages/check_report.hpp"

#include "app/org/directory.hpp"
#include "app/report/leader_acts.hpp"
#include "app/workbook/workbooks.hpp"
#include "base/id.hpp"
#include "domain/form/year_comparison.hpp"
#include "web/gate.hpp"
#include "web/pages/report_view.hpp"
#include "web/views/cell_result.hpp"
#include "web/views/question_words.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

Result<ReportPage> load(Visit& visit, const app::ReportOf& of)
{
    return visit.read([&](app::Work& work) { return load_report_page(work, of); });
}

view::List problem_list(const std::vector<Problem>& problems, const Wording& words)
{
    view::List list;
    for (const auto& problem : problems)
        list.emplace_back(view::Object{{"text", words.sentence(problem)}, {"place", problem.place}}
        );
    return list;
}

std::vector<Problem> remarks_of(const app::UnitReport& report, Weight weight)
{
    std::vector<Problem> problems;
    for (const auto& remark : report.draft.remarks())
        if (remark.weight == weight) problems.push_back(remark.problem);
    return problems;
}

/// "3.2a", "task/3.4", "duty/7" and "activity/office_1" by the names that people use.
std::string missing_words(const Form& form, const std::string& place, const Wording& words)
{
    const auto id = place.substr(place.find('/') + 1);
    if (place.starts_with("task/")) return words.text("check.missing_task", {{"task", id}});
    if (place.starts_with("duty/")) return words.text("check.missing_duty");
    if (place.starts_with("activity/")) {
        const auto table = std::ranges::find(form.activities, id, &ActivityTable::key);
        return words.text(
            "check.missing_table", {{"table", table == form.activities.end() ? id : table->title}}
        );
    }
    return words.text("check.missing_measure", {{"measure", id}});
}

/// Rates far from last year's, with both in words.
void add_comparisons(view::List& warnings, const ReportPage& page, const Wording& words)
{
    if (!page.last_year) return;
    const auto now = page.report.draft.answers();
    const auto& last = page.last_year->answers;
    for (const auto& id : unlike_last_year(page.report.form, now, last)) {
        const auto& indicator = page.report.form.row(id)->indicator;
        const auto text = words.text(
            "check.unlike_last_year",
            {{"measure", id.str()},
             {"now", view::result_words(now.cells.at(id), indicator, words)},
             {"last", view::result_words(last.cells.at(id), indicator, words)}}
        );
        warnings.emplace_back(view::Object{{"text", text}, {"place", id.str()}});
    }
}

/// What else looks odd, each at its place; it keeps nobody from handing in.
void add_questions(view::List& warnings, const ReportPage& page, const Wording& words)
{
    for (const auto& question : page.questions) {
        const bool is_said = question.kind == QuestionKind::numerator_above ||
                             question.kind == QuestionKind::unlike_last_year;
        const auto* row = page.report.form.row(question.measure);
        if (is_said || row == nullptr) continue;
        const auto text = view::question_words(question, row->indicator, {}, words);
        warnings.emplace_back(view::Object{
            {"text", question.measure.str() + ": " + text}, {"place", question.measure.str()}
        });
    }
}

/// Which button stands below the lists.
void show_way_out(view::Object& data, const ReportPage& page)
{
    data.set("goes_to_leader", page.way_out == WayOut::to_leader);
    data.set("leader_is_awaited", page.way_out == WayOut::leader_awaited);
    data.set("is_without_leader", page.way_out == WayOut::without_leader);
}

Response shown(const ReportPage& page, const Pressed& pressed, int status, Visit& visit)
{
    const auto& words = visit.words;
    view::Object data;
    data.set("title", words.text("check.title", {{"unit", page.unit.name}}));
    show_report_head(data, page, visit);
    show_remarks(data, page, pressed, words);
    data.set("key", pressed.key);
    show_way_out(data, page);
    data.set("is_paper", visit.actor.unit != page.report.of.unit);
    show_answers(data, page, page.report.draft.answers(), nullptr, words);
    data.set("has_edit", true);
    data.set("edit_path", report_path(page.report.of));
    if (!pressed.refused.empty()) data.set("problems", true);
    return html(visit.page("check_report", data), status);
}

std::string channel_words(const std::string& channel, const Wording& words)
{
    return words.text("channel." + channel);
}

std::string next_words(const ReportPage& page, const Wording& words)
{
    switch (page.report.state.stage) {
    case Stage::submitted:
        return words.text("receipt.next_submitted");
    case Stage::accepted:
    case Stage::locked:
        return words.text("receipt.next_accepted");
    case Stage::returned:
        return words.text("receipt.next_returned");
    case Stage::drafting:
    case Stage::awaiting_leader:
    case Stage::withdrawn:
    case Stage::excluded:
    case Stage::separate:
        return words.text("receipt.next_open");
    }
    return {};
}

/// Hands the draft in as the request's `key` and `incomplete_reason` say. The channel follows who
/// sends it: the unit itself, or the office for it, or a workbook that was read before.
Result<app::Receipt> hand_in(Visit& visit, const app::ReportOf& of, const Request& request)
{
    app::Handing handing;
    // The office types in what a unit sent on paper; a unit's own officer works on the web.
    if (visit.actor.unit != of.unit) handing.channel = app::Channel::paper;
    handing.idempotency_key = request.form["key"];
    handing.incomplete_reason = request.form["incomplete_reason"];
    return visit.write([&](app::Work& work) {
        if (app::last_workbook(work, of)) handing.channel = app::Channel::excel;
        return app::submit_report(work, of, handing);
    });
}

/// What keeps the report from leaving is shown above the button that was pressed.
Result<Response> refused(Visit& visit, const Request& request, const Error& error)
{
    if (error.kind != Refusal::invalid) return error;
    const auto page = TRY(load(visit, report_named(request)));
    return shown(
        page,
        {std::string(request.form["key"]),
         std::string(request.form["incomplete_reason"]),
         error.problems},
        422,
        visit
    );
}

} // namespace

void show_remarks(
    view::Object& data, const ReportPage& page, const Pressed& pressed, const Wording& words
)
{
    const auto& report = page.report;
    auto errors = problem_list(
        pressed.refused.empty() ? remarks_of(report, Weight::error) : pressed.refused, words
    );
    auto warnings = problem_list(remarks_of(report, Weight::warning), words);
    add_comparisons(warnings, page, words);
    add_questions(warnings, page, words);
    view::List missing;
    for (const auto& place : report.completion.missing)
        missing.emplace_back(
            view::Object{{"text", missing_words(report.form, place, words)}, {"place", place}}
        );
    data.set("is_refused", !pressed.refused.empty());
    data.set("has_errors", !errors.empty());
    data.set("errors", std::move(errors));
    data.set("has_warnings", !warnings.empty());
    data.set("warnings", std::move(warnings));
    data.set("has_missing", !missing.empty());
    data.set("missing", std::move(missing));
    data.set("incomplete_reason", pressed.incomplete_reason);
}

Result<Response> get_check(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto page = TRY(load(visit, of));
    if (!why_closed(page, visit.words).empty()) return see_other(report_path(of));
    return shown(page, {new_uuid7(page.now.seconds * 1000), {}, {}}, 200, visit);
}

Result<Response> post_check(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto receipt = hand_in(visit, of, request);
    if (receipt) return see_other(report_path(of) + "/da-nop");
    return refused(visit, request, receipt.error());
}

Result<Response> post_presentation(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const std::string reason(request.form["incomplete_reason"]);
    const auto presented =
        visit.write([&](app::Work& work) { return app::present_report(work, of, reason); });
    if (presented) return with_notice(see_other(report_path(of)), "leader_step.presented");
    return refused(visit, request, presented.error());
}

Result<Response> get_receipt(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto page = TRY(load(visit, of));
    const auto& newest = page.report.newest;
    if (!newest) return see_other(report_path(of));
    const auto& words = visit.words;
    const auto person =
        visit.read([&](app::Work& work) { return app::person_named(work, newest->author); });
    view::Object data;
    data.set("title", words.text("receipt.title"));
    show_report_head(data, page, visit);
    data.set("number", newest->id);
    data.set("version", std::to_string(newest->version));
    data.set("person", person);
    data.set("at", words.moment(newest->at));
    data.set("channel", channel_words(newest->channel, words));
    data.set("digest", newest->sha256);
    data.set("next", next_words(page, words));
    data.set("may_withdraw", page.may_enter && page.report.state.stage == Stage::submitted);
    return html(visit.page("receipt", data));
}

Result<Response> post_withdraw(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    (void)TRY(visit.write([&](app::Work& work) { return app::withdraw_report(work, of); }));
    return with_notice(see_other(report_path(of)), "receipt.withdrawn");
}

} // namespace tiendo::web
