#include "base/text.hpp"
#include "domain/chase/chase_fixture.hpp"
#include "domain/chase/ladder.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

using namespace chase_fixture;

/// The rungs due at a moment: "sa-loong overdue+1 2023-12-11".
std::string
due(const std::vector<UnitAnswers>& units,
    Instant now,
    const std::vector<SentNotice>& sent = {},
    const WorkingDays& days = {})
{
    std::vector<std::string> said;
    for (const auto& notice :
         due_notices(ledger_of(units, period(), now), usual_ladder(), sent, days))
        said.push_back(
            squeeze(notice.unit.str() + " " + notice.rung.key() + " " + iso_date(notice.day))
        );
    return join(said, "; ");
}

SentNotice was_sent(const char* rung, unsigned rung_day, Instant when)
{
    return {UnitId("sa-loong"), rung, date(2023, 12, rung_day), when};
}

TEST(Ladder, ClimbsByWorkingDays)
{
    EXPECT_EQ(due({unit()}, at(4, 9)), "");
    EXPECT_EQ(due({unit()}, at(5, 9)), "sa-loong reminder-3 2023-12-05");
    EXPECT_EQ(due({unit()}, at(6, 9), {was_sent("reminder-3", 5, at(5, 9))}), "");
    EXPECT_EQ(due({unit()}, at(7, 9)), "sa-loong reminder-1 2023-12-07");
    EXPECT_EQ(due({unit()}, at(11, 9)), "sa-loong overdue+1 2023-12-11");
}

TEST(Ladder, RestsAtNightOnWeekendsAndOnHolidays)
{
    EXPECT_EQ(due({unit()}, at(5, 7, 29)), "");
    EXPECT_EQ(due({unit()}, at(5, 7, 30)), "sa-loong reminder-3 2023-12-05");
    EXPECT_EQ(due({unit()}, at(5, 16, 59)), "sa-loong reminder-3 2023-12-05");
    EXPECT_EQ(due({unit()}, at(5, 17)), "");
    EXPECT_EQ(due({unit()}, at(9, 9)), "");
    const WorkingDays monday_off({date(2023, 12, 11)});
    EXPECT_EQ(due({unit()}, at(11, 9), {}, monday_off), "");
    EXPECT_EQ(due({unit()}, at(12, 9), {}, monday_off), "sa-loong overdue+1 2023-12-12");
}

TEST(Ladder, SendsTheNearestReminderAloneWhereSomeWereMissed)
{
    EXPECT_EQ(due({unit()}, at(8, 9)), "sa-loong reminder-1 2023-12-07");
}

TEST(Ladder, PassesNoStepOverAfterTheDeadline)
{
    EXPECT_EQ(due({unit()}, at(14, 9)), "sa-loong overdue+1 2023-12-11; head_list+2 2023-12-12");
    const auto overdue = was_sent("overdue+1", 11, at(13, 9));
    EXPECT_EQ(
        due({unit()}, at(14, 9), {overdue, {{}, "head_list+2", date(2023, 12, 12), at(13, 9)}}),
        "sa-loong letter+3 2023-12-13"
    );
}

TEST(Ladder, AnnouncesNoLetterAfterOneWasIssued)
{
    const auto overdue = was_sent("overdue+1", 11, at(11, 9));
    const SentNotice list{{}, "head_list+2", date(2023, 12, 12), at(12, 9)};
    EXPECT_EQ(
        due({unit()}, at(14, 9), {overdue, list, was_sent("letter 15/LĐTBXH", 12, at(12, 9))}), ""
    );
}

TEST(Ladder, TellsAUnitOneThingAWorkingDay)
{
    EXPECT_EQ(due({unit()}, at(11, 9), {was_sent("manual", 11, at(11, 8))}), "");
    EXPECT_EQ(
        due({unit()}, at(12, 9), {was_sent("manual", 11, at(11, 8))}),
        "sa-loong overdue+1 2023-12-11; head_list+2 2023-12-12"
    );
}

TEST(Ladder, StopsWhenTheReportArrives)
{
    EXPECT_EQ(due({handed_in(all_answers(), at(9, 9))}, at(11, 9)), "");
    EXPECT_EQ(due({handed_in({}, at(8, 9))}, at(11, 9)), "sa-loong overdue+1 2023-12-11");
}

TEST(Ladder, LeavesAloneWhoOwesNothing)
{
    EXPECT_EQ(due({in_stage(Stage::excluded)}, at(11, 9)), "");
    EXPECT_EQ(due({in_stage(Stage::separate, UnitKind::police)}, at(11, 9)), "");
    auto accepted = handed_in(all_answers(), at(8, 9));
    accepted.state.stage = Stage::accepted;
    EXPECT_EQ(due({accepted}, at(11, 9)), "");
}

TEST(Ladder, StartsAnewFromAnExtension)
{
    auto extended = unit();
    extended.state.own_deadline = at(12, 17);
    EXPECT_EQ(due({extended}, at(11, 9)), "sa-loong reminder-1 2023-12-11");
    EXPECT_EQ(
        due({extended}, at(13, 9), {was_sent("overdue+1", 11, at(11, 9))}),
        "sa-loong overdue+1 2023-12-13; head_list+2 2023-12-12"
    );
}

TEST(Ladder, GivesAReturnedReportItsDays)
{
    auto returned = in_stage(Stage::returned);
    returned.changed_at = at(12, 10);
    const std::vector<SentNotice> list{{{}, "head_list+2", date(2023, 12, 12), at(12, 8)}};
    EXPECT_EQ(due({returned}, at(12, 11), list), "");
    EXPECT_EQ(due({returned}, at(13, 9), list), "sa-loong overdue+1 2023-12-13");
}

TEST(Ladder, AsksTheFrontAndSendsItNoLetter)
{
    const auto front = in_stage(Stage::drafting, UnitKind::front);
    EXPECT_EQ(due({front}, at(11, 9)), "sa-loong overdue+1 2023-12-11");
    const auto notices =
        due_notices(ledger_of({front}, period(), at(11, 9)), usual_ladder(), {}, {});
    EXPECT_EQ(notices.at(0).tone, Tone::cooperating);
    EXPECT_EQ(due({front}, at(18, 9), {was_sent("overdue+1", 11, at(11, 9))}), "");
}

TEST(Ladder, AsksForTheOfficialFigureAfterTheWindow)
{
    const auto estimated = handed_in(all_answers(ValueKind::estimate), at(8, 9));
    EXPECT_EQ(due({estimated}, at(14, 9)), "");
    EXPECT_EQ(due({estimated}, at(15, 9)), "sa-loong estimate+1 2023-12-15");
    EXPECT_EQ(due({estimated}, at(18, 9), {was_sent("estimate+1", 15, at(15, 9))}), "");
}

TEST(Ladder, NamesExactlyWhatIsMissing)
{
    auto half = unit();
    answer(half.draft, "6.1");
    const auto notices =
        due_notices(ledger_of({half}, period(), at(11, 9)), usual_ladder(), {}, {});
    EXPECT_EQ(
        notices.at(0).items,
        (std::vector<OwedItem>{
            {ItemKind::measure, "3.2a", "Tỷ lệ 3.2a"},
            {ItemKind::duty, "7", "Báo cáo theo quy định."},
        })
    );
}

TEST(Ladder, RefusesAReminderAfterTheDeadlineAndAStepTwice)
{
    EXPECT_TRUE(check_ladder(usual_ladder()));
    const auto key = [](std::vector<Rung> rungs) {
        const auto checked = check_ladder({.rungs = std::move(rungs)});
        return checked ? "none" : checked.error().problems.at(0).key;
    };
    EXPECT_EQ(key({{RungKind::reminder, 1}}), "ladder.reminder_after_deadline");
    EXPECT_EQ(key({{RungKind::letter, 0}}), "ladder.step_before_deadline");
    EXPECT_EQ(key({{RungKind::overdue, 2}, {RungKind::overdue, 2}}), "ladder.step_twice");
}

} // namespace
} // namespace tiendo
