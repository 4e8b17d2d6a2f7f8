#include "base/result.hpp"
#include "store/contract.hpp"

namespace tiendo::store {
namespace {

/// An embedded store with one plan in it, and the connections beneath it.
class Sqlite : public testing::Test {
protected:
    Sqlite()
    {
        taken(open_store("sqlite:" + file_.string())).write([](Transaction& t) {
            return t.plans().add({.title = "Kế hoạch"});
        });
    }

    std::int64_t setting(Access access, sql::Sql statement)
    {
        return database_->lend(access)
            ->find(statement, {}, [](const sql::Row& row) { return row.integer(0); })
            .value();
    }

    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "tiendo.db";
    std::unique_ptr<sql::Database> database_ = sql::sqlite_database(file_);
};

TEST_F(Sqlite, AcknowledgesOnlyWhatIsOnTheDisk)
{
    constexpr int full = 2;
    EXPECT_EQ(setting(Access::write, "PRAGMA synchronous"), full);
}

TEST_F(Sqlite, KeepsALogThatOnlyTheWriterCopiesBack)
{
    const auto connection = database_->lend(Access::write);
    const auto mode = connection->find("PRAGMA journal_mode", {}, [](const sql::Row& row) {
        return row.text(0);
    });

    EXPECT_EQ(mode, "wal");
    EXPECT_EQ(setting(Access::read, "PRAGMA wal_autocheckpoint"), 0);
}

TEST_F(Sqlite, ReadsNoFileThroughMemoryMaps)
{
    EXPECT_EQ(setting(Access::write, "PRAGMA mmap_size"), 0);
    EXPECT_EQ(setting(Access::read, "PRAGMA mmap_size"), 0);
}

TEST_F(Sqlite, GivesReadersNoWayToWrite)
{
    database_->lend(Access::write)->execute("INSERT INTO setting (key, value) VALUES ('a', 'b')");
    const auto reader = database_->lend(Access::read);

    EXPECT_THROW(reader->execute("DELETE FROM setting"), Fault);
    EXPECT_THROW(reader->execute("PRAGMA wal_checkpoint"), Fault);
}

TEST_F(Sqlite, LeavesTheLogAloneWhenAReaderCloses)
{
    database_->lend(Access::write)->execute("INSERT INTO setting (key, value) VALUES ('a', 'b')");
    const auto log = file_.string() + "-wal";
    const auto size = std::filesystem::file_size(log);
    {
        const auto other = sql::sqlite_database(file_);
        other->lend(Access::read)->execute("SELECT COUNT(*) FROM plan");
    }

    EXPECT_GT(size, 0U);
    EXPECT_EQ(std::filesystem::file_size(log), size);
}

TEST_F(Sqlite, CopiesTheLogBackBeforeItGrowsLarge)
{
    auto store = taken(open_store("sqlite:" + file_.string()));
    for (int i = 0; i < 80; ++i) {
        store.write([](Transaction& t) {
            return t.journal().append(
                {.at = {6}, .by = "lan", .verb = "note", .detail = std::string(100'000, 'x')}
            );
        });
    }

    EXPECT_LT(std::filesystem::file_size(file_.string() + "-wal"), 6'000'000U);
}

TEST_F(Sqlite, ShowsTheFileToItsOwnerOnly)
{
    namespace fs = std::filesystem;
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Sqlite, TakesNoOtherTypeThanTheColumns)
{
    const auto writer = database_->lend(Access::write);

    EXPECT_THROW(writer->execute("UPDATE counter SET value = 'many'"), Fault);
}

TEST_F(Sqlite, BindsParametersByTheirNumber)
{
    const auto reader = database_->lend(Access::read);
    const auto text = reader->find("SELECT $2 || $1 || $2", {"a", "b"}, [](const sql::Row& row) {
        return row.text(0);
    });

    EXPECT_EQ(text, "bab");
}

} // namespace
} // namespace tiendo::store
