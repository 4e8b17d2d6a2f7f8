#include "store/drivers/schema.hpp"

#include "embedded/schema.hpp"
#include "store/drivers/connection.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::store::sql {
namespace {

std::int64_t kept_version(Connection& connection)
{
    return connection
        .find(
            "SELECT COALESCE(MAX(version), 0) FROM schema_version",
            {},
            [](const Row& row) { return row.integer(0); }
        )
        .value_or(0);
}

Error refuse_version(const char* key, std::int64_t found, std::int64_t known)
{
    return refuse(
        Refusal::conflict, key, {{"found", std::to_string(found)}, {"known", std::to_string(known)}}
    );
}

Result<Done> apply_missing_steps(Connection& connection)
{
    connection.execute("CREATE TABLE IF NOT EXISTS schema_version "
                       "(version BIGINT PRIMARY KEY, name TEXT NOT NULL)");
    const auto steps = SchemaStep::all();
    const auto found = kept_version(connection);
    if (found > steps.back().version()) {
        return refuse_version("store.newer_version", found, steps.back().version());
    }
    for (const auto& step : steps) {
        if (step.version() <= found) continue;
        connection.apply(step);
        connection.execute(
            "INSERT INTO schema_version (version, name) VALUES ($1, $2)",
            {step.version(), step.name()}
        );
    }
    return done;
}

Result<Done> check_version(Connection& connection)
{
    const auto known = SchemaStep::all().back().version();
    const auto found = kept_version(connection);
    if (found > known) return refuse_version("store.newer_version", found, known);
    if (found < known) return refuse_version("store.older_version", found, known);
    return done;
}

} // namespace

std::vector<SchemaStep> SchemaStep::all()
{
    std::vector<SchemaStep> steps;
    for (const auto path : embedded::schema_paths()) {
        SchemaStep step;
        const auto number = path.substr(0, path.find('_'));
        const auto parsed =
            std::from_chars(number.data(), number.data() + number.size(), step.version_);
        ensure(parsed.ec == std::errc{}, "a schema step begins with its number");
        step.name_ = path;
        step.text_ = embedded::schema(path);
        steps.push_back(step);
    }
    std::ranges::sort(steps, {}, &SchemaStep::version);
    return steps;
}

Result<Done> bring_up_to_date(Connection& connection, Access access)
{
    connection.begin(access);
    try {
        auto answer =
            access == Access::write ? apply_missing_steps(connection) : check_version(connection);
        if (answer) {
            connection.commit();
        } else {
            connection.rollback();
        }
        return answer;
    } catch (...) {
        connection.rollback();
        throw;
    }
}

} // namespace tiendo::store::sql
