#include "store/units.hpp"

#include "base/digest.hpp"
#include "store/drivers/connection.hpp"
#include "store/settings.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

constexpr const char* version_setting = "units_version";

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
    change_version();
    return put_one(unit);
}

Result<Done> Units::put(const std::vector<UnitRecord>& units)
{
    change_version();
    for (const auto& unit : units)
        (void)TRY(put_one(unit));
    return done;
}

void Units::remove(const std::string& id)
{
    change_version();
    connection_.execute(R"sql(DELETE FROM unit WHERE id = $1)sql", {id});
}

Result<std::int64_t> Units::put_one(const UnitRecord& unit)
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
    change_version();
    add_one(succession);
}

void Units::add(const std::vector<Succession>& successions)
{
    change_version();
    for (const auto& succession : successions)
        add_one(succession);
}

void Units::remove(const Succession& succession)
{
    change_version();
    connection_.execute(
        R"sql(
            DELETE FROM unit_succession
            WHERE predecessor = $1 AND successor = $2 AND on_day = $3
        )sql",
        {succession.predecessor, succession.successor, succession.on_day}
    );
}

std::string Units::version()
{
    return Settings(connection_).find(version_setting).value_or("");
}

void Units::change_version()
{
    noted_.note({ChangeKind::units, 0, {}, {}});
    Settings(connection_).put(version_setting, random_token());
}

void Units::add_one(const Succession& succession)
{
    connection_.execute(
        R"sql(
            INSERT INTO unit_succession (predecessor, successor, on_day, kind, share)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (predecessor, successor, on_day) DO UPDATE SET
                kind = excluded.kind, share = excluded.share
        )sql",
        {succession.predecessor,
         succession.successor,
         succession.on_day,
         succession.kind,
         succession.share}
    );
}

std::vector<Succession> Units::successions()
{
    return connection_.list(
        R"sql(
            SELECT predecessor, successor, on_day, kind, share FROM unit_succession
            ORDER BY on_day, predecessor, successor
        )sql",
        {},
        [](const sql::Row& row) {
            return Succession{row.text(0), row.text(1), row.day(2), row.text(3), row.text(4)};
        }
    );
}

} // namespace tiendo::store
