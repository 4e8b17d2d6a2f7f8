#include "store/settings.hpp"

#include "store/drivers/connection.hpp"

namespace tiendo::store {

std::optional<std::string> Settings::find(const std::string& key)
{
    return connection_.find(
        R"sql(SELECT value FROM setting WHERE key = $1)sql",
        {key},
        [](const sql::Row& row) { return row.text(0); }
    );
}

std::map<std::string, std::string> Settings::all()
{
    std::map<std::string, std::string> found;
    connection_.each(R"sql(SELECT key, value FROM setting)sql", {}, [&](const sql::Row& row) {
        found.emplace(row.text(0), row.text(1));
    });
    return found;
}

void Settings::put(const std::string& key, const std::string& value)
{
    connection_.execute(
        R"sql(
            INSERT INTO setting (key, value) VALUES ($1, $2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
        )sql",
        {key, value}
    );
}

void Settings::remove(const std::string& key)
{
    connection_.execute(R"sql(DELETE FROM setting WHERE key = $1)sql", {key});
}

} // namespace tiendo::store
