#include "web/views/figure_words.hpp"
#include "web/views/target_words.hpp"
#include "web/views/verdict_words.hpp"

#include <gtest/gtest.h>

namespace tiendo::web::view {
namespace {

const Wording vietnamese(Messages::embedded(), Language::vietnamese);
const Wording english(Messages::embedded(), Language::english);

Measure measure(Comparator comparator, const char* value, const char* unit = "percent")
{
    Measure measure;
    measure.id = MeasureId("1.1");
    measure.quantity = Quantity{};
    measure.quantity->comparator = comparator;
    measure.quantity->value = *Decimal::parse(value);
    measure.quantity->unit = unit;
    measure.suppliers = {UnitId("a")};
    return measure;
}

Indicator indicator(std::int64_t factor = 100, const char* unit = "%")
{
    Indicator indicator;
    indicator.factor = factor;
    indicator.unit = unit;
    return indicator;
}

std::string target(Comparator comparator, const char* value, const char* unit = "percent")
{
    return target_words(measure(comparator, value, unit), indicator(), vietnamese);
}

Cell counts(std::map<std::string, Decimal> numbers)
{
    Cell cell;
    cell.state = ValueState::value;
    cell.numbers = std::move(numbers);
    return cell;
}

Figure figure_of(const Measure& measure, const Indicator& indicator, Cell cell)
{
    Contribution contribution;
    contribution.unit = UnitId("a");
    contribution.cell = std::move(cell);
    return compute(measure, indicator, {contribution});
}

TEST(FigureWords, SayATargetAsAnOfficialDocumentDoes)
{
    EXPECT_EQ(target(Comparator::at_least, "56"), "từ 56% trở lên");
    EXPECT_EQ(target(Comparator::at_least, "26.05"), "từ 26,05% trở lên");
    EXPECT_EQ(target(Comparator::above, "94"), "trên 94%");
    EXPECT_EQ(target(Comparator::below, "30"), "dưới 30%");
    EXPECT_EQ(target(Comparator::at_most, "1.6", "ratio"), "không quá 1,6 lần");
    EXPECT_EQ(target(Comparator::at_most, "31.8", "per_100000"), "không quá 31,8/100.000");
    EXPECT_EQ(target(Comparator::at_least, "100"), "100%");
    EXPECT_EQ(target(Comparator::at_least, "12", "tin, bài"), "từ 12 tin, bài trở lên");
}

TEST(FigureWords, SayWhatAboutAllows)
{
    auto about = measure(Comparator::about, "80");
    EXPECT_EQ(target_words(about, indicator(), vietnamese), "khoảng 80%");
    about.tolerance = Decimal{1};
    EXPECT_EQ(target_words(about, indicator(), vietnamese), "khoảng 80% (từ 79%)");
    EXPECT_EQ(target_words(about, indicator(), english), "about 80% (from 79%)");
}

TEST(FigureWords, SayTheConditionOfEachQuarter)
{
    auto news = measure(Comparator::at_least, "100");
    news.inner = Quantity{};
    news.inner->value = Decimal{3};
    news.inner->unit = "tin, bài";
    news.inner->every = Cadence::quarter;
    EXPECT_EQ(target_words(news, indicator(), vietnamese), "100%, mỗi quý từ 3 tin, bài trở lên");
}

TEST(FigureWords, UseTheWordsOfTheIndicatorOnlyForTheSameBase)
{
    const auto births = indicator(100, "bé trai/100 bé gái");
    EXPECT_EQ(
        target_words(measure(Comparator::at_most, "108", "per_100"), births, vietnamese),
        "không quá 108 bé trai/100 bé gái"
    );
    EXPECT_EQ(
        target_words(measure(Comparator::exactly, "108", "per_110"), births, vietnamese),
        "bằng 108/110"
    );
    EXPECT_EQ(
        measure_unit(measure(Comparator::at_most, "108", "per_100"), births, vietnamese),
        "bé trai/100 bé gái"
    );
    EXPECT_EQ(
        target_words(measure(Comparator::at_most, "108", "per_100"), births, english),
        "no more than 108/100"
    );
}

TEST(FigureWords, GiveARateTwoDecimals)
{
    const auto asked = measure(Comparator::at_least, "80");
    const auto figure = figure_of(asked, indicator(), counts({{"num", 17}, {"den", 20}}));
    EXPECT_EQ(value_words(figure, asked, indicator(), vietnamese), "85,00%");
    EXPECT_EQ(value_words(figure, asked, indicator(), english), "85.00%");
    EXPECT_EQ(counts_words(figure, indicator(), vietnamese), "17/20");

    const auto births = indicator(100, "bé trai/100 bé gái");
    const auto ratio = measure(Comparator::at_most, "108", "per_100");
    EXPECT_EQ(
        value_words(
            figure_of(ratio, births, counts({{"num", 563}, {"den", 512}})),
            ratio,
            births,
            vietnamese
        ),
        "109,96"
    );
}

TEST(FigureWords, SayBothSexes)
{
    auto schools = indicator();
    schools.breakdown = Breakdown::sex;
    const auto asked = measure(Comparator::above, "94");
    const auto figure = figure_of(
        asked,
        schools,
        counts({{"num.male", 412}, {"den.male", 431}, {"num.female", 398}, {"den.female", 409}})
    );
    EXPECT_EQ(value_words(figure, asked, schools, vietnamese), "nam 95,59%; nữ 97,31%");
    EXPECT_EQ(counts_words(figure, schools, vietnamese), "nam 412/431; nữ 398/409");
}

TEST(FigureWords, NeverShowZeroForWhatIsNotKnown)
{
    const auto asked = measure(Comparator::at_least, "80");
    EXPECT_EQ(
        value_words(compute(asked, indicator(), {}), asked, indicator(), vietnamese),
        "chưa có số liệu"
    );
    Cell none;
    none.state = ValueState::not_arising;
    EXPECT_EQ(
        value_words(figure_of(asked, indicator(), none), asked, indicator(), vietnamese),
        "không phát sinh"
    );
}

TEST(FigureWords, SayThatRoundingDoesNotCount)
{
    const auto asked = measure(Comparator::at_least, "56");
    auto leaders = indicator();
    leaders.counted = "cơ quan";
    const auto figure = figure_of(asked, leaders, counts({{"num", 5}, {"den", 9}}));
    const auto judgement = judge(asked, leaders, figure);
    EXPECT_EQ(
        rule_words(judgement, asked, leaders, vietnamese),
        "Đạt khi từ 56% trở lên. Thực hiện 55,56% (5/9)."
    );
    EXPECT_EQ(
        rounding_words(judgement, asked, leaders, vietnamese),
        "So sánh bằng số chưa làm tròn: 5/9 còn dưới 56%, dù làm tròn thì thành 56%."
    );
    EXPECT_EQ(shortfall_words(judgement, leaders, vietnamese), "còn thiếu 1 cơ quan");
    EXPECT_EQ(shortfall_words(judgement, indicator(), vietnamese), "còn thiếu 1");
}

TEST(FigureWords, SayNothingOfRoundingWhereItChangesNothing)
{
    const auto asked = measure(Comparator::at_least, "35");
    auto masters = indicator();
    masters.counted = "người";
    const auto judgement =
        judge(asked, masters, figure_of(asked, masters, counts({{"num", 21}, {"den", 64}})));
    EXPECT_EQ(rounding_words(judgement, asked, masters, vietnamese), "");
    EXPECT_EQ(shortfall_words(judgement, masters, vietnamese), "còn thiếu 2 người");
}

TEST(FigureWords, SayHowFarFromTheTarget)
{
    EXPECT_EQ(difference_words(Decimal{85}, Decimal{80}, indicator(), vietnamese), "+5,00");
    EXPECT_EQ(
        difference_words(*Decimal::parse("55.56"), Decimal{56}, indicator(), vietnamese), "−0,44"
    );
    EXPECT_EQ(difference_words(Decimal{80}, Decimal{80}, indicator(), vietnamese), "0,00");
}

TEST(FigureWords, SayHowManyHaveReported)
{
    std::vector<Unit> communes(3);
    auto asked = measure(Comparator::at_least, "80");
    asked.suppliers = {UnitId("a"), UnitId("b"), UnitId("c")};
    for (std::size_t i = 0; i < communes.size(); ++i) {
        communes[i].id = asked.suppliers[i];
        communes[i].kind = UnitKind::commune;
    }
    const UnitDirectory directory(communes, {});
    const auto figure = figure_of(asked, indicator(), counts({{"num", 1}, {"den", 2}}));
    EXPECT_EQ(coverage_words(figure, asked, directory, vietnamese), "đã có số liệu 1/3 xã");
    EXPECT_EQ(accepted_words(figure.coverage, vietnamese), "chờ tiếp nhận");
    EXPECT_EQ(
        accepted_words({.expected = 8, .reported = 6, .accepted = 4}, vietnamese),
        "đã tiếp nhận 4/6"
    );
}

TEST(FigureWords, SayWhatAUnitTyped)
{
    auto news = indicator();
    news.shape = Shape::quarters;
    EXPECT_EQ(
        cell_words(counts({{"q1", 3}, {"q2", 3}, {"q3", 1}, {"q4", 3}}), news, vietnamese),
        "3, 3, 1, 3"
    );
    auto programme = indicator();
    programme.shape = Shape::months;
    EXPECT_EQ(cell_words(counts({{"m01", 1}, {"m02", 1}}), programme, vietnamese), "2/12 tháng");
    EXPECT_EQ(
        cell_words(counts({{"num", 7412}, {"den", 15290}}), indicator(), vietnamese), "7.412/15.290"
    );
}

} // namespace
} // namespace tiendo::web::view
