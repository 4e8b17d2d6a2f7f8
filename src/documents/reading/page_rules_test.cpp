#include "documents/reading/page_rules.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace tiendo::documents {
namespace {

TEST(PageRules, AreTheLongLinesOfAPicture)
{
    constexpr int width = 200;
    constexpr int height = 100;
    std::vector<unsigned char> pixels(width * height, 255);
    for (int x = 10; x < 190; ++x)
        pixels[static_cast<std::size_t>(20 * width + x)] = 0;
    for (int y = 20; y < 90; ++y)
        pixels[static_cast<std::size_t>(y * width + 50)] = 0;
    for (int x = 60; x < 70; ++x) // a letter's serif
        pixels[static_cast<std::size_t>(40 * width + x)] = 0;
    const auto rules = rules_in({pixels.data(), width, height, width, 1.0});
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_TRUE(rules[0].is_horizontal());
    EXPECT_DOUBLE_EQ(rules[0].box.left, 10);
    EXPECT_DOUBLE_EQ(rules[0].box.right, 190);
    EXPECT_FALSE(rules[1].is_horizontal());
    EXPECT_DOUBLE_EQ(rules[1].box.bottom, 90);
}

TEST(PageRules, OfAScanMayBePaleAndBrokenButAreNoRowsOfLetters)
{
    constexpr int width = 200;
    constexpr int height = 100;
    std::vector<unsigned char> pixels(width * height, 250);
    const auto pixel = [&](int x, int y) -> unsigned char& {
        return pixels[static_cast<std::size_t>(y * width + x)];
    };
    for (int x = 10; x < 190; ++x)
        if (x % 20 != 0) pixel(x, 20) = 200;
    for (int y = 50; y < 62; ++y) // letters that a blurred picture joins
        for (int x = 10; x < 190; ++x)
            if (y == 56 || x % 4 != 0) pixel(x, y) = 120;
    const auto rules = rules_in({pixels.data(), width, height, width, 1.0, true});
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_DOUBLE_EQ(rules[0].box.left, 10);
    EXPECT_DOUBLE_EQ(rules[0].box.right, 190);
    EXPECT_DOUBLE_EQ(rules[0].box.top, 20);
}

} // namespace
} // namespace tiendo::documents
