#include "app/admin/access_tokens.hpp"
#include "app/admin/positions.hpp"
#include "cli/commands.hpp"
#include "cli/user_roles.hpp"
#include "web/json_text.hpp"

namespace tiendo::cli {

namespace {

/// Two columns' worth of what an operator asks for: which program, and whether it still comes in.
std::string token_line(const app::AccessToken& token, Instant now)
{
    const auto used = token.last_used ? iso_minute(*token.last_used) : std::string("-");
    return token.name + "\t" + token.unit.str() + "\t" + name_of(token.scope) + "\t" +
           iso_minute(token.expires) + "\t" + used + "\t" + (token.is_open(now) ? "+" : "-");
}

std::string token_json(const app::AccessToken& token, Instant now)
{
    const auto used =
        token.last_used ? web::json_text(iso_minute(*token.last_used)) : std::string("null");
    return R"({"name":)" + web::json_text(token.name) + R"(,"unit":)" +
           web::json_text(token.unit.str()) + R"(,"scope":")" + name_of(token.scope) +
           R"(","expires":)" + web::json_text(iso_minute(token.expires)) + R"(,"last_used":)" +
           used + R"(,"open":)" + (token.is_open(now) ? "true" : "false") + "}";
}

Result<int> revoke_all(app::Work& work, const std::string& login, Instant now)
{
    int count = 0;
    for (const auto& token : TRY(app::tokens_of(work, login))) {
        if (!token.is_open(now)) continue;
        TRY(app::revoke_token(work, token.digest, now));
        ++count;
    }
    return count;
}

} // namespace

int user_give_position(const Surroundings& around, const UserOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto roles = roles_of(options);
    if (!roles) return around.console.refuse(roles.error());
    const auto given = office->write(operator_actor(), [&](app::Work& work) {
        return app::give_position(work, options.login, {UnitId(options.unit), *roles});
    });
    if (!given) return around.console.refuse(given.error());
    around.console.say("position.given_notice", {{"unit", options.unit}});
    return exit_done;
}

int user_end_position(const Surroundings& around, const UserOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto ended = office->write(operator_actor(), [&](app::Work& work) {
        return app::end_position(work, options.login, UnitId(options.unit));
    });
    if (!ended) return around.console.refuse(ended.error());
    around.console.say("position.ended_notice", {{"unit", options.unit}});
    return exit_done;
}

int user_tokens(const Surroundings& around, const std::string& login)
{
    auto office = open_office(around.data, store::Access::read);
    if (!office) return around.console.refuse(office.error());
    const auto tokens = office->read(operator_actor(), [&](app::Work& work) {
        return app::tokens_of(work, login);
    });
    if (!tokens) return around.console.refuse(tokens.error());
    const auto now = office->computer_time();
    std::vector<std::string> lines;
    for (const auto& token : *tokens)
        lines.push_back(around.json ? token_json(token, now) : token_line(token, now));
    around.console.print_list(lines, around.json);
    return exit_done;
}

int user_revoke_tokens(const Surroundings& around, const std::string& login)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto now = office->computer_time();
    const auto revoked = office->write(operator_actor(), [&](app::Work& work) {
        return revoke_all(work, login, now);
    });
    if (!revoked) return around.console.refuse(revoked.error());
    around.console.say(
        "command.user_tokens_revoked", {{"login", login}, {"count", std::to_string(*revoked)}}
    );
    return exit_done;
}

} // namespace tiendo::cli
