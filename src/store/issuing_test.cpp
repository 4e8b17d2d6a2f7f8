#include "base/digest.hpp"
#include "store/contract.hpp"
#include "store/copy.hpp"
#include "store/verify.hpp"

namespace tiendo::store {
namespace {

class IssuingContract : public Contract {
protected:
    template <class Use> auto write(Use&& use) { return store_.write(std::forward<Use>(use)); }

    std::int64_t issue(const std::string& docx)
    {
        return write([&](Transaction& t) {
            return t.issuing().freeze(
                {.plan = plan_,
                 .period = "2023",
                 .snapshot = R"({"figures":[]})",
                 .docx = docx,
                 .by = "lan",
                 .at = {9}}
            );
        });
    }

    SignedPaper paper(const std::string& unit, std::int64_t version) const
    {
        return {
            .report = {.plan = plan_, .period = "2023", .unit = unit},
            .version = version,
            .body = R"({"number":"15"})",
            .name = "bao-cao.pdf",
            .bytes = std::string("%PDF-1.4\0\xff", 10),
            .by = "y-thuy",
            .at = {7}
        };
    }

    std::int64_t plan_ = add_plan();
};
TRY_ON_ALL_DATABASES(IssuingContract);

TEST_P(IssuingContract, KeepsStepsInTheirOrder)
{
    write([&](Transaction& t) {
        t.issuing().append({.plan = plan_, .period = "2023", .body = "a", .by = "lan", .at = {1}});
        t.issuing().append({.plan = plan_, .period = "2023", .body = "b", .by = "trung", .at = {2}}
        );
        t.issuing().append({.plan = plan_, .period = "2022", .body = "c", .by = "lan", .at = {3}});
        return done;
    });
    const auto steps =
        store_.read([&](Transaction& t) { return t.issuing().steps(plan_, "2023"); });
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[1].number, 2);
    EXPECT_EQ(steps[1].body, "b");
    EXPECT_EQ(steps[1].by, "trung");
}

TEST_P(IssuingContract, GivesAnIssuedReportBackByteForByteAndNumbersItsVersions)
{
    const std::string first("PK\x03\x04\0\xfe first", 13);
    EXPECT_EQ(issue(first), 1);
    EXPECT_EQ(issue("second"), 2);
    store_.read([&](Transaction& t) {
        const auto issued = taken(t.issuing().issued(plan_, "2023", 1));
        EXPECT_EQ(issued.docx, first);
        EXPECT_EQ(issued.docx_sha256, sha256_hex(first));
        EXPECT_EQ(t.issuing().versions(plan_, "2023").size(), 2u);
        EXPECT_EQ(refusal(t.issuing().issued(plan_, "2023", 3)), "issued_report.not_found");
        return done;
    });
}

TEST_P(IssuingContract, KeepsAnIssuedReportThroughACopyAndBack)
{
    const std::string docx("PK\x03\x04\0\xfe", 6);
    issue(docx);
    write([&](Transaction& t) { return t.signed_papers().add(paper("sa-loong", 1)); });
    taken(back_up(store_, folder_ / "copy"));
    auto target = taken(open_store(another_empty_location()));
    taken(restore(target, folder_ / "copy"));
    target.read([&](Transaction& t) {
        EXPECT_EQ(taken(t.issuing().issued(plan_, "2023", 1)).docx, docx);
        const auto kept =
            taken(t.signed_papers().get({.plan = plan_, .period = "2023", .unit = "sa-loong"}, 1));
        EXPECT_EQ(kept.bytes, paper("sa-loong", 1).bytes);
        return done;
    });
    EXPECT_EQ(taken(verify(target)).issued_reports, 1);
}

TEST_P(IssuingContract, NoticesAnIssuedReportThatWasTamperedWith)
{
    issue("docx");
    beneath()->lend(Access::write)->execute("UPDATE issued_report SET snapshot = '{}'");
    EXPECT_EQ(refusal(verify(store_)), "verify.issued_report_changed");
}

TEST_P(IssuingContract, NoticesASignedPaperThatWasTamperedWith)
{
    write([&](Transaction& t) { return t.signed_papers().add(paper("sa-loong", 1)); });
    beneath()->lend(Access::write)->execute("UPDATE signed_paper SET sha256 = 'x'");
    EXPECT_EQ(refusal(verify(store_)), "verify.signed_paper_changed");
}

TEST_P(IssuingContract, AddsSignedPapersBesideEarlierOnes)
{
    write([&](Transaction& t) {
        EXPECT_EQ(t.signed_papers().add(paper("sa-loong", 1)), 1);
        EXPECT_EQ(t.signed_papers().add(paper("sa-loong", 2)), 2);
        EXPECT_EQ(t.signed_papers().add(paper("dak-duc", 1)), 1);
        return done;
    });
    store_.read([&](Transaction& t) {
        const auto papers =
            t.signed_papers().of({.plan = plan_, .period = "2023", .unit = "sa-loong"});
        EXPECT_EQ(papers.size(), 2u);
        EXPECT_EQ(papers[0].version, 1);
        EXPECT_TRUE(papers[0].bytes.empty());
        return done;
    });
}

TEST_P(IssuingContract, CallsAUnitSignedWhereThePaperIsOfItsNewestVersion)
{
    write([&](Transaction& t) {
        const auto put = [&](const char* unit, std::int64_t version) {
            return taken(t.reports().put(
                {.report = {.plan = plan_, .period = "2023", .unit = unit},
                 .state = "submitted",
                 .version = version,
                 .body = "{}"}
            ));
        };
        put("sa-loong", 2);
        put("dak-duc", 2);
        t.signed_papers().add(paper("sa-loong", 2));
        t.signed_papers().add(paper("dak-duc", 1));
        return done;
    });
    const auto units =
        store_.read([&](Transaction& t) { return t.signed_papers().signed_units(plan_, "2023"); });
    EXPECT_EQ(units, std::set<std::string>{"sa-loong"});
}

TEST_P(IssuingContract, ProposesTheHeadThatAUnitSetUpLast)
{
    write([&](Transaction& t) {
        taken(t.unit_report_heads().put(
            {.report = {plan_, "2022", "sa-loong"}, .body = "old", .by = "a", .at = {1}}
        ));
        taken(t.unit_report_heads().put(
            {.report = {plan_, "2023", "sa-loong"}, .body = "new", .by = "a", .at = {2}}
        ));
        EXPECT_EQ(
            refusal(t.unit_report_heads().put(
                {.report = {plan_, "2023", "sa-loong"}, .body = "x", .by = "b", .at = {3}}
            )),
            "store.changed_meanwhile"
        );
        return done;
    });
    const auto newest =
        store_.read([&](Transaction& t) { return t.unit_report_heads().newest_of("sa-loong"); });
    ASSERT_TRUE(newest.has_value());
    EXPECT_EQ(newest->body, "new");
}

TEST_P(IssuingContract, KeepsTheBytesOfASuperiorsFormAndChangesItsPlaces)
{
    SuperiorForm form{
        .plan = plan_,
        .sha256 = "abc",
        .name = "bieu.docx",
        .bytes = std::string("\0PK", 3),
        .tables = "[]",
        .places = "{}",
        .by = "lan",
        .at = {1}
    };
    write([&](Transaction& t) {
        form.revision = taken(t.superior_forms().put(form));
        form.places = R"({"a":"b"})";
        form.bytes.clear();
        EXPECT_EQ(taken(t.superior_forms().put(form)), 2);
        return done;
    });
    store_.read([&](Transaction& t) {
        const auto kept = taken(t.superior_forms().get(plan_, "abc"));
        EXPECT_EQ(kept.places, R"({"a":"b"})");
        EXPECT_EQ(kept.bytes, std::string("\0PK", 3));
        EXPECT_EQ(t.superior_forms().of(plan_).size(), 1u);
        return done;
    });
}

} // namespace
} // namespace tiendo::store
