#include "store/contract.hpp"

#include <thread>

namespace tiendo::store {
namespace {

using StoreContract = Contract;
TRY_ON_ALL_DATABASES(StoreContract);

Done put_clock(Transaction& t)
{
    t.settings().put("clock", "2023-12-08T16:00");
    return done;
}

std::optional<std::string> clock(Transaction& t)
{
    return t.settings().find("clock");
}

TEST_P(StoreContract, KeepsWhatAUseCaseDidWhenItAnsweredAValue)
{
    const auto answer = store_.write([](Transaction& t) -> Result<int> {
        put_clock(t);
        return 7;
    });

    EXPECT_EQ(taken(answer), 7);
    EXPECT_EQ(store_.read(clock), "2023-12-08T16:00");
}

TEST_P(StoreContract, KeepsNothingWhenAUseCaseRefused)
{
    const auto answer = store_.write([](Transaction& t) -> Result<int> {
        put_clock(t);
        return refuse(Refusal::invalid, "report.reason_missing");
    });

    EXPECT_EQ(refusal(answer), "report.reason_missing");
    EXPECT_EQ(store_.read(clock), std::nullopt);
}

TEST_P(StoreContract, KeepsNothingWhenAUseCaseThrew)
{
    const auto write_and_throw = [](Transaction& t) -> Result<int> {
        put_clock(t);
        throw Bug("a state that cannot be");
    };

    EXPECT_THROW(static_cast<void>(store_.write(write_and_throw)), Bug);
    EXPECT_EQ(store_.read(clock), std::nullopt);
    store_.write(put_clock);
    EXPECT_EQ(store_.read(clock), "2023-12-08T16:00") << "the next one works";
}

TEST_P(StoreContract, LetsReadersSeeTheStateBeforeWhileSomebodyWrites)
{
    std::optional<std::string> seen = "nothing yet";
    store_.write([&](Transaction& t) {
        put_clock(t);
        std::thread([&] { seen = store_.read(clock); }).join();
        return done;
    });

    EXPECT_EQ(seen, std::nullopt);
}

TEST_P(StoreContract, ShowsAReaderOneMomentThroughout)
{
    const auto [before, after] = store_.read([&](Transaction& t) {
        auto first = clock(t);
        std::thread([&] { store_.write(put_clock); }).join();
        return std::pair(first, clock(t));
    });

    EXPECT_EQ(before, std::nullopt);
    EXPECT_EQ(after, std::nullopt);
    EXPECT_EQ(store_.read(clock), "2023-12-08T16:00");
}

TEST_P(StoreContract, LosesNothingWhenManyWriteOverTheirOwnConnections)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] {
            auto mine = opened_again();
            for (int k = 0; k < 10; ++k) {
                mine.write([](Transaction& t) {
                    const auto count = std::stoi(t.settings().find("count").value_or("0"));
                    t.settings().put("count", std::to_string(count + 1));
                    return done;
                });
            }
        });
    }
    for (auto& thread : threads)
        thread.join();

    EXPECT_EQ(store_.read([](Transaction& t) { return t.settings().find("count"); }), "30");
}

TEST_P(StoreContract, TakesNothingFromWhoOnlyReads)
{
    EXPECT_THROW(store_.read(put_clock), Fault);
    auto in_memory = taken(open_store("sqlite::memory:"));
    EXPECT_THROW(in_memory.read(put_clock), Fault);
}

TEST_P(StoreContract, AnswersOneQuestionAtATime)
{
    store_.write([](Transaction& t) { return t.journal().append({.by = "lan", .verb = "note"}); });

    const auto ask_within = [](Transaction& t) {
        t.journal().each([&](const JournalRecord&) { t.settings().all(); });
        return done;
    };
    EXPECT_THROW(store_.read(ask_within), Bug);
    EXPECT_EQ(store_.read(clock), std::nullopt) << "the next one works";
}

TEST_P(StoreContract, IsFoundAgainWhenItIsOpenedAgain)
{
    store_.write(put_clock);

    auto again = opened_again();
    EXPECT_EQ(again.read(clock), "2023-12-08T16:00");
    auto for_reading = opened_again(Access::read);
    EXPECT_EQ(for_reading.read(clock), "2023-12-08T16:00");
}

TEST_P(StoreContract, IsNotOpenedByAProgramOlderThanIt)
{
    beneath()
        ->lend(Access::write)
        ->execute("INSERT INTO schema_version (version, name) VALUES (9999, '9999_of_tomorrow.sql')"
        );

    EXPECT_EQ(refusal(open_store(location_)), "store.newer_version");
    EXPECT_EQ(refusal(open_store(location_, Access::read)), "store.newer_version");
}

TEST_P(StoreContract, IsNotBroughtUpToDateByWhoOnlyReads)
{
    beneath()->lend(Access::write)->execute("DELETE FROM schema_version WHERE version > 1");

    EXPECT_EQ(refusal(open_store(location_, Access::read)), "store.older_version");
}

TEST_P(StoreContract, IsBroughtUpToDateWithWhatItHolds)
{
    store_.write(put_clock);
    {
        const auto database = beneath();
        const auto connection = database->lend(Access::write);
        connection->execute("DROP TABLE draft_bulk");
        connection->execute("DELETE FROM schema_version WHERE version > 25");
    }

    auto again = opened_again();
    again.read([](Transaction& t) {
        EXPECT_EQ(clock(t), "2023-12-08T16:00");
        return done;
    });
    EXPECT_NO_THROW(beneath()->lend(Access::read)->execute("SELECT cells FROM draft_bulk"));
}

TEST_P(StoreContract, IsLeftAsItWasWhenItsSchemaCannotBeMade)
{
    const auto location = another_empty_location();
    beneath(location)->lend(Access::write)->execute("CREATE TABLE journal (note TEXT)");

    EXPECT_THROW(static_cast<void>(open_store(location)), Fault);
    EXPECT_THROW(
        beneath(location)->lend(Access::write)->execute("SELECT name FROM schema_version"), Fault
    ) << "not even the first step is there";
}

TEST_P(StoreContract, ExecutesAStatementForManyRowsOrSaysWhichOneItCouldNot)
{
    const auto database = beneath();
    const auto connection = database->lend(Access::write);
    const auto insert = [&](std::int64_t from, std::int64_t to) {
        std::vector<sql::Values> rows;
        for (auto n = from; n < to; ++n)
            rows.push_back({n, "bước"});
        connection->execute_all("INSERT INTO schema_version (version, name) VALUES ($1, $2)", rows);
    };
    const auto count = [&] {
        return connection->find(
            "SELECT COUNT(*) FROM schema_version WHERE version >= 1000",
            {},
            [](const sql::Row& row) { return row.integer(0); }
        );
    };
    connection->begin(Access::write);
    insert(1000, 1200);
    insert(0, 0);
    EXPECT_EQ(count(), 200);
    EXPECT_THROW(insert(1199, 1300), Fault) << "one of them is there";
    connection->rollback();
    connection->begin(Access::write);
    EXPECT_EQ(count(), 0) << "and the connection is as good as before";
    connection->rollback();
}

TEST_P(StoreContract, KeepsTextAsItWasGiven)
{
    const std::string text = "Xã Đắk Dục: \"100%\" – 'không phát sinh'; $1 \\ \n 𠀀";
    store_.write([&](Transaction& t) {
        t.settings().put("text", text);
        t.settings().put("empty", "");
        return done;
    });

    EXPECT_EQ(store_.read([](Transaction& t) { return t.settings().find("text"); }), text);
    EXPECT_EQ(store_.read([](Transaction& t) { return t.settings().find("empty"); }), "");
}

TEST_P(StoreContract, TakesNoTextThatOneOfTheDatabasesCouldNotKeep)
{
    const auto put = [&](const std::string& text) {
        return store_.write([&](Transaction& t) {
            t.settings().put("text", text);
            return done;
        });
    };

    EXPECT_THROW(put(std::string("a\0b", 3)), Bug);
    EXPECT_THROW(put("\xff\xfe"), Bug);
}

TEST(Store, RefusesALocationThatItDoesNotKnow)
{
    EXPECT_EQ(refusal(open_store("mysql://localhost/tiendo")), "store.location_unknown");
    EXPECT_EQ(refusal(open_store("sqlite:")), "store.location_unknown");
}

TEST(Store, IsNotMadeByWhoOnlyReads)
{
    const TemporaryFolder folder;
    const auto file = folder / "tiendo.db";

    EXPECT_EQ(refusal(open_store("sqlite:" + file.string(), Access::read)), "store.not_there");
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Store, LivesInMemoryForTests)
{
    auto store = taken(open_store("sqlite::memory:"));
    store.write(put_clock);

    EXPECT_EQ(store.read(clock), "2023-12-08T16:00");
}

} // namespace
} // namespace tiendo::store
