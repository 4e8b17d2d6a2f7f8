#include "base/text.hpp"
#include "domain/report/consolidated_report.hpp"
#include "domain/report/figure_runs.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

/// Shows which words were chosen: "[quantity.at_least value=80%]".
std::string say(std::string_view key, const WordArguments& arguments)
{
    if (key == "setup.heads") return "Phòng|Sở";
    if (key == "setup.joining") return "và";
    if (key == "setup.committee") return "Ủy ban nhân dân";
    if (key == "setup.committee_short") return "UBND";
    if (key == "setup.department") return "Phòng";
    if (key == "report.title_starts") return "Triển khai thực hiện|Thực hiện";
    std::string words = "[" + std::string(key);
    for (const auto& [name, value] : arguments)
        words += " " + name + "=" + value;
    return words + "]";
}

MeasureFigure row(Comparator comparator, std::int64_t target, std::int64_t num, std::int64_t den)
{
    MeasureFigure row;
    row.measure.id = MeasureId("3.2a");
    row.measure.objective = "3";
    row.measure.suppliers = {UnitId("a"), UnitId("b")};
    row.measure.quantity = Quantity{};
    row.measure.quantity->comparator = comparator;
    row.measure.quantity->value = target;
    row.indicator.name = "Người bị bạo lực";
    row.indicator.unit = "%";
    Contribution contribution;
    contribution.unit = UnitId("a");
    contribution.cell.state = ValueState::value;
    contribution.cell.kind = ValueKind::estimate;
    contribution.cell.numbers = {{"num", num}, {"den", den}};
    row.figure = compute(row.measure, row.indicator, {contribution});
    row.judgement = judge(row.measure, row.indicator, row.figure);
    return row;
}

ReportMaterial material(MeasureFigure figure)
{
    ReportMaterial material;
    material.plan.head.title = "Triển khai thực hiện Chiến lược năm 2023";
    material.plan.objectives = {{"3", "Gia đình", {}}};
    material.period.id = PeriodId("2023");
    material.rows = {std::move(figure)};
    return material;
}

std::string words(const Paragraph& paragraph)
{
    std::string text;
    for (const auto& run : paragraph.runs)
        text += run.source.empty() ? run.text : "<" + run.text + ">";
    return text;
}

TEST(MeasureParagraph, SaysValueVerdictAndWhoIsMissingAndLinksEachNumber)
{
    const auto given = material(row(Comparator::at_least, 80, 17, 20));
    EXPECT_EQ(
        words(measure_paragraph(given.rows[0], given, say)),
        "Người bị bạo lực: [report.estimated] <85,00%> (<17/20>), <[verdict.exceeded]>"
        "[report.against_plan target=[quantity.at_least value=80%]]; "
        "<[report.coverage reported=1 expected=2]>[report.missing units=b]."
    );
}

TEST(MeasureParagraph, SaysUpOrDownAgainstLastYear)
{
    auto figure = row(Comparator::at_most, 30, 45, 100);
    figure.history[PeriodId("2022")] = row(Comparator::at_most, 30, 483, 1000).figure;
    const auto given = material(figure);
    EXPECT_NE(
        words(measure_paragraph(given.rows[0], given, say))
            .find("<[report.down_on_last_year change=3,30 [report.points]]>"),
        std::string::npos
    );
}

TEST(ConsolidatedReport, NamesItselfAfterThePlan)
{
    const auto document = consolidate(material(row(Comparator::at_least, 80, 17, 20)), say);
    EXPECT_EQ(document.subject, "[report.subject title=Chiến lược năm 2023]");
    EXPECT_EQ(std::get<Table>(document.annexes.at(0).blocks.at(0)).columns.size(), 10u);
    EXPECT_EQ(std::get<Table>(document.annexes.at(0).blocks.at(0)).rows.size(), 2u);
}

TEST(ConsolidatedReport, PutsTheOfficesWordsInPlaceOfTheComputedOnes)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    given.texts["direction"] = "Tập trung chỉ tiêu 3.2a.";
    EXPECT_EQ(words_of(consolidate(given, say), "direction"), "Tập trung chỉ tiêu 3.2a.");
    EXPECT_TRUE(words_of(consolidate(given, say), "result/3.2a").starts_with("Người bị bạo lực: "));
}

TEST(ConsolidatedReport, MarksEachNumberThatIsAnotherThanBefore)
{
    auto now = consolidate(material(row(Comparator::at_least, 80, 18, 23)), say);
    const auto before = consolidate(material(row(Comparator::at_least, 80, 17, 20)), say);
    mark_changes(now, before);
    std::string changed;
    for (const auto& block : now.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) continue;
        for (const auto& run : paragraph->runs) {
            if (!run.before.empty()) changed += run.before + " → " + run.text + "; ";
        }
    }
    EXPECT_EQ(changed, "85,00% → 78,26%; 17/20 → 18/23; [verdict.exceeded] → [verdict.not_met]; ");
    auto same = before;
    mark_changes(same, before);
    EXPECT_EQ(count_changes(same), 0);
}

TEST(ReportSetup, FollowsTheDutyOfTheOfficeThatOthersReportTo)
{
    Plan plan;
    plan.head.issuer = "Ủy ban nhân dân huyện Ngọc Hồi";
    plan.head.place = "Ngọc Hồi";
    ReadReport upwards;
    upwards.from = {"Phòng Lao động - Thương binh và Xã hội"};
    upwards.to = {"Sở Lao động - Thương binh và Xã hội", "Ủy ban nhân dân huyện"};
    ReadReport from_units;
    from_units.from = {"các cơ quan, đơn vị"};
    from_units.to = {"Phòng Lao động - Thương binh và Xã hội"};
    plan.reports = {from_units, upwards};
    plan.recipients = {
        {"Sở Lao động - Thương binh và Xã hội", "b/c"},
        {"Thường trực Huyện ủy", "b/c"},
        {"Các đoàn thể", "p/h"}
    };

    const auto setup = propose_setup(plan, {}, say);
    EXPECT_EQ(setup.issuer, "Phòng Lao động - Thương binh và Xã hội");
    EXPECT_EQ(setup.superior, "UBND HUYỆN NGỌC HỒI");
    EXPECT_EQ(setup.symbol, "BC-LĐTBXH");
    EXPECT_EQ(setup.addressees, upwards.to);
    EXPECT_EQ(
        setup.recipients, (std::vector<std::string>{"[setup.as_above]", "Thường trực Huyện ủy"})
    );
    EXPECT_EQ(setup.signing, std::vector<std::string>{"[setup.head_of_department]"});
}

} // namespace
} // namespace tiendo
