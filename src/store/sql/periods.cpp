#include "store/periods.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

PeriodRecord period_in(const sql::Row& row)
{
    return {
        .plan = row.integer(0),
        .id = row.text(1),
        .body = row.text(2),
        .state = row.text(3),
        .revision = row.integer(4),
    };
}

} // namespace

Result<PeriodRecord> Periods::get(std::int64_t plan, const std::string& id)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT plan, id, body, state, revision FROM period WHERE plan = $1 AND id = $2
            )sql",
            {plan, id},
            period_in
        ),
        "period.not_found"
    );
}

std::vector<PeriodRecord> Periods::all()
{
    return connection_.list(
        R"sql(SELECT plan, id, body, state, revision FROM period ORDER BY plan, id)sql",
        {},
        period_in
    );
}

std::vector<PeriodRecord> Periods::of_plan(std::int64_t plan)
{
    return connection_.list(
        R"sql(SELECT plan, id, body, state, revision FROM period WHERE plan = $1 ORDER BY id)sql",
        {plan},
        period_in
    );
}

Result<std::int64_t> Periods::put(const PeriodRecord& period)
{
    noted_.note({ChangeKind::period, period.plan, period.id, {}});
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO period (plan, id, body, state, revision)
            VALUES ($1, $2, $3, $4, CAST($5 AS BIGINT) + 1)
            ON CONFLICT (plan, id) DO UPDATE SET
                body = excluded.body, state = excluded.state, revision = excluded.revision
            WHERE period.revision = CAST($5 AS BIGINT)
            RETURNING revision
        )sql",
        {period.plan, period.id, period.body, period.state, period.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

} // namespace tiendo::store
