#include "domain/letter/assignment_annex.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

std::string say(std::string_view key, const WordArguments& arguments)
{
    std::string said{key};
    for (const auto& [name, value] : arguments)
        said += "|" + name + "=" + value;
    return said;
}

Unit unit(const char* id, const char* name, UnitKind kind)
{
    Unit one;
    one.id = UnitId(id);
    one.name = name;
    one.short_name = name;
    one.kind = kind;
    return one;
}

UnitDirectory directory()
{
    return UnitDirectory(
        {unit("bo-y", "Ủy ban nhân dân xã Bờ Y", UnitKind::commune),
         unit("sa-loong", "Ủy ban nhân dân xã Sa Loong", UnitKind::commune),
         unit("noi-vu", "Phòng Nội vụ", UnitKind::agency)},
        {}
    );
}

Plan plan()
{
    Plan plan;
    plan.head.title = "Triển khai Chiến lược";
    plan.head.symbol = "KH-UBND";
    plan.objectives = {{"1", "Chính trị", {}}, {"2", "Kinh tế", {}}};
    Task task;
    task.id = "1.1";
    task.objective = "1";
    task.text = "Rà soát quy hoạch";
    task.lead = {UnitId("noi-vu")};
    task.with = {UnitId("bo-y"), UnitId("sa-loong")};
    task.due = date(2023, 11, 30);
    task.product = "Báo cáo";
    Task merged = task;
    merged.id = "1.2";
    merged.merged_into = "1.1";
    plan.tasks = {task, merged};
    return plan;
}

TEST(AssignmentAnnex, NamesEachTaskWithLeadPartnersDayAndProduct)
{
    ReportSetup setup;
    setup.issuer = "Phòng Lao động";
    setup.symbol = "BC-LĐTBXH";
    const auto letter = assignment_annex(plan(), directory(), setup, say);
    EXPECT_EQ(letter.symbol, "LĐTBXH");
    ASSERT_EQ(letter.annexes.size(), 1u);
    const auto& table = std::get<Table>(letter.annexes[0].blocks.at(0));
    ASSERT_EQ(table.rows.size(), 2u) << "an objective's heading and its only active task";
    EXPECT_TRUE(table.rows[0].group);
    const auto& cells = table.rows[1].cells;
    EXPECT_EQ(cells[0][0].text, "1.1");
    EXPECT_EQ(cells[2][0].text, "Phòng Nội vụ");
    EXPECT_EQ(cells[3][0].text, "assignment.all_communes");
    EXPECT_EQ(cells[4][0].text, "30/11/2023");
    EXPECT_EQ(cells[5][0].text, "Báo cáo");
}

TEST(AssignmentAnnex, LeavesOpenWhatNobodyHasDecided)
{
    auto undecided = plan();
    undecided.tasks[0].lead.clear();
    undecided.tasks[0].due.reset();
    const auto letter = assignment_annex(undecided, directory(), {}, say);
    const auto& table = std::get<Table>(letter.annexes[0].blocks.at(0));
    EXPECT_EQ(table.rows[1].cells[2][0].text, "");
    EXPECT_EQ(table.rows[1].cells[4][0].text, "");
}

} // namespace
} // namespace tiendo
