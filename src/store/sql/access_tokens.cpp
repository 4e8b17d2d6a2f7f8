#include "store/access_tokens.hpp"

#include "store/drivers/connection.hpp"

namespace tiendo::store {
namespace {

AccessTokenRecord token_in(const sql::Row& row)
{
    return {
        .token_hash = row.text(0),
        .login = row.text(1),
        .unit = row.text(2),
        .name = row.text(3),
        .scope = row.text(4),
        .created = row.instant(5),
        .expires = row.instant(6),
        .last_used = row.instant_if_any(7),
        .revoked = row.instant_if_any(8),
    };
}

} // namespace

void AccessTokens::add(const AccessTokenRecord& token)
{
    connection_.execute(
        R"sql(
            INSERT INTO access_token
                (token_hash, login, unit, name, scope, created, expires, last_used, revoked)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        {token.token_hash,
         token.login,
         token.unit,
         token.name,
         token.scope,
         token.created,
         token.expires,
         token.last_used,
         token.revoked}
    );
}

std::optional<AccessTokenRecord> AccessTokens::find(const std::string& token_hash)
{
    return connection_.find(
        R"sql(
            SELECT token_hash, login, unit, name, scope, created, expires, last_used, revoked
            FROM access_token WHERE token_hash = $1
        )sql",
        {token_hash},
        token_in
    );
}

std::vector<AccessTokenRecord> AccessTokens::of(const std::string& login)
{
    return connection_.list(
        R"sql(
            SELECT token_hash, login, unit, name, scope, created, expires, last_used, revoked
            FROM access_token WHERE login = $1 ORDER BY created DESC, token_hash
        )sql",
        {login},
        token_in
    );
}

void AccessTokens::touch(const std::string& token_hash, Instant now)
{
    connection_.execute(
        R"sql(UPDATE access_token SET last_used = $2 WHERE token_hash = $1)sql", {token_hash, now}
    );
}

bool AccessTokens::revoke(const std::string& token_hash, Instant now)
{
    return connection_
        .find(
            R"sql(
                UPDATE access_token SET revoked = $2 WHERE token_hash = $1 AND revoked IS NULL
                RETURNING login
            )sql",
            {token_hash, now},
            [](const sql::Row& row) { return row.text(0); }
        )
        .has_value();
}

} // namespace tiendo::store
