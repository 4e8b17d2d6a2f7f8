#include "store/contract.hpp"

namespace tiendo::store {
namespace {

class WaitingUploadContract : public Contract {
protected:
    void add(const WaitingUpload& upload)
    {
        store_.write([&](Transaction& t) {
            t.waiting_uploads().add(upload);
            return 0;
        });
    }
};
TRY_ON_ALL_DATABASES(WaitingUploadContract);

TEST_P(WaitingUploadContract, KeepsTheOrderInWhichTheyCame)
{
    const WaitingUpload first{"z", "Kế hoạch.pdf", std::string("%PDF\0\xff", 6), "chuyenvien", {7}};
    const WaitingUpload second{"a", "scan.jpg", "jpg", "pct", {7}};
    add(first);
    add(second);
    store_.read([&](Transaction& t) {
        EXPECT_EQ(t.waiting_uploads().all(), (std::vector{first, second}));
        return 0;
    });
}

TEST_P(WaitingUploadContract, ForgetsWhatWasRead)
{
    add({"z", "a.pdf", "1", "chuyenvien", {7}});
    add({"a", "b.pdf", "2", "chuyenvien", {8}});
    store_.write([](Transaction& t) {
        t.waiting_uploads().remove("z");
        return 0;
    });
    store_.read([](Transaction& t) {
        EXPECT_EQ(t.waiting_uploads().all().size(), 1U);
        return 0;
    });
}

} // namespace
} // namespace tiendo::store
