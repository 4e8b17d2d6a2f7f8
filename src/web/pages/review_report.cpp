#include "web/pages/review_report.hpp"

#include "app/issuing/unit_papers.hpp"
#include "app/org/directory.hpp"
#include "base/day_text.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/form_items.hpp"
#include "web/pages/report_view.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

struct Review {
    ReportPage page{};
    std::vector<app::Submission> versions{}; ///< the newest first
    std::string author{};
    bool is_signed = false;
    std::optional<UnitId> previous{};
    std::optional<UnitId> next{};
};

/// The reports that wait, around this one, in the order of the period's units.
void find_neighbours(Review& review, const std::vector<app::ReportLine>& lines)
{
    bool is_past = false;
    for (const auto& line : lines) {
        if (line.unit == review.page.report.of.unit) {
            is_past = true;
        } else if (line.state.stage == Stage::submitted) {
            if (!is_past) review.previous = line.unit;
            if (is_past && !review.next) review.next = line.unit;
        }
    }
}

Result<Review> load(app::Work& work, const app::ReportOf& of)
{
    Review review;
    review.page = TRY(load_report_page(work, of));
    review.versions = TRY(app::submissions_of(work, of));
    if (!review.versions.empty())
        review.author = app::person_named(work, review.versions.front().author);
    review.is_signed = TRY(app::signed_units(work, of.plan, of.period)).contains(of.unit);
    find_neighbours(review, TRY(app::report_lines(work, of.plan, of.period)));
    return review;
}

std::string review_path(const app::ReportOf& of, const UnitId& unit)
{
    return report_path({of.plan, of.period, unit}) + "/duyet";
}

/// Which buttons the stage allows.
void show_acts(view::Object& data, const Review& review, const Wording& words)
{
    const auto stage = review.page.report.state.stage;
    const bool is_commune = review.page.unit.kind == UnitKind::commune;
    data.set("may_accept", stage == Stage::submitted);
    data.set("may_return", stage == Stage::submitted || stage == Stage::accepted);
    data.set(
        "may_reopen",
        stage == Stage::excluded || stage == Stage::separate || stage == Stage::accepted
    );
    data.set("is_unsent", is_unsent(stage));
    data.set("is_open", is_open_for_entry(stage));
    data.set("return_label", words.text(is_commune ? "review.return" : "review.ask_completion"));
    view::List reasons;
    for (const auto* key :
         {"review.reason_numbers",
          "review.reason_links",
          "review.reason_missing",
          "review.reason_explain"})
        reasons.emplace_back(view::Object{{"text", words.text(key)}});
    data.set("common_reasons", std::move(reasons));
}

void show_neighbours(view::Object& data, const Review& review)
{
    const auto& of = review.page.report.of;
    data.set("has_previous", review.previous.has_value());
    data.set("previous", review.previous ? review_path(of, *review.previous) : std::string{});
    data.set("has_next", review.next.has_value());
    data.set("next", review.next ? review_path(of, *review.next) : std::string{});
}

void show_version(view::Object& data, const Review& review, const Wording& words)
{
    data.set("has_version", !review.versions.empty());
    if (review.versions.empty()) return;
    const auto& newest = review.versions.front();
    data.set("version", std::to_string(newest.version));
    data.set("author", review.author);
    data.set("at", words.moment(newest.at));
    data.set("channel", words.text("channel." + newest.channel));
    data.set("is_compared", review.versions.size() > 1);
}

Response
shown(const Review& review, const Fields& form, const Error* refused, int status, Visit& visit)
{
    const auto& words = visit.words;
    const auto& page = review.page;
    view::Object data;
    data.set(
        "title",
        words.text(
            "review.title",
            {{"unit", page.unit.name}, {"period", words.period(page.report.of.period)}}
        )
    );
    show_report_head(data, page, visit);
    show_version(data, review, words);
    show_neighbours(data, review);
    show_acts(data, review, words);
    data.set("is_signed", review.is_signed);
    data.set("shown_version", std::to_string(page.report.state.version));
    data.set("reason", std::string(form["reason"]));
    data.set("deadline_day", std::string(form["deadline_day"]));
    const auto* earlier = review.versions.size() > 1 ? &review.versions[1].answers : nullptr;
    const auto answers =
        review.versions.empty() ? page.report.draft.answers() : review.versions.front().answers;
    show_answers(data, page, answers, earlier, words);
    data.set("has_problems", false);
    if (refused != nullptr) show_problems(data, *refused, words);
    return html(visit.page("review_report", data), status);
}

/// A reason chosen from the list, with or without words of one's own.
std::string reason_in(const Fields& form)
{
    auto reasons = form.all("common_reason");
    const auto own = squeeze(form["reason"]);
    if (!own.empty()) reasons.push_back(own);
    return join(reasons, " ");
}

constexpr int office_closes_at = 17;

Result<Done> extend(app::Work& work, const app::ReportOf& of, const Fields& form)
{
    const int year = static_cast<int>(local_time(work.now).day.year());
    const auto day = read_typed_day(form["deadline_day"], year);
    if (!day) {
        return refuse(
            Refusal::invalid,
            "entry.not_a_day",
            {{"typed", std::string(form["deadline_day"])}},
            "deadline_day"
        );
    }
    return app::extend_report(work, of, instant_of({*day, office_closes_at, 0}), reason_in(form));
}

Result<Done> act(app::Work& work, const app::ReportOf& of, const Fields& form)
{
    const auto report = TRY(app::unit_report(work, of));
    // What was read on the page must be what is accepted or returned.
    if (std::to_string(report.state.version) != form["version"])
        return refuse(Refusal::conflict, "review.version_changed");
    const auto name = form["act"];
    if (name == "accept") return app::accept_report(work, of);
    if (name == "return") return app::give_back_report(work, of, reason_in(form));
    if (name == "reopen") return app::reopen_report(work, of, reason_in(form));
    if (name == "exclude") return app::exclude_report(work, of, reason_in(form));
    if (name == "separate") return app::take_report_separately(work, of, reason_in(form));
    if (name == "extend") return extend(work, of, form);
    return refuse(Refusal::invalid, "review.unknown_act");
}

} // namespace

Result<Response> get_review(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    auto review = visit.read([&](app::Work& work) { return load(work, of); });
    if (!review) return std::move(review).error();
    return shown(*review, {}, nullptr, 200, visit);
}

Result<Response> post_review(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    const auto acted = visit.write([&](app::Work& work) { return act(work, of, request.form); });
    auto review = visit.read([&](app::Work& work) { return load(work, of); });
    if (!review) return std::move(review).error();
    if (!acted)
        return shown(*review, request.form, &acted.error(), status_of(acted.error().kind), visit);
    // On with the next one that waits, else back to the list.
    const auto onwards = review->next
                             ? review_path(of, *review->next)
                             : "/ke-hoach/" + of.plan.str() + "/bao-cao?ky=" + of.period.str();
    return with_notice(see_other(onwards), "review.done", {{"unit", review->page.unit.short_name}});
}

} // namespace tiendo::web
