#include "app/chase/outbox_fixture.hpp"

namespace tiendo::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A unit with a leader's step: "saloong" types, "saloong-ld" decides.
class LeaderMail : public Outbox {
protected:
    LeaderMail()
    {
        leave_to_sa_loong();
        const auto made = district_.office().write(district_.monitor, [](Work& work) {
            for (const auto& [login, roles] :
                 {std::pair("saloong", "entry"), std::pair("saloong-ld", "unit_leader")}) {
                store::AccountRecord account;
                account.login = login;
                account.unit = "sa-loong";
                account.roles = roles;
                (void)work.kept.accounts().put(account);
                put_email(work, login, std::string(login) + "@xa.example");
            }
            return change_leader_step(work, ChaseOffice::plan, {.is_on = true});
        });
        EXPECT_TRUE(made);
    }

    void present()
    {
        EXPECT_TRUE(district_.office().write(clerk_, [](Work& work) {
            return present_report(work, ChaseOffice::report("sa-loong"), "Thiếu một số dòng");
        }));
    }

    void give_back()
    {
        EXPECT_TRUE(district_.office().write(leader_, [](Work& work) {
            return give_back_entry(work, ChaseOffice::report("sa-loong"), "Thiếu quý IV");
        }));
    }

    /// To whom mails went that are no reminders of the office.
    std::vector<std::string> inner()
    {
        std::vector<std::string> to;
        for (const auto& letter : district_.letters()) {
            for (const auto* login : {"saloong-ld", "saloong"})
                if (letter.find("<" + std::string(login) + "@xa.example>") != std::string::npos)
                    to.emplace_back(login);
        }
        return to;
    }

    std::vector<std::string> seen_by(const Actor& actor)
    {
        const auto notices = district_.office().read(actor, [](Work& work) {
            return notices_of_report(work, ChaseOffice::report("sa-loong"));
        });
        std::vector<std::string> rungs;
        for (const auto& notice : notices.value())
            if (is_inner(notice.rung)) rungs.push_back(notice.rung.substr(0, 10));
        return rungs;
    }

    Actor clerk_{"saloong", "Y Hoa", UnitId("sa-loong"), {Role::entry}};
    Actor leader_{"saloong-ld", "A Thái", UnitId("sa-loong"), {Role::unit_leader}};
};
INSTANTIATE_TEST_SUITE_P(
    On, LeaderMail, testing::ValuesIn(store::databases_to_try()), database_tried
);

TEST_P(LeaderMail, TellsTheLeaderOnceThatAReportWaitsAndWhoTypedThatItCameBack)
{
    present();
    district_.make_round();
    district_.make_round();
    EXPECT_THAT(inner(), ElementsAre("saloong-ld"));
    EXPECT_THAT(seen_by(leader_), ElementsAre("for_leader"));
    EXPECT_THAT(seen_by(clerk_), IsEmpty());
    EXPECT_THAT(seen_by(district_.monitor), IsEmpty());
    give_back();
    district_.make_round();
    EXPECT_THAT(inner(), ElementsAre("saloong-ld", "saloong"));
    EXPECT_THAT(seen_by(clerk_), ElementsAre("given_back"));
}

TEST_P(LeaderMail, WaitsForTheMorningAndDropsWhatIsOverByThen)
{
    at(11, 20);
    present();
    district_.make_round();
    EXPECT_THAT(inner(), IsEmpty());
    give_back();
    at(12, 8);
    district_.make_round();
    EXPECT_THAT(inner(), ElementsAre("saloong"));
}

TEST_P(LeaderMail, IsNoReminderOfTheOfficeAndStopsNone)
{
    at(11, 9);
    present();
    district_.make_round();
    EXPECT_THAT(district_.mails(), IsEmpty());
    at(12, 9);
    district_.make_round();
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 sent"));
}

} // namespace
} // namespace tiendo::app
