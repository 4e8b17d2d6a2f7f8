#include "web/pages/data_quality.hpp"

#include "app/org/directory.hpp"
#include "app/quality/data_quality.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/plan_period.hpp"
#include "web/percent.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/question_words.hpp"
#include "web/views/target_words.hpp"

#include <set>

namespace tiendo::web {
namespace {

struct Seen {
    PeriodId period{};
    std::vector<app::AskedQuestion> questions{};
    UnitDirectory units{};
};

Result<Seen> load(app::Work& work, const PlanId& plan, const Request& request)
{
    Seen seen;
    seen.period = TRY(required_period(work, plan, request));
    seen.questions = TRY(app::data_questions(work, plan, seen.period));
    seen.units = app::directory(work);
    return seen;
}

std::string page_path(const PlanId& plan, const PeriodId& period)
{
    return plan_path(plan, "hoi-so-lieu") + "?ky=" + percent_encode(period.str());
}

std::string name_of(const UnitDirectory& units, const UnitId& id)
{
    const auto* unit = units.find(id);
    return unit == nullptr ? id.str() : unit->short_name;
}

view::Object question_view(
    const app::AskedQuestion& asked,
    std::size_t number,
    const Seen& seen,
    const PlanId& plan,
    const Wording& words
)
{
    const PlanAddresses addresses(plan, seen.period);
    const auto& question = asked.question;
    view::Object data{
        {"anchor", "cau-hoi-" + std::to_string(number)},
        {"unit", name_of(seen.units, question.unit)},
        {"measure", asked.measure.id.str()},
        {"name", view::measure_name(asked.measure, asked.indicator, words)},
        {"text", view::question_words(question, asked.indicator, seen.units, words)},
        {"cell_path", addresses.cell(question.unit, question.measure)},
        {"form_path", addresses.report(question.unit) + "#" + anchor_of(question.measure.str())},
        {"is_answered", asked.answer.has_value()},
        {"may_answer", asked.may_answer},
        {"id", question.id()},
        {"about", question.about()},
    };
    if (asked.answer) {
        data.set("reason", asked.answer->reason);
        data.set(
            "answered_by",
            words.text(
                "data_quality.answered_by",
                {{"person", asked.answer->by}, {"moment", words.moment(asked.answer->at)}}
            )
        );
    }
    return data;
}

Result<Response> page(Visit& visit, const Request& request, const Error* refused)
{
    const auto plan = plan_in_address(request);
    const auto seen = TRY(visit.read([&](app::Work& work) { return load(work, plan, request); }));
    view::List open;
    view::List answered;
    std::string refused_field;
    for (const auto& asked : seen.questions) {
        const auto number = open.size() + answered.size() + 1;
        auto data = question_view(asked, number, seen, plan, visit.words);
        const bool is_refused =
            refused != nullptr && request.form["question"] == asked.question.id();
        if (is_refused) refused_field = "#cau-hoi-" + std::to_string(number) + "-ly-do";
        data.set("typed", is_refused ? std::string(request.form["reason"]) : std::string());
        (asked.answer ? answered : open).emplace_back(std::move(data));
    }
    view::Object data{
        {"title",
         visit.words.text("data_quality.title", {{"period", visit.words.period(seen.period)}})},
        {"path", page_path(plan, seen.period)},
        {"open_count",
         visit.words.text("data_quality.open_count", {{"count", std::to_string(open.size())}})},
        {"answered_count",
         visit.words.text(
             "data_quality.answered_count", {{"count", std::to_string(answered.size())}}
         )},
        {"has_open", !open.empty()},
        {"has_answered", !answered.empty()},
        {"open", std::move(open)},
        {"answered", std::move(answered)},
    };
    if (refused != nullptr)
        show_problems(data, *refused, visit.words, [&](const std::string&) {
            return refused_field;
        });
    return html(
        visit.page("data_quality", std::move(data)),
        refused == nullptr ? 200 : status_of(refused->kind)
    );
}

} // namespace

Result<Response> get_data_quality(Visit& visit, const Request& request)
{
    return page(visit, request, nullptr);
}

Result<Response> post_data_answer(Visit& visit, const Request& request)
{
    const auto plan = plan_in_address(request);
    const auto period =
        TRY(visit.read([&](app::Work& work) { return required_period(work, plan, request); }));
    const app::NewAnswer answer{
        std::string(request.form["question"]),
        std::string(request.form["about"]),
        std::string(request.form["reason"])
    };
    const auto answered = visit.write([&](app::Work& work) {
        return app::answer_question(work, plan, period, answer);
    });
    if (!answered) return page(visit, request, &answered.error());
    return with_notice(see_other(page_path(plan, period)), "data_quality.answered");
}

} // namespace tiendo::web
