#include "store/contract.hpp"

namespace tiendo::store {
namespace {

using StoreContract = Contract;
TRY_ON_ALL_DATABASES(StoreContract);

TEST_P(StoreContract, KeepsWhatAUseCaseDidWhenItAnsweredAValue)
{
    const auto answer = store_.write([](Transaction& t) -> Result<int> {
        t.settings().put("clock", "2023-12-08T16:00");
        return 7;
    });

    EXPECT_EQ(taken(answer), 7);
    const auto kept = store_.read([](Transaction& t) { return t.settings().find("clock"); });
    EXPECT_EQ(kept, "2023-12-08T16:00");
}

TEST_P(StoreContract, KeepsNothingWhenAUseCaseRefused)
{
    const auto answer = store_.write([](Transaction& t) -> Result<int> {
        t.settings().put("clock", "2023-12-08T16:00");
        return refuse(Refusal::invalid, "report.reason_missing");
    });

    EXPECT_EQ(refusal(answer), "report.reason_missing");
    const auto kept = store_.read([](Transaction& t) { return t.settings().find("clock"); });
    EXPECT_EQ(kept, std::nullopt);
}

TEST_P(StoreContract, KeepsNothingWhenAUseCaseThrew)
{
    const auto write_and_throw = [](Transaction& t) -> Result<int> {
        t.settings().put("clock", "2023-12-08T16:00");
        throw Bug("a state that cannot be");
    };

    EXPECT_THROW(store_.write(write_and_throw), Bug);
    const auto kept = store_.read([](Transaction& t) { return t.settings().find("clock"); });
    EXPECT_EQ(kept, std::nullopt);
}

} // namespace
} // namespace tiendo::store
