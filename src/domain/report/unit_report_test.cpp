#include "base/text.hpp"
#include "domain/report/unit_report.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

/// Shows which words were chosen: "[unit.value.months count=12]".
std::string say(std::string_view key, const WordArguments& arguments)
{
    if (key == "setup.heads") return "Phòng|Sở";
    if (key == "setup.joining") return "và";
    if (key == "setup.committee") return "Ủy ban nhân dân";
    if (key == "setup.committee_short") return "UBND";
    if (key == "setup.department") return "Phòng";
    if (key == "unit.centre") return "Trung tâm";
    if (key == "unit.symbol") return "BC-" + arguments.at(0).second;
    if (key == "report.title_starts") return "Triển khai thực hiện|Thực hiện";
    std::string words = "[" + std::string(key);
    for (const auto& [name, value] : arguments)
        words += " " + name + "=" + value;
    return words + "]";
}

UnitReportMaterial material(UnitKind kind)
{
    UnitReportMaterial material;
    material.plan.head.title = "Triển khai thực hiện Chiến lược";
    material.plan.head.issuer = "Ủy ban nhân dân huyện Ngọc Hồi";
    material.plan.head.place = "Ngọc Hồi";
    material.plan.reports = {
        {{"Ủy ban nhân dân các xã"},
         {"Phòng Lao động - Thương binh và Xã hội"},
         {},
         {},
         "",
         false,
         {}},
        {{"Phòng Lao động - Thương binh và Xã hội"}, {"Sở"}, {}, {}, "", false, {}}
    };
    material.unit.id = UnitId("sa-loong");
    material.unit.name = "Ủy ban nhân dân xã Sa Loong";
    material.unit.short_name = "Sa Loong";
    material.unit.kind = kind;
    material.setup = propose_unit_setup(material.plan, material.unit, say);
    const auto named = [](const ActivityTable& table) { return table.key; };
    material.names = {
        named,
        [](const ActivityTable&, const ActivityColumn& column) { return column.key; },
        [](const ActivityTable&, const ActivityColumn&, const std::string& kept) { return kept; }
    };
    return material;
}

FormRow measure(const char* id, Shape shape)
{
    FormRow row;
    row.measure.id = MeasureId(id);
    row.measure.title = "Chỉ tiêu " + std::string(id);
    row.indicator.shape = shape;
    row.indicator.unit = "%";
    return row;
}

Cell cell(std::map<std::string, Decimal> numbers)
{
    Cell cell;
    cell.state = ValueState::value;
    cell.numbers = std::move(numbers);
    return cell;
}

std::string text_of(const OfficialDocument& document)
{
    std::string text;
    const auto add = [&](const Runs& runs) {
        for (const auto& run : runs)
            text += run.text;
    };
    for (const auto& block : document.body) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            text += heading->label + " " + heading->text;
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            text += paragraph->bulleted ? "- " : "";
            add(paragraph->runs);
        } else {
            for (const auto& row : std::get<Table>(block).rows) {
                for (const auto& one : row.cells) {
                    text += "| ";
                    add(one);
                }
                text += "\n";
            }
            continue;
        }
        text += "\n";
    }
    return text;
}

TEST(UnitReportSetup, SignsByTheUnitsRank)
{
    const auto commune = material(UnitKind::commune).setup;
    EXPECT_EQ(commune.superior, "");
    EXPECT_EQ(commune.place, "Sa Loong");
    EXPECT_EQ(commune.signing, (std::vector<std::string>{"[unit.for_committee]", "[unit.chair]"}));
    EXPECT_EQ(
        commune.addressees, std::vector<std::string>{"Phòng Lao động - Thương binh và Xã hội"}
    );

    auto given = material(UnitKind::agency);
    given.unit.name = "Phòng Nội vụ";
    const auto agency = propose_unit_setup(given.plan, given.unit, say);
    EXPECT_EQ(agency.superior, "UBND HUYỆN NGỌC HỒI");
    EXPECT_EQ(agency.symbol, "BC-NV");
    EXPECT_EQ(agency.place, "Ngọc Hồi");
    EXPECT_EQ(agency.signing, std::vector<std::string>{"[setup.head_of_department]"});

    const auto front = material(UnitKind::front).setup;
    EXPECT_EQ(front.symbol, "[unit.symbol_front]");
    EXPECT_EQ(front.signing, (std::vector<std::string>{"[unit.for_front]", "[unit.chair]"}));
}

TEST(UnitReportSetup, AddressesTheCommitteeWhereTheUnitIsTheOfficeThatOthersReportTo)
{
    auto given = material(UnitKind::agency);
    given.unit.name = "Phòng Lao động - Thương binh và Xã hội";
    const auto setup = propose_unit_setup(given.plan, given.unit, say);
    EXPECT_EQ(setup.addressees, std::vector<std::string>{"Ủy ban nhân dân huyện Ngọc Hồi"});
    EXPECT_EQ(setup.symbol, "BC-LĐTBXH");
}

TEST(UnitReportSetup, BeginsTheNextPeriodWithoutNumberAndDay)
{
    auto setup = material(UnitKind::commune).setup;
    setup.number = "15";
    setup.date = date(2023, 12, 8);
    setup.signer_name = "A Đức";
    const auto next = setup_for_next_period(setup);
    EXPECT_EQ(next.number, "");
    EXPECT_FALSE(next.date.has_value());
    EXPECT_EQ(next.signer_name, "A Đức");
}

TEST(UnitReport, LeavesToTheOfficeWhatAFormulaTakesFromElsewhere)
{
    auto given = material(UnitKind::commune);
    given.form.rows = {measure("3.2a", Shape::ratio)};
    given.form.rows[0].indicator.formula = "num + previous(num)";
    given.form.rows[0].indicator.divisor = "den";
    given.answers.cells[MeasureId("3.2a")] = cell({{"num", 5}, {"den", 6}});
    EXPECT_NE(
        text_of(write_unit_report(given, say)).find("[unit.value.computed_later numbers=5/6]"),
        std::string::npos
    );
}

TEST(UnitReport, SaysZeroNotArisingNotApplicableAndMissingApart)
{
    auto given = material(UnitKind::commune);
    given.form.rows = {
        measure("3.2a", Shape::ratio),
        measure("3.2b", Shape::ratio),
        measure("6.2", Shape::ratio),
        measure("6.4", Shape::months),
        measure("6.5", Shape::ratio)
    };
    given.answers.cells[MeasureId("3.2a")] = cell({{"num", 0}, {"den", 3}});
    given.answers.cells[MeasureId("3.2b")].state = ValueState::not_arising;
    given.answers.cells[MeasureId("6.2")].state = ValueState::not_applicable;
    given.answers.cells[MeasureId("6.2")].reason = "Không có tổ chức";
    given.answers.cells[MeasureId("6.4")] = cell({{"m01", 1}, {"m02", 0}, {"m03", 1}});
    const auto text = text_of(write_unit_report(given, say));
    EXPECT_NE(
        text.find("| 3.2a| Chỉ tiêu 3.2a| [quantity.done]| | 0,00% (0/3)| "), std::string::npos
    ) << text;
    EXPECT_NE(text.find("[unit.value.not_arising]"), std::string::npos);
    EXPECT_NE(text.find("[unit.value.not_applicable]| Không có tổ chức"), std::string::npos);
    EXPECT_NE(text.find("[unit.value.months count=2]"), std::string::npos);
    EXPECT_NE(
        text.find("| 6.5| Chỉ tiêu 6.5| [quantity.done]| | [unit.value.missing]"), std::string::npos
    );
}

TEST(UnitReport, LeavesOutPartsWithoutAnAnswerAndCountsTheOthers)
{
    auto given = material(UnitKind::commune);
    given.form.activities = activity_tables();
    given.form.clauses = {{"7", "7", "Xây dựng kế hoạch của xã", {}}};
    given.answers.narrative["proposals"] = "Đề nghị mở lớp.\n\nĐề nghị cấp tài liệu.";
    const auto text = text_of(write_unit_report(given, say));
    EXPECT_NE(
        text.find("I. [UNIT.TASKS]\n- [unit.task_lead text=Xây dựng kế hoạch của xã. "
                  "state=[unit.state.no_answer] rest=]"),
        std::string::npos
    ) << text;
    EXPECT_NE(
        text.find("II. [UNIT.PROPOSALS]\nĐề nghị mở lớp.\nĐề nghị cấp tài liệu.\n"),
        std::string::npos
    );
    EXPECT_EQ(text.find("[UNIT.MEASURES]"), std::string::npos);
    EXPECT_EQ(text.find("[UNIT.ACTIVITIES]"), std::string::npos);
}

TEST(UnitReport, HasATableForEachActivityWithRows)
{
    auto given = material(UnitKind::commune);
    given.form.activities = activity_tables();
    given.answers.activities["documents"] = {
        {{"number", "41/KH-UBND"}, {"date", "2023-04-05"}, {"title", "Kế hoạch"}}
    };
    const auto document = write_unit_report(given, say);
    const auto text = text_of(document);
    EXPECT_NE(
        text.find("I. [UNIT.ACTIVITIES]\n1. documents\n| 1| 41/KH-UBND| 2023-04-05| Kế hoạch\n"),
        std::string::npos
    ) << text;
}

TEST(UnitReport, SaysWhatWasDoneAsOneSentence)
{
    auto given = material(UnitKind::commune);
    given.form.clauses = {{"7", "7", "Xây dựng kế hoạch.", {}}};
    TaskAnswer answer;
    answer.state = TaskState::finished;
    answer.done_on = date(2023, 4, 5);
    answer.result = "Đã ban hành kế hoạch.";
    answer.difficulty = "Thiếu kinh phí;";
    given.answers.duties["7"] = answer;
    EXPECT_NE(
        text_of(write_unit_report(given, say))
            .find("state=[unit.state.finished_on day=05/04/2023] rest=[unit.task_result "
                  "result=Đã ban hành kế hoạch][unit.task_difficulty difficulty=Thiếu kinh phí].]"),
        std::string::npos
    );
}

TEST(UnitReport, DoesNotHaveTheFrontReportToACommittee)
{
    const auto front = text_of(write_unit_report(material(UnitKind::front), say));
    EXPECT_NE(front.find("[unit.opening_polite "), std::string::npos);
    EXPECT_NE(front.find("[unit.closing_polite "), std::string::npos);
    const auto commune = text_of(write_unit_report(material(UnitKind::commune), say));
    EXPECT_NE(commune.find("[unit.opening "), std::string::npos);
    EXPECT_NE(commune.find("[unit.closing "), std::string::npos);
}

} // namespace
} // namespace tiendo
