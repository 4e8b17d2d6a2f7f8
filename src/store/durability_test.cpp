#include "store/contract.hpp"
#include "store/verify.hpp"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>

namespace tiendo::store {
namespace {

constexpr int kills = 200;

/// Hands in reports and writes the id of each one to the pipe after it was acknowledged, until the
/// process is killed.
[[noreturn]] void hand_in_until_killed(const std::string& location, int round, int pipe)
{
    auto store = taken(open_store(location));
    for (int i = 0;; ++i) {
        const auto key = std::to_string(round) + "-" + std::to_string(i);
        const auto receipt = store.write([&](Transaction& t) {
            t.journal().append({.at = {6}, .by = "y-thuy", .verb = "submit", .detail = key});
            return t.submissions().append(
                submission_of({1, "2023", "xa-dak-duc"}, std::string(3000, 'x'), key)
            );
        });
        const auto line = receipt.id + "\n";
        if (::write(pipe, line.data(), line.size()) < 0) ::_exit(1);
    }
}

/// Reads acknowledged ids; kills the writer as soon as it has seen so many.
std::set<std::string> acknowledged_before_kill(pid_t writer, int pipe, int wanted)
{
    std::string text;
    char part[4096];
    for (bool is_killed = false;;) {
        const auto size = ::read(pipe, part, sizeof part);
        if (size <= 0) break;
        text.append(part, static_cast<std::size_t>(size));
        if (!is_killed && std::ranges::count(text, '\n') >= wanted) {
            ::kill(writer, SIGKILL);
            is_killed = true;
        }
    }
    std::set<std::string> ids;
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos;
         at = end + 1) {
        ids.insert(text.substr(at, end - at));
    }
    return ids;
}

std::set<std::string> acknowledged_in_round(const std::string& location, int round)
{
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const auto writer = ::fork();
    if (writer == 0) {
        ::close(ends[0]);
        hand_in_until_killed(location, round, ends[1]);
    }
    ::close(ends[1]);
    auto ids = acknowledged_before_kill(writer, ends[0], round % 4 + 1);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(writer, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    return ids;
}

TEST(Durability, KeepsEveryAcknowledgedSubmissionWhenTheServerIsKilled)
{
    const TemporaryFolder folder;
    const auto location = "sqlite:" + (folder / "tiendo.db").string();
    taken(open_store(location)).write([](Transaction& t) {
        return t.plans().add({.title = "Kế hoạch", .state = "open"});
    });

    std::set<std::string> acknowledged;
    for (int round = 0; round < kills; ++round) {
        acknowledged.merge(acknowledged_in_round(location, round));
    }

    auto store = taken(open_store(location));
    const auto verified = taken(verify(store));
    EXPECT_EQ(verified.submissions, verified.journal_entries) << "none is half there";
    std::set<std::string> kept;
    store.read([&](Transaction& t) {
        t.submissions().each_after(0, [&](const auto& one) { kept.insert(one.id); });
        return done;
    });
    EXPECT_GE(acknowledged.size(), 500U);
    EXPECT_TRUE(std::ranges::includes(kept, acknowledged));
}

[[noreturn]] void write_in_turn(const std::string& location)
{
    auto store = taken(open_store(location));
    for (int i = 0; i < 60; ++i) {
        store.write([](Transaction& t) {
            return t.journal().append(
                {.at = {6}, .by = "lan", .verb = "note", .detail = std::string(20'000, 'x')}
            );
        });
    }
    ::_exit(0);
}

TEST(Durability, LetsProcessesWriteInTurn)
{
    const TemporaryFolder folder;
    const auto location = "sqlite:" + (folder / "tiendo.db").string();
    for (int i = 0; i < 3; ++i) {
        if (::fork() == 0) write_in_turn(location);
    }
    for (int i = 0; i < 3; ++i) {
        int status = 0;
        ::wait(&status);
        EXPECT_EQ(status, 0);
    }

    auto store = taken(open_store(location));
    EXPECT_EQ(taken(verify(store)).journal_entries, 180);
}

Result<std::int64_t> write_much(Transaction& t)
{
    return t.journal().append(
        {.at = {6}, .by = "lan", .verb = "note", .detail = std::string(100'000, 'x')}
    );
}

/// Exits with 0 if the store says that it is broken, at once and ever after.
[[noreturn]] void write_where_the_disk_refuses(const std::string& location)
{
    ::signal(SIGXFSZ, SIG_IGN);
    auto store = taken(open_store(location));
    const rlimit smallest{.rlim_cur = 1'000'000, .rlim_max = 1'000'000};
    ::setrlimit(RLIMIT_FSIZE, &smallest);
    try {
        for (int i = 0; i < 20; ++i)
            taken(store.write(write_much));
        ::_exit(1);
    } catch (const BrokenStore&) {
    }
    try {
        taken(store.write([](Transaction& t) { return Result(t.journal().last_seq()); }));
        ::_exit(2);
    } catch (const BrokenStore&) {
        ::_exit(0);
    }
}

TEST(Durability, GoesNoFurtherAfterTheDiskRefusedAWrite)
{
    const TemporaryFolder folder;
    const auto location = "sqlite:" + (folder / "tiendo.db").string();

    EXPECT_EXIT(write_where_the_disk_refuses(location), testing::ExitedWithCode(0), "");
    auto store = taken(open_store(location));
    EXPECT_GE(taken(verify(store)).journal_entries, 1);
}

} // namespace
} // namespace tiendo::store
