#include "store/contract.hpp"

#include <cstdlib>

namespace tiendo::store {
namespace {

TEST(PostgreSQL, IsConnectedToAgainAfterTheLineWasDropped)
{
    const auto* url = std::getenv("TIENDO_TEST_POSTGRES");
    if (url == nullptr) GTEST_SKIP() << "needs tools/with-postgres";
    const auto database = sql::postgres_database(url);
    const auto ask = [&] {
        const auto connection = database->lend(Access::read);
        connection->begin(Access::read);
        auto answer =
            connection->find("SELECT 7", {}, [](const sql::Row& row) { return row.integer(0); });
        connection->commit();
        return answer;
    };

    EXPECT_EQ(ask(), 7);
    sql::postgres_database(url)
        ->lend(Access::read)
        ->execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                  "WHERE application_name = 'tiendo' AND pid <> pg_backend_pid()");
    EXPECT_EQ(ask(), 7);
}

} // namespace
} // namespace tiendo::store
