#include "base/text.hpp"
#include "domain/report/consolidated_report.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/gathered.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

/// Shows which words were chosen: "[quantity.at_least value=80%]".
std::string say(std::string_view key, const WordArguments& arguments)
{
    if (key == "measure.names_by_themselves") return "tỷ lệ|số";
    if (key == "names.commune_kinds") return "xã|phường|thị trấn|đặc khu";
    if (key == "activity.nothing_found") return "không|chưa phát hiện";
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
        "[measure.reaches_estimated name=[measure.rate_of name=người bị bạo lực] "
        "value=<85,00%> (<17/20>)][measure.verdict verdict=<[verdict.exceeded]> "
        "target=[quantity.at_least value=80%]][report.coverage_clause count=<1/2> "
        "noun=[names.unit] units=b]."
    );
}

TEST(MeasureParagraph, SaysThatAMissedTargetCameNearerWithoutPraise)
{
    auto figure = row(Comparator::at_most, 30, 45, 100);
    figure.history[PeriodId("2022")] = row(Comparator::at_most, 30, 483, 1000).figure;
    const auto given = material(figure);
    const auto said = words(measure_paragraph(given.rows[0], given, say));
    EXPECT_TRUE(said.starts_with("[measure.stands_at_estimated")) << said;
    EXPECT_NE(
        said.find("[change.although change=<[change.down change=3,30 [report.points]]>]"),
        std::string::npos
    ) << said;
}

TEST(MeasureParagraph, JoinsASetbackOfAMetTargetWithBut)
{
    auto figure = row(Comparator::at_least, 30, 45, 100);
    figure.history[PeriodId("2022")] = row(Comparator::at_least, 30, 483, 1000).figure;
    const auto given = material(figure);
    const auto said = words(measure_paragraph(given.rows[0], given, say));
    EXPECT_NE(said.find("[change.however change=<[change.down"), std::string::npos) << said;
}

TEST(MeasureParagraph, NeverExceedsACeiling)
{
    const auto given = material(row(Comparator::at_most, 30, 20, 100));
    EXPECT_EQ(verdict_words(given.rows[0], say), "[verdict.met]");
    const auto more = material(row(Comparator::at_least, 30, 40, 100));
    EXPECT_EQ(verdict_words(more.rows[0], say), "[verdict.exceeded]");
}

TEST(MeasureParagraph, SaysHowManyAreMissingWhereTheyAreFew)
{
    const auto given = material(row(Comparator::at_least, 80, 18, 23));
    const auto said = words(measure_paragraph(given.rows[0], given, say));
    EXPECT_NE(said.find("[measure.short count=<01>]"), std::string::npos) << said;
    EXPECT_TRUE(said.starts_with("[measure.comes_to_estimated")) << said;
}

TEST(MeasureParagraph, NamesTheOnlySupplierWhoseDataAreAwaited)
{
    auto given = row(Comparator::at_least, 80, 1, 2);
    given.measure.suppliers = {UnitId("b")};
    given.figure = compute(given.measure, given.indicator, {});
    given.judgement = judge(given.measure, given.indicator, given.figure);
    const auto all = material(given);
    const auto said = words(measure_paragraph(all.rows[0], all, say));
    EXPECT_NE(said.find("[report.awaited_from units=b]"), std::string::npos) << said;
}

TEST(MeasureParagraph, SaysWhereLastYearCountedMoreUnits)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    auto& figure = given.rows[0];
    Contribution other = figure.figure.contributions.front();
    other.unit = UnitId("b");
    figure.history[PeriodId("2022")] =
        compute(figure.measure, figure.indicator, {figure.figure.contributions.front(), other});
    const auto said = words(measure_paragraph(figure, given, say));
    EXPECT_NE(said.find("[change.unlike count=<2/2> noun=[names.unit]]"), std::string::npos)
        << said;
}

TEST(MeasureParagraph, JudgesNothingBeforeTheTargetsDayWithoutABaseline)
{
    auto given = material(row(Comparator::at_least, 80, 10, 23));
    given.rows[0].judgement.early = true;
    const auto said = words(measure_paragraph(given.rows[0], given, say));
    EXPECT_NE(said.find("[measure.plan_asks"), std::string::npos) << said;
    EXPECT_EQ(said.find("verdict."), std::string::npos) << said;
}

TEST(MeasureParagraph, SaysBeforeTheTargetsDayWhetherItIsOnTrack)
{
    auto given = material(row(Comparator::at_least, 80, 10, 23));
    given.rows[0].judgement.early = true;
    given.rows[0].judgement.verdict = Verdict::behind;
    const auto said = words(measure_paragraph(given.rows[0], given, say));
    EXPECT_NE(said.find("[measure.on_course verdict=<[verdict.behind]> target="), std::string::npos)
        << said;
    EXPECT_EQ(said.find("[measure.short"), std::string::npos) << said;
}

TEST(QuantityWords, AreAHundredPercentAndNoMore)
{
    const auto given = material(row(Comparator::at_least, 100, 10, 10));
    EXPECT_EQ(quantity_words(given.rows[0].measure, given.rows[0].indicator, say), "100%");
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
    EXPECT_TRUE(words_of(consolidate(given, say), "result/3.2a").starts_with("[measure.reaches"));
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
    EXPECT_NE(
        changed.find("85,00% → 78,26%; 17/20 → 18/23; [verdict.exceeded] → [verdict.not_met]; "),
        std::string::npos
    ) << changed;
    auto same = before;
    mark_changes(same, before);
    EXPECT_EQ(count_changes(same), 0);
}

ReportedUnit reported(const char* unit, Stage stage)
{
    ReportedUnit result;
    result.unit = UnitId(unit);
    result.state.stage = stage;
    return result;
}

Unit unit(const char* id, const char* name, UnitKind kind)
{
    Unit result;
    result.id = UnitId(id);
    result.name = name;
    result.kind = kind;
    return result;
}

TEST(ConsolidatedReport, NamesWhoHasNotReportedByRank)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    given.directory = UnitDirectory(
        {unit("a", "Ủy ban nhân dân xã A", UnitKind::commune),
         unit("f", "Mặt trận", UnitKind::front),
         unit("p", "Công an huyện", UnitKind::police)},
        {}
    );
    given.units = {
        reported("a", Stage::drafting),
        reported("f", Stage::drafting),
        reported("p", Stage::separate)
    };
    given.units[0].timing.timeliness = Timeliness::overdue;
    given.units[1].timing.timeliness = Timeliness::overdue;
    const auto said = words_of(consolidate(given, say), "coverage");
    EXPECT_NE(said.find("[report.overdue units=xã A"), std::string::npos) << said;
    EXPECT_NE(said.find("[report.cooperating units=Mặt trận"), std::string::npos) << said;
    EXPECT_NE(said.find("[report.separate units=Công an huyện"), std::string::npos) << said;
    EXPECT_NE(said.find("count=1/3"), std::string::npos) << said;
}

TEST(ConsolidatedReport, SaysNothingOfATableThatNobodyFilledButThatThereAreNoData)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    given.units = {reported("a", Stage::submitted)};
    given.units[0].answers.activities["training"] = {
        {{"sessions", "2"}, {"people", "96"}, {"women", "64"}}, {{"people", "4"}}
    };
    const auto report = consolidate(given, say);
    EXPECT_EQ(
        words_of(report, "leadership/training"),
        "[activity.training count=03][activity.training.people count=100]"
        "[activity.training.women count=64]."
    );
    EXPECT_EQ(words_of(report, "leadership/news"), "");
    EXPECT_NE(
        words_of(report, "leadership/silent").find("[activity.news.name]"), std::string::npos
    );
}

TEST(ConsolidatedReport, CountsATableWithoutWordsOfItsOwn)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    given.units = {reported("a", Stage::submitted)};
    given.units[0].answers.activities["made_by_the_office"] = {{{"x", "1"}}, {{"x", "2"}}};
    EXPECT_EQ(
        words_of(consolidate(given, say), "leadership/made_by_the_office"),
        "[activity.other count=02 units=01]"
    );
}

TEST(ConsolidatedReport, TellsEachClauseOfADutyOnceForAllWhoAnsweredIt)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    Duty duty;
    duty.id = "7";
    duty.units = {UnitId("a"), UnitId("b"), UnitId("c")};
    given.plan.duties = {duty};
    for (const char* name : {"a", "b", "c"}) {
        auto one = reported(name, Stage::submitted);
        one.answers.duties["7.1"].result = "Đã bố trí công chức.";
        one.answers.duties["7.2"].result = name == std::string("b") ? "Chưa làm." : "Đã làm.";
        given.units.push_back(std::move(one));
    }
    const auto report = consolidate(given, say);
    EXPECT_EQ(
        words_of(report, "duty/7.1"), "[duties.said_by result=Đã bố trí công chức units=a, b, c]."
    );
    EXPECT_EQ(
        words_of(report, "duty/7.2"),
        "[duties.said_by result=Đã làm units=a, c]; [duties.said_by result=chưa làm units=b]."
    );
}

TEST(ConsolidatedReport, TellsTheClausesOfADutyOfOneUnitTogether)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    Duty duty;
    duty.id = "3";
    duty.units = {UnitId("a")};
    given.plan.duties = {duty};
    given.units = {reported("a", Stage::submitted)};
    given.units[0].answers.duties["3.1"].result = "Đã thẩm định.";
    given.units[0].answers.duties["3.2"].result = "Đã tập huấn.";
    EXPECT_EQ(
        words_of(consolidate(given, say), "duty/3/a"),
        "[duties.done units=A result=Đã thẩm định. Đã tập huấn]"
    );
}

TEST(ConsolidatedReport, ListsTheUnmetTargetsOnceInFull)
{
    const auto given = material(row(Comparator::at_least, 80, 10, 20));
    const auto report = consolidate(given, say);
    EXPECT_NE(words_of(report, "assessment/unmet").find("người bị bạo lực"), std::string::npos);
    EXPECT_EQ(words_of(report, "direction/unmet"), "[direction.unmet_named count=01 list=3.2a]");
}

TEST(ConsolidatedReport, LosesNoWordsWhosePlaceIsGone)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    given.texts["gathered/strengths/a/01234567"] = "Câu sửa tay.";
    given.texts["result/9.9"] = "Chỉ tiêu cũ.";
    const auto report = consolidate(given, say);
    EXPECT_EQ(words_of(report, "gathered/strengths/a/01234567"), "Câu sửa tay.");
    EXPECT_EQ(words_of(report, "result/9.9"), "Chỉ tiêu cũ.");
}

TEST(ConsolidatedReport, FillsTheFiguresThatTheOfficesWordsName)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    given.texts["assessment/strengths"] = "Đạt {3.2a}, {9.9} là không.";
    EXPECT_EQ(
        words_of(consolidate(given, say), "assessment/strengths"),
        "Đạt 85,00% (17/20), {9.9} là không."
    );
}

TEST(Gathered, KeepsWhatIsNotChosenOutOfTheReportAndInTheList)
{
    auto given = material(row(Comparator::at_least, 80, 17, 20));
    given.units = {reported("a", Stage::submitted), reported("b", Stage::submitted)};
    given.units[0].answers.narrative["causes"] = "Địa bàn rộng. Cán bộ kiêm nhiệm.";
    given.units[1].answers.narrative["causes"] = "Địa bàn rộng.";
    const auto sentences = gathered_sentences(given, "causes");
    ASSERT_EQ(sentences.size(), 3u);
    EXPECT_EQ(gathered_bullets(given, "causes").size(), 2u); // the same words are one bullet
    given.choices[sentences[1].key] = {SentenceUse::left_out, {}, 0};
    ASSERT_EQ(gathered_bullets(given, "causes").size(), 1u);
    EXPECT_EQ(gathered_sentences(given, "causes").size(), 3u);
    given.choices[sentences[1].key] = {SentenceUse::merged, sentences[0].key, 0};
    const auto bullets = gathered_bullets(given, "causes");
    ASSERT_EQ(bullets.size(), 1u);
    EXPECT_EQ(bullets[0].sentences.size(), 3u);
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
