#include "domain/report/contradictions.hpp"
#include "domain/report/report_writer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo {
namespace {

UnitDirectory directory()
{
    std::vector<Unit> units;
    for (const char* name : {"a", "b", "xa-c", "xa-d"}) {
        Unit unit;
        unit.id = UnitId(name);
        unit.name = std::string("Phòng ") + name;
        unit.kind = std::string(name).starts_with("xa") ? UnitKind::commune : UnitKind::agency;
        units.push_back(std::move(unit));
    }
    return UnitDirectory(std::move(units), {});
}

struct Said {
    const char* unit;
    std::int64_t num;
    std::int64_t den;
};

MeasureFigure row(const char* id, const std::vector<Said>& said, const char* denominator = "")
{
    MeasureFigure row;
    row.measure.id = MeasureId(id);
    row.measure.quantity = Quantity{};
    row.indicator.unit = "%";
    row.indicator.denominator = denominator;
    std::vector<Contribution> contributions;
    for (const auto& one : said) {
        Contribution contribution;
        contribution.unit = UnitId(one.unit);
        contribution.cell.state = ValueState::value;
        contribution.cell.numbers = {{"num", one.num}, {"den", one.den}};
        row.measure.suppliers.push_back(contribution.unit);
        contributions.push_back(std::move(contribution));
    }
    row.figure = compute(row.measure, row.indicator, contributions);
    return row;
}

std::string say(std::string_view key, const WordArguments& arguments)
{
    std::string words = "[" + std::string(key);
    for (const auto& [name, value] : arguments)
        words += " " + value;
    return words + "]";
}

TEST(Contradictions, AreTwoAgenciesThatCountTheSameThingDifferently)
{
    const auto found = contradictions({row("2.3", {{"a", 84, 310}, {"b", 80, 310}})}, directory());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].numbers[0].counts.numerator, Decimal(84));
    EXPECT_EQ(found[0].numbers[1].unit, UnitId("b"));
}

TEST(Contradictions, AreNotPartsOfOneWhole)
{
    EXPECT_TRUE(contradictions({row("2.3", {{"a", 84, 310}, {"b", 5, 20}})}, directory()).empty());
    EXPECT_TRUE(contradictions({row("2.3", {{"a", 84, 310}, {"b", 84, 310}})}, directory()).empty()
    );
}

TEST(Contradictions, AreNotCommunesThatHappenToHaveTheSameCount)
{
    EXPECT_TRUE(contradictions({row("3.2a", {{"xa-c", 2, 3}, {"xa-d", 1, 3}})}, directory()).empty()
    );
}

TEST(Contradictions, AreTwoDenominatorsThatShouldBeOne)
{
    const std::vector<MeasureFigure> rows{
        row("2.1", {{"a", 7, 15}}, "Tổng số lao động nữ"),
        row("2.2", {{"a", 6, 14}}, "Tổng số lao động nữ"),
        row("2.4", {{"b", 6, 13}}, "Tổng số lao động nữ"),
        row("2.5", {{"a", 6, 13}}, "Tổng số doanh nghiệp"),
    };
    const auto found = contradictions(rows, directory());
    ASSERT_EQ(found.size(), 1u); // another unit may count another territory
    EXPECT_EQ(found[0].subject, "Tổng số lao động nữ");
    ReportMaterial material;
    material.rows = rows;
    material.directory = directory();
    EXPECT_EQ(
        text_of(contradiction_words(found, material, say)),
        "[contradicting.denominator tổng số lao động nữ]"
        "[contradicting.in_measure  Phòng a 2.1 15][contradicting.in_measure ,  Phòng a 2.2 14]"
    );
    // A sentence is for reading: of many the rest is counted.
    const auto many =
        text_of(contradiction_words(std::vector<Contradiction>(25, found.front()), material, say));
    EXPECT_EQ(std::ranges::count(many, ';'), 20);
    EXPECT_TRUE(many.substr(many.rfind(';')).starts_with("; [contradicting.more")) << many;
    EXPECT_NE(many.substr(many.rfind(';')).find('5'), std::string::npos);
}

} // namespace
} // namespace tiendo
