#include "domain/form/office_table.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const std::vector<UnitId> both{UnitId("sa-loong"), UnitId("dak-duc")};

OfficeTable visits()
{
    OfficeTable table;
    table.key = "office_1";
    table.title = " Thăm hộ   gia đình ";
    table.columns = {
        {{}, "Thôn", OfficeColumnKind::text, {}, false},
        {{}, "Số hộ", OfficeColumnKind::whole, {}, true},
        {{}, "Hình thức", OfficeColumnKind::choice, {"Trực tiếp", " trực tiếp", "Điện thoại"}, false
        },
        {{}, "Đã báo cáo", OfficeColumnKind::yes_no, {"thừa"}, false},
    };
    table.units = {UnitId("sa-loong"), UnitId("kon-tum")};
    return table;
}

std::string refusal(const OfficeTable& table)
{
    const auto checked = checked_table(table, both);
    return checked ? "none" : checked.error().problems.at(0).key;
}

TEST(OfficeTable, IsTakenWithOneKeyForEachColumnAndUnitsOfThePeriodAlone)
{
    const auto table = *checked_table(visits(), both);
    EXPECT_EQ(table.title, "Thăm hộ gia đình");
    EXPECT_EQ(table.columns.at(3).key, "c4");
    EXPECT_EQ(table.columns.at(2).choices, (std::vector<std::string>{"Trực tiếp", "Điện thoại"}));
    EXPECT_TRUE(table.columns.at(3).choices.empty());
    EXPECT_EQ(table.units, std::vector{UnitId("sa-loong")});
}

TEST(OfficeTable, RefusesWhatCannotBeAsked)
{
    auto table = visits();
    table.title = " ";
    EXPECT_EQ(refusal(table), "office_table.untitled");
    table = visits();
    table.columns.at(1).title = "thon";
    EXPECT_EQ(refusal(table), "office_table.head_twice");
    table = visits();
    table.columns.at(0).is_summed = true;
    EXPECT_EQ(refusal(table), "office_table.sum_of_words");
    table = visits();
    table.columns.at(2).choices = {"Trực tiếp"};
    EXPECT_EQ(refusal(table), "office_table.few_choices");
    table = visits();
    table.columns.clear();
    EXPECT_EQ(refusal(table), "office_table.no_columns");
    table = visits();
    table.columns.resize(13, {{}, "x", OfficeColumnKind::text, {}, false});
    EXPECT_EQ(refusal(table), "office_table.many_columns");
    table = visits();
    table.units = {UnitId("kon-tum")};
    EXPECT_EQ(refusal(table), "office_table.no_units");
}

TEST(OfficeTable, KeepsEveryColumnThatUnitsHaveTypedInto)
{
    const auto before = *checked_table(visits(), both);
    auto after = before;
    after.columns.push_back({{}, "Ghi chú", OfficeColumnKind::text, {}, false});
    after.columns.at(0).title = "Thôn, làng";
    after.columns.at(2).choices.emplace_back("Khác");
    EXPECT_TRUE(check_change(before, after).has_value());
    after.columns.at(1).kind = OfficeColumnKind::text;
    EXPECT_EQ(check_change(before, after).error().problems.at(0).key, "office_table.kind_in_use");
    after = before;
    after.columns.at(2).choices = {"Điện thoại", "Khác"};
    EXPECT_EQ(check_change(before, after).error().problems.at(0).key, "office_table.choice_in_use");
    after.columns.erase(after.columns.begin());
    EXPECT_EQ(check_change(before, after).error().problems.at(0).key, "office_table.column_in_use");
}

TEST(OfficeTable, StandsFirstAmongTheTablesOfTheUnitsThatAnswerIt)
{
    Form form;
    form.unit = UnitId("sa-loong");
    form.activities = activity_tables();
    add_office_tables(form, {*checked_table(visits(), both)});
    ASSERT_EQ(form.activities.size(), activity_tables().size() + 1);
    const auto& asked = form.activities.front();
    EXPECT_TRUE(is_office_table(asked));
    EXPECT_FALSE(is_office_table(form.activities.at(1)));
    EXPECT_TRUE(asked.is_asked);
    EXPECT_EQ(asked.column("c2")->kind, ColumnKind::number);
    EXPECT_TRUE(says_yes_or_no(*asked.column("c4")));
    Form other;
    other.unit = UnitId("dak-duc");
    add_office_tables(other, {*checked_table(visits(), both)});
    EXPECT_TRUE(other.activities.empty());
}

} // namespace
} // namespace tiendo
