#include "app/admin/sign_in.hpp"
#include "app/chase/chase_office.hpp"
#include "app/chase/report_links.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class ReportLinks : public testing::Test {
protected:
    Result<IssuedLink> issue(const char* unit = "sa-loong")
    {
        return district_.office().write(district_.monitor, [&](Work& work) {
            return issue_link(work, ChaseOffice::report(unit));
        });
    }
    std::string issued(const char* unit = "sa-loong") { return issue(unit).value().token; }

    template <class Value> static std::string refusal(const Result<Value>& result)
    {
        return result ? std::string() : result.error().problems.front().key;
    }

    std::vector<std::string> verbs()
    {
        std::vector<std::string> verbs;
        for (const auto& record : journal())
            if (record.entry.verb.starts_with("link.")) verbs.push_back(record.entry.verb);
        return verbs;
    }

    std::vector<store::JournalRecord> journal()
    {
        return district_.office().read(district_.monitor, [](Work& work) {
            std::vector<store::JournalRecord> records;
            work.kept.journal().each([&](const store::JournalRecord& record) {
                records.push_back(record);
            });
            return records;
        });
    }

    ChaseOffice district_;
};

TEST_F(ReportLinks, OpensItsReportOnce)
{
    const auto token = issued();
    const auto opened = use_link(district_.office(), token);
    ASSERT_TRUE(opened) << refusal(opened);
    EXPECT_EQ(opened->of, ChaseOffice::report("sa-loong"));
    const auto session = session_of_token(district_.office(), opened->session_token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->report, "1/2023/sa-loong");
    EXPECT_EQ(session->actor.roles, std::set{Role::entry});
    EXPECT_EQ(session->actor.unit, UnitId("sa-loong"));
    EXPECT_EQ(refusal(use_link(district_.office(), token)), "link.not_open");
}

TEST_F(ReportLinks, StaysOpenWhileSomebodyOnlyLooksAtIt)
{
    const auto token = issued();
    const auto look = [&] {
        return district_.office().read({}, [&](Work& work) { return link_opens(work, token); });
    };
    EXPECT_TRUE(look());
    EXPECT_TRUE(look());
    EXPECT_TRUE(use_link(district_.office(), token));
    EXPECT_EQ(refusal(look()), "link.not_open");
}

TEST_F(ReportLinks, EndsTenDaysAfterTheDeadline)
{
    const auto token = issued();
    district_.now = instant_of({date(2023, 12, 18), 17, 0});
    EXPECT_EQ(refusal(use_link(district_.office(), token)), "link.not_open");
    EXPECT_EQ(refusal(issue()), "link.too_late");
}

TEST_F(ReportLinks, LastsAsLongAsTheTimeThatAUnitWasGranted)
{
    const auto extended = district_.office().write(district_.monitor, [](Work& work) {
        return extend_report(
            work, ChaseOffice::report("sa-loong"), instant_of({date(2023, 12, 15), 17, 0}), "Mưa lũ"
        );
    });
    ASSERT_TRUE(extended);
    EXPECT_EQ(issue()->expires, instant_of({date(2023, 12, 25), 17, 0}));
}

TEST_F(ReportLinks, GivesWayToTheNextLinkOfItsReportAlone)
{
    const auto first = issued();
    const auto of_another = issued("dak-duc");
    const auto second = issued();
    EXPECT_EQ(refusal(use_link(district_.office(), first)), "link.not_open");
    EXPECT_TRUE(use_link(district_.office(), second));
    EXPECT_TRUE(use_link(district_.office(), of_another));
}

TEST_F(ReportLinks, IsIssuedOnlyForAUnitThatThePeriodAsks)
{
    EXPECT_EQ(refusal(issue("phong-ldtbxh")), "report.not_asked");
    EXPECT_EQ(refusal(issue("no-such-unit")), "report.not_asked");
}

TEST_F(ReportLinks, IsIssuedByTheOfficeAlone)
{
    const auto refused = district_.office().write(district_.of_unit("sa-loong"), [](Work& work) {
        return issue_link(work, ChaseOffice::report("sa-loong"));
    });
    EXPECT_EQ(refusal(refused), "access.forbidden");
}

TEST_F(ReportLinks, LeavesItsTraceInTheJournalAndNotItsToken)
{
    const auto first = issued();
    const auto second = issued();
    ASSERT_TRUE(use_link(district_.office(), second));
    EXPECT_THAT(verbs(), ElementsAre("link.issued", "link.revoked", "link.issued", "link.used"));
    for (const auto& record : journal()) {
        EXPECT_THAT(record.entry.detail + record.entry.subject, Not(HasSubstr(first)));
        EXPECT_THAT(record.entry.detail + record.entry.subject, Not(HasSubstr(second)));
    }
}

TEST_F(ReportLinks, OpensNothingWhereItsAccountWasDisabled)
{
    ASSERT_TRUE(use_link(district_.office(), issued()));
    district_.office().write({}, [](Work& work) {
        auto account = work.kept.accounts().get("lien-ket-sa-loong").value();
        account.disabled = true;
        EXPECT_TRUE(work.kept.accounts().put(account));
        return done;
    });
    EXPECT_EQ(refusal(use_link(district_.office(), issued())), "link.not_open");
}

} // namespace
} // namespace tiendo::app
