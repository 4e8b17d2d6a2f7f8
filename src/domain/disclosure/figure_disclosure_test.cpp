#include "domain/disclosure/figure_disclosure.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

struct Said {
    const char* unit;
    int numerator;
    int denominator;
    const char* version = "1";
};

MeasureFigure figure(const std::vector<Said>& said)
{
    MeasureFigure row;
    row.measure.id = MeasureId("3.2a");
    row.indicator.sensitive = true;
    row.indicator.unit = "%";
    std::vector<Contribution> contributions;
    for (const auto& [unit, numerator, denominator, version] : said) {
        row.measure.suppliers.emplace_back(unit);
        Contribution given;
        given.unit = UnitId(unit);
        given.submission = std::string(unit) + version;
        given.cell.state = ValueState::value;
        given.cell.numbers = {{"num", numerator}, {"den", denominator}};
        contributions.push_back(given);
    }
    row.figure = compute(row.measure, row.indicator, contributions);
    return row;
}

DisclosureLine line(const std::vector<Said>& said, const std::vector<PublishedTotal>& earlier = {})
{
    return disclose({figure(said)}, PeriodId("2023"), {earlier, {}}, SensitiveUse::totals).front();
}

const std::vector<Said> four{{"a", 9, 20}, {"b", 11, 18}, {"c", 8, 17}, {"d", 7, 16}};

TEST(FigureDisclosure, PublishesNothingBelowTheProvinceUnlessTheOfficeDecides)
{
    const auto hidden = disclose({figure(four)}, PeriodId("2023"), {}, SensitiveUse::none).front();
    EXPECT_EQ(hidden.why, WhyHidden::below_province);
    EXPECT_EQ(hidden.cells, 4);
    EXPECT_TRUE(hidden.totals.empty());
    auto open = figure(four);
    open.indicator.sensitive = false;
    EXPECT_TRUE(disclose({open}, PeriodId("2023"), {}, SensitiveUse::none).empty());
}

TEST(FigureDisclosure, PublishesATotalFromWhichNoUnitCanBeMadeOut)
{
    const auto shown = line(four);
    EXPECT_EQ(shown.why, WhyHidden::shown);
    ASSERT_EQ(shown.totals.size(), 1U);
    EXPECT_EQ(shown.totals.front().parts.size(), 4U);
}

TEST(FigureDisclosure, HidesSmallCountsAndRatesOfFew)
{
    EXPECT_EQ(line({{"a", 9, 10}, {"b", 10, 12}, {"c", 8, 8}}).why, WhyHidden::small_count);
    EXPECT_EQ(line({{"a", 3, 5}, {"b", 3, 6}, {"c", 2, 5}}).why, WhyHidden::small_base);
    EXPECT_EQ(line({{"a", 10, 10}, {"b", 12, 12}, {"c", 9, 9}}).why, WhyHidden::small_base)
        << "all of a group says something of each";
}

TEST(FigureDisclosure, HidesATotalThatIsOneOrTwoUnits)
{
    EXPECT_EQ(line({{"a", 30, 60}}).why, WhyHidden::makes_out_a_unit);
    EXPECT_EQ(line({{"a", 30, 60}, {"b", 20, 50}}).why, WhyHidden::makes_out_a_unit)
        << "each of the two knows the other one";
}

TEST(FigureDisclosure, HidesALaterTotalThatOneMoreUnitMadeLarger)
{
    const auto published = line(four).totals;
    EXPECT_EQ(line(four, published).why, WhyHidden::shown) << "the same once more says nothing new";
    auto five = four;
    five.push_back({"e", 8, 19});
    EXPECT_EQ(line(five, published).why, WhyHidden::makes_out_a_unit);
    five.insert(five.end(), {{"f", 9, 21}, {"g", 10, 22}});
    EXPECT_EQ(line(five, published).why, WhyHidden::shown);
}

TEST(FigureDisclosure, LetsACorrectionOfOneUnitGoOutSinceItsCountsStayUnknown)
{
    const auto published = line(four).totals;
    auto corrected = four;
    corrected[2] = {"c", 9, 17, "2"};
    // What is new is by how much one unit changed, not what it has.
    EXPECT_EQ(line(corrected, published).why, WhyHidden::shown);
}

DisclosureLine line_of(
    const PeriodId& period, const std::vector<PeriodId>& published, const char* measure = "3.2a"
)
{
    EarlierReleases earlier;
    auto totals = line(four).totals;
    totals.front().measure = MeasureId(measure);
    for (const auto& each : published)
        earlier.others.emplace_back(each, totals);
    return disclose({figure(four)}, period, earlier, SensitiveUse::totals).front();
}

TEST(FigureDisclosure, HidesAPeriodThatOverlapsAPublishedOne)
{
    const PeriodId half_year("2023S1");
    const PeriodId first("2023Q1");
    const PeriodId second("2023Q2");
    EXPECT_EQ(line_of(half_year, {first}).why, WhyHidden::makes_out_a_period);
    EXPECT_EQ(line_of(first, {half_year}).why, WhyHidden::makes_out_a_period);
    EXPECT_TRUE(line_of(first, {half_year}).totals.empty());
    EXPECT_EQ(line_of(second, {first}).why, WhyHidden::shown);
    EXPECT_EQ(line_of(half_year, {first}, "3.2b").why, WhyHidden::shown) << "another measure";
}

TEST(FigureDisclosure, ShowsAPeriodWhosePartsWereAllPublished)
{
    const PeriodId half_year("2023S1");
    const std::vector<PeriodId> quarters{PeriodId("2023Q1"), PeriodId("2023Q2")};
    EXPECT_EQ(line_of(half_year, quarters).why, WhyHidden::shown);
    EXPECT_EQ(line_of(PeriodId("2023"), quarters).why, WhyHidden::makes_out_a_period);
}

} // namespace
} // namespace tiendo
