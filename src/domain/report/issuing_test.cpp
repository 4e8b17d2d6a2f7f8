#include "domain/report/issued_snapshot.hpp"
#include "domain/report/issuing.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

using enum IssuingAct;

IssuingStep step(IssuingAct act)
{
    IssuingStep step;
    step.act = act;
    step.reason = "Sai số liệu";
    step.number = "15";
    step.date = date(2023, 12, 15);
    step.sending = {"Sở", "trục liên thông", date(2023, 12, 15)};
    return step;
}

constexpr std::array acts{
    present_to_head,
    present_for_signature,
    give_back,
    take_number,
    issue,
    correct,
    allow_submitted,
    record_sending
};

IssuingState led_by(const std::vector<IssuingAct>& taken)
{
    IssuingState state;
    for (const auto act : taken) {
        auto next = take_step(state, step(act), {});
        EXPECT_TRUE(next) << name_of(act);
        state = *next;
    }
    return state;
}

/// The acts that a stage allows, by name.
std::string allowed(const IssuingState& state)
{
    std::string names;
    for (const auto act : acts) {
        if (take_step(state, step(act), {})) names += std::string(name_of(act)) + " ";
    }
    return names;
}

std::string refusal(const Result<IssuingState>& result)
{
    if (result) return {};
    std::string keys;
    for (const auto& problem : result.error().problems)
        keys += problem.key + " ";
    return keys;
}

TEST(Issuing, LeadsFromDraftToIssuedAndNoOtherWay)
{
    EXPECT_EQ(allowed({}), "present_to_head allow_submitted ");
    EXPECT_EQ(allowed(led_by({present_to_head})), "present_for_signature give_back ");
    EXPECT_EQ(allowed(led_by({present_to_head, present_for_signature})), "give_back take_number ");
    const std::vector<IssuingAct> numbered{present_to_head, present_for_signature, take_number};
    EXPECT_EQ(allowed(led_by(numbered)), "give_back take_number issue ");
    auto issued = numbered;
    issued.push_back(issue);
    EXPECT_EQ(allowed(led_by(issued)), "correct record_sending ");
    EXPECT_EQ(led_by(issued).versions, 1);
}

TEST(Issuing, GoesBackToADraftWithAReasonAndWithoutItsNumber)
{
    const auto returned = led_by({present_to_head, present_for_signature, take_number, give_back});
    EXPECT_EQ(returned.stage, IssuingStage::draft);
    EXPECT_EQ(returned.returned_for, "Sai số liệu");
    EXPECT_EQ(returned.number, "");
    EXPECT_FALSE(returned.date.has_value());
    auto silent = step(give_back);
    silent.reason = "  ";
    EXPECT_EQ(refusal(take_step(led_by({present_to_head}), silent, {})), "issuing.reason_missing ");
}

TEST(Issuing, TakesNoNumberWithoutNumberAndDay)
{
    auto empty = step(take_number);
    empty.number.clear();
    empty.date.reset();
    EXPECT_EQ(
        refusal(take_step(led_by({present_to_head, present_for_signature}), empty, {})),
        "issuing.number_missing issuing.date_missing "
    );
}

TEST(Issuing, RecordsNoSendingWithoutToWhomHowAndWhen)
{
    auto empty = step(record_sending);
    empty.sending = {};
    const auto issued = led_by({present_to_head, present_for_signature, take_number, issue});
    EXPECT_EQ(
        refusal(take_step(issued, empty, {})),
        "issuing.to_missing issuing.how_missing issuing.day_missing "
    );
}

TEST(Issuing, BeginsANewVersionToCorrectWhatIsIssued)
{
    auto state = led_by({present_to_head, present_for_signature, take_number, issue, correct});
    EXPECT_EQ(state.stage, IssuingStage::draft);
    ASSERT_TRUE(state.correction.has_value());
    EXPECT_EQ(state.correction->reason, "Sai số liệu");
    for (const auto act : {present_to_head, present_for_signature, take_number, issue})
        state = take_step(state, step(act), {}).value();
    EXPECT_EQ(state.versions, 2);
    EXPECT_FALSE(state.correction.has_value());
}

TEST(Issuing, IsHeldUpByWhatIsOpenFromItsActOn)
{
    const std::vector<CheckPoint> open{
        {"head", true, true, {"signer_name"}, present_for_signature},
        {"owing", true, false, {"Sa Loong"}, present_to_head}
    };
    EXPECT_TRUE(take_step({}, step(present_to_head), open));
    EXPECT_EQ(
        refusal(take_step(led_by({present_to_head}), step(present_for_signature), open)),
        "issuing.open_head "
    );
    EXPECT_TRUE(take_step(led_by({present_to_head}), step(give_back), open));
}

TEST(Issuing, FollowsFromTheStepsThatWereTaken)
{
    const std::vector<IssuingStep> steps{
        step(present_to_head), step(give_back), step(present_to_head), step(present_for_signature)
    };
    EXPECT_EQ(state_after(steps).stage, IssuingStage::with_signer);
    EXPECT_EQ(state_after({}), IssuingState{});
}

ReportMaterial material()
{
    ReportMaterial material;
    MeasureFigure row;
    row.measure.id = MeasureId("3.2a");
    row.measure.suppliers = {UnitId("sa-loong")};
    material.rows = {row};
    ReportedUnit unit;
    unit.unit = UnitId("sa-loong");
    unit.state.stage = Stage::accepted;
    material.units = {unit};
    material.setup = {
        "UBND",
        "Phòng",
        "",
        "BC-P",
        "Ngọc Hồi",
        {},
        {"Sở"},
        {"Như trên"},
        "Lưu: VT",
        {"TRƯỞNG PHÒNG"},
        "A Đức"
    };
    return material;
}

std::string open_points(const ReportMaterial& given, const IssuingState& state = {})
{
    std::string keys;
    for (const auto& point : check_points(given, state)) {
        if (point.is_open) keys += point.key + (point.blocks ? "! " : " ");
    }
    return keys;
}

TEST(CheckPoints, AreSettledButForNumberAndDataInACompleteReport)
{
    EXPECT_EQ(open_points(material()), "number! data ");
}

TEST(CheckPoints, AskForASourceOfEachMeasureOrTheReasonWhyThereIsNone)
{
    auto given = material();
    given.rows[0].measure.suppliers.clear();
    EXPECT_EQ(open_points(given), "sources! number! data ");
    given.rows[0].measure.no_source = "không có điều tra cấp huyện";
    EXPECT_EQ(open_points(given), "number! data ");
}

TEST(CheckPoints, TakeAcceptedVersionsAloneUnlessTheOfficeDecidedOtherwise)
{
    auto given = material();
    given.units[0].state.stage = Stage::submitted;
    EXPECT_EQ(open_points(given), "accepted! number! data ");
    EXPECT_EQ(open_points(given, led_by({allow_submitted})), "accepted number! data ");
}

TEST(CheckPoints, NameUndecidedFindingsEmptyFieldsMissingUnitsAndWordsByHand)
{
    auto given = material();
    PlanFinding finding;
    finding.finding.message = "Giảm từ 55 xuống 56";
    finding.blocking = true;
    given.plan.findings = {finding};
    given.setup.signer_name.clear();
    given.units[0].state.stage = Stage::drafting;
    given.texts = {{"result/3.2a", "Câu viết tay."}, {"setup/place", "Ngọc Hồi"}};
    EXPECT_EQ(open_points(given), "findings! head! number! data owing overrides ");
    given.plan.findings[0].decision = PlanChange{};
    EXPECT_EQ(open_points(given), "head! number! data owing overrides ");
}

IssuedFigure figure(std::int64_t numerator, std::int64_t denominator, const char* submission)
{
    IssuedFigure figure;
    figure.measure = MeasureId("3.2a");
    figure.state = FigureState::value;
    figure.parts = {{"", numerator, denominator}};
    figure.contributions = {{UnitId("dak-duc"), submission, 1, "dakduc", Instant{7}}};
    return figure;
}

TEST(IssuedFigures, AreComparedWithWhatIsKnownNowAndSayWhoseReportIsNew)
{
    EXPECT_TRUE(changed_since({figure(17, 20, "a")}, {figure(17, 20, "a")}).empty());
    EXPECT_TRUE(changed_since({figure(17, 20, "a")}, {figure(17, 20, "b")}).empty());
    const auto changed = changed_since({figure(17, 20, "a")}, {figure(18, 23, "b")});
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed[0].before.parts[0].numerator, Decimal(17));
    EXPECT_EQ(changed[0].after.parts[0].denominator, Decimal(23));
    ASSERT_EQ(changed[0].because.size(), 1u);
    EXPECT_EQ(changed[0].because[0].submission, "b");
}

std::string say(std::string_view key, const WordArguments& arguments)
{
    std::string words = "[" + std::string(key);
    for (const auto& [name, value] : arguments)
        words += " " + name + "=" + value;
    return words + "]";
}

OfficialDocument document(const char* value, const char* signer)
{
    OfficialDocument document;
    document.number = "15";
    document.symbol = "BC-LĐTBXH";
    document.type_name = "BÁO CÁO";
    document.issuer_name = "Phòng";
    document.date = date(2023, 12, 15);
    document.signer_name = signer;
    Paragraph paragraph;
    paragraph.key = "result/3.2a";
    paragraph.runs = {{.text = "Đạt "}, {.text = value, .source = "3.2a"}};
    document.body = {Heading{1, "II.", "KẾT QUẢ"}, paragraph};
    Annex annex;
    annex.label = "Phụ lục";
    Table table;
    table.columns = {{"TT"}, {"Chỉ tiêu"}, {"Thực hiện"}};
    table.rows = {{{{{.text = "3.2a"}}, {{.text = "Người"}}, {{.text = value}}}, false}};
    annex.blocks = {table};
    document.annexes = {annex};
    return document;
}

TEST(Differences, NameTheirPlaceInTheBodyTheAnnexAndTheHead)
{
    const auto found = differences(document("85%", "A"), document("78%", "B"), say);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0], (Difference{"[difference.signer]", "A", "B"}));
    EXPECT_EQ(found[1], (Difference{"II. KẾT QUẢ", "Đạt 85%", "Đạt 78%"}));
    EXPECT_EQ(found[2], (Difference{"Phụ lục: 3.2a Người, Thực hiện", "85%", "78%"}));
    EXPECT_TRUE(differences(document("85%", "A"), document("85%", "A"), say).empty());
}

TEST(Corrections, ReplaceWrongContentByADocumentOfTheSameForm)
{
    const auto made = replacing(document("78%", "A"), document("85%", "A"), "Sai 3.2a", say);
    EXPECT_EQ(made.type_name, "BÁO CÁO");
    EXPECT_EQ(
        std::get<Paragraph>(made.body.front()).runs[0].text,
        "[correction.replaces issued=[correction.issued number=15 symbol=BC-LĐTBXH "
        "date=15/12/2023] reason=Sai 3.2a]"
    );
    ASSERT_EQ(made.annexes.size(), 2u);
    EXPECT_EQ(made.annexes[0].label, "[correction.annex_label number=I]");
    EXPECT_EQ(std::get<Table>(made.annexes[1].blocks[0]).rows.size(), 2u);
}

TEST(Corrections, AreALetterWhereTheFormWasWrong)
{
    const auto letter = correcting(document("85%", "B"), document("85%", "A"), "Sai tên", say);
    EXPECT_EQ(letter.type_name, "");
    EXPECT_EQ(letter.symbol, "LĐTBXH");
    EXPECT_TRUE(letter.annexes.empty());
    EXPECT_EQ(std::get<Table>(letter.body[1]).rows.size(), 1u);
}

} // namespace
} // namespace tiendo
