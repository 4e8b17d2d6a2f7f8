#include "web/context.hpp"

#include "web/assets.hpp"
#include "web/views/templates.hpp"

namespace tiendo::web {

namespace {

view::List menu_view(const std::vector<MenuEntry>& entries)
{
    view::List list;
    for (const auto& entry : entries)
        list.emplace_back(view::Object{
            {"label", entry.label}, {"path", entry.path}, {"is_current", entry.is_current}
        });
    return list;
}

view::List position_view(const std::vector<PositionEntry>& entries)
{
    view::List list;
    for (const auto& entry : entries)
        list.emplace_back(view::Object{
            {"unit_id", entry.position.unit.str()},
            {"name", entry.unit_name},
            {"roles", entry.roles},
            {"is_current", entry.is_current},
        });
    return list;
}

} // namespace

view::Object Context::layout() const
{
    return {
        {"lang", language_code(words.language())},
        {"is_vietnamese", words.language() == Language::vietnamese},
        {"script_path", Assets::embedded().path("app.js")},
        {"csrf", form_token},
        {"path", path},
        {"has_person", !frame.person.empty()},
        {"login", frame.login},
        {"person", frame.person},
        {"has_unit", !frame.unit.empty()},
        {"unit", frame.unit},
        {"has_positions", !frame.positions.empty()},
        {"positions", position_view(frame.positions)},
        {"has_plan", !frame.plan.empty()},
        {"plan", frame.plan},
        {"plan_path", frame.plan_path},
        {"has_period", !frame.period.empty()},
        {"period", frame.period},
        {"has_menu", !frame.menu.empty()},
        {"menu", menu_view(frame.menu)},
        {"has_breadcrumb", !frame.breadcrumb.empty()},
        {"breadcrumb", menu_view(frame.breadcrumb)},
        {"has_notice", !frame.notice.empty()},
        {"notice", frame.notice},
        {"sample_acts", menu_view(frame.sample_acts)},
        {"is_wide", frame.is_wide},
        {"has_sample_world", !frame.sample_world.empty()},
        {"sample_world", frame.sample_world},
    };
}

std::string Context::page(std::string_view name, view::Object data) const
{
    data.set("csrf", form_token);
    return view::Templates::embedded().page(name, data, layout(), words);
}

} // namespace tiendo::web
