#include "web/pages/chase_acts.hpp"

#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/chase_pages.hpp"

#include <array>

namespace tiendo::web {

namespace {

struct NamedAct {
    app::ChaseAct act;
    const char* address;
    const char* key; ///< "chase_act.extend_title" and the like
};

constexpr std::array acts{
    NamedAct{app::ChaseAct::extend, "gia-han", "extend"},
    NamedAct{app::ChaseAct::exclude, "loai-tru", "exclude"},
    NamedAct{app::ChaseAct::separate, "bao-cao-rieng", "separate"},
};

Result<NamedAct> act_in(const Request& request)
{
    const auto wanted =
        request.method == Method::get ? request.query["viec"] : request.form["viec"];
    for (const auto& act : acts)
        if (wanted == act.address) return act;
    return refuse(Refusal::not_found, "chase_act.unknown");
}

Result<Response> shown(Visit& visit, const Request& request, const Error* error)
{
    const auto act = TRY(act_in(request));
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(chase_named(work, request));
        const auto chase = TRY(app::chase(work, of.plan, of.period));
        auto units = chosen_view(chase, chosen_units(request));
        show_way_to_chase(visit, of);
        view::Object data{
            {"title", words.text(std::string("chase_act.") + act.key + "_title")},
            {"explanation", words.text(std::string("chase_act.") + act.key + "_meaning")},
            {"button", words.text(std::string("chase_act.") + act.key)},
            {"action", of.page("xu-ly")},
            {"act", act.address},
            {"period_id", of.period.str()},
            {"back_path", of.addresses().page("don-doc")},
            {"is_extension", act.act == app::ChaseAct::extend},
            {"has_units", !units.empty()},
            {"units", std::move(units)},
            {"reason", request.form["reason"]},
            {"deadline", request.form["deadline"]},
            {"has_problems", false},
        };
        if (error != nullptr) show_problems(data, *error, words);
        return html(
            visit.page("chase_act", std::move(data)),
            error == nullptr ? 200 : status_of(error->kind)
        );
    });
}

} // namespace

Result<Response> get_chase_act(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr);
}

Result<Response> post_chase_act(Visit& visit, const Request& request)
{
    const auto act = TRY(act_in(request));
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    app::ActOnUnits wanted;
    wanted.act = act.act;
    wanted.units = chosen_units(request);
    wanted.reason = std::string(request.form["reason"]);
    wanted.deadline = typed_hour(request.form["deadline"]);
    const auto acted = visit.write([&](app::Work& work) {
        return app::act_on_units(work, of.plan, of.period, wanted);
    });
    if (!acted) return shown(visit, request, &acted.error());
    return with_notice(
        see_other(of.addresses().page("don-doc")),
        std::string("chase_act.") + act.key + "_done",
        {{"count", std::to_string(wanted.units.size())}}
    );
}

} // namespace tiendo::web
