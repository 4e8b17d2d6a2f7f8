#include "app/chase/outbox_fixture.hpp"

namespace tiendo::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr std::int64_t hour = 3600;

INSTANTIATE_TEST_SUITE_P(
    On, OutboxStore, testing::ValuesIn(store::databases_to_try()), database_tried
);
INSTANTIATE_TEST_SUITE_P(On, Outbox, testing::ValuesIn(store::databases_to_try()), database_tried);

TEST_P(Outbox, WritesToEachOverdueUnitOnceAndInItsTone)
{
    district_.make_round();
    district_.make_round();
    EXPECT_THAT(
        district_.mails(),
        ElementsAre(
            "mat-tran overdue+1 sent", "phong-y-te overdue+1 sent", "sa-loong overdue+1 sent"
        )
    );
    ASSERT_THAT(district_.letters(), SizeIs(3));
    EXPECT_THAT(
        district_.notices(), SizeIs(4)
    ); // Đắk Dục has no address and is told in the product
}

/// The office is killed at every moment at which it looks at the clock: before a notice is decided,
/// before and after a mail is claimed, on the way to the server, and before the answer is kept.
TEST_P(OutboxStore, SendsALetterOnceWhereverItsProcessIsKilled)
{
    int uncertain = 0;
    for (int look = 1; look <= 14; ++look) {
        SCOPED_TRACE(look);
        std::filesystem::remove(folder_ / "office");
        ChaseOffice one{location()};
        for (const auto* unit : {"dak-duc", "phong-y-te", "mat-tran"})
            one.hand_in(unit);
        one.close();
        one.make_round_killed_at(look);
        const auto before = one.letters().size();

        one.open();
        one.now.seconds += 600;
        one.make_round();
        EXPECT_THAT(one.letters(), SizeIs(1));
        const auto mails = one.mails();
        ASSERT_THAT(mails, SizeIs(1));
        // Nobody was there to hear the server's answer: a person decides, not the machine.
        if (before == 1 && mails[0] == "sa-loong overdue+1 uncertain")
            ++uncertain;
        else
            EXPECT_EQ(mails[0], "sa-loong overdue+1 sent");

        one.now.seconds += hour;
        one.make_round();
        EXPECT_THAT(one.letters(), SizeIs(1));
        EXPECT_EQ(one.mails(), mails);
    }
    EXPECT_GT(uncertain, 0);
}

TEST_P(Outbox, RepeatsAnUncertainLetterOnlyForAPerson)
{
    say_mail_address("sa-loong", "lost@ngochoi.example");
    leave_to_sa_loong();
    district_.make_round();
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 uncertain"));
    district_.close();
    district_.open();
    district_.now.seconds += hour;
    district_.make_round();
    EXPECT_THAT(district_.letters(), SizeIs(1));

    const auto again = district_.office().write(district_.monitor, [&](Work& work) {
        return send_mail_again(work, district_.notices().front().id);
    });
    ASSERT_TRUE(again);
    district_.make_round();
    ASSERT_THAT(district_.letters(), SizeIs(2));
    const auto id_in = [](const std::string& letter) {
        const auto from = letter.find("Message-ID:");
        return letter.substr(from, letter.find("\r\n", from) - from);
    };
    EXPECT_EQ(id_in(district_.letters()[0]), id_in(district_.letters()[1]));
}

TEST_P(Outbox, SendsAfterTheRestartWhatCouldNotLeaveBefore)
{
    leave_to_sa_loong();
    district_.stop_mail_server();
    district_.make_round();
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 waiting"));
    EXPECT_NE(district_.notices().front().mail_answer, "");
    district_.close();
    district_.open();
    district_.start_mail_server();
    district_.make_round();
    EXPECT_THAT(district_.letters(), IsEmpty()); // its pause is not over
    district_.now.seconds += 600;
    district_.make_round();
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 sent"));
    EXPECT_THAT(district_.letters(), SizeIs(1));
}

TEST_P(Outbox, DropsAWaitingLetterWhenTheReportArrives)
{
    leave_to_sa_loong();
    district_.stop_mail_server();
    district_.make_round();
    district_.hand_in("sa-loong");
    district_.start_mail_server();
    district_.now.seconds += hour;
    district_.make_round();
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 dropped"));
    EXPECT_THAT(district_.letters(), IsEmpty());
}

TEST_P(Outbox, DropsAWaitingLetterWhenMoreTimeIsGranted)
{
    leave_to_sa_loong();
    district_.stop_mail_server();
    district_.make_round();
    const auto extended = district_.office().write(district_.monitor, [&](Work& work) {
        return extend_report(
            work,
            ChaseOffice::report("sa-loong"),
            instant_of({date(2023, 12, 14), 17, 0}),
            "Mưa lũ chia cắt đường về huyện"
        );
    });
    ASSERT_TRUE(extended);
    district_.start_mail_server();
    district_.now.seconds += hour;
    district_.make_round();
    EXPECT_THAT(district_.letters(), IsEmpty());
}

TEST_P(Outbox, KeepsTheNightAndTheDaysOff)
{
    leave_to_sa_loong();
    at(11, 16, 58);
    district_.stop_mail_server();
    district_.make_round();
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 waiting"));
    district_.start_mail_server();
    at(11, 21);
    district_.make_round();
    EXPECT_THAT(district_.letters(), IsEmpty());
    at(12, 7, 29);
    district_.make_round();
    EXPECT_THAT(district_.letters(), IsEmpty());
    at(12, 7, 30);
    district_.make_round();
    EXPECT_THAT(district_.letters(), SizeIs(1));
    at(16, 9); // a Saturday, with the letter's step due since Wednesday
    district_.make_round();
    EXPECT_THAT(district_.notices(), SizeIs(2)); // with the list for the head, of the 12th
}

TEST_P(Outbox, SendsAtNightWhatAnOfficerInsistedOn)
{
    leave_to_sa_loong();
    at(9, 20); // Saturday evening
    const auto remind_now = [&](bool is_forced) {
        return district_.office().write(district_.monitor, [&](Work& work) {
            return remind(
                work,
                ChaseOffice::plan,
                ChaseOffice::period,
                {.units = {UnitId("sa-loong")}, .is_forced = is_forced}
            );
        });
    };
    const auto refused = remind_now(false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().key, "chase.not_now");
    ASSERT_TRUE(remind_now(true));
    district_.make_round();
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong manual-1 sent"));
}

TEST_P(Outbox, PutsAnOneTimeLinkIntoEachLetterOfWhichTheLastIsOpen)
{
    say_mail_address("sa-loong", "busy@ngochoi.example");
    leave_to_sa_loong();
    district_.make_round();
    district_.now.seconds += hour;
    district_.make_round();
    const auto links = district_.office().read(district_.monitor, [](Work& work) {
        return links_of_period(work, ChaseOffice::plan, ChaseOffice::period).value();
    });
    ASSERT_THAT(links, SizeIs(2));
    EXPECT_FALSE(links[0].revoked);
    EXPECT_TRUE(links[1].revoked);
}

TEST_P(Outbox, GivesUpAfterSixTriesAndSaysWhatTheServerSaid)
{
    say_mail_address("sa-loong", "busy@ngochoi.example");
    leave_to_sa_loong();
    district_.make_round();
    for (const auto pause : {hour / 6, hour / 2, 2 * hour, 5 * hour, 17 * hour}) {
        EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 waiting"));
        district_.now.seconds += pause;
        district_.make_round();
    }
    EXPECT_THAT(district_.mails(), ElementsAre("sa-loong overdue+1 refused"));
    EXPECT_THAT(district_.notices().back().mail_answer, HasSubstr("452"));
}

TEST_P(Outbox, SendsEachAwaitedUnitItsWorkbookOnceADay)
{
    const auto mail = [&] {
        return district_.office().write(district_.monitor, [](Work& work) {
            return mail_workbooks(work, ChaseOffice::plan, ChaseOffice::period);
        });
    };
    district_.hand_in("phong-y-te");
    const auto mailed = mail();
    ASSERT_TRUE(mailed);
    EXPECT_THAT(mailed->mailed, ElementsAre(UnitId("sa-loong"), UnitId("mat-tran")));
    EXPECT_THAT(mailed->without_address, ElementsAre(UnitId("dak-duc")));
    EXPECT_THAT(mail()->mailed, IsEmpty());
    send_waiting_mail(
        district_.office(),
        [] { return false; },
        [](Work&, const ReportOf& of) -> Result<MailFile> {
            return MailFile{"bieu-" + of.unit.str() + ".xlsx", "application/x-test", "PK"};
        }
    );
    EXPECT_THAT(
        district_.letters(),
        UnorderedElementsAre(
            HasSubstr("filename=\"bieu-sa-loong.xlsx\""),
            HasSubstr("filename=\"bieu-mat-tran.xlsx\"")
        )
    );
}

} // namespace
} // namespace tiendo::app
