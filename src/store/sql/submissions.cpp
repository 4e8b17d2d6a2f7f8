#include "store/submissions.hpp"

#include "base/digest.hpp"
#include "base/id.hpp"
#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"
#include "store/sql/canonical.hpp"
#include "store/sql/counter.hpp"

namespace tiendo::store {
namespace {

SubmissionRecord submission_in(const sql::Row& row)
{
    return {
        .seq = row.integer(0),
        .id = row.text(1),
        .report = {.plan = row.integer(2), .period = row.text(3), .unit = row.text(4)},
        .version = row.integer(5),
        .body = row.text(6),
        .sha256 = row.text(7),
        .author = row.text(8),
        .at = row.instant(9),
        .channel = row.text(10),
        .idempotency_key = row.text(11),
    };
}

void insert(sql::Connection& connection, const SubmissionRecord& submission)
{
    connection.execute(
        R"sql(
            INSERT INTO submission
                (seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                 idempotency_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        )sql",
        {submission.seq,
         submission.id,
         submission.report.plan,
         submission.report.period,
         submission.report.unit,
         submission.version,
         submission.body,
         submission.sha256,
         submission.author,
         submission.at,
         submission.channel,
         submission.idempotency_key}
    );
}

std::optional<Receipt> receipt_for(
    sql::Connection& connection, const ReportKey& report, const std::string& idempotency_key
)
{
    return connection.find(
        R"sql(
            SELECT id, version, sha256, at FROM submission
            WHERE plan = $1 AND period = $2 AND unit = $3 AND idempotency_key = $4
        )sql",
        {report.plan, report.period, report.unit, idempotency_key},
        [](const sql::Row& row) {
            return Receipt{
                .id = row.text(0),
                .version = row.integer(1),
                .sha256 = row.text(2),
                .at = row.instant(3),
            };
        }
    );
}

std::int64_t next_version(sql::Connection& connection, const ReportKey& report)
{
    return connection
        .find(
            R"sql(
                SELECT COALESCE(MAX(version), 0) + 1 FROM submission
                WHERE plan = $1 AND period = $2 AND unit = $3
            )sql",
            {report.plan, report.period, report.unit},
            [](const sql::Row& row) { return row.integer(0); }
        )
        .value();
}

} // namespace

std::string digest_of(const SubmissionRecord& submission)
{
    return sha256_hex(sql::canonical(
        {std::to_string(submission.report.plan),
         submission.report.period,
         submission.report.unit,
         std::to_string(submission.version),
         submission.author,
         std::to_string(submission.at.seconds),
         submission.channel,
         submission.body}
    ));
}

Receipt Submissions::append(const NewSubmission& submission)
{
    ensure(!submission.idempotency_key.empty(), "a submission has its idempotency key");
    auto earlier = receipt_for(connection_, submission.report, submission.idempotency_key);
    if (earlier) return std::move(*earlier);

    SubmissionRecord record{
        .seq = sql::next_number(connection_, "submission"),
        .id = new_uuid7(submission.at.seconds * 1000),
        .report = submission.report,
        .version = next_version(connection_, submission.report),
        .body = submission.body,
        .sha256 = {},
        .author = submission.author,
        .at = submission.at,
        .channel = submission.channel,
        .idempotency_key = submission.idempotency_key,
    };
    record.sha256 = digest_of(record);
    insert(connection_, record);
    noted_.note({ChangeKind::report, record.report.plan, record.report.period, record.report.unit});
    return {.id = record.id, .version = record.version, .sha256 = record.sha256, .at = record.at};
}

Result<SubmissionRecord> Submissions::get(const std::string& id)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                       idempotency_key
                FROM submission WHERE id = $1
            )sql",
            {id},
            submission_in
        ),
        "submission.not_found"
    );
}

std::optional<SubmissionRecord> Submissions::newest(const ReportKey& report)
{
    return connection_.find(
        R"sql(
            SELECT seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                   idempotency_key
            FROM submission WHERE plan = $1 AND period = $2 AND unit = $3
            ORDER BY version DESC LIMIT 1
        )sql",
        {report.plan, report.period, report.unit},
        submission_in
    );
}

std::vector<SubmissionRecord> Submissions::versions(const ReportKey& report)
{
    return connection_.list(
        R"sql(
            SELECT seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                   idempotency_key
            FROM submission WHERE plan = $1 AND period = $2 AND unit = $3 ORDER BY version
        )sql",
        {report.plan, report.period, report.unit},
        submission_in
    );
}

std::vector<SubmissionRecord>
Submissions::newest_of_period(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                   idempotency_key
            FROM submission s
            WHERE plan = $1 AND period = $2 AND version = (
                SELECT MAX(version) FROM submission t
                WHERE t.plan = s.plan AND t.period = s.period AND t.unit = s.unit)
            ORDER BY unit
        )sql",
        {plan, period},
        submission_in
    );
}

std::vector<SubmissionRecord> Submissions::newest_of_plan(std::int64_t plan)
{
    std::vector<SubmissionRecord> records;
    each_newest_of_plan(plan, [&](const SubmissionRecord& record) { records.push_back(record); });
    return records;
}

void Submissions::each_newest_of_plan(
    std::int64_t plan, const std::function<void(const SubmissionRecord&)>& use
)
{
    connection_.each(
        R"sql(
            SELECT seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                   idempotency_key
            FROM submission s
            WHERE plan = $1 AND version = (
                SELECT MAX(version) FROM submission t
                WHERE t.plan = s.plan AND t.period = s.period AND t.unit = s.unit)
            ORDER BY period, unit
        )sql",
        {plan},
        [&](const sql::Row& row) { use(submission_in(row)); }
    );
}

void Submissions::each_after(
    std::int64_t seq, const std::function<void(const SubmissionRecord&)>& use
)
{
    connection_.each(
        R"sql(
            SELECT seq, id, plan, period, unit, version, body, sha256, author, at, channel,
                   idempotency_key
            FROM submission WHERE seq > $1 ORDER BY seq
        )sql",
        {seq},
        [&](const sql::Row& row) { use(submission_in(row)); }
    );
}

std::int64_t Submissions::last_seq()
{
    return sql::last_number(connection_, "submission");
}

} // namespace tiendo::store
