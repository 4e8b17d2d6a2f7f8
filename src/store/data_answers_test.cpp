#include "store/contract.hpp"

namespace tiendo::store {
namespace {

class DataAnswersContract : public Contract {
protected:
    void add(const char* question, const char* about, const char* reason)
    {
        store_.write([&](Transaction& t) {
            t.data_answers().add(
                {.plan = plan_,
                 .period = "2023",
                 .question = question,
                 .about = about,
                 .reason = reason,
                 .by = "boy",
                 .at = {7}}
            );
            return 0;
        });
    }

    std::int64_t plan_ = add_plan();
};
TRY_ON_ALL_DATABASES(DataAnswersContract);

TEST_P(DataAnswersContract, KeepsEveryAnswerInTheOrderInWhichTheyWereGiven)
{
    add("base_changed/6.1/bo-y/num", "last=100 value=400", "sáp nhập thôn");
    add("base_changed/6.1/bo-y/num", "last=100 value=400", "sáp nhập hai thôn");
    const auto kept = store_.read([&](Transaction& t) {
        EXPECT_TRUE(t.data_answers().of_period(plan_, "2022").empty());
        return t.data_answers().of_period(plan_, "2023");
    });
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].reason, "sáp nhập thôn");
    EXPECT_EQ(kept[1].reason, "sáp nhập hai thôn");
    EXPECT_EQ(kept[1].about, "last=100 value=400");
    EXPECT_EQ(kept[1].by, "boy");
    EXPECT_LT(kept[0].seq, kept[1].seq);
}

} // namespace
} // namespace tiendo::store
