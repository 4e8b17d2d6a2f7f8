#include "store/workbooks.hpp"

#include "store/drivers/connection.hpp"

namespace tiendo::store {
namespace {

WorkbookUpload upload_in(const sql::Row& row)
{
    return {
        .id = row.text(0),
        .report = {.plan = row.integer(1), .period = row.text(2), .unit = row.text(3)},
        .file_name = row.text(4),
        .sha256 = row.text(5),
        .sheets = row.text(6),
        .state = row.text(7),
        .by = row.text(8),
        .at = row.instant(9),
    };
}

} // namespace

void Workbooks::add(const WorkbookUpload& upload)
{
    connection_.execute(
        R"sql(
            DELETE FROM workbook_upload
            WHERE plan = $1 AND period = $2 AND unit = $3 AND state = 'received'
        )sql",
        {upload.report.plan, upload.report.period, upload.report.unit}
    );
    connection_.execute(
        R"sql(
            INSERT INTO workbook_upload
                (id, plan, period, unit, file_name, sha256, sheets, state, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        )sql",
        {upload.id,
         upload.report.plan,
         upload.report.period,
         upload.report.unit,
         upload.file_name,
         upload.sha256,
         upload.sheets,
         upload.state,
         upload.by,
         upload.at}
    );
}

Result<WorkbookUpload> Workbooks::get(const std::string& id)
{
    auto found = connection_.find(
        R"sql(
            SELECT id, plan, period, unit, file_name, sha256, sheets, state, by_whom, at
            FROM workbook_upload WHERE id = $1
        )sql",
        {id},
        upload_in
    );
    if (!found) return refuse(Refusal::not_found, "workbook.unknown");
    return std::move(*found);
}

std::optional<WorkbookUpload> Workbooks::newest(const ReportKey& report, const std::string& state)
{
    return connection_.find(
        R"sql(
            SELECT id, plan, period, unit, file_name, sha256, sheets, state, by_whom, at
            FROM workbook_upload
            WHERE plan = $1 AND period = $2 AND unit = $3 AND state = $4
            ORDER BY at DESC, id DESC LIMIT 1
        )sql",
        {report.plan, report.period, report.unit, state},
        upload_in
    );
}

void Workbooks::set_state(const std::string& id, const std::string& state)
{
    connection_.execute(
        R"sql(UPDATE workbook_upload SET state = $2 WHERE id = $1)sql", {id, state}
    );
}

void Workbooks::add_item(const std::string& upload, const WorkbookItem& item)
{
    connection_.execute(
        R"sql(
            INSERT INTO workbook_item (upload, item, body_before, body_after)
            VALUES ($1, $2, $3, $4)
        )sql",
        {upload, item.item, item.before, item.after}
    );
}

std::vector<WorkbookItem> Workbooks::items(const std::string& upload)
{
    return connection_.list(
        R"sql(
            SELECT item, body_before, body_after FROM workbook_item
            WHERE upload = $1 ORDER BY item
        )sql",
        {upload},
        [](const sql::Row& row) { return WorkbookItem{row.text(0), row.text(1), row.text(2)}; }
    );
}

} // namespace tiendo::store
