#include "store/bulk_cells.hpp"
#include "store/contract.hpp"
#include "store/copy.hpp"
#include "store/verify.hpp"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>
#include <tuple>

namespace tiendo::store {
namespace {

/// All that a store answers.
auto everything(Store& store)
{
    return store.read([](Transaction& t) {
        std::vector<SubmissionRecord> submissions;
        t.submissions().each_after(0, [&](const auto& one) { submissions.push_back(one); });
        std::vector<JournalRecord> journal;
        t.journal().each([&](const auto& one) { journal.push_back(one); });
        const ReportKey report{1, "2023", "xa-dak-duc"};
        return std::tuple(
            std::tuple(
                submissions, journal, t.settings().all(), t.units().all(), t.units().successions()
            ),
            std::tuple(
                t.accounts().all(),
                t.accounts().positions(),
                t.access_tokens().of("y-thuy"),
                t.sessions().find("t1"),
                t.sessions().attempts("10.0.0.7")
            ),
            std::tuple(
                t.plans().all(),
                taken(t.plans().source_bytes(1)),
                t.plans().changes(1),
                taken(t.plans().page_picture(1, 2))
            ),
            std::tuple(t.library().indicators(), t.library().holidays(), t.periods().all()),
            t.unit_changes().made("list"),
            std::tuple(t.drafts().items(report), t.reports().of_period(1, "2023")),
            std::tuple(
                t.consolidated_reports().texts(1, "2023"),
                t.consolidated_reports().choices(1, "2023"),
                t.consolidated_reports().all_versions()
            ),
            std::tuple(
                t.notices().of_period(1, "2023"),
                t.ladders().all(),
                t.report_links().of_period(1, "2023")
            )
        );
    });
}

void add_people(Transaction& t)
{
    taken(t.units().put(
        {.id = "xa-dak-duc",
         .code = "23392",
         .parent = "",
         .body = "{}",
         .valid_from = {},
         .valid_to = date(2025, 6, 30),
         .revision = 0}
    ));
    t.units().add({"xa-dak-duc", "xa-duc-nong", date(2025, 7, 1), "divided", "37.5"});
    t.unit_changes().add({"1", "list", "don-vi.csv", "{}", "{}", "taken", "y-thuy", {0}});
    taken(t.accounts().put(
        {.login = "y-thuy",
         .name = "Y Thủy",
         .unit = "xa-dak-duc",
         .roles = "entry",
         .password_hash = "h",
         .disabled = false,
         .must_change = false,
         .created = {1},
         .revision = 0}
    ));
    t.accounts().add({.code_hash = "c1", .login = "y-thuy", .expires = {100}});
    t.sessions().open(
        {.token_hash = "t1",
         .login = "y-thuy",
         .created = {1},
         .last_seen = {2},
         .csrf_secret = "s",
         .unit = "mat-tran"}
    );
    t.accounts().put(PositionRecord{"y-thuy", "mat-tran", "entry,unit_leader"});
    t.access_tokens().add(
        {.token_hash = "a1",
         .login = "y-thuy",
         .unit = "mat-tran",
         .name = "Phần mềm một cửa",
         .scope = "read",
         .created = {1},
         .expires = {9},
         .last_used = Instant{4}}
    );
    t.sessions().count_failure("10.0.0.7", {3});
}

void add_reports(Transaction& t, std::int64_t plan)
{
    const ReportKey report{plan, "2023", "xa-dak-duc"};
    t.plans().add_page(plan, {2, 595, 842, std::string("\xff\xd8\0", 3)});
    t.plans().append(
        {.plan = plan,
         .number = 0,
         .path = "/title",
         .value = "\"x\"",
         .reason = "r",
         .by = "lan",
         .at = {4}}
    );
    taken(t.periods().put({.plan = plan, .id = "2023", .body = "{}", .state = "open", .revision = 0}
    ));
    t.drafts().put(
        {.report = report, .item = "6.1", .body = "5", .revision = 0, .by = "y-thuy", .at = {5}}
    );
    BulkCells bulk(report, "y-thuy", {5});
    bulk.add("6.2", "7", {}, 1);
    t.drafts().put_all({bulk});
    t.submissions().append(submission_of(report, "{\"6.1\":5}", "key-1"));
    taken(t.reports().put(
        {.report = report,
         .state = "submitted",
         .version = 1,
         .body = "{}",
         .revision = 0,
         .updated_at = {6}}
    ));
    t.journal().append(
        {.at = {6},
         .by = "y-thuy",
         .unit = "xa-dak-duc",
         .plan = plan,
         .period = "2023",
         .verb = "submit"}
    );
    t.notices().add(
        {.id = "n1",
         .plan = plan,
         .period = "2023",
         .unit = "xa-dak-duc",
         .rung = "overdue+1",
         .day = date(2023, 12, 11),
         .at = {6},
         .by = "lan",
         .read_at = Instant{7},
         .mail_state = "none"}
    );
    taken(t.ladders().put({plan, "{}", 0}));
    t.report_links().add(
        {.token_hash = "l1",
         .plan = plan,
         .period = "2023",
         .unit = "xa-dak-duc",
         .at = {6},
         .by = "lan",
         .expires = {9}}
    );
    taken(t.consolidated_reports().put(OfficeText{
        .plan = plan,
        .period = "2023",
        .key = "I",
        .text = "a",
        .computed_text = "b",
        .reason = "c",
        .by = "lan",
        .at = {7},
        .revision = 0
    }));
    taken(t.consolidated_reports().put_choices(GatheredPart{
        .plan = plan,
        .period = "2023",
        .part = "causes",
        .choices = "{}",
        .by = "lan",
        .at = {7},
        .revision = 0
    }));
    t.consolidated_reports().freeze(
        {.plan = plan,
         .period = "2023",
         .version = 0,
         .body = "{}",
         .sha256 = {},
         .at = {8},
         .by = "lan",
         .state = "issued"}
    );
}

class CopyContract : public Contract {
protected:
    void fill()
    {
        const auto plan = add_plan();
        store_.write([&](Transaction& t) {
            t.settings().put("clock", "2023-12-08T16:00");
            add_people(t);
            taken(t.library().put(IndicatorRecord{.id = "i", .body = "{}", .revision = 0}));
            t.library().put(Holiday{date(2023, 9, 1), "Quốc khánh"});
            add_reports(t, plan);
            return done;
        });
    }

    std::filesystem::path copy_ = folder_ / "copy.tiendo";
};
TRY_ON_ALL_DATABASES(CopyContract);

TEST_P(CopyContract, AnswersLikeTheOriginalWhenItIsRestored)
{
    fill();
    taken(back_up(store_, copy_));

    auto same_kind = taken(open_store(another_empty_location()));
    taken(restore(same_kind, copy_));
    EXPECT_EQ(everything(same_kind), everything(store_));

    auto embedded = taken(open_store("sqlite::memory:"));
    taken(restore(embedded, copy_));
    EXPECT_EQ(everything(embedded), everything(store_));
}

TEST_P(CopyContract, LeavesSecretsAtHome)
{
    fill();
    const std::string secret = "mật khẩu của máy chủ thư";
    store_.write([&](Transaction& t) {
        t.settings().put("secret.mail_password", secret);
        return done;
    });
    taken(back_up(store_, copy_));

    std::ifstream file(copy_, std::ios::binary);
    const std::string bytes(
        (std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()
    );
    EXPECT_NE(bytes.find("2023-12-08T16:00"), std::string::npos);
    EXPECT_EQ(bytes.find(secret), std::string::npos);
    auto restored = taken(open_store(another_empty_location()));
    taken(restore(restored, copy_));
    restored.read([](Transaction& t) {
        EXPECT_EQ(t.settings().find("secret.mail_password"), std::nullopt);
        EXPECT_EQ(t.settings().find("clock"), "2023-12-08T16:00");
        return done;
    });
}

TEST_P(CopyContract, GoesOnCountingWhereTheOriginalWas)
{
    fill();
    taken(back_up(store_, copy_));
    auto restored = taken(open_store(another_empty_location()));
    taken(restore(restored, copy_));

    restored.write([](Transaction& t) {
        const auto next =
            t.submissions().append(submission_of({1, "2023", "xa-dak-duc"}, "{}", "key-2"));
        EXPECT_EQ(next.version, 2);
        EXPECT_EQ(t.journal().append({.at = {9}, .by = "lan", .verb = "restore"}), 2);
        return done;
    });
    EXPECT_EQ(taken(verify(restored)).submissions, 2);
}

TEST_P(CopyContract, HoldsOneMomentOfAStoreThatIsBeingWrittenTo)
{
    const auto plan = add_plan();
    std::atomic<bool> is_over = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        while (!is_over) {
            store_.write([&](Transaction& t) {
                t.submissions().append(
                    submission_of({plan, "2023", "xa-dak-duc"}, "{}", std::to_string(written))
                );
                t.journal().append({.at = {6}, .by = "y-thuy", .verb = "submit"});
                return done;
            });
            ++written;
        }
    });
    while (written < 3)
        std::this_thread::yield();
    taken(back_up(store_, copy_));
    is_over = true;
    writer.join();

    auto copy = taken(open_store("sqlite:" + copy_.string(), Access::read));
    const auto found = taken(verify(copy));
    EXPECT_GE(found.submissions, 3);
    EXPECT_EQ(found.submissions, found.journal_entries);
}

TEST_P(CopyContract, IsNotWrittenOverAFile)
{
    std::ofstream(copy_) << "an older copy";

    EXPECT_EQ(refusal(back_up(store_, copy_)), "backup.file_exists");
}

TEST_P(CopyContract, IsRestoredIntoAnEmptyStoreOnly)
{
    fill();
    taken(back_up(store_, copy_));

    EXPECT_EQ(refusal(restore(store_, copy_)), "restore.store_not_empty");
}

TEST_P(CopyContract, IsNotJustAnyFile)
{
    std::ofstream(copy_) << "Kế hoạch 109/KH-UBND";

    EXPECT_EQ(refusal(restore(store_, copy_)), "restore.not_a_copy");
    EXPECT_EQ(refusal(restore(store_, folder_ / "nothing")), "restore.not_a_copy");
}

TEST(Copy, HoldsEveryTable)
{
    const TemporaryFolder folder;
    const auto file = folder / "tiendo.db";
    taken(open_store("sqlite:" + file.string()));

    auto found = sql::sqlite_database(file)
                     ->lend(Access::read)
                     ->list(
                         "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN "
                         "('schema_version', 'change') ORDER BY name",
                         {},
                         [](const sql::Row& row) { return row.text(0); }
                     );
    auto copied = Tables::names();
    std::ranges::sort(copied);
    EXPECT_EQ(copied, found);
}

TEST(Copy, IsOneFileThatOnlyItsOwnerReads)
{
    const TemporaryFolder folder;
    auto store = taken(open_store("sqlite::memory:"));
    taken(back_up(store, folder / "copies/copy.tiendo"));

    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder / "copies")) {
        files.push_back(entry.path().filename());
        EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }
    EXPECT_EQ(files, std::vector<std::string>{"copy.tiendo"});
}

} // namespace
} // namespace tiendo::store
