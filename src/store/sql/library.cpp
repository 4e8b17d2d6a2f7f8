#include "store/library.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

IndicatorRecord indicator_in(const sql::Row& row)
{
    return {.id = row.text(0), .body = row.text(1), .revision = row.integer(2)};
}

} // namespace

std::optional<IndicatorRecord> Library::find_indicator(const std::string& id)
{
    return connection_.find(
        R"sql(SELECT id, body, revision FROM indicator WHERE id = $1)sql", {id}, indicator_in
    );
}

std::vector<IndicatorRecord> Library::indicators()
{
    return connection_.list(
        R"sql(SELECT id, body, revision FROM indicator ORDER BY id)sql", {}, indicator_in
    );
}

Result<std::int64_t> Library::put(const IndicatorRecord& indicator)
{
    noted_.note({ChangeKind::indicators, 0, {}, {}});
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO indicator (id, body, revision) VALUES ($1, $2, CAST($3 AS BIGINT) + 1)
            ON CONFLICT (id) DO UPDATE SET body = excluded.body, revision = excluded.revision
            WHERE indicator.revision = CAST($3 AS BIGINT)
            RETURNING revision
        )sql",
        {indicator.id, indicator.body, indicator.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

std::vector<Holiday> Library::holidays()
{
    return connection_.list(
        R"sql(SELECT day, name, kind FROM holiday ORDER BY day)sql",
        {},
        [](const sql::Row& row) { return Holiday{row.day(0), row.text(1), row.text(2)}; }
    );
}

void Library::put(const Holiday& holiday)
{
    connection_.execute(
        R"sql(
            INSERT INTO holiday (day, name, kind) VALUES ($1, $2, $3)
            ON CONFLICT (day) DO UPDATE SET name = excluded.name, kind = excluded.kind
        )sql",
        {holiday.day, holiday.name, holiday.kind}
    );
}

void Library::remove_holiday(Date day)
{
    connection_.execute(R"sql(DELETE FROM holiday WHERE day = $1)sql", {day});
}

} // namespace tiendo::store
