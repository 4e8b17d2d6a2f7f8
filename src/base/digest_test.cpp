#include "base/digest.hpp"
#include "base/id.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(Digest, OfABCIsTheOneOfTheStandard)
{
    // FIPS 180-4, example of SHA-256.
    EXPECT_EQ(
        sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

TEST(RandomToken, IsUrlSafeAndNeverTheSameTwice)
{
    const auto token = random_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
    EXPECT_NE(token, random_token());
}

TEST(Uuid7, SortsByItsTime)
{
    EXPECT_LT(new_uuid7(1'000), new_uuid7(2'000));
    EXPECT_EQ(new_uuid7(0).substr(0, 15), "00000000-0000-7");
}

} // namespace
} // namespace tiendo
