#include "documents/exchange/plan_json.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

PlanReading reading()
{
    PlanReading reading;
    reading.document.kind = "KH";
    reading.document.symbol = "KH-UBND";
    reading.document.title = "Triển khai Chiến lược";
    reading.document.period_from = date(2023, 1, 1);
    reading.document.period_to = date(2023, 12, 31);
    reading.document.bases = {{"786/KH-UBND", date(2023, 3, 22), "Ủy ban nhân dân tỉnh Kon Tum"}};
    reading.document.signer = {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Lan"};
    Quantity quantity;
    quantity.value = *Decimal::parse("26.05");
    quantity.unit = "percent";
    quantity.baseline = 24;
    quantity.due = date(2023, 12, 31);
    quantity.every = Cadence::quarter;
    quantity.change = Change::decrease;
    reading.objectives = {
        {"1", std::nullopt, {25, 25}, {{"1.1", "Đạt \"26,05%\"", {27, 28}, {quantity}}}}
    };
    reading.tasks = {
        {"3.1",
         "3",
         "Truyền thông",
         "Mở lớp",
         {101, 101},
         {"Phòng Y tế"},
         {"Công an huyện"},
         date(2023, 6, 30),
         "Kế hoạch"}
    };
    reading.duties = {{{"Phòng Tư pháp"}, "Hướng dẫn\nPhối hợp", {147, 151}}};
    reading.reports = {
        {{"các cơ quan"}, {"Phòng Nội vụ"}, {}, Cadence::year, "--12-10", true, {173, 173}}
    };
    reading.events = {{"Tháng hành động", "--11-15", "--12-15", {103, 103}}};
    reading.recipients = {{"Sở Nội vụ", "b/c"}, {"Văn phòng", ""}};
    reading.annexes_mentioned = 1;
    reading.findings = {
        {"annex_missing", Severity::error, {143, 143}, "Thiếu phụ lục", "No annex", "Bổ sung", ""}
    };
    return reading;
}

TEST(PlanJson, GivesBackWhatItWasGiven)
{
    const auto read = parse_plan_json(to_plan_json(reading()));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(*read, reading());
}

TEST(PlanJson, WritesNumbersWithJustTheirDigits)
{
    const auto json = to_plan_json(reading());
    EXPECT_NE(json.find(R"("baseline":24,)"), std::string::npos);
    EXPECT_NE(json.find(R"("value":26.05,)"), std::string::npos);
}

TEST(PlanJson, OfSomethingElseIsRefused)
{
    EXPECT_FALSE(parse_plan_json(not_a_plan_json()).has_value());
    EXPECT_FALSE(parse_plan_json(R"({"format":"other"})").has_value());
    EXPECT_FALSE(parse_plan_json("no json").has_value());
    EXPECT_FALSE(
        parse_plan_json(R"({"format":"tiendo-plan/1","objectives":[{"lines":["x"]}]})").has_value()
    );
}

TEST(PlanJson, RefusesATextThatWouldBeWrittenAsANumber)
{
    EXPECT_FALSE(parse_plan_json(R"({"format":"tiendo-plan/1","document":{"title":"\u00012.5"}})"));
    EXPECT_TRUE(parse_plan_json(R"({"format":"tiendo-plan/1","document":{"title":"2\u0001.5"}})"));
}

} // namespace
} // namespace tiendo::documents
