#include "store/contract.hpp"

#include "base/digest.hpp"

#include <cstdlib>

namespace tiendo::store {
namespace {

std::string fresh_schema(const std::string& name)
{
    const std::string url = std::getenv("TIENDO_TEST_POSTGRES");
    const auto database = sql::postgres_database(url);
    const auto connection = database->lend(Access::write);
    if (name == "contract") {
        connection->execute("DROP SCHEMA IF EXISTS contract CASCADE");
        connection->execute("CREATE SCHEMA contract");
    } else {
        connection->execute("DROP SCHEMA IF EXISTS another CASCADE");
        connection->execute("CREATE SCHEMA another");
    }
    return url + (url.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" +
           name;
}

std::string empty_location(const TemporaryFolder& folder, const std::string& name)
{
    if (Contract::GetParam() == "SQLite") return "sqlite:" + (folder / name).string();
    return fresh_schema(name);
}

std::filesystem::path folder_for_tests()
{
    const std::filesystem::path in_memory = "/dev/shm";
    return std::filesystem::exists(in_memory) ? in_memory : std::filesystem::temp_directory_path();
}

} // namespace

std::vector<std::string> databases_to_try()
{
    if (std::getenv("TIENDO_TEST_POSTGRES") == nullptr) return {"SQLite"};
    return {"SQLite", "PostgreSQL"};
}

TemporaryFolder::TemporaryFolder() : path_(folder_for_tests() / ("tiendo-test-" + random_token(12)))
{
    std::filesystem::create_directory(path_);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code trouble;
    std::filesystem::remove_all(path_, trouble);
}

Contract::Contract()
    : location_(empty_location(folder_, "contract")), store_(taken(open_store(location_)))
{
}

Store Contract::opened_again(Access access) const
{
    return taken(open_store(location_, access));
}

std::string Contract::another_empty_location() const
{
    return empty_location(folder_, "another");
}

std::unique_ptr<sql::Database> Contract::beneath(const std::string& location)
{
    if (GetParam() == "PostgreSQL") return sql::postgres_database(location);
    return sql::sqlite_database(location.substr(std::string("sqlite:").size()));
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

NewSubmission
submission_of(const ReportKey& report, const std::string& body, const std::string& key)
{
    return {
        .report = report,
        .body = body,
        .author = "y-thuy",
        .at = {1'702'000'000},
        .channel = "web",
        .idempotency_key = key,
    };
}

} // namespace tiendo::store
