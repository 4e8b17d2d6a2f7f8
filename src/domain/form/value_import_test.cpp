#include "domain/form/value_import.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Form form()
{
    Form form;
    FormRow row;
    row.measure.id = MeasureId("3.2a");
    row.indicator.unit = "%";
    form.rows = {row};
    return form;
}

DataValue value(const char* key, const char* number, std::int64_t line)
{
    DataValue value;
    value.element = std::string("1/3.2a/") + key;
    value.value = number;
    value.line = line;
    return value;
}

TypedCell typed(const char* num, const char* den)
{
    TypedCell cell;
    cell.typed = {{"num", num}, {"den", den}};
    return cell;
}

/// "imported ignored conflict:values.twice"
std::string told(const TakenValues& taken)
{
    std::string text;
    for (const auto& result : taken.results) {
        if (!text.empty()) text += " ";
        switch (result.outcome) {
        case ValueOutcome::imported:
            text += "imported";
            break;
        case ValueOutcome::updated:
            text += "updated";
            break;
        case ValueOutcome::ignored:
            text += "ignored";
            break;
        case ValueOutcome::conflict:
            text += "conflict:" + result.problem.key;
            break;
        }
    }
    return text;
}

TakenValues
taken(const std::vector<DataValue>& values, const std::map<MeasureId, TypedCell>& cells = {})
{
    const auto asked = form();
    return take_values({asked, cells, "a.csv", ValueKind::estimate}, values);
}

TEST(ValueImport, TellsNewFromChangedFromEqual)
{
    const std::map<MeasureId, TypedCell> one{{MeasureId("3.2a"), typed("1", "3")}};
    EXPECT_EQ(told(taken({value("num", "1", 2), value("den", "3", 3)})), "imported imported");
    EXPECT_EQ(told(taken({value("num", "2", 2), value("den", "3", 3)}, one)), "updated ignored");
    const auto same = taken({value("num", "1.0", 2), value("den", "3", 3)}, one);
    EXPECT_EQ(told(same), "ignored ignored");
    EXPECT_TRUE(same.changes.empty());
    EXPECT_EQ(told(taken({value("num", "0", 2)}, one)), "updated") << "zero is a value";
}

TEST(ValueImport, KeepsWhereACellCameFromAndItsKind)
{
    const auto change =
        taken({value("den", "3", 7), value("num", "1", 9)}).changes.at(MeasureId("3.2a"));
    EXPECT_EQ(change.after.origin, "a.csv:7");
    EXPECT_EQ(change.read.kind, ValueKind::estimate);
    EXPECT_EQ(change.read.numbers, (std::map<std::string, Decimal>{{"num", 1}, {"den", 3}}));
}

TEST(ValueImport, ChecksLikeTheForm)
{
    EXPECT_EQ(
        told(taken({value("num", "4", 2), value("den", "3", 3)})),
        "conflict:cell.numerator_above_denominator conflict:cell.numerator_above_denominator"
    );
    EXPECT_EQ(told(taken({value("num", "1", 2)})), "conflict:cell.incomplete");
    EXPECT_EQ(
        told(taken({value("num", "1.5", 2), value("den", "3", 3)})),
        "conflict:cell.not_whole conflict:cell.not_whole"
    );
    auto none = value("num", "", 2);
    none.state = "not_applicable";
    EXPECT_EQ(told(taken({none})), "conflict:cell.reason_missing");
    none.reason = "không có cơ sở";
    EXPECT_EQ(told(taken({none})), "imported");
}

TEST(ValueImport, TakesACellWholeOrNotAtAll)
{
    const auto half = taken({value("num", "1", 2), value("den", "ba", 3)});
    EXPECT_EQ(told(half), "conflict:values.held_back conflict:values.not_a_number");
    EXPECT_EQ(half.results[0].problem.args.at("line"), "3");
    EXPECT_TRUE(half.changes.empty());
}

TEST(ValueImport, AsksWhatHoldsWhereAFileSaysTwoThings)
{
    EXPECT_EQ(
        told(taken({value("num", "1", 2), value("den", "3", 3), value("num", "1", 4)})),
        "imported imported ignored"
    );
    EXPECT_EQ(
        told(taken({value("num", "1", 2), value("den", "3", 3), value("num", "2", 4)})),
        "conflict:values.held_back conflict:values.held_back conflict:values.twice"
    );
    auto official = value("den", "3", 3);
    official.kind = "official";
    EXPECT_EQ(
        told(taken({value("num", "1", 2), official})),
        "conflict:values.held_back conflict:values.disagrees"
    );
}

TEST(ValueImport, NamesWhatTheUnitIsNotAsked)
{
    auto other = value("num", "1", 2);
    other.element = "1/6.1/num";
    EXPECT_EQ(
        told(taken({other, value("q1", "1", 3)})),
        "conflict:values.unknown_element conflict:values.unknown_element"
    );
    auto male = value("num", "1", 2);
    male.category = "male";
    EXPECT_EQ(told(taken({male})), "conflict:values.unknown_element");
}

} // namespace
} // namespace tiendo
