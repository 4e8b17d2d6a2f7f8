#include "store/contract.hpp"
#include "store/verify.hpp"

#include <fstream>
#include <sstream>

namespace tiendo::store {
namespace {

class VerifyContract : public Contract {
protected:
    VerifyContract()
    {
        store_.write([&](Transaction& t) {
            for (const auto* key : {"key-1", "key-2", "key-3"}) {
                t.submissions().append(submission_of({plan_, "2023", "xa-dak-duc"}, key, key));
                t.journal().append({.at = {6}, .by = "y-thuy", .verb = "submit", .detail = "{}"});
            }
            t.consolidated_reports().freeze(
                {.plan = plan_,
                 .period = "2023",
                 .version = 0,
                 .body = "{}",
                 .sha256 = {},
                 .at = {8},
                 .by = "lan",
                 .state = "issued"}
            );
            return done;
        });
    }

    void tamper(sql::Sql statement) { beneath()->lend(Access::write)->execute(statement); }

    std::int64_t plan_ = add_plan();
};
TRY_ON_ALL_DATABASES(VerifyContract);

TEST_P(VerifyContract, FindsAllAsItWasWritten)
{
    const auto found = taken(verify(store_));

    EXPECT_EQ(found.submissions, 3);
    EXPECT_EQ(found.journal_entries, 3);
    EXPECT_EQ(found.plan_sources, 1);
    EXPECT_EQ(found.report_versions, 1);
}

TEST_P(VerifyContract, NamesASubmissionThatWasChanged)
{
    tamper("UPDATE submission SET body = 'KEY-2' WHERE seq = 2");

    const auto found = verify(store_);
    ASSERT_EQ(refusal(found), "verify.submission_changed");
    EXPECT_EQ(found.error().problems.at(0).args.at("unit"), "xa-dak-duc");
    EXPECT_EQ(found.error().problems.at(0).args.at("version"), "2");
}

TEST_P(VerifyContract, NoticesThatAnAuthorWasChanged)
{
    tamper("UPDATE submission SET author = 'a-thang' WHERE seq = 1");

    EXPECT_EQ(refusal(verify(store_)), "verify.submission_changed");
}

TEST_P(VerifyContract, NoticesThatASubmissionIsGone)
{
    tamper("DELETE FROM submission WHERE seq = 2");

    EXPECT_EQ(refusal(verify(store_)), "verify.submission_missing");
}

TEST_P(VerifyContract, NoticesThatTheLastSubmissionIsGone)
{
    tamper("DELETE FROM submission WHERE seq = 3");

    EXPECT_EQ(refusal(verify(store_)), "verify.submission_missing");
}

TEST_P(VerifyContract, NamesAnEntryOfTheJournalThatWasChanged)
{
    tamper("UPDATE journal SET by_whom = 'lan' WHERE seq = 2");

    const auto found = verify(store_);
    ASSERT_EQ(refusal(found), "verify.journal_changed");
    EXPECT_EQ(found.error().problems.at(0).args.at("seq"), "2");
}

TEST_P(VerifyContract, NoticesThatAnEntryOfTheJournalIsGone)
{
    tamper("DELETE FROM journal WHERE seq = 1");

    EXPECT_EQ(refusal(verify(store_)), "verify.journal_missing");
}

TEST_P(VerifyContract, NoticesThatAPlansDocumentWasChanged)
{
    tamper("UPDATE plan SET source_sha256 = '00'");

    EXPECT_EQ(refusal(verify(store_)), "verify.plan_source_changed");
}

TEST_P(VerifyContract, NoticesThatAnIssuedReportWasChanged)
{
    tamper("UPDATE report_version SET body = '[]'");

    EXPECT_EQ(refusal(verify(store_)), "verify.report_version_changed");
}

std::string content_of(const std::filesystem::path& file)
{
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str();
}

// SQLite keeps no check sums of its pages, and its own check takes such a file for sound.
TEST(Verify, NoticesOneBitThatFlippedInTheFile)
{
    const TemporaryFolder folder;
    const auto file = folder / "tiendo.db";
    {
        auto store = taken(open_store("sqlite:" + file.string()));
        store.write([](Transaction& t) {
            const auto plan = t.plans().add({.title = "Kế hoạch", .state = "open"});
            return t.submissions().append(
                submission_of({plan, "2023", "xa-dak-duc"}, "{\"6.1\":5}", "key-1")
            );
        });
    }
    auto content = content_of(file);
    const auto place = content.find("{\"6.1\":5}");
    ASSERT_NE(place, std::string::npos);
    content[place + 7] ^= 1;
    std::ofstream(file, std::ios::binary) << content;

    auto store = taken(open_store("sqlite:" + file.string()));
    EXPECT_EQ(store.read([](Transaction& t) { return t.tables().damage(); }), "");
    EXPECT_EQ(refusal(verify(store)), "verify.submission_changed");
}

} // namespace
} // namespace tiendo::store
