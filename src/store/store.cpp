#include "store/store.hpp"

#include "store/drivers/database.hpp"
#include "store/drivers/schema.hpp"

#include <filesystem>

namespace tiendo::store {
namespace {

constexpr std::string_view sqlite_prefix = "sqlite:";
constexpr std::string_view in_memory = "sqlite::memory:";

Result<std::unique_ptr<sql::Database>> database_at(const std::string& location, Access access)
{
    if (location == in_memory) return sql::sqlite_database_in_memory();
    if (location.starts_with("postgresql://") || location.starts_with("postgres://")) {
        return sql::postgres_database(location);
    }
    if (!location.starts_with(sqlite_prefix) || location.size() == sqlite_prefix.size()) {
        return refuse(Refusal::invalid, "store.location_unknown", {{"location", location}});
    }
    const std::filesystem::path file = location.substr(sqlite_prefix.size());
    if (access == Access::read && !std::filesystem::exists(file)) {
        return refuse(Refusal::not_found, "store.not_there", {{"location", location}});
    }
    return sql::sqlite_database(file);
}

} // namespace

Store::Store(std::unique_ptr<sql::Database> database, Access access)
    : database_(std::move(database)), access_(access)
{
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::shared_ptr<void> Store::watch(std::function<void()> wake)
{
    return database_->listen(std::move(wake));
}

void Store::run_transaction(Access access, const std::function<bool(Transaction&)>& use)
{
    ensure(access == Access::read || access_ == Access::write, "the store was opened for writing");
    const auto connection = database_->lend(access);
    connection->begin(access);
    try {
        Transaction transaction(*connection);
        if (use(transaction)) {
            transaction.changes().keep_noted();
            connection->commit();
        } else {
            connection->rollback();
        }
    } catch (...) {
        connection->rollback();
        throw;
    }
}

Result<Store> open_store(const std::string& location, Access access)
{
    auto database = TRY(database_at(location, access));
    {
        const auto connection = database->lend(access);
        TRY(sql::bring_up_to_date(*connection, access));
    }
    return Store(std::move(database), access);
}

} // namespace tiendo::store
