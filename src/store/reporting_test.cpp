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

TEST_P(ReportingContract, KeepsThePlansDocumentByteForByte)
{
    const std::string bytes("PK\x03\x04\0\xff\n", 7);
    const auto id = store_.write([&](Transaction& t) {
        return t.plans().add(
            {.title = "Kế hoạch",
             .state = "review",
             .source = {.name = "a.docx", .bytes = bytes, .sha256 = {}, .lines = "[]"},
             .reading = "{}",
             .created_at = {5},
             .created_by = "lan"}
        );
    });

    EXPECT_EQ(id, 2);
    store_.read([&](Transaction& t) {
        EXPECT_EQ(taken(t.plans().source_bytes(id)), bytes);
        EXPECT_EQ(
            taken(t.plans().get(id)).source.sha256,
            "81b3cdafce91cf3d2ccbf643646b76d8ffce16f458a23a3eab0e25529c5cdbe8"
        );
        EXPECT_EQ(t.plans().all().size(), 2U);
        return done;
    });
}

TEST_P(ReportingContract, KeepsThePicturesOfAPlansPages)
{
    const PlanPage first{1, 595, 842, std::string("\xff\xd8\0\n", 4)};
    const PlanPage third{3, 842, 595, "\xff\xd8"};
    store_.write([&](Transaction& t) {
        t.plans().add_page(plan_, third);
        t.plans().add_page(plan_, first);
        return done;
    });

    store_.read([&](Transaction& t) {
        const auto pages = t.plans().pages(plan_);
        EXPECT_EQ(pages, (std::vector<PlanPage>{{1, 595, 842, {}}, {3, 842, 595, {}}}));
        EXPECT_EQ(taken(t.plans().page_picture(plan_, 1)), first.picture);
        EXPECT_EQ(refusal(t.plans().page_picture(plan_, 2)), "plan.no_page");
        return done;
    });
}

TEST_P(ReportingContract, NumbersWhatWasDecidedOverAPlansReading)
{
    const PlanChange change{
        .plan = plan_,
        .number = 0,
        .path = "/targets/4/value",
        .value = "\"85\"",
        .reason = "Đã đối chiếu bản giấy",
        .by = "lan",
        .at = {7},
        .finding = "F3",
    };
    store_.write([&](Transaction& t) {
        EXPECT_EQ(t.plans().append(change), 1);
        EXPECT_EQ(t.plans().append(change), 2);
        return done;
    });

    const auto kept = store_.read([&](Transaction& t) { return t.plans().changes(plan_); });
    ASSERT_EQ(kept.size(), 2U);
    auto second = change;
    second.number = 2;
    EXPECT_EQ(kept.at(1), second);
}

TEST_P(ReportingContract, RefusesAPlanThatSomebodyElseHasChangedMeanwhile)
{
    auto plan = taken(store_.read([&](Transaction& t) { return t.plans().get(plan_); }));
    plan.state = "running";
    const auto put = [&] {
        return store_.write([&](Transaction& t) { return t.plans().put(plan); });
    };

    EXPECT_EQ(taken(put()), 2);
    EXPECT_EQ(refusal(put()), "store.changed_meanwhile");
}

TEST_P(ReportingContract, KeepsThePeriodsOfAPlan)
{
    taken(store_.write([&](Transaction& t) -> Result<Done> {
        TRY(t.periods().put(
            {.plan = plan_, .id = "2023S1", .body = "{}", .state = "locked", .revision = 0}
        ));
        TRY(t.periods().put(
            {.plan = plan_, .id = "2023", .body = "{}", .state = "open", .revision = 0}
        ));
        return done;
    }));

    store_.read([&](Transaction& t) {
        EXPECT_EQ(t.periods().of_plan(plan_).at(0).id, "2023");
        EXPECT_EQ(t.periods().all().size(), 2U);
        EXPECT_EQ(taken(t.periods().get(plan_, "2023S1")).state, "locked");
        EXPECT_EQ(refusal(t.periods().get(plan_, "2024")), "period.not_found");
        return done;
    });
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

TEST_P(ReportingContract, KeepsWhatTheOfficeWroteOverTheComputedText)
{
    OfficeText text{
        .plan = plan_,
        .period = "2023",
        .key = "IV.2",
        .text = "Còn chậm.",
        .computed_text = "Chậm.",
        .reason = "Theo ý kiến lãnh đạo",
        .by = "lan",
        .at = {9},
        .revision = 0
    };
    const auto put = [&] {
        return store_.write([&](Transaction& t) { return t.consolidated_reports().put(text); });
    };

    EXPECT_EQ(taken(put()), 1);
    EXPECT_EQ(refusal(put()), "store.changed_meanwhile");
    text.revision = 1;
    store_.write([&](Transaction& t) {
        EXPECT_EQ(t.consolidated_reports().texts(plan_, "2023"), std::vector{text});
        t.consolidated_reports().remove_text(plan_, "2023", "IV.2");
        EXPECT_TRUE(t.consolidated_reports().texts(plan_, "2023").empty());
        return done;
    });
}

TEST_P(ReportingContract, KeepsWhatTheOfficeChoseOfTheUnitsSentences)
{
    GatheredPart part{
        .plan = plan_,
        .period = "2023",
        .part = "strengths",
        .choices = "{}",
        .by = "lan",
        .at = {9},
        .revision = 0
    };
    const auto put = [&] {
        return store_.write([&](Transaction& t) {
            return t.consolidated_reports().put_choices(part);
        });
    };

    EXPECT_EQ(taken(put()), 1);
    EXPECT_EQ(refusal(put()), "store.changed_meanwhile");
    part.revision = 1;
    store_.read([&](Transaction& t) {
        EXPECT_EQ(t.consolidated_reports().choices(plan_, "2023", "strengths"), part);
        EXPECT_EQ(t.consolidated_reports().choices(plan_, "2023", "causes"), std::nullopt);
        EXPECT_EQ(t.consolidated_reports().choices(plan_, "2023"), std::vector{part});
        return done;
    });
}

TEST_P(ReportingContract, FreezesEveryVersionOfTheConsolidatedReport)
{
    ReportVersion version{
        .plan = plan_,
        .period = "2023",
        .version = 0,
        .body = "abc",
        .sha256 = {},
        .at = {9},
        .by = "lan",
        .state = "draft"
    };
    store_.write([&](Transaction& t) {
        EXPECT_EQ(t.consolidated_reports().freeze(version), 1);
        EXPECT_EQ(t.consolidated_reports().freeze(version), 2);
        return done;
    });

    version.version = 2;
    version.sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    store_.read([&](Transaction& t) {
        auto reports = t.consolidated_reports();
        EXPECT_EQ(taken(reports.version(plan_, "2023", 2)), version);
        EXPECT_EQ(reports.newest(plan_, "2023"), version);
        EXPECT_EQ(reports.versions(plan_, "2023").size(), 2U);
        EXPECT_EQ(refusal(reports.version(plan_, "2023", 3)), "report_version.not_found");
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

TEST_P(ReportingContract, KeepsTheOfficesTablesOfAPeriodInTheOrderTheyWereMade)
{
    store_.write([&](Transaction& t) {
        for (const auto* key : {"office_10", "office_2"})
            EXPECT_EQ(
                taken(t.office_tables().put(
                    {.plan = plan_,
                     .period = "2023",
                     .key = key,
                     .body = "{}",
                     .by = "lan",
                     .at = {3}}
                )),
                1
            );
        auto table = taken(t.office_tables().get(plan_, "2023", "office_2"));
        table.body.clear();
        EXPECT_EQ(taken(t.office_tables().put(table)), 2);
        EXPECT_EQ(refusal(t.office_tables().put(table)), "store.changed_meanwhile");
        return done;
    });
    store_.read([&](Transaction& t) {
        const auto tables = t.office_tables().of_period(plan_, "2023");
        EXPECT_EQ(tables.size(), 2U);
        EXPECT_EQ(tables.at(0).key, "office_2");
        EXPECT_EQ(tables.at(0).body, "");
        EXPECT_TRUE(t.office_tables().of_period(plan_, "2024").empty());
        return done;
    });
}

} // namespace
} // namespace tiendo::store
