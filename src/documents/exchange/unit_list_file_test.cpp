#include "documents/exchange/unit_list_file.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

UnitListFile file_of(const char* name, std::string_view text)
{
    return unit_list_file(name, text).value();
}

TEST(UnitListFile, IsReadByItsHeadsInVietnameseOrEnglish)
{
    const auto list = read_unit_list({file_of(
                                          "don-vi.csv",
                                          "Tên đơn vị,Mã,Mã cấp trên,Từ ngày,Dân số\n"
                                          "Phường Kon Tum,23293,51,01/07/2025,\"77,456\"\n"
                                      ),
                                      file_of(
                                          "thay-the.csv",
                                          "old_code,new_code,how,share\n"
                                          "20296,20194,divided,\"37,5\"\n20297,20194,kept,\n"
                                      )})
                          .value();
    ASSERT_EQ(list.units.size(), 1U);
    const ListedUnit expected{
        {"don-vi.csv", 2},
        "23293",
        "Phường Kon Tum",
        UnitKind::commune,
        "51",
        date(2025, 7, 1),
        std::nullopt
    };
    EXPECT_EQ(list.units.front(), expected);
    ASSERT_EQ(list.successions.size(), 2U);
    EXPECT_EQ(list.successions[0].kind, SuccessionKind::divided);
    EXPECT_EQ(list.successions[0].share, Decimal(375, 1));
    EXPECT_FALSE(list.successions[1].kind.has_value());
    EXPECT_TRUE(list.refused.empty());
}

TEST(UnitListFile, IsReadAsVietnameseExcelWritesIt)
{
    const auto file = file_of(
        "d.csv",
        "\xEF\xBB\xBFMã;Tên\r\n23392; Xã  Sa Loong \r\n\r\n;\r\n23377;\"Xã Bo\xCC\x9B\xCC\x80 Y\""
    );
    const std::vector<TableRow> expected{
        {1, {"Mã", "Tên"}}, {2, {"23392", "Xã Sa Loong"}}, {5, {"23377", "Xã Bờ Y"}}
    };
    EXPECT_EQ(file.rows, expected);
}

TEST(UnitListFile, IsRefusedWhereItIsNoTextOrAQuotationNeverEnds)
{
    const auto key = [](std::string_view text) {
        return unit_list_file("d.csv", text).error().problems.front().key;
    };
    EXPECT_EQ(key("m\xE3,t\xEAn\n"), "table_file.not_utf8");
    EXPECT_EQ(key("a,b\n\"mở,1\n2,3\n"), "values.quote_open");
    EXPECT_EQ(key(std::string(64, ',') + "\n"), "table_file.too_large");
}

TEST(UnitListFile, PutsTheKindBeforeANameThatLacksIt)
{
    const auto list =
        read_unit_list({file_of("d.csv", "code,name,kind\n51,Quảng Ngãi,Tỉnh\n")}).value();
    EXPECT_EQ(list.units.front().name, "Tỉnh Quảng Ngãi");
    EXPECT_EQ(list.units.front().kind, UnitKind::committee);
}

TEST(UnitListFile, TellsWhichRowsItDoesNotUnderstandAndWhy)
{
    const auto list =
        read_unit_list({file_of(
                           "d.csv",
                           "code,name,valid_from\n23392,Xã Sa Loong,31/02/2025\n,Xã Bờ Y,\n"
                           "1,Hội đồng,\n23377,Xã Bờ Y,2025-07-01\n"
                       )})
            .value();
    EXPECT_EQ(list.units.size(), 1U);
    ASSERT_EQ(list.refused.size(), 3U);
    EXPECT_EQ(list.refused[0].place, (ListPlace{"d.csv", 2}));
    EXPECT_EQ(list.refused[0].text, "23392 Xã Sa Loong 31/02/2025");
    EXPECT_EQ(list.refused[0].problem.key, "unit_admin.day_not_understood");
    EXPECT_EQ(list.refused[1].problem.key, "unit_list.code_or_name_missing");
    EXPECT_EQ(list.refused[2].problem.key, "unit_list.kind_unknown");
}

TEST(UnitListFile, RefusesATableWithOtherHeads)
{
    const auto read = read_unit_list({file_of("x.csv", "Chỉ tiêu,Kết quả\n1,2\n")});
    EXPECT_EQ(read.error().problems.front().key, "unit_list.heads_unknown");
}

TEST(UnitListFile, TakesTheFirstSheetThatHoldsRows)
{
    const Sheet hidden{"Ẩn", true, {{1, {{1, SheetCellKind::text, "x"}}}}};
    const Sheet shown{
        "Danh mục",
        false,
        {{1, {{1, SheetCellKind::text, "Mã"}, {3, SheetCellKind::text, "Tên"}}},
         {2, {{1, SheetCellKind::text, "01"}, {3, SheetCellKind::text, "Thành phố Hà Nội"}}}}
    };
    const auto file = unit_list_file("d.xlsx", {hidden, shown});
    EXPECT_EQ(file.rows.front().fields, (std::vector<std::string>{"Mã", "", "Tên"}));
    EXPECT_EQ(read_unit_list({file}).value().units.front().code, "01");
}

TEST(UnitListFile, WaitsAsJsonAndComesBackAsItWas)
{
    const std::vector files{file_of("d.csv", "code,name\n01,Thành phố Hà Nội\n")};
    EXPECT_EQ(parse_unit_list_files(to_json(files)).value(), files);
    EXPECT_FALSE(parse_unit_list_files(R"({"files":[{"rows":[["x"]]}]})").has_value());
}

} // namespace
} // namespace tiendo::documents
