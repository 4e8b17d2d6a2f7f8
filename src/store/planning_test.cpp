#include "store/contract.hpp"

namespace tiendo::store {
namespace {

class PlanningContract : public Contract {
protected:
    std::int64_t plan_ = add_plan();
};
TRY_ON_ALL_DATABASES(PlanningContract);

TEST_P(PlanningContract, KeepsThePlansDocumentByteForByte)
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

TEST_P(PlanningContract, KeepsThePicturesOfAPlansPages)
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

TEST_P(PlanningContract, NumbersWhatWasDecidedOverAPlansReading)
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

TEST_P(PlanningContract, RefusesAPlanThatSomebodyElseHasChangedMeanwhile)
{
    auto plan = taken(store_.read([&](Transaction& t) { return t.plans().get(plan_); }));
    plan.state = "running";
    const auto put = [&] {
        return store_.write([&](Transaction& t) { return t.plans().put(plan); });
    };

    EXPECT_EQ(taken(put()), 2);
    EXPECT_EQ(refusal(put()), "store.changed_meanwhile");
}

TEST_P(PlanningContract, KeepsThePeriodsOfAPlan)
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

TEST_P(PlanningContract, KeepsTheOfficesTablesOfAPeriodInTheOrderTheyWereMade)
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
