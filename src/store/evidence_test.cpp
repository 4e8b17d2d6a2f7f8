#include "store/contract.hpp"
#include "store/verify.hpp"

namespace tiendo::store {
namespace {

class EvidenceContract : public Contract {
protected:
    EvidenceRecord file(const char* id, const char* item) const
    {
        return {
            .id = id,
            .report = report_,
            .item = item,
            .name = "Biên bản.pdf",
            .kind = "pdf",
            .by = "saloong",
            .at = {7}
        };
    }

    void add(const EvidenceRecord& record, const std::string& bytes)
    {
        store_.write([&](Transaction& t) {
            t.evidence().add(record, bytes);
            return 0;
        });
    }

    std::int64_t plan_ = add_plan();
    ReportKey report_{plan_, "2023", "sa-loong"};
    const std::string bytes_{"%PDF\0\xff", 6};
};
TRY_ON_ALL_DATABASES(EvidenceContract);

TEST_P(EvidenceContract, KeepsAFileByteForByteWithItsDigest)
{
    add(file("a", "cell/3.2a"), bytes_);
    store_.read([&](Transaction& t) {
        const auto kept = t.evidence().of(report_);
        EXPECT_EQ(kept.size(), 1U);
        EXPECT_EQ(kept.at(0).item, "cell/3.2a");
        EXPECT_EQ(kept.at(0).size, 6);
        EXPECT_EQ(kept.at(0).sha256.size(), 64U);
        EXPECT_EQ(taken(t.evidence().bytes("a")), bytes_);
        EXPECT_TRUE(t.evidence().of({plan_, "2023", "dak-duc"}).empty());
        EXPECT_EQ(refusal(t.evidence().get("b")), "evidence.not_found");
        return 0;
    });
}

TEST_P(EvidenceContract, KeepsWhatWasTakenBackForTheVersionsBefore)
{
    add(file("a", "task/3.4"), bytes_);
    store_.write([&](Transaction& t) {
        t.evidence().take_back("a", {9});
        return 0;
    });
    store_.read([&](Transaction& t) {
        EXPECT_TRUE(t.evidence().of(report_).empty());
        EXPECT_EQ(taken(t.evidence().get("a")).removed_at, Instant{9});
        EXPECT_EQ(t.evidence().all().size(), 1U);
        return 0;
    });
}

TEST_P(EvidenceContract, IsCopiedAndVerified)
{
    add(file("a", "duty/7.1"), bytes_);
    auto copy = taken(open_store(another_empty_location()));
    store_.read([&](Transaction& from) {
        return copy.write([&](Transaction& to) {
            from.tables().copy_to(to.tables());
            return 0;
        });
    });
    EXPECT_EQ(copy.read([](Transaction& t) { return taken(t.evidence().bytes("a")); }), bytes_);
    EXPECT_EQ(taken(verify(copy)).evidence, 1);
}

} // namespace
} // namespace tiendo::store
