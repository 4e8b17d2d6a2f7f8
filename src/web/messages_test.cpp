#include "web/messages.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using namespace std::string_view_literals;

const Wording vietnamese(Messages::embedded(), Language::vietnamese);
const Wording english(Messages::embedded(), Language::english);

TEST(Messages, FillInTheirArguments)
{
    const auto messages = Messages::parse(
        "report.late\0Nộp muộn {days} ngày, {days}\0"sv, "report.late\0{days} days\0"sv
    );
    EXPECT_EQ(
        "Nộp muộn 2 ngày, 2", messages.text(Language::vietnamese, "report.late", {{"days", "2"}})
    );
    EXPECT_EQ("3 days", messages.text(Language::english, "report.late", {{"days", "3"}}));
}

TEST(Messages, LeaveWhatNobodyGaveAndDoNotFillInWhatWasFilledIn)
{
    const auto messages = Messages::parse("a\0{x} và {y} {\0"sv, ""sv);
    EXPECT_EQ("{y} và {y} {", messages.text(Language::vietnamese, "a", {{"x", "{y}"}}));
}

TEST(Messages, ShowTheKeyOfAMissingSentence)
{
    EXPECT_EQ("no.such_key", Messages::embedded().text(Language::vietnamese, "no.such_key"));
}

TEST(Messages, CannotGiveOneKeyTwice)
{
    EXPECT_THROW(static_cast<void>(Messages::parse("a\0x\0a\0y\0"sv, ""sv)), Bug);
}

TEST(Wording, WritesNumbersAsTheReaderDoes)
{
    EXPECT_EQ("1.234,5", vietnamese.number(Decimal{12345, 1}));
    EXPECT_EQ("1,234.5", english.number(Decimal{12345, 1}));
    EXPECT_EQ("85,00", vietnamese.number(Decimal{85}, 2));
}

TEST(Wording, WritesQuantitiesWithTheirUnit)
{
    EXPECT_EQ("26,05%", vietnamese.quantity(Decimal{2605, 2}, "percent"));
    EXPECT_EQ("1,6 lần", vietnamese.quantity(Decimal{16, 1}, "ratio"));
    EXPECT_EQ("31,8/100.000", vietnamese.quantity(Decimal{318, 1}, "per_100000"));
    EXPECT_EQ("3 tin, bài", vietnamese.quantity(Decimal{3}, "tin, bài"));
    EXPECT_EQ("12", vietnamese.quantity(Decimal{12}, "count"));
}

TEST(Wording, WritesDaysWithTwoDigits)
{
    EXPECT_EQ("08/12/2023", vietnamese.day(date(2023, 12, 8)));
    EXPECT_EQ("8 December 2023", english.day(date(2023, 12, 8)));
    const Instant deadline = instant_of({date(2023, 12, 8), 17, 0});
    EXPECT_EQ("17:00 ngày 08/12/2023", vietnamese.moment(deadline));
}

TEST(Wording, NamesPeriods)
{
    EXPECT_EQ("Năm 2023", vietnamese.period(PeriodId("2023")));
    EXPECT_EQ("Quý IV/2023", vietnamese.period(PeriodId("2023Q4")));
    EXPECT_EQ("6 tháng đầu năm 2023", vietnamese.period(PeriodId("2023S1")));
    EXPECT_EQ("9 tháng năm 2023", vietnamese.period(PeriodId("2023N9")));
    EXPECT_EQ("Tháng 02/2023", vietnamese.period(PeriodId("202302")));
    EXPECT_EQ("Năm học 2023-2024", vietnamese.period(PeriodId("2023Sep")));
    EXPECT_EQ("x", vietnamese.period(PeriodId("x")));
}

TEST(Wording, WritesTheNumbersInAProblem)
{
    const Problem rule{
        "rule.at_least",
        {{"bound", "26.05"},
         {"value", "27.1"},
         {"unit", "percent"},
         {"numerator", "1084"},
         {"denominator", "4000"}}
    };
    EXPECT_EQ(
        "Đạt khi từ 26,05% trở lên. Thực hiện 27,1% (1.084/4.000).", vietnamese.sentence(rule)
    );
}

} // namespace
} // namespace tiendo::web
