#include "domain/chase/inner_notice.hpp"
#include "domain/chase/ladder.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

ReportState waiting(Instant at)
{
    return present_to_leader({}, {Stage::drafting, "saloong", at, {}}).value();
}

TEST(InnerNotice, NamesWhomItIsForAndWhichStepItIsAbout)
{
    const auto rung = inner_rung(InnerNotice::for_leader, "saloong-ld", {1700});
    EXPECT_EQ(rung, "for_leader/saloong-ld/1700");
    EXPECT_TRUE(is_inner(rung));
    EXPECT_EQ(addressee_of(rung), "saloong-ld");
    EXPECT_FALSE(is_inner("overdue+1"));
    EXPECT_EQ(addressee_of("overdue+1"), "");
}

TEST(InnerNotice, HoldsWhileTheReportWaitsForThatVeryStep)
{
    const auto rung = inner_rung(InnerNotice::for_leader, "saloong-ld", {1700});
    EXPECT_TRUE(inner_holds(rung, waiting({1700})));
    EXPECT_FALSE(inner_holds(rung, waiting({1800})));
    EXPECT_FALSE(inner_holds(rung, take_back(waiting({1700})).value()));
}

TEST(InnerNotice, HoldsUntilWhatCameBackIsSentOn)
{
    const auto rung = inner_rung(InnerNotice::given_back, "saloong", {1700});
    const auto back = give_back_to_entry(waiting({1700}), "Thiếu quý IV").value();
    EXPECT_TRUE(inner_holds(rung, back));
    const auto again = present_to_leader(back, {Stage::drafting, "saloong", {1900}, {}}).value();
    EXPECT_FALSE(inner_holds(rung, again));
}

} // namespace
} // namespace tiendo
