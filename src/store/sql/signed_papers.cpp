#include "store/signed_papers.hpp"

#include "base/digest.hpp"
#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

UnitReportHead head_in(const sql::Row& row)
{
    return {
        .report = {.plan = row.integer(0), .period = row.text(1), .unit = row.text(2)},
        .body = row.text(3),
        .by = row.text(4),
        .at = row.instant(5),
        .revision = row.integer(6),
    };
}

SignedPaper line_in(const sql::Row& row)
{
    return {
        .report = {.plan = row.integer(0), .period = row.text(1), .unit = row.text(2)},
        .number = row.integer(3),
        .version = row.integer(4),
        .body = row.text(5),
        .name = row.text(6),
        .sha256 = row.text(7),
        .by = row.text(8),
        .at = row.instant(9),
    };
}

SignedPaper paper_in(const sql::Row& row)
{
    auto paper = line_in(row);
    paper.bytes = row.bytes(10);
    return paper;
}

} // namespace

std::optional<UnitReportHead> UnitReportHeads::find(const ReportKey& report)
{
    return connection_.find(
        R"sql(
            SELECT plan, period, unit, body, by_whom, at, revision FROM unit_report_head
            WHERE plan = $1 AND period = $2 AND unit = $3
        )sql",
        {report.plan, report.period, report.unit},
        head_in
    );
}

std::optional<UnitReportHead> UnitReportHeads::newest_of(const std::string& unit)
{
    return connection_.find(
        R"sql(
            SELECT plan, period, unit, body, by_whom, at, revision FROM unit_report_head
            WHERE unit = $1 ORDER BY at DESC, plan DESC, period DESC LIMIT 1
        )sql",
        {unit},
        head_in
    );
}

Result<std::int64_t> UnitReportHeads::put(const UnitReportHead& head)
{
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO unit_report_head (plan, period, unit, body, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT) + 1)
            ON CONFLICT (plan, period, unit) DO UPDATE SET
                body = excluded.body, by_whom = excluded.by_whom, at = excluded.at,
                revision = excluded.revision
            WHERE unit_report_head.revision = CAST($7 AS BIGINT)
            RETURNING revision
        )sql",
        {head.report.plan,
         head.report.period,
         head.report.unit,
         head.body,
         head.by,
         head.at,
         head.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

std::int64_t SignedPapers::add(const SignedPaper& paper)
{
    const auto last = connection_.find(
        R"sql(
            SELECT COALESCE(MAX(number), 0) FROM signed_paper
            WHERE plan = $1 AND period = $2 AND unit = $3
        )sql",
        {paper.report.plan, paper.report.period, paper.report.unit},
        [](const sql::Row& row) { return row.integer(0); }
    );
    const auto number = last.value_or(0) + 1;
    connection_.execute(
        R"sql(
            INSERT INTO signed_paper
                (plan, period, unit, number, version, body, name, bytes, sha256, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        )sql",
        {paper.report.plan,
         paper.report.period,
         paper.report.unit,
         number,
         paper.version,
         paper.body,
         paper.name,
         sql::Bytes{paper.bytes},
         sha256_hex(paper.bytes),
         paper.by,
         paper.at}
    );
    return number;
}

Result<SignedPaper> SignedPapers::get(const ReportKey& report, std::int64_t number)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT plan, period, unit, number, version, body, name, sha256, by_whom, at, bytes
                FROM signed_paper
                WHERE plan = $1 AND period = $2 AND unit = $3 AND number = $4
            )sql",
            {report.plan, report.period, report.unit, number},
            paper_in
        ),
        "signed_paper.not_found"
    );
}

std::vector<SignedPaper> SignedPapers::of(const ReportKey& report)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, unit, number, version, body, name, sha256, by_whom, at
            FROM signed_paper
            WHERE plan = $1 AND period = $2 AND unit = $3 ORDER BY number
        )sql",
        {report.plan, report.period, report.unit},
        line_in
    );
}

std::set<std::string> SignedPapers::signed_units(std::int64_t plan, const std::string& period)
{
    const auto units = connection_.list(
        R"sql(
            SELECT DISTINCT signed_paper.unit FROM signed_paper
            JOIN report ON report.plan = signed_paper.plan
                AND report.period = signed_paper.period AND report.unit = signed_paper.unit
                AND report.version = signed_paper.version
            WHERE signed_paper.plan = $1 AND signed_paper.period = $2
        )sql",
        {plan, period},
        [](const sql::Row& row) { return row.text(0); }
    );
    return {units.begin(), units.end()};
}

void SignedPapers::each(const std::function<void(const SignedPaper&)>& use)
{
    connection_.each(
        R"sql(
            SELECT plan, period, unit, number, version, body, name, sha256, by_whom, at, bytes
            FROM signed_paper ORDER BY plan, period, unit, number
        )sql",
        {},
        [&](const sql::Row& row) { use(paper_in(row)); }
    );
}

} // namespace tiendo::store
