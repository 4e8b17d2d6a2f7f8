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
    return next_numbers(connection, kind, 1);
}

std::int64_t next_numbers(Connection& connection, const std::string& kind, std::int64_t count)
{
    const auto last = connection.find(
        R"sql(UPDATE counter SET value = value + $2 WHERE name = $1 RETURNING value)sql",
        {kind, count},
        number_in
    );
    return known(last) - count + 1;
}

std::int64_t last_number(Connection& connection, const std::string& kind)
{
    return known(
        connection.find(R"sql(SELECT value FROM counter WHERE name = $1)sql", {kind}, number_in)
    );
}

} // namespace tiendo::store::sql
