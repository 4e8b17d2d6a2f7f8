#include "base/text.hpp"
#include "domain/org/unit_names.hpp"
#include "domain/report/form_proposal.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

MeasureFigure measure(const char* id, const char* title)
{
    MeasureFigure row;
    row.measure.id = MeasureId(id);
    row.measure.title = title;
    return row;
}

Unit commune(const char* id, const char* area)
{
    auto unit = unit_named(area, UnitKind::commune);
    unit.id = UnitId(id);
    return unit;
}

class FormProposal : public testing::Test {
protected:
    FormProposal()
    {
        Task task;
        task.id = "2.1";
        task.text = "Tổ chức đào tạo nghề, giải quyết việc làm cho lao động nữ ở nông thôn";
        plan_.tasks = {task};
    }

    FormGrid propose(std::vector<std::vector<std::string>> rows)
    {
        FormTable table;
        table.rows = std::move(rows);
        return propose_for(table);
    }
    FormGrid propose_for(const FormTable& table) { return proposed_grid(table, known_); }

    UnitId named(const char* words) { return unit_in_words(words, known_); }

    Plan plan_{};
    std::vector<MeasureFigure> rows_{
        measure("3.2a", "Người bị bạo lực gia đình được hỗ trợ, tư vấn"),
        measure("6.1", "Dân số được tiếp cận kiến thức cơ bản về bình đẳng giới")
    };
    std::vector<UnitId> units_{UnitId("sa-loong"), UnitId("dak-duc"), UnitId("plei-kan")};
    UnitDirectory directory_{
        {commune("sa-loong", "Xã Sa Loong"),
         commune("dak-duc", "Xã Đắk Dục"),
         commune("plei-kan", "Thị trấn Plei Kần")},
        {}
    };
    std::vector<FormHead> heads_{
        {"thuc hien", FilledWith::value},
        {"thuc hien nam truoc", FilledWith::last_year},
        {"ke hoach", FilledWith::target},
        {"tu so", FilledWith::numerator},
        {"danh gia", FilledWith::verdict},
        {"ket qua", FilledWith::value},
        {"thoi han", FilledWith::task_due}
    };
    ProposalKnown known_{plan_, rows_, units_, directory_, heads_, 2023};
};

TEST_F(FormProposal, FindsMeasuresByTheirWordsAndColumnsByTheirHeads)
{
    const auto grid = propose(
        {{"BIỂU TỔNG HỢP", "", "", "", ""},
         {"TT", "Chỉ tiêu", "KẾ HOẠCH NĂM 2023", "Thực hiện năm 2022", "Thực hiện năm 2023"},
         {"1", "Tỷ lệ người bị bạo lực gia đình được hỗ trợ, tư vấn", "", "", ""},
         {"2", "Dân số tiếp cận kiến thức cơ bản về bình đẳng giới", "", "", ""},
         {"3", "Việc khác", "", "", ""}}
    );
    EXPECT_EQ(grid.rows.at(2).measure, MeasureId("3.2a"));
    EXPECT_EQ(grid.rows.at(3).measure, MeasureId("6.1"));
    EXPECT_FALSE(grid.rows.contains(4));
    EXPECT_EQ(grid.columns.at(2).with, FilledWith::target);
    EXPECT_EQ(grid.columns.at(3).with, FilledWith::last_year);
    EXPECT_EQ(grid.columns.at(4).with, FilledWith::value);
}

TEST_F(FormProposal, TakesTheNumberOfATargetWhereASheetComputesWithIt)
{
    FormTable sheet;
    sheet.name = "Biểu 05";
    sheet.rows = {{"Chỉ tiêu", "Kế hoạch"}, {"3.2a Người bị bạo lực gia đình được hỗ trợ", ""}};
    EXPECT_EQ(propose_for(sheet).columns.at(1).with, FilledWith::target_number);
}

TEST_F(FormProposal, ReadsMergedHeadsOverTheColumnsThatTheyCover)
{
    FormTable table;
    table.rows = {
        {"Đơn vị", "3.2a. Hỗ trợ", "", "6.1. Tiếp cận", "Ghi chú"},
        {"", "Tử số", "Thực hiện", "Thực hiện", ""},
        {"Xã Sa Loong", "", "", "", ""},
        {"xã Đăk Dục", "", "", "", ""}
    };
    table.continued = {{{0, 2}, {0, 1}}, {{1, 0}, {0, 0}}, {{1, 4}, {0, 4}}};
    const auto grid = propose_for(table);
    EXPECT_EQ(grid.rows.at(2).unit, UnitId("sa-loong"));
    EXPECT_EQ(grid.rows.at(3).unit, UnitId("dak-duc"));
    EXPECT_EQ(grid.columns.at(1).with, FilledWith::numerator);
    EXPECT_EQ(grid.columns.at(1).subject.measure, MeasureId("3.2a"));
    EXPECT_EQ(grid.columns.at(2).subject.measure, MeasureId("3.2a"));
    EXPECT_EQ(grid.columns.at(3).subject.measure, MeasureId("6.1"));
    EXPECT_FALSE(grid.columns.contains(4));
}

TEST_F(FormProposal, FindsUnitsAcrossAndTasksDown)
{
    const auto across = propose(
        {{"Chỉ tiêu", "Sa Loong", "TT Plei Kần"},
         {"3.2a Người bị bạo lực gia đình được hỗ trợ", "", ""}}
    );
    EXPECT_EQ(across.columns.at(1).subject.unit, UnitId("sa-loong"));
    EXPECT_EQ(across.columns.at(2).subject.unit, UnitId("plei-kan"));
    EXPECT_EQ(across.columns.at(2).with, FilledWith::value);

    const auto tasks = propose(
        {{"Nhiệm vụ", "Thời hạn", "Kết quả", "Đánh giá"},
         {"Tổ chức đào tạo nghề, giải quyết việc làm cho lao động nữ nông thôn", "", "", ""}}
    );
    EXPECT_EQ(tasks.rows.at(1).task, "2.1");
    EXPECT_EQ(tasks.columns.at(1).with, FilledWith::task_due);
    EXPECT_EQ(tasks.columns.at(2).with, FilledWith::task_result);
    EXPECT_EQ(tasks.columns.at(3).with, FilledWith::task_state);
}

TEST_F(FormProposal, KnowsAUnitHoweverItsMarksAreWritten)
{
    EXPECT_EQ(named("2. UBND xã ĐĂK DỤC"), UnitId("dak-duc"));
    EXPECT_EQ(named("sa loong"), UnitId("sa-loong"));
    EXPECT_EQ(named("TT. Plei Kần"), UnitId("plei-kan"));
    EXPECT_EQ(named("Xã Bờ Y"), UnitId());
    EXPECT_EQ(named(""), UnitId());
}

TEST_F(FormProposal, ProposesNothingForATableAboutSomethingElse)
{
    EXPECT_EQ(propose({{"Kính gửi", ""}, {"Nơi nhận", ""}}), FormGrid{});
}

} // namespace
} // namespace tiendo
