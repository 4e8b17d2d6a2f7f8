#include "store/sql/counter.hpp"

#include "base/result.hpp"
#include "store/drivers/connection.hpp"

namespace tiendo::store::sql {
namespace {

std::int64_t number_in(const Row& row)
{
    return row.integer(0);
}

std::int64_t known(const std::optional<std::int64_t>& number)
{
    ensure(number.has_value(), "the counter exists");
    return *number;
}

} // namespace

std::int64_t next_number(Connection& connection, const std::string& kind)
{
    return known(connection.find(
        R"sql(UPDATE counter SET value = value + 1 WHERE name = $1 RETURNING value)sql",
        {kind},
        number_in
    ));
}

std::int64_t last_number(Connection& connection, const std::string& kind)
{
    return known(
        connection.find(R"sql(SELECT value FROM counter WHERE name = $1)sql", {kind}, number_in)
    );
}

} // namespace tiendo::store::sql
