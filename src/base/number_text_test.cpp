#include "base/number_text.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace tiendo {
namespace {

const char* name_of(NumberReading reading)
{
    switch (reading) {
    case NumberReading::plain:
        return "plain";
    case NumberReading::dot_as_thousands:
        return "dot_as_thousands";
    case NumberReading::dot_as_decimal:
        return "dot_as_decimal";
    }
    return "";
}

TEST(TypedNumber, IsReadAsTheSharedTableSays)
{
    // One case a line, the form that the browser's test reads too.
    std::ifstream file(TIENDO_SOURCE_DIR "/tests/data/typed-numbers.json");
    const std::regex good(
        R"re("typed": "(.*)", "value": "(.*)", "reading": "(.*)", "unit": "(.*)" )re"
    );
    const std::regex bad(R"re("typed": "(.*)", "value": null)re");
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        std::smatch match;
        if (std::regex_search(line, match, good)) {
            const auto number = read_typed_number(match[1].str());
            ASSERT_TRUE(number.has_value()) << line;
            EXPECT_EQ(number->value.str(), match[2].str()) << line;
            EXPECT_EQ(name_of(number->reading), match[3].str()) << line;
            EXPECT_EQ(number->unit, match[4].str()) << line;
            ++cases;
        } else if (std::regex_search(line, match, bad)) {
            EXPECT_FALSE(read_typed_number(match[1].str()).has_value()) << line;
            ++cases;
        }
    }
    EXPECT_EQ(cases, 23);
}

TEST(VietnameseNumber, HasDecimalCommaAndThousandsDot)
{
    EXPECT_EQ(vietnamese_number(Decimal(12345675, 1)), "1.234.567,5");
    EXPECT_EQ(vietnamese_number(Decimal(85), 2), "85,00");
    EXPECT_EQ(vietnamese_number(Decimal(-1234)), "-1.234");
    EXPECT_EQ(vietnamese_number(Decimal(555555, 4), 2), "55,56");
}

TEST(EnglishNumber, HasDecimalPointAndThousandsComma)
{
    EXPECT_EQ(english_number(Decimal(12345675, 1)), "1,234,567.5");
}

} // namespace
} // namespace tiendo
