#include "store/waiting_uploads.hpp"

#include "store/drivers/connection.hpp"

namespace tiendo::store {

void WaitingUploads::add(const WaitingUpload& upload)
{
    connection_.execute(
        R"sql(
            INSERT INTO waiting_upload (id, place, file_name, bytes, by_whom, at)
            VALUES ($1, (SELECT COALESCE(MAX(place), 0) + 1 FROM waiting_upload), $2, $3, $4, $5)
        )sql",
        {upload.id, upload.file_name, sql::Bytes{upload.bytes}, upload.by, upload.at}
    );
}

std::vector<WaitingUpload> WaitingUploads::all()
{
    return connection_.list(
        R"sql(SELECT id, file_name, bytes, by_whom, at FROM waiting_upload ORDER BY place)sql",
        {},
        [](const sql::Row& row) {
            return WaitingUpload{
                .id = row.text(0),
                .file_name = row.text(1),
                .bytes = row.bytes(2),
                .by = row.text(3),
                .at = row.instant(4),
            };
        }
    );
}

void WaitingUploads::remove(const std::string& id)
{
    connection_.execute(R"sql(DELETE FROM waiting_upload WHERE id = $1)sql", {id});
}

} // namespace tiendo::store
