#include "store/issuing.hpp"

#include "base/digest.hpp"
#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

IssuedReport line_in(const sql::Row& row)
{
    return {
        .plan = row.integer(0),
        .period = row.text(1),
        .version = row.integer(2),
        .snapshot = row.text(3),
        .snapshot_sha256 = row.text(4),
        .docx_sha256 = row.text(5),
        .by = row.text(6),
        .at = row.instant(7),
    };
}

IssuedReport report_in(const sql::Row& row)
{
    auto report = line_in(row);
    report.docx = row.bytes(8);
    return report;
}

} // namespace

void Issuing::append(const IssuingStepRecord& step)
{
    connection_.execute(
        R"sql(
            INSERT INTO issuing_step (plan, period, number, body, by_whom, at)
            SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT), COALESCE(MAX(number), 0) + 1,
                   CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT)
            FROM issuing_step WHERE plan = CAST($1 AS BIGINT) AND period = CAST($2 AS TEXT)
        )sql",
        {step.plan, step.period, step.body, step.by, step.at}
    );
}

std::vector<IssuingStepRecord> Issuing::steps(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, number, body, by_whom, at FROM issuing_step
            WHERE plan = $1 AND period = $2 ORDER BY number
        )sql",
        {plan, period},
        [](const sql::Row& row) {
            return IssuingStepRecord{
                .plan = row.integer(0),
                .period = row.text(1),
                .number = row.integer(2),
                .body = row.text(3),
                .by = row.text(4),
                .at = row.instant(5),
            };
        }
    );
}

std::int64_t Issuing::freeze(const IssuedReport& report)
{
    const auto last = connection_.find(
        R"sql(
            SELECT COALESCE(MAX(version), 0) FROM issued_report WHERE plan = $1 AND period = $2
        )sql",
        {report.plan, report.period},
        [](const sql::Row& row) { return row.integer(0); }
    );
    const auto version = last.value_or(0) + 1;
    connection_.execute(
        R"sql(
            INSERT INTO issued_report
                (plan, period, version, snapshot, snapshot_sha256, docx, docx_sha256, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        )sql",
        {report.plan,
         report.period,
         version,
         report.snapshot,
         sha256_hex(report.snapshot),
         sql::Bytes{report.docx},
         sha256_hex(report.docx),
         report.by,
         report.at}
    );
    return version;
}

Result<IssuedReport>
Issuing::issued(std::int64_t plan, const std::string& period, std::int64_t version)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT plan, period, version, snapshot, snapshot_sha256, docx_sha256, by_whom, at,
                       docx
                FROM issued_report WHERE plan = $1 AND period = $2 AND version = $3
            )sql",
            {plan, period, version},
            report_in
        ),
        "issued_report.not_found"
    );
}

std::vector<IssuedReport> Issuing::versions(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, version, snapshot, snapshot_sha256, docx_sha256, by_whom, at
            FROM issued_report WHERE plan = $1 AND period = $2 ORDER BY version
        )sql",
        {plan, period},
        line_in
    );
}

void Issuing::each_issued(const std::function<void(const IssuedReport&)>& use)
{
    connection_.each(
        R"sql(
            SELECT plan, period, version, snapshot, snapshot_sha256, docx_sha256, by_whom, at, docx
            FROM issued_report ORDER BY plan, period, version
        )sql",
        {},
        [&](const sql::Row& row) { use(report_in(row)); }
    );
}

} // namespace tiendo::store
