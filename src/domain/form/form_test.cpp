#include "base/text.hpp"
#include "domain/form/activity_remarks.hpp"
#include "domain/form/form.hpp"
#include "domain/form/typed_answers.hpp"
#include "domain/form/year_comparison.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

FormRow row(Shape shape = Shape::ratio, const char* unit = "%", std::int64_t factor = 100)
{
    FormRow row;
    row.measure.id = MeasureId("3.2a");
    row.indicator.shape = shape;
    row.indicator.unit = unit;
    row.indicator.factor = factor;
    return row;
}

TypedCell typed(std::map<std::string, std::string> texts)
{
    TypedCell cell;
    cell.typed = std::move(texts);
    return cell;
}

std::string remarks(const ReadCell& read)
{
    std::vector<std::string> keys;
    for (const auto& remark : read.remarks)
        keys.push_back(remark.problem.key + "@" + remark.problem.place);
    return join(keys, " ");
}

TEST(TypedCell, IsReadWithItsUnitsOfSpeech)
{
    const auto read = read_cell(row(), typed({{"num", "2 người"}, {"den", "3"}}));
    EXPECT_EQ(read.cell.state, ValueState::value);
    EXPECT_EQ(read.cell.numbers.at("num"), Decimal(2));
    EXPECT_EQ(remarks(read), "");
}

TEST(TypedCell, KnowsZeroNotArisingNotApplicableAndMissingApart)
{
    EXPECT_EQ(read_cell(row(), typed({{"num", "0"}, {"den", "5"}})).cell.state, ValueState::value);
    EXPECT_EQ(read_cell(row(), typed({{"num", "KPS"}})).cell.state, ValueState::not_arising);
    EXPECT_EQ(
        read_cell(row(), typed({{"num", "không phát sinh"}})).cell.state, ValueState::not_arising
    );
    EXPECT_EQ(read_cell(row(), typed({{"num", "KAD"}})).cell.state, ValueState::not_applicable);
    EXPECT_EQ(read_cell(row(), typed({})).cell.state, ValueState::missing);
}

TEST(TypedCell, AsksForTheReasonWhyAMeasureDoesNotApply)
{
    TypedCell cell;
    cell.state = ValueState::not_applicable;
    EXPECT_EQ(remarks(read_cell(row(), cell)), "cell.reason_missing@3.2a.reason");
    cell.reason = "Xã không có cơ sở";
    EXPECT_EQ(remarks(read_cell(row(), cell)), "");
}

TEST(TypedCell, RefusesWhatIsNoCount)
{
    EXPECT_EQ(
        remarks(read_cell(row(), typed({{"num", "abc"}, {"den", "3"}}))),
        "cell.not_a_number@3.2a.num"
    );
    EXPECT_EQ(
        remarks(read_cell(row(), typed({{"num", "-1"}, {"den", "3"}}))), "cell.negative@3.2a.num"
    );
    EXPECT_EQ(
        remarks(read_cell(row(), typed({{"num", "1,5"}, {"den", "3"}}))), "cell.not_whole@3.2a.num"
    );
    EXPECT_EQ(
        remarks(read_cell(row(), typed({{"num", "-"}, {"den", "3"}}))), "cell.not_a_number@3.2a.num"
    );
}

TEST(TypedCell, RefusesAPartLargerThanItsWholeButNotMoreBoysThanGirls)
{
    EXPECT_EQ(
        remarks(read_cell(row(), typed({{"num", "4"}, {"den", "3"}}))),
        "cell.numerator_above_denominator@3.2a.num"
    );
    EXPECT_EQ(
        remarks(read_cell(
            row(Shape::ratio, "bé trai/100 bé gái"), typed({{"num", "563"}, {"den", "512"}})
        )),
        ""
    );
}

TEST(TypedCell, AsksWhetherZeroOfZeroMeansNotArising)
{
    EXPECT_EQ(
        remarks(read_cell(row(), typed({{"num", "0"}, {"den", "0"}}))), "cell.zero_of_zero@3.2a.den"
    );
}

TEST(TypedCell, IsMissingWhileHalfOfItIs)
{
    const auto read = read_cell(row(), typed({{"num", "2"}, {"den", ""}}));
    EXPECT_EQ(read.cell.state, ValueState::missing);
    EXPECT_EQ(remarks(read), "cell.incomplete@3.2a.den");
}

TEST(TypedCell, TellsHowADotWasTaken)
{
    EXPECT_EQ(
        remarks(read_cell(row(), typed({{"num", "1.234"}, {"den", "2.000"}}))),
        "cell.dot_as_thousands@3.2a.num cell.dot_as_thousands@3.2a.den"
    );
}

TEST(ActivityTable, NamesTheFieldThatHoldsNoNumberOrNoDay)
{
    const ActivityTable table{
        "training",
        {{"title", ColumnKind::text}, {"date", ColumnKind::date}, {"people", ColumnKind::number}}
    };
    EXPECT_TRUE(remarks_on(
                    table, {{{"title", "Họp"}, {"date", "2023-11-28"}, {"people", "204 người"}}}
    ).empty());
    const auto remarks = remarks_on(table, {{}, {{"date", "31/11"}, {"people", "nhiều"}}});
    ASSERT_EQ(remarks.size(), 2u);
    EXPECT_EQ(remarks[0].problem.place, "activity/training/1/date");
    EXPECT_EQ(remarks[1].problem.key, "activity_cell.not_a_number");
}

TEST(YearComparison, NamesARateThatHalvedOrRoseByMoreThanHalf)
{
    Form form;
    form.rows = {row()};
    const auto answers = [](std::int64_t num, std::int64_t den) {
        Answers given;
        auto& cell = given.cells[MeasureId("3.2a")];
        cell.state = ValueState::value;
        cell.numbers = {{"num", num}, {"den", den}};
        return given;
    };
    EXPECT_EQ(unlike_last_year(form, answers(1, 3), answers(4, 5)).size(), 1u);
    EXPECT_EQ(unlike_last_year(form, answers(4, 5), answers(1, 2)).size(), 1u);
    EXPECT_TRUE(unlike_last_year(form, answers(2, 3), answers(4, 5)).empty());
    EXPECT_TRUE(unlike_last_year(form, answers(2, 3), {}).empty());
}

TEST(Form, HoldsExactlyWhatTheUnitAnswersAndIsNeverEmpty)
{
    Plan plan;
    Measure mine;
    mine.id = MeasureId("3.2a");
    mine.indicator = IndicatorId("x");
    mine.suppliers = {UnitId("sa-loong")};
    Measure other = mine;
    other.id = MeasureId("1.1");
    other.suppliers = {UnitId("phong-noi-vu")};
    plan.measures = {mine, other};
    Duty duty;
    duty.id = "7";
    duty.units = {UnitId("sa-loong"), UnitId("phong-dan-toc")};
    plan.duties = {duty};
    Indicator indicator;
    indicator.id = IndicatorId("x");
    const IndicatorLibrary library({indicator});

    const auto form = design_form(plan, library, UnitId("sa-loong"));
    ASSERT_EQ(form.rows.size(), 1u);
    EXPECT_EQ(form.rows[0].measure.id.str(), "3.2a");

    const auto without_measures = design_form(plan, library, UnitId("phong-dan-toc"));
    EXPECT_TRUE(without_measures.rows.empty());
    EXPECT_EQ(without_measures.duties.size(), 1u);
    EXPECT_FALSE(without_measures.activities.empty());
    EXPECT_EQ(completion_of(form, {}), (Completion{0, 2, {"3.2a", "duty/7"}}));
    Answers answers;
    answers.duties["7"] = {};
    EXPECT_EQ(completion_of(form, answers), (Completion{1, 2, {"3.2a"}}));
}

TEST(Form, AsksEachClauseOfADutyAndOffersItsTablesFirst)
{
    Plan plan;
    Duty duty;
    duty.id = "7";
    duty.units = {UnitId("sa-loong")};
    duty.clauses = {"Xây dựng Kế hoạch tại địa phương.", "Bố trí cán bộ, công chức."};
    plan.duties = {duty};

    const auto form = design_form(plan, IndicatorLibrary{}, UnitId("sa-loong"));
    ASSERT_EQ(form.clauses.size(), 2u);
    EXPECT_EQ(form.clauses[1].id, "7.2");
    EXPECT_EQ(form.clauses[1].tables, std::vector<std::string>{"officer"});
    EXPECT_EQ(form.activities[0].key, "own_plan");
    EXPECT_EQ(form.activities[1].key, "officer");
    EXPECT_FALSE(form.activities[2].is_asked);
    EXPECT_EQ(form.activities.size(), activity_tables().size());

    Answers answers;
    answers.duties["7.1"] = {};
    EXPECT_EQ(completion_of(form, answers).missing, std::vector<std::string>{"duty/7"});
    answers.duties["7.2"] = {};
    EXPECT_EQ(completion_of(form, answers), (Completion{1, 1, {}}));
}

} // namespace
} // namespace tiendo
