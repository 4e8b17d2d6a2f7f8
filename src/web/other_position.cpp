#include "web/other_position.hpp"

#include "app/org/directory.hpp"
#include "web/error_page.hpp"
#include "web/percent.hpp"
#include "web/position_entries.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

std::string address_of(const Request& request)
{
    std::string query;
    for (const auto& [name, value] : request.query)
        query += (query.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
    return request.path + query;
}

std::vector<PositionEntry> allowed(Visit& visit, const Route& route, const Request& request)
{
    const UnitId unit{std::string(request.path_parameters["unit"])};
    auto entries = visit.read([&](app::Work& work) {
        return position_entries(work, app::directory(work), visit.words);
    });
    std::erase_if(entries, [&](const PositionEntry& entry) {
        return entry.is_current ||
               !may(in_position(visit.actor, entry.position), route.right(), unit);
    });
    return entries;
}

} // namespace

bool is_about_access(const Error& refusal)
{
    return std::ranges::any_of(refusal.problems, [](const Problem& problem) {
        return problem.key == "access.forbidden" || problem.key == "access.not_in_scope";
    });
}

Result<Response>
refused_here(Visit& visit, const Route& route, const Request& request, const Error& refusal)
{
    const auto others = allowed(visit, route, request);
    if (others.empty()) return refusal;
    if (request.path.starts_with("/api/"))
        return refuse(
            refusal.kind, "position.elsewhere_program", {{"unit", others.front().unit_name}}
        );
    view::List choices;
    for (const auto& entry : others)
        choices.emplace_back(view::Object{
            {"value", entry.position.unit.str()},
            {"label",
             visit.words.text(
                 "position.change_to", {{"unit", entry.unit_name}, {"roles", entry.roles}}
             )},
        });
    return html(
        visit.page(
            "other_position",
            {{"title", visit.words.text("position.elsewhere_title")},
             {"present", visit.words.text("position.elsewhere", {{"unit", visit.frame.unit}})},
             {"choices", std::move(choices)},
             // What was sent cannot be sent again from here: the form lies behind the start page.
             {"next", request.method == Method::get ? address_of(request) : std::string("/")}}
        ),
        status_of(refusal.kind)
    );
}

} // namespace tiendo::web
