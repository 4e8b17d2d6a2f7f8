#include "app/workbook/workbooks.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/package/xlsx_reader.hpp"
#include "web/pages/figure_table.hpp"
#include "web/pages/report_fixture.hpp"
#include "web/pages/workbook.hpp"
#include "web/views/workbook_voice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

class WorkbookPages : public testing::Test {
protected:
    app::WorkbookVoice voice()
    {
        return view::workbook_voice(fixture_.office, Messages::embedded());
    }

    std::vector<documents::Sheet> sheets(const std::string& unit = "sa-loong")
    {
        auto visit = fixture_.as(unit == "sa-loong" ? fixture_.sa_loong : fixture_.dak_duc);
        const auto response = get_workbook_file(visit, ReportFixture::request({}, unit));
        EXPECT_TRUE(response);
        auto unpacked = documents::unpack_xlsx(response->body);
        EXPECT_TRUE(unpacked);
        return std::move(unpacked).value();
    }

    /// Types into the column beside a key.
    static void type(
        std::vector<documents::Sheet>& sheets, const std::string& key, int column, std::string text
    )
    {
        for (auto& sheet : sheets)
            for (auto& row : sheet.rows) {
                if (row.cells.front().text != key || row.cells.front().column != 1) continue;
                std::erase_if(row.cells, [&](const auto& cell) { return cell.column == column; });
                row.cells.push_back({column, documents::SheetCellKind::text, std::move(text), false}
                );
                return;
            }
        FAIL() << key;
    }

    /// What the confined reader would answer for the sheets, received for Sa Loong.
    std::string received(const std::vector<documents::Sheet>& sheets)
    {
        const app::WorkbookUpload upload{
            "sa-loong.xlsx", std::string(64, 'a'), documents::to_json(sheets)
        };
        auto visit = fixture_.officer();
        const auto id = visit.write([&](app::Work& work) {
            return app::receive_workbook(work, ReportFixture::sa_loong_2023, upload);
        });
        EXPECT_TRUE(id);
        return *id;
    }

    Request changes_request(const std::string& id, Fields form = {})
    {
        auto request = ReportFixture::request(std::move(form));
        request.path_parameters.add("upload", id);
        return request;
    }

    ReportFixture fixture_;
};

TEST_F(WorkbookPages, ShowEachDifferenceBeforeAnythingIsTaken)
{
    auto file = sheets();
    type(file, "cell/3.2a/num", 7, "1");
    type(file, "cell/3.2a/den", 7, "3 người");
    const auto id = received(file);
    auto visit = fixture_.officer();

    const auto page = get_workbook_changes(visit, changes_request(id));
    ASSERT_TRUE(page);
    EXPECT_THAT(page->body, HasSubstr("Biểu 1 Chỉ tiêu!G6:G7"));
    EXPECT_THAT(page->body, HasSubstr("<b>3 người</b>"));
    EXPECT_TRUE(fixture_.report().draft.cells.empty());

    const auto taken = post_workbook_changes(
        visit, changes_request(id, ReportFixture::typed(page->body, {{"take", "chosen"}}))
    );
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->status, 303);
    const auto cell = fixture_.report().draft.cells.at(MeasureId("3.2a"));
    EXPECT_EQ(
        cell.typed.typed, (std::map<std::string, std::string>{{"num", "1"}, {"den", "3 người"}})
    );
    EXPECT_EQ(cell.typed.origin, "Biểu 1 Chỉ tiêu!G6:G7");
}

TEST_F(WorkbookPages, UndoWhatWasTaken)
{
    auto file = sheets();
    type(file, "cell/3.2a/num", 7, "1");
    type(file, "cell/3.2a/den", 7, "3");
    const auto id = received(file);
    auto visit = fixture_.officer();
    const auto page = get_workbook_changes(visit, changes_request(id));
    ASSERT_TRUE(page);
    ASSERT_TRUE(post_workbook_changes(
        visit, changes_request(id, ReportFixture::typed(page->body, {{"take", "new"}}))
    ));
    ASSERT_EQ(fixture_.report().draft.cells.size(), 1U);

    ASSERT_TRUE(post_workbook_undo(visit, changes_request(id)));
    EXPECT_TRUE(fixture_.report().draft.cells.empty());
    EXPECT_EQ(post_workbook_undo(visit, changes_request(id))->status, 409);
}

TEST_F(WorkbookPages, DoNotTakeOverWhatSomebodyElseTypedMeanwhile)
{
    auto file = sheets();
    type(file, "narrative/strengths", 3, "Từ tệp");
    const auto id = received(file);
    auto visit = fixture_.officer();
    const auto page = get_workbook_changes(visit, changes_request(id));
    ASSERT_TRUE(page);
    auto second = fixture_.as(fixture_.sa_loong_second);
    ASSERT_TRUE(second.write([](app::Work& work) {
        return app::save_item(
            work,
            ReportFixture::sa_loong_2023,
            {"narrative/strengths", R"({"text":"Gõ trên trang"})", 0}
        );
    }));

    const auto answer = post_workbook_changes(
        visit, changes_request(id, ReportFixture::typed(page->body, {{"take", "chosen"}}))
    );
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 409);
    EXPECT_THAT(answer->body, HasSubstr("1 mục vừa được người khác sửa"));
    EXPECT_EQ(fixture_.report().draft.narrative.at("strengths"), "Gõ trên trang");
}

TEST_F(WorkbookPages, RefuseTheFileOfAnotherUnit)
{
    const app::WorkbookUpload upload{"a.xlsx", "", documents::to_json(sheets("dak-duc"))};
    const auto sealed = voice();
    auto visit = fixture_.officer();
    const auto refused = visit.read([&](app::Work& work) {
        return app::report_of_workbook(work, upload, ReportFixture::sa_loong_2023, sealed);
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().key, "workbook.other_unit");
}

TEST_F(WorkbookPages, ShowWhatCannotBeTakenAndLeaveItOut)
{
    auto file = sheets();
    type(file, "cell/3.2a/num", 7, "1");
    type(file, "cell/3.2a/den", 6, "Nhãn khác");
    const auto id = received(file);
    auto visit = fixture_.officer();
    const auto page = get_workbook_changes(visit, changes_request(id));
    ASSERT_TRUE(page);
    EXPECT_THAT(page->body, HasSubstr("Tên dòng đã bị sửa"));
    EXPECT_THAT(page->body, Not(HasSubstr("name=\"item/cell/3.2a\"")));
    const auto refused = post_workbook_changes(
        visit, changes_request(id, ReportFixture::typed(page->body, {{"take", "all"}}))
    );
    EXPECT_EQ(refused->status, 422);
    EXPECT_TRUE(fixture_.report().draft.cells.empty());
}

TEST_F(WorkbookPages, KeepTheColumnsOfTheStandardTableInTheOrderOfTheOffice)
{
    auto visit = fixture_.monitor();
    const auto change = [&](const char* pressed) {
        EXPECT_TRUE(post_table_columns(visit, ReportFixture::request({{"change", pressed}})));
    };
    change("earlier/measure");
    change("hide/unit");
    const auto page = get_table_columns(visit, ReportFixture::request());
    ASSERT_TRUE(page);
    EXPECT_LT(page->body.find("later/measure"), page->body.find("later/number"));
    EXPECT_THAT(page->body, HasSubstr("show/unit"));
    const auto file = get_figure_table(visit, ReportFixture::request());
    ASSERT_TRUE(file);
    const auto sheets = documents::unpack_xlsx(file->body);
    ASSERT_TRUE(sheets);
    const auto& rows = sheets->front().rows;
    const auto heads = std::ranges::find_if(rows, [](const auto& row) {
        return row.cells.front().text == "Chỉ tiêu";
    });
    ASSERT_NE(heads, rows.end());
    EXPECT_EQ(heads->cells[1].text, "TT");
    EXPECT_EQ(heads->cells[2].text, "Thực hiện năm trước");

    change("reset");
    EXPECT_THAT(
        get_table_columns(visit, ReportFixture::request())->body, Not(HasSubstr("show/unit"))
    );
    auto officer = fixture_.officer();
    EXPECT_FALSE(post_table_columns(officer, ReportFixture::request({{"change", "hide/unit"}})));
}

TEST_F(WorkbookPages, AreForTheUnitItself)
{
    auto visit = fixture_.as(fixture_.dak_duc);
    EXPECT_FALSE(get_workbook_file(visit, ReportFixture::request()));
    EXPECT_FALSE(get_workbook(visit, ReportFixture::request()));
}

} // namespace
} // namespace tiendo::web
