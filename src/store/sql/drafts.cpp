#include "store/drafts.hpp"

#include "store/bulk_cells.hpp"
#include "store/drivers/connection.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

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

/// A row of draft_bulk.
struct BulkRow {
    std::string origins{};
    std::string cells{};
};

std::optional<BulkRow> bulk_row(sql::Connection& connection, const ReportKey& report)
{
    return connection.find(
        R"sql(
            SELECT origins, cells FROM draft_bulk WHERE plan = $1 AND period = $2 AND unit = $3
        )sql",
        {report.plan, report.period, report.unit},
        [](const sql::Row& row) { return BulkRow{row.text(0), row.text(1)}; }
    );
}

/// The units that have one.
std::set<std::string>
units_with_bulk(sql::Connection& connection, std::int64_t plan, const std::string& period)
{
    std::set<std::string> units;
    connection.each(
        R"sql(SELECT unit FROM draft_bulk WHERE plan = $1 AND period = $2)sql",
        {plan, period},
        [&](const sql::Row& row) { units.insert(row.text(0)); }
    );
    return units;
}

constexpr sql::Sql put_bulk = R"sql(
    INSERT INTO draft_bulk (plan, period, unit, origins, cells, at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (plan, period, unit) DO UPDATE SET
        origins = excluded.origins, cells = excluded.cells, at = excluded.at
)sql";

sql::Values values_of(const BulkCells& bulk)
{
    const auto& report = bulk.report();
    return {report.plan, report.period, report.unit, bulk.origins(), bulk.cells(), bulk.at()};
}

bool is_older(const DraftItem& a, const DraftItem& b)
{
    return a.revision < b.revision;
}

} // namespace

std::vector<DraftItem> Drafts::bulk_items(const ReportKey& report)
{
    std::vector<DraftItem> items;
    if (const auto row = bulk_row(connection_, report))
        BulkCells::read(report, row->origins, row->cells, [&](DraftItem item) {
            items.push_back(std::move(item));
        });
    return items;
}

std::optional<DraftItem> Drafts::bulk_item(const ReportKey& report, const std::string& item)
{
    auto items = bulk_items(report);
    const auto found = std::ranges::find(items, item, &DraftItem::item);
    if (found == items.end()) return std::nullopt;
    return std::move(*found);
}

std::optional<DraftItem> Drafts::find(const ReportKey& report, const std::string& item)
{
    auto typed = connection_.find(
        R"sql(
            SELECT plan, period, unit, item, body, revision, by_whom, at FROM draft_item
            WHERE plan = $1 AND period = $2 AND unit = $3 AND item = $4
        )sql",
        {report.plan, report.period, report.unit, item},
        item_in
    );
    auto bulk = bulk_item(report, item);
    if (!typed || (bulk && is_older(*typed, *bulk))) return bulk;
    return typed;
}

std::vector<DraftItem> Drafts::items(const ReportKey& report)
{
    auto items = connection_.list(
        R"sql(
            SELECT plan, period, unit, item, body, revision, by_whom, at FROM draft_item
            WHERE plan = $1 AND period = $2 AND unit = $3 ORDER BY item
        )sql",
        {report.plan, report.period, report.unit},
        item_in
    );
    auto bulk = bulk_items(report);
    if (bulk.empty()) return items;
    std::ranges::move(bulk, std::back_inserter(items));
    std::ranges::sort(items, [](const DraftItem& a, const DraftItem& b) {
        return a.item != b.item ? a.item < b.item : is_older(b, a);
    });
    const auto outdated = std::ranges::unique(items, {}, &DraftItem::item);
    items.erase(outdated.begin(), outdated.end());
    return items;
}

std::vector<DraftProgress> Drafts::progress(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT unit, MAX(at) FROM (
                SELECT unit, at FROM draft_item WHERE plan = $1 AND period = $2
                UNION ALL SELECT unit, at FROM draft_bulk WHERE plan = $1 AND period = $2
            ) AS item GROUP BY unit ORDER BY unit
        )sql",
        {plan, period},
        [](const sql::Row& row) {
            return DraftProgress{.unit = row.text(0), .last_at = row.instant(1)};
        }
    );
}

SavedItem Drafts::put(const DraftItem& item)
{
    // A cell out of a file that is as old as what was read may lie over a typed one that is older.
    const auto bulk = bulk_item(item.report, item.item);
    const auto beneath = bulk ? bulk->revision : 0;
    if (beneath > item.revision)
        return {.saved = false, .current = find(item.report, item.item).value()};
    auto saved = connection_.find(
        R"sql(
            INSERT INTO draft_item (plan, period, unit, item, body, revision, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, CAST($6 AS BIGINT) + 1, $7, $8)
            ON CONFLICT (plan, period, unit, item) DO UPDATE SET
                body = excluded.body, revision = excluded.revision, by_whom = excluded.by_whom,
                at = excluded.at
            WHERE draft_item.revision = CAST($6 AS BIGINT)
                OR draft_item.revision < CAST($9 AS BIGINT)
            RETURNING plan, period, unit, item, body, revision, by_whom, at
        )sql",
        {item.report.plan,
         item.report.period,
         item.report.unit,
         item.item,
         item.body,
         item.revision,
         item.by,
         item.at,
         beneath == item.revision ? beneath : 0},
        item_in
    );
    if (saved) return {.saved = true, .current = std::move(*saved)};
    return {.saved = false, .current = find(item.report, item.item).value()};
}

void Drafts::put_all(const std::vector<BulkCells>& reports)
{
    std::map<std::pair<std::int64_t, std::string>, std::set<std::string>> known;
    std::vector<sql::Values> rows;
    rows.reserve(reports.size());
    for (const auto& bulk : reports) {
        const auto& report = bulk.report();
        auto [place, is_new] = known.try_emplace({report.plan, report.period});
        auto& units = place->second;
        if (is_new) units = units_with_bulk(connection_, report.plan, report.period);
        if (!units.contains(report.unit)) {
            rows.push_back(values_of(bulk));
            continue;
        }
        auto merged = bulk;
        const auto kept = bulk_row(connection_, report).value();
        merged.add_kept(kept.origins, kept.cells);
        rows.push_back(values_of(merged));
    }
    connection_.execute_all(put_bulk, rows);
}

void Drafts::remove(const ReportKey& report, const std::string& item)
{
    connection_.execute(
        R"sql(
            DELETE FROM draft_item WHERE plan = $1 AND period = $2 AND unit = $3 AND item = $4
        )sql",
        {report.plan, report.period, report.unit, item}
    );
    const auto bulk = bulk_item(report, item);
    if (!bulk) return;
    const auto kept = bulk_row(connection_, report).value();
    BulkCells rest(report, bulk->by, bulk->at);
    rest.add_kept(kept.origins, kept.cells, item);
    if (!rest.empty()) return connection_.execute_all(put_bulk, {values_of(rest)});
    connection_.execute(
        R"sql(DELETE FROM draft_bulk WHERE plan = $1 AND period = $2 AND unit = $3)sql",
        {report.plan, report.period, report.unit}
    );
}

void Drafts::clear(const ReportKey& report)
{
    connection_.execute(
        R"sql(DELETE FROM draft_item WHERE plan = $1 AND period = $2 AND unit = $3)sql",
        {report.plan, report.period, report.unit}
    );
    connection_.execute(
        R"sql(DELETE FROM draft_bulk WHERE plan = $1 AND period = $2 AND unit = $3)sql",
        {report.plan, report.period, report.unit}
    );
}

} // namespace tiendo::store
