#include "web/pages/chase_notices.hpp"

#include "app/chase/notices.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/chase_pages.hpp"
#include "web/views/chase_words.hpp"
#include "web/views/unit_words.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

struct Composing {
    ChaseOf of{};
    app::Chase chase{};
};

Result<Composing> load(app::Work& work, const Request& request)
{
    Composing composing;
    composing.of = TRY(chase_named(work, request));
    composing.chase = TRY(app::chase(work, composing.of.plan, composing.of.period));
    return composing;
}

Response shown(Visit& visit, const Request& request, const Composing& composing, const Error* error)
{
    const auto& words = visit.words;
    const auto chosen = chosen_units(request);
    view::List letters;
    for (const auto& line : composing.chase.lines) {
        const auto& unit = line.dues.unit;
        if (std::ranges::find(chosen, unit.id) == chosen.end()) continue;
        letters.emplace_back(view::Object{
            {"id", unit.id.str()},
            {"unit", unit.name},
            {"is_chased", !line.text.empty()},
            {"text", line.text},
            {"has_address", app::is_mail_address(unit.contact.email)},
            {"address", unit.contact.email},
            {"contact_path", composing.of.page("lien-he/" + unit.id.str())},
        });
    }
    show_way_to_chase(visit, composing.of);
    view::Object data{
        {"title", words.text("reminder.title")},
        {"action", composing.of.page("soan")},
        {"period_id", composing.of.period.str()},
        {"back_path", composing.of.addresses().page("don-doc")},
        {"has_letters", !letters.empty()},
        {"count", std::to_string(letters.size())},
        {"letters", std::move(letters)},
        {"by_mail", error == nullptr || request.form.has("thu")},
        {"has_problems", false},
    };
    if (error != nullptr) show_problems(data, *error, words);
    return html(
        visit.page("reminder", std::move(data)), error == nullptr ? 200 : status_of(error->kind)
    );
}

std::string names_of(const std::vector<UnitId>& ids, const app::Chase& chase, const Wording& words)
{
    std::vector<std::string> names;
    for (const auto& line : chase.lines)
        if (std::ranges::find(ids, line.dues.unit.id) != ids.end())
            names.push_back(line.dues.unit.short_name);
    return view::names_together(std::move(names), words);
}

/// One sentence about what was sent, and to whom it was not and why.
Response told(const Visit& visit, const Composing& composing, const app::Reminded& reminded)
{
    const auto& words = visit.words;
    std::vector<std::string> sentences;
    const auto add = [&](const char* key, const std::vector<UnitId>& units) {
        if (!units.empty())
            sentences.push_back(
                words.text(key, {{"units", names_of(units, composing.chase, words)}})
            );
    };
    add("reminder.without_address", reminded.without_address);
    add("reminder.told_today", reminded.told_today);
    add("reminder.owing_nothing", reminded.owing_nothing);
    return with_notice(
        see_other(composing.of.page("nhat-ky")),
        "reminder.done",
        {{"count", std::to_string(reminded.told.size())}, {"rest", join(sentences, " ")}}
    );
}

view::Object notice_view(
    const app::NoticeSent& notice,
    const UnitDirectory& units,
    bool may_send_again,
    const Wording& words
)
{
    const auto* unit = units.find(notice.unit);
    const bool is_open = notice.mail_state == "refused" || notice.mail_state == "uncertain";
    return {
        {"id", notice.id},
        {"unit", unit == nullptr ? words.text("chase_log.office") : unit->name},
        {"at", words.moment(notice.at)},
        {"rung", view::rung_words(notice.rung, words)},
        {"items", notice.items},
        {"fate", view::notice_fate(notice, words)},
        {"has_answer", !notice.mail_answer.empty() && notice.mail_state != "sent"},
        {"answer", notice.mail_answer},
        {"subject", notice.subject},
        {"body", notice.body},
        {"label", words.text("chase_log.text_of", {{"subject", notice.subject}})},
        {"may_send_again", is_open && may_send_again},
    };
}

} // namespace

Result<Response> get_reminder(Visit& visit, const Request& request)
{
    const auto composing = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    return shown(visit, request, composing, nullptr);
}

Result<Response> post_reminder(Visit& visit, const Request& request)
{
    const auto composing = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    const auto reminded = visit.write([&](app::Work& work) {
        return app::remind(
            work,
            composing.of.plan,
            composing.of.period,
            {chosen_units(request), request.form.has("thu"), request.form.has("forced")}
        );
    });
    if (!reminded) return shown(visit, request, composing, &reminded.error());
    return told(visit, composing, *reminded);
}

Result<Response> get_notices(Visit& visit, const Request& request)
{
    const auto& words = visit.words;
    const bool may_act = may(visit.actor, Right::review_reports);
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(chase_named(work, request));
        const auto units = app::directory(work);
        view::List lines;
        bool has_waiting = false;
        for (const auto& notice : TRY(app::notices_of_period(work, of.plan, of.period))) {
            lines.emplace_back(notice_view(notice, units, may_act, words));
            has_waiting = has_waiting || notice.mail_state == "waiting";
        }
        show_way_to_chase(visit, of);
        return html(visit.page(
            "chase_log",
            {{"title", words.text("chase_log.title", {{"period", words.period(of.period)}})},
             {"action", of.page("gui-lai")},
             {"has_lines", !lines.empty()},
             {"has_waiting", has_waiting},
             {"lines", std::move(lines)}}
        ));
    });
}

Result<Response> post_mail_again(Visit& visit, const Request& request)
{
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    TRY(visit.write([&](app::Work& work) {
        return app::send_mail_again(work, std::string(request.form["thong-bao"]));
    }));
    return with_notice(see_other(of.page("nhat-ky")), "chase_log.waits_again");
}

Result<Response> post_notice_read(Visit& visit, const Request& request)
{
    TRY(visit.write([&](app::Work& work) {
        return app::mark_notice_read(work, std::string(request.path_parameters["notice"]));
    }));
    const auto next = request.form["tiep"];
    return with_notice(see_other(is_own_path(next) ? next : "/viec-cua-toi"), "notice.marked_read");
}

} // namespace tiendo::web
