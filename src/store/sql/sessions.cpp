#include "base/result.hpp"
#include "store/accounts.hpp"
#include "store/drivers/connection.hpp"

namespace tiendo::store {
namespace {

LoginAttempts attempts_in(const sql::Row& row)
{
    return {.failures = row.integer(0), .last_at = row.instant(1)};
}

} // namespace

void Sessions::open(const SessionRecord& session)
{
    connection_.execute(
        R"sql(
            INSERT INTO session (token_hash, login, created, last_seen, csrf_secret, report, unit)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
        {session.token_hash,
         session.login,
         session.created,
         session.last_seen,
         session.csrf_secret,
         session.report,
         session.unit}
    );
}

std::optional<SessionRecord> Sessions::find(const std::string& token_hash)
{
    return connection_.find(
        R"sql(
            SELECT token_hash, login, created, last_seen, csrf_secret, report, unit FROM session
            WHERE token_hash = $1
        )sql",
        {token_hash},
        [](const sql::Row& row) {
            return SessionRecord{
                .token_hash = row.text(0),
                .login = row.text(1),
                .created = row.instant(2),
                .last_seen = row.instant(3),
                .csrf_secret = row.text(4),
                .report = row.text(5),
                .unit = row.text(6),
            };
        }
    );
}

void Sessions::touch(const std::string& token_hash, Instant now)
{
    connection_.execute(
        R"sql(UPDATE session SET last_seen = $2 WHERE token_hash = $1)sql", {token_hash, now}
    );
}

void Sessions::work_for(const std::string& token_hash, const std::string& unit)
{
    connection_.execute(
        R"sql(UPDATE session SET unit = $2 WHERE token_hash = $1)sql", {token_hash, unit}
    );
}

void Sessions::close(const std::string& token_hash)
{
    connection_.execute(R"sql(DELETE FROM session WHERE token_hash = $1)sql", {token_hash});
}

void Sessions::close_all_of(const std::string& login)
{
    connection_.execute(R"sql(DELETE FROM session WHERE login = $1)sql", {login});
}

void Sessions::close_unseen_since(Instant instant)
{
    connection_.execute(R"sql(DELETE FROM session WHERE last_seen < $1)sql", {instant});
}

LoginAttempts Sessions::attempts(const std::string& subject)
{
    return connection_
        .find(
            R"sql(SELECT failures, last_at FROM login_attempt WHERE subject = $1)sql",
            {subject},
            attempts_in
        )
        .value_or(LoginAttempts{});
}

LoginAttempts Sessions::count_failure(const std::string& subject, Instant now)
{
    const auto counted = connection_.find(
        R"sql(
            INSERT INTO login_attempt (subject, failures, last_at) VALUES ($1, 1, $2)
            ON CONFLICT (subject) DO UPDATE SET
                failures = login_attempt.failures + 1, last_at = excluded.last_at
            RETURNING failures, last_at
        )sql",
        {subject, now},
        attempts_in
    );
    ensure(counted.has_value(), "a failure is counted");
    return *counted;
}

void Sessions::forget_failures(const std::string& subject)
{
    connection_.execute(R"sql(DELETE FROM login_attempt WHERE subject = $1)sql", {subject});
}

} // namespace tiendo::store
