#include "store/contract.hpp"

namespace tiendo::store {
namespace {

class ConsolidatedContract : public Contract {
protected:
    std::int64_t plan_ = add_plan();
};
TRY_ON_ALL_DATABASES(ConsolidatedContract);

TEST_P(ConsolidatedContract, KeepsWhatTheOfficeWroteOverTheComputedText)
{
    OfficeText text{
        .plan = plan_,
        .period = "2023",
        .key = "IV.2",
        .text = "Còn chậm.",
        .computed_text = "Chậm.",
        .reason = "Theo ý kiến lãnh đạo",
        .by = "lan",
        .at = {9},
        .revision = 0
    };
    const auto put = [&] {
        return store_.write([&](Transaction& t) { return t.consolidated_reports().put(text); });
    };

    EXPECT_EQ(taken(put()), 1);
    EXPECT_EQ(refusal(put()), "store.changed_meanwhile");
    text.revision = 1;
    store_.write([&](Transaction& t) {
        EXPECT_EQ(t.consolidated_reports().texts(plan_, "2023"), std::vector{text});
        t.consolidated_reports().remove_text(plan_, "2023", "IV.2");
        EXPECT_TRUE(t.consolidated_reports().texts(plan_, "2023").empty());
        return done;
    });
}

TEST_P(ConsolidatedContract, KeepsWhatTheOfficeChoseOfTheUnitsSentences)
{
    GatheredPart part{
        .plan = plan_,
        .period = "2023",
        .part = "strengths",
        .choices = "{}",
        .by = "lan",
        .at = {9},
        .revision = 0
    };
    const auto put = [&] {
        return store_.write([&](Transaction& t) {
            return t.consolidated_reports().put_choices(part);
        });
    };

    EXPECT_EQ(taken(put()), 1);
    EXPECT_EQ(refusal(put()), "store.changed_meanwhile");
    part.revision = 1;
    store_.read([&](Transaction& t) {
        EXPECT_EQ(t.consolidated_reports().choices(plan_, "2023", "strengths"), part);
        EXPECT_EQ(t.consolidated_reports().choices(plan_, "2023", "causes"), std::nullopt);
        EXPECT_EQ(t.consolidated_reports().choices(plan_, "2023"), std::vector{part});
        return done;
    });
}

TEST_P(ConsolidatedContract, FreezesEveryVersionOfTheConsolidatedReport)
{
    ReportVersion version{
        .plan = plan_,
        .period = "2023",
        .version = 0,
        .body = "abc",
        .sha256 = {},
        .at = {9},
        .by = "lan",
        .state = "draft"
    };
    store_.write([&](Transaction& t) {
        EXPECT_EQ(t.consolidated_reports().freeze(version), 1);
        EXPECT_EQ(t.consolidated_reports().freeze(version), 2);
        return done;
    });

    version.version = 2;
    version.sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    store_.read([&](Transaction& t) {
        auto reports = t.consolidated_reports();
        EXPECT_EQ(taken(reports.version(plan_, "2023", 2)), version);
        EXPECT_EQ(reports.newest(plan_, "2023"), version);
        EXPECT_EQ(reports.versions(plan_, "2023").size(), 2U);
        EXPECT_EQ(refusal(reports.version(plan_, "2023", 3)), "report_version.not_found");
        return done;
    });
}

} // namespace
} // namespace tiendo::store
