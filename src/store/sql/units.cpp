#include "store/units.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

UnitRecord unit_in(const sql::Row& row)
{
    return {
        .id = row.text(0),
        .code = row.text(1),
        .parent = row.text(2),
        .body = row.text(3),
        .valid_from = row.day_if_any(4),
        .valid_to = row.day_if_any(5),
        .revision = row.integer(6),
    };
}

} // namespace

Result<UnitRecord> Units::get(const std::string& id)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT id, code, parent, body, valid_from, valid_to, revision FROM unit WHERE id = $1
            )sql",
            {id},
            unit_in
        ),
        "unit.not_found"
    );
}

std::vector<UnitRecord> Units::all()
{
    return connection_.list(
        R"sql(
            SELECT id, code, parent, body, valid_from, valid_to, revision FROM unit ORDER BY id
        )sql",
        {},
        unit_in
    );
}

std::vector<UnitRecord> Units::valid_on(Date day)
{
    return connection_.list(
        R"sql(
            SELECT id, code, parent, body, valid_from, valid_to, revision FROM unit
            WHERE (valid_from IS NULL OR valid_from <= $1) AND (valid_to IS NULL OR valid_to >= $1)
            ORDER BY id
        )sql",
        {day},
        unit_in
    );
}

std::vector<UnitRecord> Units::with_code(const std::string& code)
{
    return connection_.list(
        R"sql(
            SELECT id, code, parent, body, valid_from, valid_to, revision FROM unit
            WHERE code = $1 ORDER BY id
        )sql",
        {code},
        unit_in
    );
}

Result<std::int64_t> Units::put(const UnitRecord& unit)
{
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            INSERT INTO unit (id, code, parent, body, valid_from, valid_to, revision)
            VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS BIGINT) + 1)
            ON CONFLICT (id) DO UPDATE SET
                code = excluded.code, parent = excluded.parent, body = excluded.body,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                revision = excluded.revision
            WHERE unit.revision = CAST($7 AS BIGINT)
            RETURNING revision
        )sql",
        {unit.id, unit.code, unit.parent, unit.body, unit.valid_from, unit.valid_to, unit.revision},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

void Units::add(const Succession& succession)
{
    connection_.execute(
        R"sql(
            INSERT INTO unit_succession (predecessor, successor, on_day) VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
        )sql",
        {succession.predecessor, succession.successor, succession.on_day}
    );
}

std::vector<Succession> Units::successions()
{
    return connection_.list(
        R"sql(
            SELECT predecessor, successor, on_day FROM unit_succession
            ORDER BY on_day, predecessor, successor
        )sql",
        {},
        [](const sql::Row& row) {
            return Succession{
                .predecessor = row.text(0), .successor = row.text(1), .on_day = row.day(2)
            };
        }
    );
}

} // namespace tiendo::store
