#include "documents/exchange/issuing_json.hpp"
#include "documents/exchange/report_setup_json.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

IssuedSnapshot snapshot()
{
    IssuedSnapshot snapshot;
    snapshot.document.number = "15";
    snapshot.document.date = date(2023, 12, 15);
    snapshot.document.body = {Heading{1, "I.", "KẾT QUẢ"}};
    IssuedFigure figure;
    figure.measure = MeasureId("3.2a");
    figure.title = "Người bị bạo lực";
    figure.state = FigureState::value;
    figure.parts = {{"male", 412, 431}, {"female", *Decimal::parse("26.05"), 409}};
    figure.coverage = {8, 6, 4, 1, {UnitId("sa-loong")}};
    figure.verdict = Verdict::met;
    figure.exceeded = true;
    figure.rule = {"rule.at_least", {{"target", "80"}}, {}};
    figure.numerator = "Số người được hỗ trợ";
    figure.factor = 1000;
    figure.contributions = {{UnitId("dak-duc"), "0190", 2, "dakduc", Instant{7}}};
    snapshot.figures = {figure};
    snapshot.decisions = {
        {3, "measure/4.1/value", "108", "theo cấp trên", "lan", Instant{5}, "x@47"}
    };
    snapshot.texts = {
        {"result/3.2a", "Câu viết tay", "Câu máy", "Ý kiến lãnh đạo", "lan", Instant{6}}
    };
    IssuingStep correction;
    correction.act = IssuingAct::correct;
    correction.reason = "Sai số liệu";
    correction.correction = CorrectionKind::form;
    correction.by = "trung";
    correction.at = {9};
    snapshot.correction = correction;
    return snapshot;
}

TEST(IssuedSnapshotJson, IsReadBackAsItWasWritten)
{
    const auto text = to_json(snapshot());
    const auto read = parse_issued_snapshot(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, snapshot());
    EXPECT_EQ(to_json(*read), text);
}

TEST(IssuedSnapshotJson, RefusesWhatIsNone)
{
    EXPECT_FALSE(parse_issued_snapshot("[]"));
    EXPECT_FALSE(parse_issued_snapshot(R"({"document":{},"figures":[{"parts":[{}]}]})"));
}

TEST(IssuingStepJson, KeepsWhatItsActNeeds)
{
    IssuingStep step;
    step.act = IssuingAct::record_sending;
    step.sending = {"Sở", "trục liên thông", date(2023, 12, 15)};
    EXPECT_EQ(
        to_json(step),
        R"({"act":"record_sending","to":"Sở","how":"trục liên thông","on":"2023-12-15"})"
    );
    EXPECT_EQ(parse_issuing_step(to_json(step)).value(), step);
    EXPECT_FALSE(parse_issuing_step(R"({"act":"burn"})"));
}

TEST(ReportSetupJson, IsReadBackAsItWasWritten)
{
    const ReportSetup setup{
        "UBND",
        "Phòng",
        "15",
        "BC-P",
        "Ngọc Hồi",
        date(2023, 12, 15),
        {"Sở", "UBND"},
        {"Như trên"},
        "Lưu: VT",
        {"TRƯỞNG PHÒNG"},
        "A Đức"
    };
    EXPECT_EQ(parse_report_setup(to_json(setup)).value(), setup);
}

} // namespace
} // namespace tiendo::documents
