#include "domain/submission/report_state.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const Instant deadline = instant_of({date(2023, 12, 8), 17, 0});
const Instant before = instant_of({date(2023, 12, 8), 16, 59});
const Instant after = instant_of({date(2023, 12, 8), 17, 1});

ReportState in_stage(Stage stage)
{
    ReportState state;
    state.stage = stage;
    return state;
}

std::string refusal(const Result<ReportState>& result)
{
    return result ? "none" : result.error().problems.at(0).key;
}

TEST(Report, IsNotReturnedWithoutAReason)
{
    EXPECT_EQ(refusal(give_back(in_stage(Stage::submitted), "  ")), "submission.reason_missing");
    EXPECT_EQ(give_back(in_stage(Stage::submitted), "Thiếu quý II")->stage, Stage::returned);
}

TEST(Report, IsSubmittedOnlyWhileItIsOpen)
{
    EXPECT_EQ(submit(in_stage(Stage::drafting), before)->version, 1);
    EXPECT_EQ(refusal(submit(in_stage(Stage::submitted), before)), "submission.not_open");
    EXPECT_EQ(refusal(submit(in_stage(Stage::accepted), before)), "submission.not_open");
}

TEST(Report, IsWithdrawnOnlyBeforeItIsAccepted)
{
    EXPECT_EQ(withdraw(in_stage(Stage::submitted))->stage, Stage::withdrawn);
    EXPECT_EQ(refusal(withdraw(in_stage(Stage::accepted))), "submission.not_withdrawable");
}

TEST(Report, CountsWhileSubmittedAndNotReturned)
{
    EXPECT_TRUE(counts(Stage::submitted));
    EXPECT_TRUE(counts(Stage::accepted));
    EXPECT_FALSE(counts(Stage::returned));
    EXPECT_FALSE(counts(Stage::drafting));
    EXPECT_FALSE(counts(Stage::separate));
    EXPECT_TRUE(has_reported(Stage::separate));
}

TEST(Report, IsOnTimeToTheMinute)
{
    EXPECT_EQ(timing_of(*submit({}, before), deadline, after).timeliness, Timeliness::on_time);
    EXPECT_EQ(timing_of(*submit({}, after), deadline, after), (Timing{Timeliness::late, 1}));
}

TEST(Report, IsOverdueByTheDaysBegun)
{
    const auto monday = instant_of({date(2023, 12, 11), 8, 0});
    EXPECT_EQ(timing_of({}, deadline, monday), (Timing{Timeliness::overdue, 3}));
    EXPECT_EQ(timing_of({}, deadline, before), (Timing{Timeliness::due_today, 0}));
}

TEST(Report, FollowsItsOwnDeadlineWhereOneWasGranted)
{
    const auto extended = extend({}, instant_of({date(2023, 12, 12), 17, 0}), "Mưa lũ");
    EXPECT_EQ(timing_of(*extended, deadline, after).timeliness, Timeliness::due_soon);
}

TEST(Report, ReopensOnlyWhatWasClosedAndSaysWhy)
{
    EXPECT_EQ(refusal(reopen(in_stage(Stage::drafting), "x")), "submission.not_closed");
    EXPECT_EQ(refusal(reopen(in_stage(Stage::accepted), "")), "submission.reason_missing");
    EXPECT_EQ(reopen(in_stage(Stage::excluded), "Đưa lại vào")->stage, Stage::drafting);
}

const Presented by_clerk{Stage::drafting, "saloong", before, "chờ công an xã"};

TEST(ReportBeforeTheLeader, IsReadOnlyAndNotHandedInYet)
{
    const auto presented = present_to_leader({}, by_clerk);
    EXPECT_EQ(presented->stage, Stage::awaiting_leader);
    EXPECT_EQ(presented->presented, by_clerk);
    EXPECT_FALSE(is_open_for_entry(presented->stage));
    EXPECT_TRUE(is_unsent(presented->stage));
    EXPECT_FALSE(counts(presented->stage));
    EXPECT_EQ(timing_of(*presented, deadline, after).timeliness, Timeliness::overdue);
    EXPECT_EQ(refusal(present_to_leader(*presented, by_clerk)), "submission.not_open");
    EXPECT_EQ(refusal(accept(*presented)), "submission.not_submitted");
}

TEST(ReportBeforeTheLeader, IsHandedInByTheLeadersApproval)
{
    const auto sent = submit(*present_to_leader({}, by_clerk), before);
    EXPECT_EQ(sent->stage, Stage::submitted);
    EXPECT_EQ(sent->version, 1);
    EXPECT_EQ(sent->submitted_at, before);
    EXPECT_FALSE(sent->presented);
}

TEST(ReportBeforeTheLeader, GoesBackWithAReasonToWhereItCameFrom)
{
    auto returned = *give_back(*submit({}, before), "Thiếu quý II");
    const auto presented = present_to_leader(returned, by_clerk);
    EXPECT_EQ(refusal(give_back_to_entry(*presented, " ")), "submission.reason_missing");
    const auto back = give_back_to_entry(*presented, "Xem lại 3.2a");
    EXPECT_EQ(back->stage, Stage::returned);
    EXPECT_EQ(back->leader_reason, "Xem lại 3.2a");
    // What the office asked for is still owed.
    EXPECT_EQ(back->reason, "Thiếu quý II");
    // First sent in time, it is in time when it comes back through the leader.
    const auto again = submit(*present_to_leader(*back, by_clerk), after);
    EXPECT_EQ(again->submitted_at, before);
    EXPECT_EQ(again->leader_reason, "");
}

TEST(ReportBeforeTheLeader, IsTakenBackOnlyUntilTheLeaderHasDecided)
{
    const auto presented = present_to_leader(in_stage(Stage::withdrawn), by_clerk);
    EXPECT_EQ(take_back(*presented)->stage, Stage::withdrawn);
    EXPECT_EQ(refusal(take_back(*submit(*presented, before))), "submission.not_with_leader");
    EXPECT_EQ(refusal(take_back({})), "submission.not_with_leader");
}

TEST(ReportBeforeTheLeader, MayStillBeExtendedOrExcludedByTheOffice)
{
    const auto presented = present_to_leader({}, by_clerk);
    EXPECT_EQ(extend(*presented, after, "Mưa lũ")->presented, by_clerk);
    const auto excluded = exclude(*presented, "Không thuộc phạm vi");
    EXPECT_EQ(excluded->stage, Stage::excluded);
    EXPECT_FALSE(excluded->presented);
}

} // namespace
} // namespace tiendo
