#include "store/evidence.hpp"

#include "base/digest.hpp"
#include "store/drivers/connection.hpp"

namespace tiendo::store {
namespace {

EvidenceRecord file_in(const sql::Row& row)
{
    return {
        .id = row.text(0),
        .report = {.plan = row.integer(1), .period = row.text(2), .unit = row.text(3)},
        .item = row.text(4),
        .name = row.text(5),
        .kind = row.text(6),
        .size = row.integer(7),
        .sha256 = row.text(8),
        .by = row.text(9),
        .at = row.instant(10),
        .removed_at = row.instant_if_any(11),
    };
}

} // namespace

void EvidenceFiles::add(const EvidenceRecord& file, const std::string& bytes)
{
    connection_.execute(
        R"sql(
            INSERT INTO evidence
                (id, plan, period, unit, item, name, kind, size, sha256, bytes, by_whom, at,
                 removed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL)
        )sql",
        {file.id,
         file.report.plan,
         file.report.period,
         file.report.unit,
         file.item,
         file.name,
         file.kind,
         static_cast<std::int64_t>(bytes.size()),
         sha256_hex(bytes),
         sql::Bytes{bytes},
         file.by,
         file.at}
    );
}

std::vector<EvidenceRecord> EvidenceFiles::of(const ReportKey& report)
{
    return connection_.list(
        R"sql(
            SELECT id, plan, period, unit, item, name, kind, size, sha256, by_whom, at, removed_at
            FROM evidence
            WHERE plan = $1 AND period = $2 AND unit = $3 AND removed_at IS NULL
            ORDER BY at, id
        )sql",
        {report.plan, report.period, report.unit},
        file_in
    );
}

Result<EvidenceRecord> EvidenceFiles::get(const std::string& id)
{
    auto found = connection_.find(
        R"sql(
            SELECT id, plan, period, unit, item, name, kind, size, sha256, by_whom, at, removed_at
            FROM evidence WHERE id = $1
        )sql",
        {id},
        file_in
    );
    if (!found) return refuse(Refusal::not_found, "evidence.not_found");
    return std::move(*found);
}

Result<std::string> EvidenceFiles::bytes(const std::string& id)
{
    auto found = connection_.find(
        R"sql(SELECT bytes FROM evidence WHERE id = $1)sql",
        {id},
        [](const sql::Row& row) { return row.bytes(0); }
    );
    if (!found) return refuse(Refusal::not_found, "evidence.not_found");
    return std::move(*found);
}

void EvidenceFiles::take_back(const std::string& id, Instant at)
{
    connection_.execute(
        R"sql(UPDATE evidence SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL)sql",
        {id, at}
    );
}

std::vector<EvidenceRecord> EvidenceFiles::all()
{
    return connection_.list(
        R"sql(
            SELECT id, plan, period, unit, item, name, kind, size, sha256, by_whom, at, removed_at
            FROM evidence ORDER BY id
        )sql",
        {},
        file_in
    );
}

} // namespace tiendo::store
