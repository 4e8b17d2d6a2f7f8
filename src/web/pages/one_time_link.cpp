#include "web/pages/one_time_link.hpp"

#include "app/chase/mail_settings.hpp"
#include "app/chase/report_links.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/chase_pages.hpp"
#include "web/pages/report_pages.hpp"
#include "web/pages/typed_unit.hpp"
#include "web/pages/unit_field.hpp"

namespace tiendo::web {

namespace {

std::string token_in(const Request& request)
{
    return std::string(request.path_parameters["token"]);
}

std::string unit_name(app::Work& work, const UnitId& id)
{
    const auto units = app::directory(work);
    const auto* unit = units.find(id);
    return unit == nullptr ? id.str() : unit->name;
}

Response link_page(Visit& visit, const Request& request, const app::ReportOf* of)
{
    view::Object data{
        {"title", visit.words.text("link.title")},
        {"is_open", of != nullptr},
        {"action", "/vao/" + token_in(request)},
        {"unit", ""},
        {"period", ""},
    };
    if (of != nullptr) {
        data.set("unit", visit.read([&](app::Work& work) { return unit_name(work, of->unit); }));
        data.set("period", visit.words.period(of->period));
    }
    auto response = html(visit.page("one_time_link", std::move(data)), of == nullptr ? 404 : 200);
    // The address is the key: it goes to nobody else.
    response.set("Referrer-Policy", "no-referrer");
    response.set("Cache-Control", "no-store");
    return response;
}

std::string state_words(const app::LinkState& link, Instant now, const Wording& words)
{
    if (link.used) return words.text("link.was_used", {{"moment", words.moment(*link.used)}});
    if (link.revoked) return words.text("link.was_revoked");
    return words.text(link.expires <= now ? "link.is_over" : "link.is_open");
}

struct Issued {
    UnitId unit{};
    app::IssuedLink link{};
};

/// Where the product is reached: as the administrator said, else as this request came.
std::string site_of(app::Work& work, const Request& request)
{
    const auto site = app::kept_mail_settings(work).site;
    if (!site.empty()) return site;
    return std::string(request.is_secure ? "https://" : "http://") +
           std::string(request.headers["host"]);
}

view::List link_rows(
    app::Work& work,
    const std::vector<app::LinkState>& links,
    const ChaseOf& of,
    const Wording& words
)
{
    view::List rows;
    for (const auto& link : links)
        rows.emplace_back(view::Object{
            {"unit", unit_name(work, link.unit)},
            {"at", words.moment(link.at)},
            {"expires", words.moment(link.expires)},
            {"state", state_words(link, work.now, words)},
            {"is_open", !link.used && !link.revoked && work.now < link.expires},
            {"digest", link.digest},
            {"revoke_path", of.page("lien-ket/huy")},
        });
    return rows;
}

Result<Response>
shown(Visit& visit, const Request& request, const Issued* issued, const Error* error)
{
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(chase_named(work, request));
        const auto period = TRY(app::period_of(work, of.plan, of.period));
        const auto links = TRY(app::links_of_period(work, of.plan, of.period));
        show_way_to_chase(visit, of);
        view::Object data{
            {"title", words.text("link.list_title")},
            {"action", of.page("lien-ket")},
            {"period_id", of.period.str()},
            {"period", words.period(of.period)},
            {"unit_field",
             unit_field(
                 {"dv", words.text("chase.unit"), {}, std::string(request.form["dv"]), true},
                 period.units,
                 app::directory(work)
             )},
            {"has_links", !links.empty()},
            {"links", link_rows(work, links, of, words)},
            {"has_issued", issued != nullptr},
            {"has_problems", false},
        };
        if (issued != nullptr) {
            data.set("unit", unit_name(work, issued->unit));
            data.set("address", site_of(work, request) + "/vao/" + issued->link.token);
            data.set(
                "until",
                words.text("link.open_until", {{"moment", words.moment(issued->link.expires)}})
            );
        }
        if (error != nullptr) show_problems(data, *error, words);
        return html(
            visit.page("chase_links", std::move(data)),
            error == nullptr ? 200 : status_of(error->kind)
        );
    });
}

} // namespace

Result<Response> get_one_time_link(Visit& visit, const Request& request)
{
    const auto of =
        visit.read([&](app::Work& work) { return app::link_opens(work, token_in(request)); });
    return link_page(visit, request, of ? &*of : nullptr);
}

Result<Response> post_one_time_link(Visit& visit, const Request& request)
{
    const auto opened = app::use_link(visit.office, token_in(request));
    if (!opened) return link_page(visit, request, nullptr);
    auto response = see_other(report_path(opened->of));
    give_session(response, request, opened->session_token);
    return response;
}

Result<Response> get_links(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr, nullptr);
}

Result<Response> post_link(Visit& visit, const Request& request)
{
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    const auto unit = visit.read([&](app::Work& work) {
        return typed_unit(request.form["dv"], app::directory(work), local_time(work.now).day);
    });
    const auto link = visit.write([&](app::Work& work) {
        return app::issue_link(work, {of.plan, of.period, unit});
    });
    if (!link) return shown(visit, request, nullptr, &link.error());
    const Issued issued{unit, *link};
    return shown(visit, request, &issued, nullptr);
}

Result<Response> post_revoked_link(Visit& visit, const Request& request)
{
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    TRY(visit.write([&](app::Work& work) {
        return app::revoke_link(work, std::string(request.form["lien-ket"]));
    }));
    return with_notice(see_other(of.page("lien-ket")), "link.revoked_now");
}

} // namespace tiendo::web
