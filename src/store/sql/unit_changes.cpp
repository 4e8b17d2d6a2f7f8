#include "store/unit_changes.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"

namespace tiendo::store {
namespace {

UnitChange change_in(const sql::Row& row)
{
    return {
        .id = row.text(0),
        .kind = row.text(1),
        .title = row.text(2),
        .body = row.text(3),
        .effect = row.text(4),
        .state = row.text(5),
        .by = row.text(6),
        .at = row.instant(7),
    };
}

} // namespace

void UnitChanges::add(const UnitChange& change)
{
    connection_.execute(
        R"sql(
            DELETE FROM unit_change WHERE kind = $1 AND by_whom = $2 AND state = 'received'
        )sql",
        {change.kind, change.by}
    );
    connection_.execute(
        R"sql(
            INSERT INTO unit_change (id, kind, title, body, effect, state, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        {change.id,
         change.kind,
         change.title,
         change.body,
         change.effect,
         change.state,
         change.by,
         change.at}
    );
}

Result<UnitChange> UnitChanges::get(const std::string& id)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT id, kind, title, body, effect, state, by_whom, at FROM unit_change
                WHERE id = $1
            )sql",
            {id},
            change_in
        ),
        "unit_change.unknown"
    );
}

std::vector<UnitChange> UnitChanges::made(const std::string& kind)
{
    return connection_.list(
        R"sql(
            SELECT id, kind, title, body, effect, state, by_whom, at FROM unit_change
            WHERE kind = $1 AND state <> 'received' ORDER BY id DESC
        )sql",
        {kind},
        change_in
    );
}

void UnitChanges::set_state(
    const std::string& id, const std::string& state, const std::string& effect
)
{
    connection_.execute(
        R"sql(UPDATE unit_change SET state = $2, effect = $3 WHERE id = $1)sql", {id, state, effect}
    );
}

} // namespace tiendo::store
