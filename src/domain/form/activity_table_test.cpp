#include "domain/form/activity_remarks.hpp"
#include "domain/form/activity_table.hpp"
#include "domain/form/activity_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tiendo {
namespace {

const ActivityTable& table(const char* key)
{
    const auto found = std::ranges::find(activity_tables(), key, &ActivityTable::key);
    EXPECT_NE(found, activity_tables().end()) << key;
    return *found;
}

std::string faults(const char* key, const ActivityRow& row)
{
    std::string said;
    for (const auto& remark : remarks_on(table(key), {row}))
        said += remark.problem.key + "@" + remark.problem.place + " ";
    return said;
}

using Keys = std::vector<std::string>;

TEST(ActivityTables, HaveKeysOfTheirOwnAndColumnsThatCanBeTyped)
{
    std::set<std::string> keys;
    for (const auto& one : activity_tables()) {
        EXPECT_TRUE(keys.insert(one.key).second) << one.key;
        EXPECT_FALSE(one.phrases.empty()) << one.key << " is asked for by no clause";
        std::set<std::string> columns;
        for (const auto& column : one.columns) {
            EXPECT_TRUE(columns.insert(column.key).second) << one.key << "." << column.key;
            EXPECT_EQ(column.kind == ColumnKind::choice, !column.choices.empty()) << column.key;
        }
    }
    EXPECT_EQ(keys.size(), 19u);
}

TEST(ActivityTables, AreAskedForByTheWordsOfAClause)
{
    EXPECT_EQ(
        tables_asked_for("Phối hợp với các đơn vị có liên quan, tập huấn nâng cao năng lực"),
        (Keys{"training"})
    );
    EXPECT_EQ(
        tables_asked_for("Bố trí cán bộ, công chức làm công tác bình đẳng giới."), (Keys{"officer"})
    );
    EXPECT_EQ(
        tables_asked_for("Xây dựng các chuyên trang, chuyên mục và thường xuyên đưa tin, bài"),
        (Keys{"news", "columns"})
    );
    EXPECT_EQ(tables_asked_for("Theo quy định."), Keys{});
}

TEST(ActivityText, KeepsAChoiceByItsKeyHoweverItWasTyped)
{
    const ChoiceName name_of = [](const std::string& choice) {
        return choice == "club" ? "Câu lạc bộ" : "Địa chỉ tin cậy";
    };
    const ActivityColumn kind{"kind", ColumnKind::choice, {"club", "trusted_address"}};
    EXPECT_EQ(kept_text(kind, "câu lạc bộ", 2023, name_of), "club");
    EXPECT_EQ(kept_text(kind, "DIA CHI TIN CAY", 2023, name_of), "trusted_address");
    EXPECT_EQ(kept_text(kind, "club", 2023, name_of), "club");
    EXPECT_EQ(kept_text(kind, "nhà văn hóa", 2023, name_of), "nhà văn hóa");
}

TEST(ActivityText, KeepsADayInOneFormAndWhatIsNoneAsTyped)
{
    const ActivityColumn day{"date", ColumnKind::date};
    EXPECT_EQ(kept_text(day, "8/12", 2023, {}), "2023-12-08");
    EXPECT_EQ(kept_text(day, "08-12-2022", 2023, {}), "2022-12-08");
    EXPECT_EQ(kept_text(day, "31/11", 2023, {}), "31/11");
}

TEST(ActivityRemarks, NameTheChoiceThatIsNone)
{
    EXPECT_EQ(faults("own_plan", {{"issued", "yes"}}), "");
    EXPECT_EQ(
        faults("own_plan", {{"issued", "rồi"}}),
        "activity_cell.not_a_choice@activity/own_plan/0/issued "
    );
}

TEST(ActivityRemarks, AskAboutAPartAboveItsWhole)
{
    EXPECT_EQ(faults("training", {{"people", "40"}, {"women", "23"}, {"minorities", "40"}}), "");
    EXPECT_EQ(
        faults("training", {{"people", "40"}, {"women", "41"}}),
        "activity_cell.more_than_all@activity/training/0/women "
    );
    const auto overspent = remarks_on(table("money"), {{{"allotted", "60"}, {"spent", "60,5"}}});
    ASSERT_EQ(overspent.size(), 1u);
    EXPECT_EQ(overspent[0].weight, Weight::warning);
}

TEST(ActivityRemarks, SayHowADotWasRead)
{
    EXPECT_EQ(
        faults("money", {{"allotted", "1.234"}, {"spent", "26,05"}}),
        "activity_cell.dot_as_thousands@activity/money/0/allotted "
    );
    const auto dotted = remarks_on(table("money"), {{{"spent", "26.05"}}});
    ASSERT_EQ(dotted.size(), 1u);
    EXPECT_EQ(dotted[0].problem.key, "activity_cell.dot_as_decimal");
    EXPECT_EQ(dotted[0].weight, Weight::warning);
}

} // namespace
} // namespace tiendo
