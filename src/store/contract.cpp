#include "store/contract.hpp"

#include "base/digest.hpp"
#include "store/drivers/database.hpp"

#include <cstdlib>

namespace tiendo::store {
namespace {

std::string fresh_schema(const std::string& url)
{
    const auto database = sql::postgres_database(url);
    const auto connection = database->lend(Access::write);
    connection->execute("DROP SCHEMA IF EXISTS contract CASCADE");
    connection->execute("CREATE SCHEMA contract");
    return url + (url.find('?') == std::string::npos ? "?" : "&") +
           "options=-csearch_path%3Dcontract";
}

std::string empty_location(const std::string& database, const TemporaryFolder& folder)
{
    if (database == "SQLite") return "sqlite:" + (folder / "tiendo.db").string();
    return fresh_schema(std::getenv("TIENDO_TEST_POSTGRES"));
}

} // namespace

std::vector<std::string> databases_to_try()
{
    if (std::getenv("TIENDO_TEST_POSTGRES") == nullptr) return {"SQLite"};
    return {"SQLite", "PostgreSQL"};
}

TemporaryFolder::TemporaryFolder()
    : path_(std::filesystem::temp_directory_path() / ("tiendo-test-" + random_token(12)))
{
    std::filesystem::create_directory(path_);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code trouble;
    std::filesystem::remove_all(path_, trouble);
}

Contract::Contract()
    : location_(empty_location(GetParam(), folder_)), store_(taken(open_store(location_)))
{
}

Store Contract::opened_again(Access access) const
{
    return taken(open_store(location_, access));
}

std::int64_t Contract::add_plan()
{
    return store_.write([](Transaction& t) {
        return t.plans().add(
            {.title = "Kế hoạch 109/KH-UBND",
             .state = "review",
             .source =
                 {.name = "ngoc-hoi-2023.txt", .bytes = "ỦY BAN", .sha256 = {}, .lines = "[]"},
             .reading = "{}",
             .created_at = {1'700'000'000},
             .created_by = "lan"}
        );
    });
}

} // namespace tiendo::store
