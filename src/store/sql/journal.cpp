#include "store/journal.hpp"

#include "base/digest.hpp"
#include "base/result.hpp"
#include "store/drivers/connection.hpp"
#include "store/sql/canonical.hpp"
#include "store/sql/counter.hpp"

#include <limits>

namespace tiendo::store {
namespace {

JournalRecord record_in(const sql::Row& row)
{
    return {
        .seq = row.integer(0),
        .entry =
            {
                .at = row.instant(1),
                .by = row.text(2),
                .unit = row.text(3),
                .plan = row.integer(4),
                .period = row.text(5),
                .verb = row.text(6),
                .subject = row.text(7),
                .detail = row.text(8),
            },
        .previous = row.text(9),
        .digest = row.text(10),
    };
}

std::string digest_before(sql::Connection& connection, std::int64_t seq)
{
    if (seq == 1) return {};
    const auto digest = connection.find(
        R"sql(SELECT digest FROM journal WHERE seq = $1)sql",
        {seq - 1},
        [](const sql::Row& row) { return row.text(0); }
    );
    ensure(digest.has_value(), "the journal has no gaps");
    return *digest;
}

} // namespace

std::string digest_of(const JournalRecord& record)
{
    const auto& entry = record.entry;
    return sha256_hex(sql::canonical(
        {record.previous,
         std::to_string(record.seq),
         std::to_string(entry.at.seconds),
         entry.by,
         entry.unit,
         std::to_string(entry.plan),
         entry.period,
         entry.verb,
         entry.subject,
         entry.detail}
    ));
}

std::int64_t Journal::append(const JournalEntry& entry)
{
    return append_all({entry});
}

std::int64_t Journal::append_all(const std::vector<JournalEntry>& entries)
{
    if (entries.empty()) return last_seq();
    auto seq = sql::next_numbers(connection_, "journal", static_cast<std::int64_t>(entries.size()));
    const auto last = seq + static_cast<std::int64_t>(entries.size()) - 1;
    auto previous = digest_before(connection_, seq);
    std::vector<sql::Values> rows;
    rows.reserve(entries.size());
    for (const auto& entry : entries) {
        JournalRecord record{.seq = seq, .entry = entry, .previous = previous, .digest = {}};
        record.digest = digest_of(record);
        rows.push_back(
            {seq,
             entry.at,
             entry.by,
             entry.unit,
             entry.plan,
             entry.period,
             entry.verb,
             entry.subject,
             entry.detail,
             record.previous,
             record.digest}
        );
        previous = std::move(record.digest);
        ++seq;
    }
    connection_.execute_all(
        R"sql(
            INSERT INTO journal
                (seq, at, by_whom, unit, plan, period, verb, subject, detail, previous, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        )sql",
        rows
    );
    return last;
}

std::vector<JournalRecord> Journal::list(const JournalQuery& query)
{
    return connection_.list(
        R"sql(
            SELECT seq, at, by_whom, unit, plan, period, verb, subject, detail, previous, digest
            FROM journal
            WHERE seq < $1 AND (plan = $2 OR $2 = 0) AND (period = $3 OR $3 = '')
                AND (unit = $4 OR $4 = '') AND (subject = $5 OR $5 = '')
                AND (verb = $6 OR $6 = '') AND (by_whom = $7 OR $7 = '')
            ORDER BY seq DESC LIMIT $8
        )sql",
        {query.before.value_or(std::numeric_limits<std::int64_t>::max()),
         query.plan,
         query.period,
         query.unit,
         query.subject,
         query.verb,
         query.by,
         query.limit},
        record_in
    );
}

void Journal::each(const std::function<void(const JournalRecord&)>& use)
{
    connection_.each(
        R"sql(
            SELECT seq, at, by_whom, unit, plan, period, verb, subject, detail, previous, digest
            FROM journal ORDER BY seq
        )sql",
        {},
        [&](const sql::Row& row) { use(record_in(row)); }
    );
}

std::int64_t Journal::last_seq()
{
    return sql::last_number(connection_, "journal");
}

} // namespace tiendo::store
