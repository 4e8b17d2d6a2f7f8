#include "web/context.hpp"

#include "base/result.hpp"
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

view::Object layout_view(const Context& context)
{
    const auto& frame = context.frame;
    return {
        {"lang", language_code(context.words.language())},
        {"is_vietnamese", context.words.language() == Language::vietnamese},
        {"script_path", Assets::embedded().path("app.js")},
        {"csrf", context.form_token},
        {"path", context.path},
        {"has_person", !frame.person.empty()},
        {"person", frame.person},
        {"has_unit", !frame.unit.empty()},
        {"unit", frame.unit},
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
        {"has_sample_world", !frame.sample_world.empty()},
        {"sample_world", frame.sample_world},
    };
}

} // namespace

std::string Context::page(std::string_view name, view::Object data) const
{
    const auto* title = data.find("title");
    ensure(title != nullptr, "a page has a title");
    auto layout = layout_view(*this);
    layout.set("title", *title);
    layout.set("has_problems", data.find("problems") != nullptr);
    data.set("csrf", form_token);
    return view::Templates::embedded().page(name, data, std::move(layout), words);
}

} // namespace tiendo::web
