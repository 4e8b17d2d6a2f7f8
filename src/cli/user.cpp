#include "app/admin/accounts.hpp"
#include "app/admin/password_choice.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/user_roles.hpp"
#include "web/json_text.hpp"

namespace tiendo::cli {

std::string role_names(const std::set<Role>& roles)
{
    std::vector<std::string> names;
    for (const auto role : roles)
        names.emplace_back(name_of(role));
    return join(names, ",");
}

Result<std::set<Role>> roles_of(const UserOptions& options)
{
    std::set<Role> roles;
    for (const auto& name : options.roles) {
        const auto role = role_named(name);
        if (!role) return refuse(Refusal::unreadable, "command.role_unknown", {{"role", name}});
        roles.insert(*role);
    }
    return roles;
}

namespace {

std::string positions_json(const std::vector<Position>& positions)
{
    std::vector<std::string> list;
    for (const auto& position : positions)
        list.push_back(
            R"({"unit":)" + web::json_text(position.unit.str()) + R"(,"roles":)" +
            web::json_text(role_names(position.roles)) + "}"
        );
    return "[" + join(list, ",") + "]";
}

std::string account_json(const app::Account& account)
{
    return R"({"login":)" + web::json_text(account.login) + R"(,"name":)" +
           web::json_text(account.name) + R"(,"unit":)" + web::json_text(account.unit.str()) +
           R"(,"roles":)" + web::json_text(role_names(account.roles)) + R"(,"positions":)" +
           positions_json(account.positions) + R"(,"disabled":)" +
           (account.disabled ? "true" : "false") + "}";
}

Result<std::string> add(app::Office& office, const UserOptions& options)
{
    app::Account account;
    account.login = options.login;
    account.name = options.name;
    account.unit = UnitId(options.unit);
    account.roles = TRY(roles_of(options));
    const auto now = office.computer_time();
    return office.write(operator_actor(), [&](app::Work& work) -> Result<std::string> {
        TRY(app::add_account(work, account));
        return app::issue_code(work, account.login, now);
    });
}

} // namespace

int user_add(const Surroundings& around, const UserOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto code = add(*office, options);
    if (!code) return around.console.refuse(code.error());
    if (around.json)
        around.console.print(
            R"({"login":)" + web::json_text(options.login) + R"(,"code":)" + web::json_text(*code) +
            "}"
        );
    else
        around.console.say("command.user_added", {{"login", options.login}, {"code", *code}});
    return exit_done;
}

int user_list(const Surroundings& around)
{
    auto office = open_office(around.data, store::Access::read);
    if (!office) return around.console.refuse(office.error());
    const auto found =
        office->read(operator_actor(), [](app::Work& work) { return app::accounts(work); });
    if (!found) return around.console.refuse(found.error());
    std::vector<std::string> lines;
    for (const auto& account : *found) {
        if (around.json) {
            lines.push_back(account_json(account));
            continue;
        }
        const auto state =
            account.disabled ? "\t" + around.console.words.text("account.disabled") : std::string();
        lines.push_back(
            account.login + "\t" + account.name + "\t" + account.unit.str() + "\t" +
            role_names(account.roles) + state
        );
        for (const auto& position : account.positions)
            lines.push_back("\t\t" + position.unit.str() + "\t" + role_names(position.roles));
    }
    around.console.print_list(lines, around.json);
    return exit_done;
}

int user_disable(const Surroundings& around, const std::string& login)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto disabled = office->write(operator_actor(), [&](app::Work& work) {
        return app::disable_account(work, login);
    });
    if (!disabled) return around.console.refuse(disabled.error());
    around.console.say("account.disabled_notice", {{"login", login}});
    return exit_done;
}

} // namespace tiendo::cli
