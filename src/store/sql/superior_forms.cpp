#include "store/superior_forms.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

SuperiorForm line_in(const sql::Row& row)
{
    return {
        .plan = row.integer(0),
        .sha256 = row.text(1),
        .name = row.text(2),
        .tables = row.text(3),
        .places = row.text(4),
        .by = row.text(5),
        .at = row.instant(6),
        .revision = row.integer(7),
    };
}

} // namespace

Result<SuperiorForm> SuperiorForms::get(std::int64_t plan, const std::string& sha256)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT plan, sha256, name, tables, places, by_whom, at, revision, bytes
                FROM superior_form WHERE plan = $1 AND sha256 = $2
            )sql",
            {plan, sha256},
            [](const sql::Row& row) {
                auto form = line_in(row);
                form.bytes = row.bytes(8);
                return form;
            }
        ),
        "superior_form.not_found"
    );
}

std::vector<SuperiorForm> SuperiorForms::of(std::int64_t plan)
{
    return connection_.list(
        R"sql(
            SELECT plan, sha256, name, tables, places, by_whom, at, revision FROM superior_form
            WHERE plan = $1 ORDER BY at DESC, sha256
        )sql",
        {plan},
        line_in
    );
}

Result<std::int64_t> SuperiorForms::put(const SuperiorForm& form)
{
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO superior_form
                (plan, sha256, name, bytes, tables, places, by_whom, at, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CAST($9 AS BIGINT) + 1)
            ON CONFLICT (plan, sha256) DO UPDATE SET
                name = excluded.name, places = excluded.places, by_whom = excluded.by_whom,
                at = excluded.at, revision = excluded.revision
            WHERE superior_form.revision = CAST($9 AS BIGINT)
            RETURNING revision
        )sql",
        {form.plan,
         form.sha256,
         form.name,
         sql::Bytes{form.bytes},
         form.tables,
         form.places,
         form.by,
         form.at,
         form.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

} // namespace tiendo::store
