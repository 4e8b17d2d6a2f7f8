#include "app/admin/access_tokens.hpp"

#include "app/admin/account_records.hpp"
#include "app/admin/passwords.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

constexpr std::string_view prefix = "tdo_"; ///< so that one that leaked is recognised
constexpr std::size_t name_bytes_max = 120;
constexpr std::int64_t day_seconds = 24 * 3600;
constexpr std::int64_t seconds_between_touches = 60;

constexpr std::array<std::pair<TokenScope, const char*>, 2> scopes{{
    {TokenScope::read, "read"},
    {TokenScope::submit, "submit"},
}};

AccessToken token_from(const store::AccessTokenRecord& record, const std::string& own_unit)
{
    const auto scope = token_scope_named(record.scope);
    ensure(scope.has_value(), "the scope of a token is known");
    return {
        .digest = record.token_hash,
        .login = record.login,
        .name = record.name,
        .unit = UnitId(record.unit.empty() ? own_unit : record.unit),
        .scope = *scope,
        .created = record.created,
        .expires = record.expires,
        .last_used = record.last_used,
        .revoked = record.revoked,
    };
}

Result<Done> check(const NewToken& wanted)
{
    Error error;
    const auto name = squeeze(wanted.name);
    if (name.empty() || name.size() > name_bytes_max)
        error.problems.push_back({"token.name_missing", {}, "name"});
    if (wanted.days < 1 || wanted.days > token_days_max)
        error.problems.push_back({"token.days_not_understood", {}, "days"});
    if (!error.problems.empty()) return error;
    return done;
}

Result<Done> require_room(Work& work, const std::string& login, Instant now)
{
    const auto kept = work.kept.access_tokens().of(login);
    const auto open = std::ranges::count_if(kept, [&](const store::AccessTokenRecord& token) {
        return !token.revoked && now < token.expires;
    });
    if (static_cast<std::size_t>(open) >= open_tokens_max)
        return refuse(
            Refusal::invalid,
            "token.too_many",
            {{"max", fmt::format("{}", open_tokens_max)}},
            "name"
        );
    return done;
}

/// What is wrong with a token that is known; nothing where it opens.
Result<Program> opened(Work& work, const store::AccessTokenRecord& token, Instant now)
{
    const auto refused = [](const char* key) { return refuse(Refusal::forbidden, key); };
    if (token.revoked) return refused("token.revoked");
    if (token.expires <= now) return refused("token.expired");
    const auto account = TRY(work.kept.accounts().get(token.login));
    if (account.disabled) return refused("token.account_disabled");
    auto actor = actor_in(work, account, token.unit);
    if (!actor) return refused("token.position_ended");
    return Program{
        token.token_hash,
        token.name,
        token_from(token, account.unit).scope,
        std::move(*actor),
    };
}

struct Looked {
    Result<Program> program;
    bool to_touch = false;
};

} // namespace

const char* name_of(TokenScope scope)
{
    return std::ranges::find(scopes, scope, &std::pair<TokenScope, const char*>::first)->second;
}

std::optional<TokenScope> token_scope_named(std::string_view name)
{
    const auto found =
        std::ranges::find_if(scopes, [&](const auto& entry) { return name == entry.second; });
    if (found == scopes.end()) return std::nullopt;
    return found->first;
}

Result<std::string> issue_token(Office& office, const Actor& actor, const NewToken& wanted)
{
    TRY(check(wanted));
    const auto hash = office.read(actor, [&](Work& work) -> Result<std::string> {
        TRY(require(work, Right::signed_in));
        return TRY(work.kept.accounts().get(actor.login)).password_hash;
    });
    if (!hash) return hash.error();
    if (!is_password(*hash, wanted.password))
        return refuse(Refusal::invalid, "password.present_wrong", {}, "present");
    const auto now = office.computer_time();
    return office.write(actor, [&](Work& work) -> Result<std::string> {
        const auto account = TRY(work.kept.accounts().get(actor.login));
        if (account.disabled || account.password_hash != *hash)
            return refuse(Refusal::invalid, "password.present_wrong", {}, "present");
        TRY(require_room(work, actor.login, now));
        const auto token = std::string(prefix) + random_token();
        store::AccessTokenRecord record;
        record.token_hash = sha256_hex(token);
        record.login = actor.login;
        record.unit = actor.unit.str() == account.unit ? std::string() : actor.unit.str();
        record.name = squeeze(wanted.name);
        record.scope = name_of(wanted.scope);
        record.created = now;
        record.expires = {now.seconds + wanted.days * day_seconds};
        work.kept.access_tokens().add(record);
        record_beside_story(
            work, actor.login, "token.issued", {.unit = actor.unit, .thing = record.name}
        );
        return token;
    });
}

Result<std::vector<AccessToken>> tokens_of(Work& work, const std::string& login)
{
    if (login != work.actor.login) TRY(require(work, Right::manage_accounts));
    const auto account = TRY(work.kept.accounts().get(login));
    std::vector<AccessToken> tokens;
    for (const auto& record : work.kept.access_tokens().of(login))
        tokens.push_back(token_from(record, account.unit));
    return tokens;
}

Result<Done> revoke_token(Work& work, const std::string& digest, Instant now)
{
    TRY(require(work, Right::signed_in));
    const auto token = work.kept.access_tokens().find(digest);
    const bool is_within_reach =
        token && (token->login == work.actor.login || may(work.actor, Right::manage_accounts));
    if (!is_within_reach || !work.kept.access_tokens().revoke(digest, now))
        return refuse(Refusal::not_found, "token.not_open");
    const bool is_own = token->login == work.actor.login;
    record_beside_story(
        work,
        work.actor.login,
        "token.revoked",
        {.unit = UnitId(token->unit),
         .thing = is_own ? token->name : token->login + ": " + token->name}
    );
    return done;
}

Result<Program> program_of(Office& office, const std::string& token)
{
    const auto now = office.computer_time();
    const auto digest = sha256_hex(token);
    const auto looked = office.read({}, [&](Work& work) -> Looked {
        const auto kept = work.kept.access_tokens().find(digest);
        if (!kept) return {refuse(Refusal::forbidden, "token.unknown")};
        const bool is_fresh =
            kept->last_used && now.seconds - kept->last_used->seconds < seconds_between_touches;
        return {opened(work, *kept, now), !is_fresh};
    });
    if (looked.program && looked.to_touch)
        office.write({}, [&](Work& work) {
            work.kept.access_tokens().touch(digest, now);
            return done;
        });
    return looked.program;
}

} // namespace tiendo::app
