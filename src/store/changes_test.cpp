#include "store/contract.hpp"

#include <condition_variable>
#include <cstdlib>
#include <mutex>

namespace tiendo::store {
namespace {

class ChangesContract : public Contract {
protected:
    std::int64_t last_seq(Store& store)
    {
        return store.read([](Transaction& t) { return t.changes().last_seq(); });
    }
    std::optional<std::vector<Change>> since(Store& store, std::int64_t seq)
    {
        return store.read([&](Transaction& t) { return t.changes().since(seq); });
    }
    std::vector<ChangedThing> things_since(Store& store, std::int64_t seq)
    {
        std::vector<ChangedThing> things;
        const auto changes = since(store, seq);
        EXPECT_TRUE(changes.has_value());
        for (const auto& change : changes.value_or(std::vector<Change>{}))
            things.push_back(change.thing);
        return things;
    }
    void hand_in(Store& store, const std::string& unit, const std::string& key)
    {
        store.write([&](Transaction& t) {
            return t.submissions().append(submission_of({1, "2023", unit}, "{}", key));
        });
    }
};

TEST_P(ChangesContract, AreNumberedWithTheTransactionThatMakesThem)
{
    EXPECT_EQ(last_seq(store_), 0);
    const auto plan = add_plan();
    const auto before = last_seq(store_);
    hand_in(store_, "sa-loong", "k1");
    EXPECT_EQ(
        things_since(store_, before),
        (std::vector<ChangedThing>{{ChangeKind::report, plan, "2023", "sa-loong"}})
    );
    EXPECT_EQ(last_seq(store_), before + 1);
    EXPECT_EQ(since(store_, last_seq(store_)), std::vector<Change>{});
}

TEST_P(ChangesContract, AreToldOnceForEachThingOfATransaction)
{
    const auto plan = add_plan();
    const auto before = last_seq(store_);
    const auto put = store_.write([&](Transaction& t) -> Result<Done> {
        t.submissions().append(submission_of({plan, "2023", "sa-loong"}, "{}", "k1"));
        TRY(t.reports().put(
            {.report = {plan, "2023", "sa-loong"}, .state = "submitted", .version = 1, .body = "{}"}
        ));
        TRY(t.periods().put({.plan = plan, .id = "2023", .body = "{}", .state = "open"}));
        t.plans().append({.plan = plan, .path = "document/title", .value = "x"});
        return done;
    });
    ASSERT_TRUE(put.has_value());
    EXPECT_EQ(
        things_since(store_, before),
        (std::vector<ChangedThing>{
            {ChangeKind::report, plan, "2023", "sa-loong"},
            {ChangeKind::period, plan, "2023", ""},
            {ChangeKind::plan, plan, "", ""}
        })
    );
}

TEST_P(ChangesContract, OfARefusedTransactionNeverWere)
{
    const auto plan = add_plan();
    const auto before = last_seq(store_);
    const auto refused = store_.write([&](Transaction& t) -> Result<Done> {
        t.submissions().append(submission_of({plan, "2023", "sa-loong"}, "{}", "k1"));
        EXPECT_TRUE(t.changes().has_own());
        return refuse(Refusal::conflict, "submission.not_found");
    });
    EXPECT_FALSE(refused.has_value());
    EXPECT_EQ(last_seq(store_), before);
}

TEST_P(ChangesContract, AreSeenThroughAnyOtherConnectionOnceTheyAreKept)
{
    add_plan();
    auto other = opened_again();
    const auto before = last_seq(other);
    hand_in(store_, "sa-loong", "k1");
    EXPECT_EQ(things_since(other, before).size(), 1U);
}

TEST_P(ChangesContract, AreForgottenInTheirOrderAndThatIsTold)
{
    const auto plan = add_plan();
    const auto before = last_seq(store_);
    store_.write([&](Transaction& t) {
        for (std::int64_t i = 0; i <= Changes::kept_max; ++i) {
            const auto put = t.periods().put(
                {.plan = plan, .id = std::to_string(i), .body = "{}", .state = "open"}
            );
            EXPECT_TRUE(put.has_value());
        }
        return true;
    });
    EXPECT_EQ(last_seq(store_), before + Changes::kept_max + 1);
    EXPECT_EQ(since(store_, before), std::nullopt);
    EXPECT_EQ(since(store_, before + 1)->size(), static_cast<std::size_t>(Changes::kept_max));
    EXPECT_EQ(since(store_, last_seq(store_) + 1), std::nullopt);
}

TEST_P(ChangesContract, GoOnWhereAllThatIsKeptIsReplaced)
{
    add_plan();
    const auto before = last_seq(store_);
    store_.write([](Transaction& t) {
        t.tables().clear();
        return true;
    });
    EXPECT_EQ(
        things_since(store_, before),
        (std::vector<ChangedThing>{{ChangeKind::everything, 0, "", ""}})
    );
}

TRY_ON_ALL_DATABASES(ChangesContract);

/// Counts how often it was woken.
class Woken {
public:
    void wake()
    {
        const std::lock_guard lock(mutex_);
        ++times_;
        changed_.notify_all();
    }
    /// Whether `holds` came true after being woken, asked again each time.
    bool until(const std::function<bool()>& holds)
    {
        std::unique_lock lock(mutex_);
        for (int seen = -1;; seen = times_) {
            if (!changed_.wait_for(lock, std::chrono::seconds(20), [&] { return times_ != seen; }))
                return false;
            lock.unlock();
            if (holds()) return true;
            lock.lock();
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int times_ = 0;
};

/// The same contract's fixture: only PostgreSQL tells other processes.
class WatchContract : public ChangesContract {
protected:
    void SetUp() override
    {
        if (GetParam() != "PostgreSQL") GTEST_SKIP() << "the embedded database wakes nobody";
        add_plan();
    }
};

TEST_P(WatchContract, WakesWhoHoldsFiguresInAnotherProcess)
{
    auto other = opened_again();
    Woken woken;
    const auto watch = other.watch([&] { woken.wake(); });
    const auto before = last_seq(other);
    ASSERT_TRUE(woken.until([] { return true; })) << "it is woken once when it begins to listen";
    hand_in(store_, "sa-loong", "k1");
    EXPECT_TRUE(woken.until([&] { return last_seq(other) == before + 1; }));
}

TEST_P(WatchContract, MissesNothingWhileItsConnectionIsLost)
{
    auto other = opened_again();
    Woken woken;
    const auto watch = other.watch([&] { woken.wake(); });
    ASSERT_TRUE(woken.until([] { return true; }));
    const auto before = last_seq(other);
    beneath()
        ->lend(Access::read)
        ->execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                  "WHERE query = 'LISTEN tiendo_change' AND pid <> pg_backend_pid()");
    hand_in(store_, "sa-loong", "k1");
    EXPECT_TRUE(woken.until([&] { return last_seq(other) == before + 1; }));
}

TRY_ON_ALL_DATABASES(WatchContract);

} // namespace
} // namespace tiendo::store
