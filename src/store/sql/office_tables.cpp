#include "store/office_tables.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

OfficeTableRecord table_in(const sql::Row& row)
{
    return {
        .plan = row.integer(0),
        .period = row.text(1),
        .key = row.text(2),
        .body = row.text(3),
        .by = row.text(4),
        .at = row.instant(5),
        .revision = row.integer(6),
    };
}

} // namespace

Result<OfficeTableRecord>
OfficeTables::get(std::int64_t plan, const std::string& period, const std::string& key)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT plan, period, key, body, by_whom, at, revision FROM office_table
                WHERE plan = $1 AND period = $2 AND key = $3
            )sql",
            {plan, period, key},
            table_in
        ),
        "office_table.not_found"
    );
}

std::vector<OfficeTableRecord> OfficeTables::of_period(std::int64_t plan, const std::string& period)
{
    // "office_10" comes after "office_9".
    return connection_.list(
        R"sql(
            SELECT plan, period, key, body, by_whom, at, revision FROM office_table
            WHERE plan = $1 AND period = $2 ORDER BY LENGTH(key), key
        )sql",
        {plan, period},
        table_in
    );
}

Result<std::int64_t> OfficeTables::put(const OfficeTableRecord& table)
{
    noted_.note({ChangeKind::period, table.plan, table.period, {}});
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO office_table (plan, period, key, body, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT) + 1)
            ON CONFLICT (plan, period, key) DO UPDATE SET
                body = excluded.body, by_whom = excluded.by_whom, at = excluded.at,
                revision = excluded.revision
            WHERE office_table.revision = CAST($7 AS BIGINT)
            RETURNING revision
        )sql",
        {table.plan, table.period, table.key, table.body, table.by, table.at, table.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

} // namespace tiendo::store
