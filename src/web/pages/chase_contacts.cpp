#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/chase_acts.hpp"
#include "web/pages/chase_pages.hpp"
#include "web/pages/list_part.hpp"
#include "web/views/chase_words.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

view::Object contact_view(const Unit& unit, const ChaseOf& of, const Wording& words)
{
    const auto& contact = unit.contact;
    return {
        {"unit", unit.name},
        {"path", of.page("lien-he/" + unit.id.str())},
        {"name", contact.name},
        {"has_phone", !contact.phone.empty()},
        {"phone", contact.phone},
        {"phone_path", view::phone_address(contact.phone)},
        {"has_email", !contact.email.empty()},
        {"email", contact.email},
        {"since", contact.since ? words.day(*contact.since) : std::string()},
        {"has_none", contact.phone.empty() && contact.email.empty()},
    };
}

Result<Unit> unit_named(app::Work& work, const Request& request)
{
    const UnitId id{std::string(request.path_parameters["unit"])};
    const auto units = app::directory(work);
    const auto* unit = units.find(id);
    if (unit == nullptr)
        return refuse(Refusal::not_found, "unit_admin.unknown", {{"unit", id.str()}});
    return *unit;
}

Result<Response> shown(Visit& visit, const Request& request, const Error* error)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(chase_named(work, request));
        const auto unit = TRY(unit_named(work, request));
        show_way_to_chase(visit, of);
        visit.frame.breadcrumb.push_back(
            {visit.words.text("contact.list_title"), of.page("lien-he")}
        );
        const bool is_new = error == nullptr;
        view::Object data{
            {"title", visit.words.text("contact.title", {{"unit", unit.name}})},
            {"action", of.page("lien-he/" + unit.id.str())},
            {"period_id", of.period.str()},
            {"name", is_new ? unit.contact.name : std::string(request.form["name"])},
            {"phone", is_new ? unit.contact.phone : std::string(request.form["phone"])},
            {"email", is_new ? unit.contact.email : std::string(request.form["email"])},
            {"has_problems", false},
        };
        if (error != nullptr) show_problems(data, *error, visit.words);
        return html(
            visit.page("chase_contact", std::move(data)),
            error == nullptr ? 200 : status_of(error->kind)
        );
    });
}

} // namespace

Result<Response> get_contacts(Visit& visit, const Request& request)
{
    const auto& words = visit.words;
    const auto sought = search_key(request.query["tim"]);
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(chase_named(work, request));
        std::vector<Unit> found;
        std::size_t without = 0;
        const auto units = app::directory(work);
        for (const auto& id : TRY(app::period_of(work, of.plan, of.period)).units) {
            const auto* known = units.find(id);
            if (known == nullptr) continue;
            const auto& unit = *known;
            if (unit.contact.phone.empty() && unit.contact.email.empty()) ++without;
            const auto key = search_key(unit.name + " " + unit.contact.name);
            if (key.find(sought) != std::string::npos) found.push_back(unit);
        }
        const ListPart part(found.size(), request);
        view::List lines;
        for (const auto& unit : part.of(found))
            lines.emplace_back(contact_view(unit, of, words));
        show_way_to_chase(visit, of);
        view::Object data{
            {"title", words.text("contact.list_title")},
            {"without", words.text("contact.without", {{"count", std::to_string(without)}})},
            {"here", of.page("lien-he")},
            {"period_id", of.period.str()},
            {"sought", request.query["tim"]},
            {"may_act", may(visit.actor, Right::review_reports)},
            {"has_lines", !lines.empty()},
            {"lines", std::move(lines)},
        };
        set_parts(
            data,
            part,
            {"/ke-hoach/" + of.plan.str() + "/don-doc/lien-he",
             {{"ky", of.period.str()}, {"tim", std::string(request.query["tim"])}}}
        );
        return html(visit.page("chase_contacts", std::move(data)));
    });
}

Result<Response> get_contact(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr);
}

Result<Response> post_contact(Visit& visit, const Request& request)
{
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    const auto unit = TRY(visit.read([&](app::Work& work) { return unit_named(work, request); }));
    Contact contact;
    contact.name = squeeze(request.form["name"]);
    contact.phone = squeeze(request.form["phone"]);
    contact.email = squeeze(request.form["email"]);
    const auto changed =
        visit.write([&](app::Work& work) { return app::change_contact(work, unit.id, contact); });
    if (!changed) return shown(visit, request, &changed.error());
    return with_notice(
        see_other(of.page("lien-he")), "contact.changed", {{"unit", unit.short_name}}
    );
}

} // namespace tiendo::web
