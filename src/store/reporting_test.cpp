#include "store/bulk_cells.hpp"
#include "store/contract.hpp"

#include <array>

namespace tiendo::store {
namespace {

class ReportingContract : public Contract {
protected:
    Receipt hand_in(const ReportKey& report, const std::string& body, const std::string& key)
    {
        return store_.write([&](Transaction& t) {
            return t.submissions().append(submission_of(report, body, key));
        });
    }

    std::int64_t plan_ = add_plan();
    ReportKey dak_duc_{plan_, "2023", "xa-dak-duc"};
    ReportKey dak_nong_{plan_, "2023", "xa-dak-nong"};
};
TRY_ON_ALL_DATABASES(ReportingContract);

std::vector<std::string> bodies(const std::vector<SubmissionRecord>& submissions)
{
    std::vector<std::string> found;
    for (const auto& submission : submissions)
        found.push_back(submission.body);
    return found;
}

TEST_P(ReportingContract, ShowsTheCellThatSomebodyElseSavedFirst)
{
    DraftItem cell{
        .report = dak_duc_, .item = "6.1", .body = "5", .revision = 0, .by = "y-thuy", .at = {10}
    };
    const auto put = [&] {
        return store_.write([&](Transaction& t) { return t.drafts().put(cell); });
    };

    EXPECT_TRUE(put().saved);
    cell.body = "6";
    cell.by = "a-thang";
    const auto second = put();

    EXPECT_FALSE(second.saved);
    EXPECT_EQ(second.current.body, "5");
    EXPECT_EQ(second.current.by, "y-thuy");
    EXPECT_EQ(second.current.revision, 1);
    cell.revision = 1;
    EXPECT_EQ(put().current.revision, 2);
}

TEST_P(ReportingContract, KnowsHowFarADraftHasCome)
{
    const auto save = [&](const ReportKey& report, const std::string& item, std::int64_t at) {
        store_.write([&](Transaction& t) {
            return t.drafts().put(
                {.report = report,
                 .item = item,
                 .body = "1",
                 .revision = 0,
                 .by = "y-thuy",
                 .at = {at}}
            );
        });
    };
    save(dak_nong_, "6.1", 10);
    save(dak_duc_, "6.2", 20);
    save(dak_duc_, "6.1", 30);

    store_.write([&](Transaction& t) {
        EXPECT_EQ(
            t.drafts().progress(plan_, "2023"),
            (std::vector<DraftProgress>{{"xa-dak-duc", {30}}, {"xa-dak-nong", {10}}})
        );
        EXPECT_EQ(t.drafts().items(dak_duc_).at(0).item, "6.1");
        t.drafts().clear(dak_duc_);
        EXPECT_TRUE(t.drafts().items(dak_duc_).empty());
        EXPECT_EQ(t.drafts().items(dak_nong_).size(), 1U);
        return done;
    });
}

/// Of a file, with one number: {"n":"…"}.
BulkCells
bulk(const ReportKey& report, const std::string& item, std::int64_t n, std::int64_t revision)
{
    BulkCells cells(report, "chuyenvien", {40});
    cells.add(item, std::string("{\"n\":\"") + BulkCells::hole + "\"}", std::array{n}, revision);
    return cells;
}

TEST_P(ReportingContract, LaysTypedCellsAndThoseOfFilesOverOneAnotherByTheirRevision)
{
    const DraftItem typed{
        .report = dak_duc_, .item = "6.1", .body = "5", .revision = 0, .by = "y-thuy", .at = {10}
    };
    const auto now = [&](Transaction& t) { return t.drafts().find(dak_duc_, "6.1").value(); };
    store_.write([&](Transaction& t) {
        EXPECT_TRUE(t.drafts().put(typed).saved);
        auto two = bulk(dak_duc_, "6.1", 7, 2);
        two.add("6.2", "whole", {}, 1);
        t.drafts().put_all({two, bulk(dak_nong_, "6.1", 8, 1)});
        EXPECT_EQ(now(t).body, R"({"n":"7"})");
        EXPECT_EQ(now(t).by, "chuyenvien");
        EXPECT_EQ(now(t).revision, 2);

        auto late = typed;
        late.revision = 1;
        const auto refused = t.drafts().put(late);
        EXPECT_FALSE(refused.saved) << "the file was faster";
        EXPECT_EQ(refused.current, now(t));
        late.revision = 2;
        EXPECT_TRUE(t.drafts().put(late).saved);
        EXPECT_EQ(now(t).body, "5");
        EXPECT_EQ(now(t).revision, 3);
        EXPECT_FALSE(t.drafts().put(late).saved);
        return done;
    });
    store_.write([&](Transaction& t) {
        t.drafts().put_all({
            bulk(dak_duc_, "6.3", 9, 1),
        });
        std::vector<std::string> all;
        for (const auto& item : t.drafts().items(dak_duc_))
            all.push_back(item.item + " " + item.body);
        EXPECT_EQ(all, (std::vector<std::string>{"6.1 5", "6.2 whole", R"(6.3 {"n":"9"})"}));
        return done;
    });
}

TEST_P(ReportingContract, TakesCellsOfFilesOutLikeTypedOnes)
{
    store_.write([&](Transaction& t) {
        auto two = bulk(dak_duc_, "6.1", 7, 1);
        two.add("6.2", "whole", {}, 1);
        t.drafts().put_all({two, bulk(dak_nong_, "6.1", 8, 1)});
        t.drafts().remove(dak_duc_, "6.1");
        EXPECT_EQ(t.drafts().items(dak_duc_).size(), 1U);
        EXPECT_FALSE(t.drafts().find(dak_duc_, "6.1"));
        t.drafts().remove(dak_duc_, "6.2");
        EXPECT_EQ(
            t.drafts().progress(plan_, "2023"), (std::vector<DraftProgress>{{"xa-dak-nong", {40}}})
        );
        t.drafts().clear(dak_nong_);
        EXPECT_TRUE(t.drafts().progress(plan_, "2023").empty());
        return done;
    });
}

TEST_P(ReportingContract, AnswersTheSameReceiptWhenAReportIsSentTwice)
{
    const auto first = hand_in(dak_duc_, "{\"6.1\":5}", "key-1");
    const auto again = hand_in(dak_duc_, "{\"6.1\":5}", "key-1");
    const auto other_unit = hand_in(dak_nong_, "{\"6.1\":5}", "key-1");

    EXPECT_EQ(again, first);
    EXPECT_EQ(first.version, 1);
    EXPECT_NE(other_unit.id, first.id);
    EXPECT_EQ(store_.read([](Transaction& t) { return t.submissions().last_seq(); }), 2);
}

TEST_P(ReportingContract, KeepsEveryVersionOfAReport)
{
    hand_in(dak_duc_, "first", "key-1");
    const auto receipt = hand_in(dak_duc_, "corrected", "key-2");
    hand_in(dak_nong_, "only", "key-1");

    store_.read([&](Transaction& t) {
        auto submissions = t.submissions();
        EXPECT_EQ(
            bodies(submissions.versions(dak_duc_)), (std::vector<std::string>{"first", "corrected"})
        );
        EXPECT_EQ(submissions.newest(dak_duc_)->version, 2);
        EXPECT_EQ(
            bodies(submissions.newest_of_period(plan_, "2023")),
            (std::vector<std::string>{"corrected", "only"})
        );
        const auto kept = taken(submissions.get(receipt.id));
        EXPECT_EQ(kept.body, "corrected");
        EXPECT_EQ(kept.sha256, digest_of(kept));
        EXPECT_EQ(kept.sha256, receipt.sha256);
        return done;
    });
}

TEST_P(ReportingContract, KnowsAPlansHistoryOverItsPeriods)
{
    hand_in({plan_, "2022", "xa-dak-duc"}, "last year", "key-1");
    hand_in(dak_duc_, "this year", "key-1");
    hand_in({add_plan(), "2023", "xa-dak-duc"}, "another plan", "key-1");

    const auto history =
        store_.read([&](Transaction& t) { return t.submissions().newest_of_plan(plan_); });
    EXPECT_EQ(bodies(history), (std::vector<std::string>{"last year", "this year"}));
}

TEST_P(ReportingContract, HandsOnWhatCameAfter)
{
    hand_in(dak_duc_, "first", "key-1");
    hand_in(dak_duc_, "second", "key-2");
    hand_in(dak_duc_, "third", "key-3");

    std::vector<SubmissionRecord> after;
    store_.read([&](Transaction& t) {
        t.submissions().each_after(1, [&](const SubmissionRecord& s) { after.push_back(s); });
        return done;
    });
    EXPECT_EQ(bodies(after), (std::vector<std::string>{"second", "third"}));
    EXPECT_EQ(after.at(1).seq, 3);
}

TEST_P(ReportingContract, LeavesNoGapWhereAUseCaseRefused)
{
    const auto refused = store_.write([&](Transaction& t) -> Result<Done> {
        t.submissions().append(submission_of(dak_duc_, "taken back", "key-1"));
        t.journal().append({.at = {1}, .by = "y-thuy", .verb = "submit"});
        return refuse(Refusal::conflict, "report.locked");
    });

    EXPECT_EQ(refusal(refused), "report.locked");
    hand_in(dak_duc_, "first", "key-2");
    EXPECT_EQ(
        store_.read([&](Transaction& t) { return t.submissions().newest(dak_duc_)->seq; }), 1
    );
    EXPECT_EQ(store_.read([](Transaction& t) { return t.journal().last_seq(); }), 0);
}

TEST_P(ReportingContract, LetsOneOfTwoOfficersMoveAReport)
{
    ReportRecord report{
        .report = dak_duc_,
        .state = "submitted",
        .version = 1,
        .body = "{}",
        .revision = 0,
        .updated_at = {10}
    };
    const auto put = [&] {
        return store_.write([&](Transaction& t) { return t.reports().put(report); });
    };

    EXPECT_EQ(taken(put()), 1);
    report.revision = 1;
    report.state = "accepted";
    EXPECT_EQ(taken(put()), 2);
    report.state = "returned";
    EXPECT_EQ(refusal(put()), "store.changed_meanwhile");
    store_.read([&](Transaction& t) {
        EXPECT_EQ(t.reports().find(dak_duc_)->state, "accepted");
        EXPECT_EQ(t.reports().find(dak_nong_), std::nullopt);
        EXPECT_EQ(t.reports().of_period(plan_, "2023").size(), 1U);
        EXPECT_EQ(t.reports().of_unit("xa-dak-duc").size(), 1U);
        return done;
    });
}

TEST_P(ReportingContract, FindsEntriesOfTheJournalPageByPage)
{
    store_.write([&](Transaction& t) {
        for (int i = 1; i <= 5; ++i) {
            t.journal().append(
                {.at = {i},
                 .by = "y-thuy",
                 .unit = "xa-dak-duc",
                 .plan = plan_,
                 .period = "2023",
                 .verb = "submit",
                 .subject = "report",
                 .detail = "{}"}
            );
        }
        t.journal().append({.at = {6}, .by = "lan", .verb = "sign-in"});
        return done;
    });
    const auto list = [&](const JournalQuery& query) {
        std::vector<std::int64_t> found;
        store_.read([&](Transaction& t) {
            for (const auto& record : t.journal().list(query))
                found.push_back(record.seq);
            return done;
        });
        return found;
    };

    using Seqs = std::vector<std::int64_t>;
    EXPECT_EQ(list({}), (Seqs{6, 5, 4, 3, 2, 1}));
    EXPECT_EQ(list({.plan = plan_, .limit = 2}), (Seqs{5, 4}));
    EXPECT_EQ(list({.unit = "xa-dak-duc", .before = 4, .limit = 2}), (Seqs{3, 2}));
    EXPECT_EQ(list({.period = "2022"}), (Seqs{}));
    EXPECT_EQ(list({.subject = "report", .verb = "submit", .by = "y-thuy", .limit = 1}), (Seqs{5}));
    EXPECT_EQ(list({.by = "lan"}), (Seqs{6}));
}

} // namespace
} // namespace tiendo::store
