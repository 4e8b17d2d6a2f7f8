#include "documents/exchange/answers_json.hpp"
#include "documents/exchange/indicator_json.hpp"
#include "documents/exchange/office_table_json.hpp"
#include "documents/exchange/official_document_json.hpp"
#include "documents/exchange/period_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/exchange/unit_json.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

TEST(AnswersJson, GivesBackWhatItWasGiven)
{
    Answers answers;
    Cell cell;
    cell.state = ValueState::value;
    cell.kind = ValueKind::estimate;
    cell.numbers = {{"num", *Decimal::parse("26.05")}, {"den", 310}};
    cell.note = "đường dẫn \"bài\"";
    answers.cells[MeasureId("3.2a")] = cell;
    Cell none;
    none.state = ValueState::not_applicable;
    none.reason = "không có cơ sở";
    answers.cells[MeasureId("3.3")] = none;
    answers.tasks["3.4"] = {TaskState::finished, date(2023, 11, 2), "02 buổi", "Kế hoạch", ""};
    answers.duties["7"] = {TaskState::under_way, std::nullopt, "", "", "Thiếu người"};
    answers.activities["news"] = {{{"title", "Tin"}, {"link", "https://ngochoi.example/1"}}};
    answers.narrative["strengths"] = "Tốt";

    const auto read = parse_answers(to_json(answers));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(*read, answers);
}

TEST(AnswersJson, IsTheSameBytesForTheSameAnswers)
{
    Answers answers;
    answers.cells[MeasureId("2")] = {};
    answers.cells[MeasureId("1")] = {};
    EXPECT_EQ(
        to_json(answers),
        R"({"cells":{"1":{"state":"missing","kind":"official","numbers":{}},)"
        R"("2":{"state":"missing","kind":"official","numbers":{}}},)"
        R"("tasks":{},"duties":{},"activities":{},"narrative":{}})"
    );
}

TEST(AnswersJson, RefusesWhatHasAnotherShape)
{
    EXPECT_FALSE(parse_answers("[1,2").has_value());
    EXPECT_FALSE(parse_answers(R"({"cells":[]})").has_value());
    EXPECT_FALSE(parse_answers(R"({"cells":{"1":{"numbers":{"num":1.5}}}})").has_value());
    EXPECT_FALSE(check_item("cell", R"({"typed":{"num":3}})").has_value());
}

TEST(TypedCellJson, KeepsWhatWasTypedAsItWasTyped)
{
    TypedCell cell;
    cell.typed = {{"num", "abc"}, {"den", " 3 "}};
    EXPECT_EQ(*parse_typed_cell(to_json(cell)), cell);
}

TEST(PeriodJson, GivesBackWhatItWasGiven)
{
    Period period;
    period.id = PeriodId("2023");
    period.window = {date(2022, 12, 15), date(2023, 12, 14)};
    period.deadline = instant_of({date(2023, 12, 8), 17, 0});
    period.deadline_reason = "Ngày 10/12/2023 là Chủ nhật";
    period.units = {UnitId("sa-loong"), UnitId("bo-y")};
    period.own_report_due = date(2023, 12, 15);
    EXPECT_EQ(*parse_period_body(to_json(period)), period);
}

TEST(ReportStateJson, GivesBackWhatItWasGiven)
{
    ReportState state;
    state.stage = Stage::returned;
    state.version = 2;
    state.submitted_at = instant_of({date(2023, 12, 8), 16, 52});
    state.reason = "6.3 quý III chưa có đường dẫn";
    state.leader_reason = "Xem lại 3.2a";
    state.presented = Presented{
        Stage::withdrawn, "saloong", instant_of({date(2023, 12, 7), 8, 5}), "chờ công an xã"
    };
    ReportState bare;
    bare.stage = Stage::returned;
    bare.version = 2;
    EXPECT_EQ(*parse_report_state(bare, to_json(state)), state);
}

TEST(OfficeTableJson, GivesBackWhatItWasGiven)
{
    OfficeTable table;
    table.key = "office_1";
    table.title = "Thăm hộ gia đình";
    table.note = "Mỗi thôn một dòng";
    table.columns = {
        {"c1", "Hình thức", OfficeColumnKind::choice, {"Trực tiếp", "Điện thoại"}, false},
        {"c2", "Số hộ", OfficeColumnKind::whole, {}, true},
    };
    table.units = {UnitId("sa-loong")};
    EXPECT_EQ(*parse_office_table("office_1", to_json(table)), table);
}

TEST(UnitJson, GivesBackWhatItWasGiven)
{
    Unit unit;
    unit.id = UnitId("sa-loong");
    unit.name = "Ủy ban nhân dân xã Sa Loong";
    unit.short_name = "Sa Loong";
    unit.kind = UnitKind::commune;
    unit.aliases = {"UBND xã Sa Loong"};
    unit.contact = {"A Thiu", "0260 000 000", "saloong@ngochoi.example"};
    Unit bare;
    bare.id = unit.id;
    EXPECT_EQ(*parse_unit(bare, to_json(unit)), unit);
}

TEST(SourceJson, GivesBackWhatItWasGiven)
{
    const std::vector<NumberedLine> lines{
        {1, "KẾ HOẠCH", {}, {}},
        {3, "\"trích\"", {}, {}},
        {4, "đạt 56%", {2, 100, 200, 9'000, 300}, {{"56%", {2, 400, 200, 600, 300}}}}
    };
    EXPECT_EQ(*parse_source_lines(to_json(lines)), lines);
}

TEST(SourceJson, TakesNoPlaceOutsideItsPage)
{
    EXPECT_FALSE(parse_source_lines(R"([{"line": 1, "text": "a", "place": [1, 0, 0, 10001, 9]}])"));
    EXPECT_FALSE(parse_source_lines(R"([{"line": 1, "text": "a", "place": [1, -1, 0, 9, 9]}])"));
    EXPECT_FALSE(parse_source_lines(R"([{"line": 1, "text": "a", "place": [1, 0, 9, 9]}])"));
}

TEST(OfficialDocumentJson, GivesBackWhatItWasGiven)
{
    OfficialDocument document;
    document.issuer = "PHÒNG LAO ĐỘNG";
    document.date = date(2023, 12, 14);
    document.addressees = {"Sở", "Ủy ban nhân dân huyện"};
    tiendo::Run number;
    number.text = "85,00%";
    number.source = "3.2a";
    document.body = {
        Heading{1, "I.", "KẾT QUẢ"},
        Paragraph{{number}, true, "result/3.2a"},
        Table{"", {{"TT", 10, Alignment::centre}}, {{{{number}}, false}}}
    };
    document.annexes = {{"Phụ lục", "Biểu", true, {Paragraph{}}}};
    EXPECT_EQ(*parse_official_document(to_json(document)), document);
}

TEST(Indicators, OfTheProductCoverTheStrategyAndCanBeWrittenAndReadAgain)
{
    const auto indicators = embedded_indicators();
    EXPECT_EQ(indicators.size(), 27u);
    for (const auto& indicator : indicators) {
        EXPECT_EQ(*parse_indicator(to_json(indicator)), indicator) << indicator.id.str();
    }
}

TEST(Indicators, FitATargetByItsWordsWithTheirAccents)
{
    const IndicatorLibrary library(embedded_indicators());
    const auto best = [&](const char* text) {
        const auto fitting = library.fitting(text);
        return fitting.empty() ? std::string("none") : fitting.front()->id.str();
    };
    EXPECT_EQ(
        best("Tỷ lệ nữ giám đốc/chủ doanh nghiệp, hợp tác xã đạt ít nhất 26,05%."),
        "women-directors"
    );
    EXPECT_EQ(
        best("Tỷ suất sinh ở vị thành niên giảm từ 55 xuống 56/1.000"), "adolescent-birth-rate"
    );
    EXPECT_EQ(
        best("50% người gây bạo lực gia đình được tư vấn"), "violence-perpetrators-counselled"
    );
    EXPECT_EQ(best("Trồng 100 ha rừng"), "none");
}

} // namespace
} // namespace tiendo::documents
