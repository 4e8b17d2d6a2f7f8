#include "base/text.hpp"
#include "domain/chase/chase_fixture.hpp"
#include "domain/chase/ledger.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

using namespace chase_fixture;

const Instant friday = at(8, 16);
const Instant monday = at(11, 8);
const Instant after_window = at(15, 8);

/// "3.2a missing late; 6.1 …" in the order of the form.
std::string lines(const UnitAnswers& unit, Instant now)
{
    static constexpr std::array lateness{"in_time", "excused", "late"};
    std::vector<std::string> said;
    for (const auto& line : dues_of(unit, period(), now).lines)
        said.push_back(
            line.item.number + " " + name_of(line.state) + " " +
            lateness.at(static_cast<std::size_t>(line.lateness))
        );
    return join(said, "; ");
}

struct Case {
    const char* name;
    UnitAnswers unit;
    Instant now;
    const char* lines;
};

UnitAnswers half_typed(Stage stage = Stage::drafting)
{
    auto made = in_stage(stage);
    answer(made.draft, "6.1");
    return made;
}

UnitAnswers extended(UnitAnswers unit, unsigned day)
{
    unit.state.own_deadline = at(day, 17);
    return unit;
}

UnitAnswers signed_with_a_gap()
{
    auto answers = all_answers();
    answers.cells.erase(MeasureId("3.2a"));
    return handed_in(answers, friday);
}

const std::vector<Case>& cases()
{
    static const std::vector<Case> table{
        {"typed in part before the hour",
         half_typed(),
         friday,
         "3.2a missing in_time; 6.1 unsent in_time; 7 missing in_time"},
        {"typed in part after the hour",
         half_typed(),
         monday,
         "3.2a missing late; 6.1 unsent late; 7 missing late"},
        {"late but granted more time",
         extended(half_typed(), 12),
         monday,
         "3.2a missing excused; 6.1 unsent excused; 7 missing excused"},
        {"the granted time is over too",
         extended(half_typed(), 8),
         monday,
         "3.2a missing late; 6.1 unsent late; 7 missing late"},
        {"handed in to the minute",
         handed_in(all_answers(), at(8, 17)),
         monday,
         "3.2a answered in_time; 6.1 answered in_time; 7 answered in_time"},
        {"handed in late",
         handed_in(all_answers(), at(9, 9)),
         monday,
         "3.2a answered late; 6.1 answered late; 7 answered late"},
        {"handed in within the granted time",
         extended(handed_in(all_answers(), at(11, 9)), 12),
         at(12, 8),
         "3.2a answered excused; 6.1 answered excused; 7 answered excused"},
        {"signed with a gap",
         signed_with_a_gap(),
         monday,
         "3.2a empty_but_signed late; 6.1 answered in_time; 7 answered in_time"},
        {"an estimate while the window is open",
         handed_in(all_answers(ValueKind::estimate), friday),
         monday,
         "3.2a estimated in_time; 6.1 estimated in_time; 7 answered in_time"},
        {"an estimate on the window's last day",
         handed_in(all_answers(ValueKind::estimate), friday),
         at(14, 16),
         "3.2a estimated in_time; 6.1 estimated in_time; 7 answered in_time"},
        {"an estimate after the window has closed",
         handed_in(all_answers(ValueKind::estimate), friday),
         after_window,
         "3.2a estimate_to_replace in_time; 6.1 estimate_to_replace in_time; 7 answered in_time"},
        {"returned and corrected in part",
         half_typed(Stage::returned),
         monday,
         "3.2a missing late; 6.1 returned late; 7 missing late"},
        {"excluded",
         in_stage(Stage::excluded),
         monday,
         "3.2a excluded in_time; 6.1 excluded in_time; 7 excluded in_time"},
        {"the police report separately",
         in_stage(Stage::separate, UnitKind::police),
         monday,
         "3.2a separate in_time; 6.1 separate in_time; 7 separate in_time"},
        {"the Front is asked and never late",
         in_stage(Stage::drafting, UnitKind::front),
         monday,
         "3.2a cooperating in_time; 6.1 cooperating in_time; 7 cooperating in_time"},
    };
    return table;
}

TEST(Ledger, DerivesEachLineFromContentAndTime)
{
    for (const auto& each : cases())
        EXPECT_EQ(lines(each.unit, each.now), each.lines) << each.name;
}

TEST(Ledger, NeverCountsAnEmptyFormAsReported)
{
    const auto dues = dues_of(handed_in({}, friday), period(), monday);
    EXPECT_TRUE(dues.is_signed_empty());
    EXPECT_EQ(dues.standing, Standing::overdue);
    EXPECT_EQ(dues.timing.timeliness, Timeliness::overdue);
    EXPECT_EQ(dues.missing().size(), 3U);
}

TEST(Ledger, CountsAReportWithAGapAsReported)
{
    const auto dues = dues_of(signed_with_a_gap(), period(), monday);
    EXPECT_FALSE(dues.is_signed_empty());
    EXPECT_EQ(dues.standing, Standing::submitted);
    EXPECT_EQ(dues.missing().size(), 1U);
}

TEST(Ledger, TakesNotArisingForAnAnswer)
{
    auto answers = all_answers();
    answers.cells[MeasureId("3.2a")].state = ValueState::not_arising;
    EXPECT_EQ(
        lines(handed_in(answers, friday), after_window),
        "3.2a answered in_time; 6.1 answered in_time; 7 answered in_time"
    );
}

ActivityTable office_table()
{
    ActivityTable table;
    table.key = "office_1";
    table.title = "Thăm hộ gia đình";
    table.is_asked = true;
    return table;
}

TEST(Ledger, OwesTheOfficesOwnTableUntilItHasARow)
{
    auto asked = unit();
    asked.form.activities = {office_table()};
    asked.draft = all_answers();
    EXPECT_EQ(
        dues_of(asked, period(), monday).missing(),
        (std::vector<OwedItem>{{ItemKind::table, "office_1", "Thăm hộ gia đình"}})
    );
    asked.draft.activities["office_1"] = {{{"c1", "  "}}};
    EXPECT_EQ(dues_of(asked, period(), monday).missing().size(), 1U);
    asked.draft.activities["office_1"] = {{{"c1", "không phát sinh"}}};
    EXPECT_TRUE(dues_of(asked, period(), monday).missing().empty());
}

TEST(Ledger, AsksForATableAsForAnyRowOfWhoTakesNoOrders)
{
    auto asked = unit("mat-tran", UnitKind::front);
    asked.form.activities = {office_table()};
    const auto dues = dues_of(asked, period(), monday);
    EXPECT_EQ(dues.lines.back().state, ItemState::cooperating);
    EXPECT_EQ(dues.lines.back().lateness, Lateness::in_time);
}

TEST(Ledger, OffersThePlansOwnTablesWithoutOwingThem)
{
    auto asked = unit();
    asked.form.activities = activity_tables();
    EXPECT_EQ(dues_of(asked, period(), monday).lines.size(), 3U);
}

TEST(Ledger, NamesARowWithTheWordsOfThePlan)
{
    const auto dues = dues_of(unit(), period(), monday);
    EXPECT_EQ(dues.lines.at(0).item, (OwedItem{ItemKind::measure, "3.2a", "Tỷ lệ 3.2a"}));
    EXPECT_EQ(dues.lines.at(2).item, (OwedItem{ItemKind::duty, "7", "Báo cáo theo quy định."}));
}

} // namespace
} // namespace tiendo
