#include "store/drafts.hpp"

#include "store/drivers/connection.hpp"

namespace tiendo::store {
namespace {

DraftItem item_in(const sql::Row& row)
{
    return {
        .report = {.plan = row.integer(0), .period = row.text(1), .unit = row.text(2)},
        .item = row.text(3),
        .body = row.text(4),
        .revision = row.integer(5),
        .by = row.text(6),
        .at = row.instant(7),
    };
}

} // namespace

std::optional<DraftItem> Drafts::find(const ReportKey& report, const std::string& item)
{
    return connection_.find(
        R"sql(
            SELECT plan, period, unit, item, body, revision, by_whom, at FROM draft_item
            WHERE plan = $1 AND period = $2 AND unit = $3 AND item = $4
        )sql",
        {report.plan, report.period, report.unit, item},
        item_in
    );
}

std::vector<DraftItem> Drafts::items(const ReportKey& report)
{
    return connection_.list(
        R"sql(
            SELECT plan, period, unit, item, body, revision, by_whom, at FROM draft_item
            WHERE plan = $1 AND period = $2 AND unit = $3 ORDER BY item
        )sql",
        {report.plan, report.period, report.unit},
        item_in
    );
}

std::vector<DraftProgress> Drafts::progress(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT unit, COUNT(*), MAX(at) FROM draft_item
            WHERE plan = $1 AND period = $2 GROUP BY unit ORDER BY unit
        )sql",
        {plan, period},
        [](const sql::Row& row) {
            return DraftProgress{
                .unit = row.text(0), .items = row.integer(1), .last_at = row.instant(2)
            };
        }
    );
}

SavedItem Drafts::put(const DraftItem& item)
{
    auto saved = connection_.find(
        R"sql(
            INSERT INTO draft_item (plan, period, unit, item, body, revision, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, CAST($6 AS BIGINT) + 1, $7, $8)
            ON CONFLICT (plan, period, unit, item) DO UPDATE SET
                body = excluded.body, revision = excluded.revision, by_whom = excluded.by_whom,
                at = excluded.at
            WHERE draft_item.revision = CAST($6 AS BIGINT)
            RETURNING plan, period, unit, item, body, revision, by_whom, at
        )sql",
        {item.report.plan,
         item.report.period,
         item.report.unit,
         item.item,
         item.body,
         item.revision,
         item.by,
         item.at},
        item_in
    );
    if (saved) return {.saved = true, .current = std::move(*saved)};
    return {.saved = false, .current = find(item.report, item.item).value()};
}

void Drafts::remove(const ReportKey& report, const std::string& item)
{
    connection_.execute(
        R"sql(
            DELETE FROM draft_item WHERE plan = $1 AND period = $2 AND unit = $3 AND item = $4
        )sql",
        {report.plan, report.period, report.unit, item}
    );
}

void Drafts::clear(const ReportKey& report)
{
    connection_.execute(
        R"sql(DELETE FROM draft_item WHERE plan = $1 AND period = $2 AND unit = $3)sql",
        {report.plan, report.period, report.unit}
    );
}

} // namespace tiendo::store
