#include "store/consolidated_reports.hpp"

#include "base/digest.hpp"
#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

OfficeText text_in(const sql::Row& row)
{
    return {
        .plan = row.integer(0),
        .period = row.text(1),
        .key = row.text(2),
        .text = row.text(3),
        .computed_text = row.text(4),
        .reason = row.text(5),
        .by = row.text(6),
        .at = row.instant(7),
        .revision = row.integer(8),
    };
}

GatheredPart part_in(const sql::Row& row)
{
    return {
        .plan = row.integer(0),
        .period = row.text(1),
        .part = row.text(2),
        .choices = row.text(3),
        .by = row.text(4),
        .at = row.instant(5),
        .revision = row.integer(6),
    };
}

ReportVersion version_in(const sql::Row& row)
{
    return {
        .plan = row.integer(0),
        .period = row.text(1),
        .version = row.integer(2),
        .body = row.text(3),
        .sha256 = row.text(4),
        .at = row.instant(5),
        .by = row.text(6),
        .state = row.text(7),
    };
}

} // namespace

std::vector<OfficeText> ConsolidatedReports::texts(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, key, text, computed_text, reason, by_whom, at, revision
            FROM office_text WHERE plan = $1 AND period = $2 ORDER BY key
        )sql",
        {plan, period},
        text_in
    );
}

Result<std::int64_t> ConsolidatedReports::put(const OfficeText& text)
{
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO office_text
                (plan, period, key, text, computed_text, reason, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CAST($9 AS BIGINT) + 1)
            ON CONFLICT (plan, period, key) DO UPDATE SET
                text = excluded.text, computed_text = excluded.computed_text,
                reason = excluded.reason, by_whom = excluded.by_whom, at = excluded.at,
                revision = excluded.revision
            WHERE office_text.revision = CAST($9 AS BIGINT)
            RETURNING revision
        )sql",
        {text.plan,
         text.period,
         text.key,
         text.text,
         text.computed_text,
         text.reason,
         text.by,
         text.at,
         text.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

void ConsolidatedReports::remove_text(
    std::int64_t plan, const std::string& period, const std::string& key
)
{
    connection_.execute(
        R"sql(DELETE FROM office_text WHERE plan = $1 AND period = $2 AND key = $3)sql",
        {plan, period, key}
    );
}

std::vector<GatheredPart> ConsolidatedReports::choices(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, part, choices, by_whom, at, revision FROM gathered_part
            WHERE plan = $1 AND period = $2 ORDER BY part
        )sql",
        {plan, period},
        part_in
    );
}

std::optional<GatheredPart>
ConsolidatedReports::choices(std::int64_t plan, const std::string& period, const std::string& part)
{
    return connection_.find(
        R"sql(
            SELECT plan, period, part, choices, by_whom, at, revision FROM gathered_part
            WHERE plan = $1 AND period = $2 AND part = $3
        )sql",
        {plan, period, part},
        part_in
    );
}

Result<std::int64_t> ConsolidatedReports::put_choices(const GatheredPart& choices)
{
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO gathered_part (plan, period, part, choices, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT) + 1)
            ON CONFLICT (plan, period, part) DO UPDATE SET
                choices = excluded.choices, by_whom = excluded.by_whom, at = excluded.at,
                revision = excluded.revision
            WHERE gathered_part.revision = CAST($7 AS BIGINT)
            RETURNING revision
        )sql",
        {choices.plan,
         choices.period,
         choices.part,
         choices.choices,
         choices.by,
         choices.at,
         choices.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

std::int64_t ConsolidatedReports::freeze(const ReportVersion& version)
{
    const auto number = connection_.find(
        R"sql(
            INSERT INTO report_version (plan, period, version, body, sha256, at, by_whom, state)
            SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT), COALESCE(MAX(version), 0) + 1,
                   CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT), CAST($6 AS TEXT),
                   CAST($7 AS TEXT)
            FROM report_version WHERE plan = CAST($1 AS BIGINT) AND period = CAST($2 AS TEXT)
            RETURNING version
        )sql",
        {version.plan,
         version.period,
         version.body,
         sha256_hex(version.body),
         version.at,
         version.by,
         version.state},
        [](const sql::Row& row) { return row.integer(0); }
    );
    ensure(number.has_value(), "a frozen version gets a number");
    return *number;
}

Result<ReportVersion>
ConsolidatedReports::version(std::int64_t plan, const std::string& period, std::int64_t number)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT plan, period, version, body, sha256, at, by_whom, state FROM report_version
                WHERE plan = $1 AND period = $2 AND version = $3
            )sql",
            {plan, period, number},
            version_in
        ),
        "report_version.not_found"
    );
}

std::optional<ReportVersion>
ConsolidatedReports::newest(std::int64_t plan, const std::string& period)
{
    return connection_.find(
        R"sql(
            SELECT plan, period, version, body, sha256, at, by_whom, state FROM report_version
            WHERE plan = $1 AND period = $2 ORDER BY version DESC LIMIT 1
        )sql",
        {plan, period},
        version_in
    );
}

std::vector<ReportVersion>
ConsolidatedReports::versions(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, version, body, sha256, at, by_whom, state FROM report_version
            WHERE plan = $1 AND period = $2 ORDER BY version
        )sql",
        {plan, period},
        version_in
    );
}

std::vector<ReportVersion> ConsolidatedReports::all_versions()
{
    return connection_.list(
        R"sql(
            SELECT plan, period, version, body, sha256, at, by_whom, state FROM report_version
            ORDER BY plan, period, version
        )sql",
        {},
        version_in
    );
}

} // namespace tiendo::store
