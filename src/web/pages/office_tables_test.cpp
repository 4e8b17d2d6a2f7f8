#include "app/consolidation/consolidated_reports.hpp"
#include "app/report/reports.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* pages = "/ke-hoach/1/bang-rieng";

/// The office asks three communes about visits to families.
class OfficeTablePages : public testing::Test {
protected:
    static Fields visits(const char* kind_of_count = "whole")
    {
        return {
            {"revision", "0"},
            {"title", "Thăm hộ gia đình"},
            {"note", "Mỗi thôn một dòng"},
            {"column_key_0", ""},
            {"column_title_0", "Thôn"},
            {"kind_0", "text"},
            {"choices_0", ""},
            {"column_key_1", ""},
            {"column_title_1", "Số hộ"},
            {"kind_1", kind_of_count},
            {"choices_1", ""},
            {"summed_1", "1"},
            {"column_key_2", ""},
            {"column_title_2", "Có báo cáo"},
            {"kind_2", "yes_no"},
            {"choices_2", ""},
            {"column_key_3", ""},
            {"column_title_3", ""},
            {"kind_3", "text"},
            {"choices_3", ""},
            {"unit", "sa-loong"},
            {"unit", "dak-duc"},
            {"unit", "bo-y"},
        };
    }
    Response office(const std::string& path)
    {
        return visited(office_, "chuyenvien", path).value();
    }
    void ask()
    {
        const auto made =
            posted(office_, "chuyenvien", std::string(pages) + "/moi?ky=2023", visits());
        ASSERT_EQ(made->header("Location"), "/ke-hoach/1/bang-rieng/office_1?ky=2023");
    }
    void answer()
    {
        const auto handed_in = office_.write(
            sample_person(office_, "saloong"),
            [](app::Work& work) -> Result<app::Receipt> {
                const app::ReportOf of{PlanId("1"), PeriodId("2023"), UnitId("sa-loong")};
                const auto saved = TRY(app::save_item(
                    work,
                    of,
                    {"activity/office_1",
                     R"({"rows":[{"c1":"Giang Lố 1","c2":"12","c3":"yes"},{"c1":"Giang Lố 2","c2":"1.030"}]})",
                     0}
                ));
                EXPECT_TRUE(saved.saved);
                return app::submit_report(work, of, {app::Channel::web, "k", "thiếu"});
            }
        );
        ASSERT_TRUE(handed_in.has_value());
    }

    app::Office office_ = new_sample_office();
};

TEST_F(OfficeTablePages, StandInTheFormsOfTheUnitsThatAnswerThem)
{
    ask();
    const auto form = visited(office_, "saloong", "/ke-hoach/1/bao-cao/sa-loong/2023")->body;
    EXPECT_THAT(form, HasSubstr("id=\"activity/office_1\" data-item=\"activity/office_1\" open"));
    EXPECT_THAT(form, HasSubstr("Thăm hộ gia đình"));
    EXPECT_THAT(form, HasSubstr("Mỗi thôn một dòng"));
    EXPECT_THAT(form, HasSubstr("<option value=\"Không\">"));
    const auto other =
        visited(office_, "chuyenvien", "/ke-hoach/1/bao-cao/phong-noi-vu/2023")->body;
    EXPECT_THAT(other, Not(HasSubstr("activity/office_1")));
}

TEST_F(OfficeTablePages, BringTheRowsTogetherWithTheirSum)
{
    ask();
    EXPECT_THAT(
        text_of(office("/ke-hoach/1/bang-rieng/office_1?ky=2023").body),
        HasSubstr("Chưa có báo cáo: Đắk Dục, Sa Loong.")
    );
    answer();
    const auto page = office("/ke-hoach/1/bang-rieng/office_1?ky=2023").body;
    const auto text = text_of(page);
    EXPECT_THAT(text, HasSubstr("Sa Loong Giang Lố 1 12 Có Sa Loong Giang Lố 2 1.030"));
    EXPECT_THAT(text, HasSubstr("Tổng cộng 1.042"));
    EXPECT_THAT(text, HasSubstr("Đã báo cáo, không có dòng nào: Bờ Y. Chưa có báo cáo: Đắk Dục."));
    EXPECT_THAT(page, Not(HasSubstr("Bỏ bảng</button>")));
    const auto file = office("/ke-hoach/1/bang-rieng/office_1/bang.xlsx?ky=2023");
    EXPECT_TRUE(file.body.starts_with("PK"));
}

TEST_F(OfficeTablePages, BecomeAnAnnexOfTheConsolidatedReport)
{
    ask();
    answer();
    const auto report = office_.read(sample_person(office_, "chuyenvien"), [](app::Work& work) {
        return app::consolidated_report(work, PlanId("1"), PeriodId("2023"));
    });
    const auto& annexes = report->document.annexes;
    ASSERT_EQ(annexes.size(), 5u);
    EXPECT_EQ(annexes.at(3).label, "Phụ lục IV");
    EXPECT_EQ(annexes.at(3).title, "Thăm hộ gia đình");
    EXPECT_EQ(annexes.at(4).label, "Phụ lục V");
    const auto& table = std::get<Table>(annexes.at(3).blocks.at(0));
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.rows.at(0).cells.at(4).at(0).text, "Có");
    EXPECT_EQ(table.rows.at(2).cells.at(3).at(0).text, "1.042");
}

TEST_F(OfficeTablePages, RefuseWhatWouldMakeTypedRowsUnreadable)
{
    ask();
    answer();
    auto changed = Fields{};
    for (const auto& [name, value] : visits("day")) {
        const bool is_key = name.starts_with("column_key_") && name != "column_key_3";
        const auto number = std::string(1, static_cast<char>(name.back() + 1));
        changed.add(name, is_key ? "c" + number : name == "revision" ? "1" : value);
    }
    const auto refused =
        posted(office_, "chuyenvien", std::string(pages) + "/office_1/sua?ky=2023", changed);
    EXPECT_EQ(refused->status, 422);
    EXPECT_THAT(refused->body, HasSubstr("“Số hộ” không phải là số nên không cộng được"));
    const auto removed =
        posted(office_, "chuyenvien", std::string(pages) + "/office_1/bo?ky=2023", {});
    EXPECT_EQ(removed.error().problems.at(0).key, "office_table.rows_in_use");
}

TEST_F(OfficeTablePages, GoAgainWhileNobodyHasTyped)
{
    ask();
    const auto removed =
        posted(office_, "chuyenvien", std::string(pages) + "/office_1/bo?ky=2023", {});
    EXPECT_EQ(removed->header("Location"), "/ke-hoach/1/bang-rieng?ky=2023");
    EXPECT_THAT(office("/ke-hoach/1/bang-rieng?ky=2023").body, HasSubstr("chưa có bảng riêng nào"));
    // What was taken away gives its key to no other.
    const auto made = posted(office_, "chuyenvien", std::string(pages) + "/moi?ky=2023", visits());
    EXPECT_EQ(made->header("Location"), "/ke-hoach/1/bang-rieng/office_2?ky=2023");
}

} // namespace
} // namespace tiendo::web
