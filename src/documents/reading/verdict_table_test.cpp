#include "base/number_text.hpp"
#include "documents/reading/read_quantities.hpp"
#include "domain/indicator/judge.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace tiendo::documents {
namespace {

const std::filesystem::path table_file =
    std::filesystem::path(TIENDO_SOURCE_DIR) / "tests/golden/verdicts.txt";

std::string comparison(const Quantity& quantity)
{
    const auto amount = vietnamese_number(quantity.value) + " " + quantity.unit;
    const std::string change = quantity.change ? "mức thay đổi " : "";
    switch (quantity.comparator) {
    case Comparator::at_least:
        return change + "từ " + amount + " trở lên";
    case Comparator::above:
        return change + "trên " + amount;
    case Comparator::at_most:
        return change + "không quá " + amount;
    case Comparator::below:
        return change + "dưới " + amount;
    case Comparator::about:
        return change + "khoảng " + amount;
    case Comparator::exactly:
        return change + "ở mức " + amount;
    }
    return {};
}

/// One unit has reported exactly that value.
std::string verdict(const Quantity& quantity, const Decimal& value)
{
    Measure measure;
    measure.quantity = quantity;
    measure.suppliers = {UnitId("a")};
    Indicator indicator;
    indicator.shape = Shape::count;
    Contribution answer;
    answer.unit = UnitId("a");
    answer.cell.state = ValueState::value;
    answer.cell.numbers["value"] = value;
    const auto judgement = judge(measure, indicator, compute(measure, indicator, {answer}));
    if (judgement.verdict != Verdict::met) return "chưa đạt";
    return judgement.exceeded ? "vượt" : "đạt";
}

std::string line_of(const Quantity& quantity)
{
    auto line = "  " + comparison(quantity);
    const Decimal step(1, 2);
    for (const auto& value :
         {*subtract(quantity.value, step), quantity.value, *add(quantity.value, step)})
        line += " | " + vietnamese_number(value) + " " + verdict(quantity, value);
    return line;
}

/// The table holds the phrases; what stands below each is read and judged anew.
TEST(VerdictTable, IsRightForEachPhraseAroundItsThreshold)
{
    std::ifstream file(table_file);
    std::ostringstream kept;
    kept << file.rdbuf();
    std::istringstream lines(kept.str());
    std::ostringstream made;
    int phrases = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("  ")) continue;
        made << line << '\n';
        if (line.empty() || line.starts_with("#")) continue;
        ++phrases;
        const TargetFrame frame{date(2023, 1, 1), date(2030, 12, 31), 2023, {}};
        for (const auto& quantity : read_quantities(line, frame).quantities)
            made << line_of(quantity) << '\n';
    }
    EXPECT_GE(phrases, 30);
    EXPECT_EQ(made.str(), kept.str());
}

} // namespace
} // namespace tiendo::documents
