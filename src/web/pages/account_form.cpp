#include "web/pages/account_form.hpp"

#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/pages/access_tokens.hpp"
#include "web/pages/typed_unit.hpp"
#include "web/position_entries.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {

namespace {

constexpr std::array all_roles{
    Role::entry,
    Role::unit_leader,
    Role::monitor,
    Role::field_lead,
    Role::leader,
    Role::admin,
};

view::List role_choices(const Visit& visit, const std::set<Role>& chosen)
{
    view::List choices;
    for (const auto role : all_roles) {
        const auto key = std::string("role.") + name_of(role);
        choices.emplace_back(view::Object{
            {"value", name_of(role)},
            {"label", visit.words.text(key)},
            {"hint", visit.words.text(key + "_hint")},
            {"is_chosen", chosen.contains(role)},
        });
    }
    return choices;
}

struct Units {
    UnitDirectory directory{};
    Date day{};
};

Units units_of(Visit& visit)
{
    return visit.read([](app::Work& work) {
        return Units{app::directory(work), local_time(work.now).day};
    });
}

/// A longer list is no help: the unit is then typed by its name or code.
constexpr std::ptrdiff_t choices_max = 300;

bool are_too_many(const Units& units)
{
    return std::ranges::count_if(units.directory.units(), [&](const Unit& unit) {
               return unit.is_valid_on(units.day);
           }) > choices_max;
}

std::string text_of(const Units& units, const UnitId& chosen)
{
    const auto* unit = units.directory.find(chosen);
    return unit == nullptr ? chosen.str() : unit->name;
}

view::List unit_choices(const Units& units, const UnitId& chosen)
{
    std::vector<const Unit*> sorted;
    for (const auto& unit : units.directory.units())
        if (unit.is_valid_on(units.day) || unit.id == chosen) sorted.push_back(&unit);
    if (are_too_many(units)) sorted.clear();
    std::ranges::sort(sorted, [](const Unit* a, const Unit* b) {
        return collates_before(a->name, b->name);
    });
    view::List choices;
    for (const auto* unit : sorted)
        choices.emplace_back(view::Object{
            {"value", unit->id.str()}, {"label", unit->name}, {"is_chosen", unit->id == chosen}
        });
    return choices;
}

view::List position_rows(const Visit& visit, const app::Account& account, const Units& units)
{
    view::List rows;
    for (const auto& position : account.positions) {
        const auto* unit = units.directory.find(position.unit);
        rows.emplace_back(view::Object{
            {"unit_id", position.unit.str()},
            {"unit", unit == nullptr ? position.unit.str() : unit->name},
            {"roles", role_words(position.roles, visit.words)},
        });
    }
    return rows;
}

std::vector<app::AccessToken> tokens_shown(Visit& visit, const AccountForm& form)
{
    if (form.is_new) return {};
    auto found =
        visit.read([&](app::Work& work) { return app::tokens_of(work, form.account.login); });
    return found ? std::move(found).value() : std::vector<app::AccessToken>{};
}

} // namespace

UnitId unit_named(Visit& visit, std::string_view text)
{
    const auto units = units_of(visit);
    return typed_unit(text, units.directory, units.day);
}

Response shown(Visit& visit, const AccountForm& form, const Error* refusal)
{
    const auto& account = form.account;
    const auto tokens = tokens_shown(visit, form);
    const auto units = units_of(visit);
    const auto path = "/nguoi-dung/" + account.login;
    visit.frame.breadcrumb = {{visit.words.text("account.list_title"), "/nguoi-dung"}};
    view::Object data{
        {"title",
         form.is_new ? visit.words.text("account.new_title")
                     : visit.words.text("account.title", {{"name", account.name}})},
        {"is_new", form.is_new},
        {"action", form.is_new ? std::string("/nguoi-dung/them") : path},
        {"path", path},
        {"login", account.login},
        {"name", account.name},
        {"email", account.email},
        {"disabled", account.disabled},
        {"revision", std::to_string(account.revision)},
        {"roles", role_choices(visit, account.roles)},
        {"types_unit", are_too_many(units)},
        {"unit_text", text_of(units, account.unit)},
        {"units", unit_choices(units, account.unit)},
        {"has_positions", !account.positions.empty()},
        {"positions", position_rows(visit, account, units)},
        {"position_roles", role_choices(visit, form.given.roles)},
        {"position_unit_text", text_of(units, form.given.unit)},
        {"position_units", unit_choices(units, form.given.unit)},
    };
    data.set("has_tokens", !tokens.empty());
    data.set("tokens", token_rows(visit, tokens));
    data.set("revoke_path", path + "/ma-truy-cap/thu-hoi");
    if (refusal != nullptr) show_problems(data, *refusal, visit.words);
    return html(
        visit.page("account", std::move(data)), refusal == nullptr ? 200 : status_of(refusal->kind)
    );
}

std::string login_in(const Request& request)
{
    return std::string(request.path_parameters["login"]);
}

std::set<Role> roles_in(const Request& request, std::string_view field)
{
    std::set<Role> roles;
    for (const auto& name : request.form.all(field))
        if (const auto role = role_named(name)) roles.insert(*role);
    return roles;
}

} // namespace tiendo::web
