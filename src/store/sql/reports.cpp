#include "store/reports.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

ReportRecord report_in(const sql::Row& row)
{
    return {
        .report = {.plan = row.integer(0), .period = row.text(1), .unit = row.text(2)},
        .state = row.text(3),
        .version = row.integer(4),
        .body = row.text(5),
        .revision = row.integer(6),
        .updated_at = row.instant(7),
    };
}

} // namespace

std::optional<ReportRecord> Reports::find(const ReportKey& report)
{
    return connection_.find(
        R"sql(
            SELECT plan, period, unit, state, version, body, revision, updated_at FROM report
            WHERE plan = $1 AND period = $2 AND unit = $3
        )sql",
        {report.plan, report.period, report.unit},
        report_in
    );
}

std::vector<ReportRecord> Reports::of_period(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, unit, state, version, body, revision, updated_at FROM report
            WHERE plan = $1 AND period = $2 ORDER BY unit
        )sql",
        {plan, period},
        report_in
    );
}

std::vector<ReportRecord> Reports::of_unit(const std::string& unit)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, unit, state, version, body, revision, updated_at FROM report
            WHERE unit = $1 ORDER BY plan, period
        )sql",
        {unit},
        report_in
    );
}

Result<std::int64_t> Reports::put(const ReportRecord& report)
{
    noted_.note({ChangeKind::report, report.report.plan, report.report.period, report.report.unit});
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO report (plan, period, unit, state, version, body, revision, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT) + 1, $8)
            ON CONFLICT (plan, period, unit) DO UPDATE SET
                state = excluded.state, version = excluded.version, body = excluded.body,
                revision = excluded.revision, updated_at = excluded.updated_at
            WHERE report.revision = CAST($7 AS BIGINT)
            RETURNING revision
        )sql",
        {report.report.plan,
         report.report.period,
         report.report.unit,
         report.state,
         report.version,
         report.body,
         report.revision,
         report.updated_at},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

} // namespace tiendo::store
