#include "store/chases.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

LadderRecord ladder_in(const sql::Row& row)
{
    return {.plan = row.integer(0), .body = row.text(1), .revision = row.integer(2)};
}

ReportLink link_in(const sql::Row& row)
{
    return {
        .token_hash = row.text(0),
        .plan = row.integer(1),
        .period = row.text(2),
        .unit = row.text(3),
        .at = row.instant(4),
        .by = row.text(5),
        .expires = row.instant(6),
        .used = row.instant_if_any(7),
        .revoked = row.instant_if_any(8),
    };
}

} // namespace

std::optional<LadderRecord> Ladders::find(std::int64_t plan)
{
    return connection_.find(
        R"sql(SELECT plan, body, revision FROM ladder WHERE plan = $1)sql", {plan}, ladder_in
    );
}

std::vector<LadderRecord> Ladders::all()
{
    return connection_.list(
        R"sql(SELECT plan, body, revision FROM ladder ORDER BY plan)sql", {}, ladder_in
    );
}

Result<std::int64_t> Ladders::put(const LadderRecord& ladder)
{
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO ladder (plan, body, revision) VALUES ($1, $2, CAST($3 AS BIGINT) + 1)
            ON CONFLICT (plan) DO UPDATE SET body = excluded.body, revision = excluded.revision
            WHERE ladder.revision = CAST($3 AS BIGINT)
            RETURNING revision
        )sql",
        {ladder.plan, ladder.body, ladder.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

void ReportLinks::add(const ReportLink& link)
{
    connection_.execute(
        R"sql(
            INSERT INTO report_link
                (token_hash, plan, period, unit, at, by_whom, expires, used, revoked)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        {link.token_hash,
         link.plan,
         link.period,
         link.unit,
         link.at,
         link.by,
         link.expires,
         link.used,
         link.revoked}
    );
}

std::optional<ReportLink> ReportLinks::find(const std::string& token_hash)
{
    return connection_.find(
        R"sql(
            SELECT token_hash, plan, period, unit, at, by_whom, expires, used, revoked
            FROM report_link WHERE token_hash = $1
        )sql",
        {token_hash},
        link_in
    );
}

std::vector<ReportLink> ReportLinks::of_period(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT token_hash, plan, period, unit, at, by_whom, expires, used, revoked
            FROM report_link WHERE plan = $1 AND period = $2 ORDER BY at DESC, token_hash
        )sql",
        {plan, period},
        link_in
    );
}

std::optional<ReportLink> ReportLinks::use(const std::string& token_hash, Instant now)
{
    return connection_.find(
        R"sql(
            UPDATE report_link SET used = $2
            WHERE token_hash = $1 AND used IS NULL AND revoked IS NULL AND expires > $2
            RETURNING token_hash, plan, period, unit, at, by_whom, expires, used, revoked
        )sql",
        {token_hash, now},
        link_in
    );
}

bool ReportLinks::revoke(const std::string& token_hash, Instant now)
{
    return connection_.execute(
               R"sql(
                   UPDATE report_link SET revoked = $2
                   WHERE token_hash = $1 AND used IS NULL AND revoked IS NULL
               )sql",
               {token_hash, now}
           ) == 1;
}

} // namespace tiendo::store
