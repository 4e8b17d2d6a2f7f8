#include "documents/reading/read_tables.hpp"
#include "documents/reading/table_heads.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

/// "^" goes on from the row above, "" is empty.
Table table_of(const std::vector<std::vector<std::string>>& rows)
{
    Table table;
    for (const auto& texts : rows) {
        Row row;
        row.lines = {
            static_cast<int>(table.rows.size()) + 1, static_cast<int>(table.rows.size()) + 1
        };
        for (const auto& text : texts) {
            const bool above = text == "^";
            row.cells.push_back({above ? "" : text, static_cast<int>(row.cells.size()), 1, above});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

const TargetFrame year_2025{
    std::chrono::year{2025} / 1 / 1, std::chrono::year{2025} / 12 / 31, 2025, {}
};

TEST(ReadTables, TakeABareRateBelowItsBaselineForALevelToComeDownTo)
{
    const auto rows = read_target_table(
        table_of(
            {{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2024", "Kế hoạch năm 2025"},
             {"1", "Tỷ lệ hộ nghèo", "%", "6,2", "4,5"},
             {"2", "Công trình xây mới", "công trình", "6", "4"}}
        ),
        year_2025
    );
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].quantities.quantities[0].comparator, Comparator::at_most);
    EXPECT_EQ(rows[1].quantities.quantities[0].comparator, Comparator::at_least);
}

TEST(ReadTables, KeepTheWordsOfACellOfValuesThatHoldsNoNumber)
{
    const auto rows = read_target_table(
        table_of(
            {{"TT", "Chỉ tiêu", "ĐVT", "Năm 2025"},
             {"1", "Xếp loại thi đua", "", "Xuất sắc"},
             {"2", "Số mô hình", "mô hình", "-"}}
        ),
        year_2025
    );
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].unread, std::vector<std::string>{"Xuất sắc"});
    EXPECT_TRUE(rows[1].unread.empty());
}

TEST(ReadTables, GiveADittoMarkTheWordsOfTheRowAbove)
{
    const auto rows = read_task_table(table_of(
        {{"TT", "Nhiệm vụ", "Chủ trì", "Thời gian"},
         {"1", "Rà soát đối tượng", "Phòng Y tế", "Quý II"},
         {"2", "Lập danh sách", "nt", "\""},
         {"3", "Cấp thẻ", "Như trên", "Quý IV"}}
    ));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].lead, std::vector<std::string>{"Phòng Y tế"});
    EXPECT_EQ(rows[1].due, "Quý II");
    EXPECT_EQ(rows[2].lead, std::vector<std::string>{"Phòng Y tế"});
}

TEST(ReadTables, ReadTimesThatAreWrittenShort)
{
    const auto rows = read_task_table(table_of(
        {{"TT", "Nhiệm vụ", "Thực hiện", "Thời gian"},
         {"1", "Rà soát", "Phòng Y tế", "Q.III/2025"},
         {"2", "Tập huấn", "Phòng Y tế", "T6/2025"},
         {"3", "Kiểm tra", "Phòng Y tế", "30/11"},
         {"4", "Tổng kết", "Phòng Y tế", "30/11/2025"}}
    ));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].due, "quý III/2025");
    EXPECT_EQ(rows[1].due, "tháng 6/2025");
    EXPECT_EQ(rows[2].due, "ngày 30/11");
    EXPECT_EQ(rows[3].due, "30/11/2025");
    EXPECT_EQ(rows[3].lead, std::vector<std::string>{"Phòng Y tế"});
}

TEST(ReadTables, AddTheProductsOfAMergedTaskTogether)
{
    const auto rows = read_task_table(table_of(
        {{"TT", "Nhiệm vụ", "Chủ trì", "Sản phẩm"},
         {"1", "Xây dựng quy chế", "Sở Nội vụ", "Dự thảo"},
         {"^", "^", "^", "Quyết định"}}
    ));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].product, "Dự thảo; Quyết định");
}

TEST(ReadTables, SkipHeadsThatStandAgainAtTheTopOfAPage)
{
    const std::vector<std::string> heads{"TT", "Nhiệm vụ", "Chủ trì"};
    const auto rows = read_task_table(
        table_of({heads, {"1", "Tập huấn", "Phòng Y tế"}, heads, {"2", "Kiểm tra", "Phòng Y tế"}})
    );
    EXPECT_EQ(rows.size(), 2U);
}

TEST(ReadTables, ReadTheShareOfEachUnitInItsRow)
{
    const auto table = table_of(
        {{"TT", "Xã", "Số hộ thoát nghèo (hộ)", "Tỷ lệ hộ nghèo (%)"},
         {"1", "Đăk Long", "25", "≤ 4"},
         {"2", "Ia Chim", "-", "≤ 6"}}
    );
    EXPECT_TRUE(holds_shares(table));
    const auto rows = read_share_table(table, year_2025);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].text, "Đăk Long");
    EXPECT_EQ(rows[0].quantities.quantities.size(), 2U);
    EXPECT_EQ(rows[1].quantities.quantities.size(), 1U);
}

TEST(ReadTables, TakeANumberedRowOfWordsAloneForAnItem)
{
    const auto table = table_of(
        {{"TT", "Chỉ tiêu", "ĐVT", "Năm 2025"},
         {"1", "Không để xảy ra điểm nóng", "", ""},
         {"2", "Số mô hình", "mô hình", "3"}}
    );
    EXPECT_EQ(read_target_table(table, year_2025).size(), 2U);
}

} // namespace
} // namespace tiendo::documents
