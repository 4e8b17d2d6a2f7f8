#include "domain/form/data_value.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

FormRow row(Shape shape, Breakdown breakdown = Breakdown::none)
{
    FormRow row;
    row.measure.id = MeasureId("3.2a");
    row.indicator.shape = shape;
    row.indicator.breakdown = breakdown;
    row.indicator.factor = 1; // counts may be broken here
    row.indicator.unit = "lần";
    return row;
}

/// Through text and back, as a file does it.
Cell carried(const FormRow& row, const Cell& cell)
{
    TypedCell typed;
    for (const auto& value : data_values_of(PlanId("1"), row, cell)) {
        const auto element = data_element_of(value);
        EXPECT_TRUE(element && element->measure == row.measure.id);
        EXPECT_TRUE(lay_over(typed, value, element->key).has_value()) << value.value;
    }
    return read_cell(row, typed).cell;
}

std::string refused(DataValue value)
{
    TypedCell cell;
    const auto laid = lay_over(cell, value, "num");
    return laid ? "" : laid.error().problems.front().key;
}

TEST(DataValue, CarriesEachStateAndKindExactly)
{
    for (const auto kind : {ValueKind::estimate, ValueKind::official, ValueKind::adjusted}) {
        Cell cell;
        cell.kind = kind;
        cell.note = "gồm 2 ước; “xem” thêm";
        for (const auto state :
             {ValueState::not_arising, ValueState::not_applicable, ValueState::missing}) {
            cell.state = state;
            cell.reason = state == ValueState::not_applicable ? "không có cơ sở" : "";
            EXPECT_EQ(carried(row(Shape::ratio), cell), cell);
        }
        cell.state = ValueState::value;
        cell.numbers = {{"num", 0}, {"den", 3}};
        EXPECT_EQ(carried(row(Shape::ratio), cell), cell) << "zero is a value";
    }
}

TEST(DataValue, CarriesDecimalsToTheLastDigit)
{
    Cell cell;
    cell.state = ValueState::value;
    for (const auto* text : {"1.234", "0.000000001", "9007199254740993", "1234567.5", "0.1"}) {
        cell.numbers = {{"num", *Decimal::parse(text)}, {"den", *Decimal::parse("1.5")}};
        EXPECT_EQ(carried(row(Shape::ratio), cell), cell) << text;
    }
}

TEST(DataValue, CarriesQuartersMonthsAndSexes)
{
    Cell cell;
    cell.state = ValueState::value;
    cell.numbers = {{"q1", 3}, {"q2", 0}, {"q3", 1}, {"q4", 2}};
    EXPECT_EQ(carried(row(Shape::quarters), cell), cell);
    cell.numbers = {{"num.male", 4}, {"den.male", 5}, {"num.female", 3}, {"den.female", 7}};
    EXPECT_EQ(carried(row(Shape::ratio, Breakdown::sex), cell), cell);
    cell.numbers.clear();
    for (const auto& key : elements_of(row(Shape::months).indicator))
        cell.numbers[key] = 1;
    EXPECT_EQ(carried(row(Shape::months), cell), cell);
}

TEST(DataValue, NamesPlanMeasureAndWhatIsCounted)
{
    DataValue value;
    value.element = "1/3.2a/num";
    EXPECT_EQ(data_element_of(value), (DataElement{PlanId("1"), MeasureId("3.2a"), "num"}));
    value.category = "HllvX50cXC0";
    EXPECT_EQ(data_element_of(value)->key, "num");
    value.category = "male";
    EXPECT_EQ(data_element_of(value)->key, "num.male");
    value.category = "J2Qf1jtZuj8";
    EXPECT_FALSE(data_element_of(value));
    value.category.clear();
    for (const auto* no_name :
         {"", "f7n9E0hX8qk", "1/3.2a", "1//num", "1/3.2a/num/x", "1/3.2a/a.b"}) {
        value.element = no_name;
        EXPECT_FALSE(data_element_of(value)) << no_name;
    }
}

TEST(DataValue, LeavesTheRestOfACellWhereAFileKnowsNumbersAlone)
{
    TypedCell cell;
    cell.kind = ValueKind::estimate;
    cell.typed = {{"num", "1"}, {"den", "3"}};
    cell.note = "ghi chú";
    DataValue value;
    value.value = "2";
    ASSERT_TRUE(lay_over(cell, value, "num").has_value());
    EXPECT_EQ(cell.typed, (std::map<std::string, std::string>{{"num", "2"}, {"den", "3"}}));
    EXPECT_EQ(cell.kind, ValueKind::estimate);
    EXPECT_EQ(cell.note, "ghi chú");
}

TEST(DataValue, UnderstandsTruthAndTheWordsOfTheForm)
{
    TypedCell cell;
    DataValue value;
    value.value = "true";
    ASSERT_TRUE(lay_over(cell, value, "yes").has_value());
    EXPECT_EQ(cell.typed.at("yes"), "1");
    value.value = "KPS";
    ASSERT_TRUE(lay_over(cell, value, "yes").has_value());
    EXPECT_EQ(cell.state, ValueState::not_arising);
    EXPECT_TRUE(cell.typed.empty());
}

TEST(DataValue, RefusesWhatItCannotTakeForANumberOrAState)
{
    const auto with_value = [](const char* text) {
        DataValue value;
        value.value = text;
        return value;
    };
    for (const auto* text : {"12 vụ", "1,5", "1.234.567", "1e3", "-", "NaN", "--1", "1."})
        EXPECT_EQ(refused(with_value(text)), "values.not_a_number") << text;
    EXPECT_EQ(refused(with_value("")), "values.no_value");
    auto value = with_value("1");
    value.state = "zero";
    EXPECT_EQ(refused(value), "values.state_unknown");
    value.state = "not_arising";
    EXPECT_EQ(refused(value), "values.number_beside_state");
    value.state = "value";
    value.kind = "guess";
    EXPECT_EQ(refused(value), "values.kind_unknown");
    value.kind.clear();
    value.deleted = "true";
    EXPECT_EQ(refused(value), "values.deletion");
    value.deleted = "false";
    value.attribute = "other";
    EXPECT_EQ(refused(value), "values.attribute");
    value.attribute = "default";
    EXPECT_EQ(refused(value), "");
}

} // namespace
} // namespace tiendo
