#include "store/plans.hpp"

#include "base/digest.hpp"
#include "store/drivers/connection.hpp"
#include "store/sql/answers.hpp"
#include "store/sql/counter.hpp"

namespace tiendo::store {
namespace {

PlanRecord plan_in(const sql::Row& row)
{
    return {
        .id = row.integer(0),
        .title = row.text(1),
        .state = row.text(2),
        .source = {.name = row.text(3), .bytes = {}, .sha256 = row.text(4), .lines = row.text(5)},
        .reading = row.text(6),
        .created_at = row.instant(7),
        .created_by = row.text(8),
        .revision = row.integer(9),
    };
}

} // namespace

std::int64_t Plans::add(const PlanRecord& plan)
{
    const auto id = sql::next_number(connection_, "plan");
    noted_.note({ChangeKind::plan, id, {}, {}});
    connection_.execute(
        R"sql(
            INSERT INTO plan
                (id, title, state, source_name, source_bytes, source_sha256, source_lines, reading,
                 created_at, created_by, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
        )sql",
        {id,
         plan.title,
         plan.state,
         plan.source.name,
         sql::Bytes{plan.source.bytes},
         sha256_hex(plan.source.bytes),
         plan.source.lines,
         plan.reading,
         plan.created_at,
         plan.created_by}
    );
    return id;
}

Result<PlanRecord> Plans::get(std::int64_t id)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(
                SELECT id, title, state, source_name, source_sha256, source_lines, reading,
                       created_at, created_by, revision
                FROM plan WHERE id = $1
            )sql",
            {id},
            plan_in
        ),
        "plan.not_found"
    );
}

std::vector<PlanRecord> Plans::all()
{
    return connection_.list(
        R"sql(
            SELECT id, title, state, source_name, source_sha256, source_lines, reading,
                   created_at, created_by, revision
            FROM plan ORDER BY id DESC
        )sql",
        {},
        plan_in
    );
}

Result<std::string> Plans::source_bytes(std::int64_t id)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(SELECT source_bytes FROM plan WHERE id = $1)sql",
            {id},
            [](const sql::Row& row) { return row.bytes(0); }
        ),
        "plan.not_found"
    );
}

Result<std::int64_t> Plans::put(const PlanRecord& plan)
{
    noted_.note({ChangeKind::plan, plan.id, {}, {}});
    return sql::revision_or_conflict(connection_.find(
        R"sql(
            UPDATE plan SET title = $3, state = $4, reading = $5, revision = revision + 1
            WHERE id = $1 AND revision = $2
            RETURNING revision
        )sql",
        {plan.id, plan.revision, plan.title, plan.state, plan.reading},
        [](const sql::Row& row) { return row.integer(0); }
    ));
}

void Plans::add_page(std::int64_t plan, const PlanPage& page)
{
    connection_.execute(
        R"sql(
            INSERT INTO plan_page (plan, page, width, height, picture) VALUES ($1, $2, $3, $4, $5)
        )sql",
        {plan, page.number, page.width, page.height, sql::Bytes{page.picture}}
    );
}

std::vector<PlanPage> Plans::pages(std::int64_t plan)
{
    return connection_.list(
        R"sql(SELECT page, width, height FROM plan_page WHERE plan = $1 ORDER BY page)sql",
        {plan},
        [](const sql::Row& row) {
            return PlanPage{
                .number = static_cast<int>(row.integer(0)),
                .width = static_cast<int>(row.integer(1)),
                .height = static_cast<int>(row.integer(2)),
            };
        }
    );
}

Result<std::string> Plans::page_picture(std::int64_t plan, int page)
{
    return sql::found_or_refused(
        connection_.find(
            R"sql(SELECT picture FROM plan_page WHERE plan = $1 AND page = $2)sql",
            {plan, page},
            [](const sql::Row& row) { return row.bytes(0); }
        ),
        "plan.no_page"
    );
}

std::int64_t Plans::append(const PlanChange& change)
{
    noted_.note({ChangeKind::plan, change.plan, {}, {}});
    const auto number = connection_.find(
        R"sql(
            INSERT INTO plan_change (plan, number, path, value, reason, by_whom, at, finding)
            SELECT CAST($1 AS BIGINT), COALESCE(MAX(number), 0) + 1, CAST($2 AS TEXT),
                   CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT),
                   CAST($7 AS TEXT)
            FROM plan_change WHERE plan = CAST($1 AS BIGINT)
            RETURNING number
        )sql",
        {change.plan, change.path, change.value, change.reason, change.by, change.at, change.finding
        },
        [](const sql::Row& row) { return row.integer(0); }
    );
    ensure(number.has_value(), "a change gets a number");
    return *number;
}

std::vector<PlanChange> Plans::changes(std::int64_t plan)
{
    return connection_.list(
        R"sql(
            SELECT plan, number, path, value, reason, by_whom, at, finding FROM plan_change
            WHERE plan = $1 ORDER BY number
        )sql",
        {plan},
        [](const sql::Row& row) {
            return PlanChange{
                .plan = row.integer(0),
                .number = row.integer(1),
                .path = row.text(2),
                .value = row.text(3),
                .reason = row.text(4),
                .by = row.text(5),
                .at = row.instant(6),
                .finding = row.text(7),
            };
        }
    );
}

} // namespace tiendo::store
