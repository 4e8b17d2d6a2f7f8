#include "app/org/directory.hpp"
#include "app/org/reorganisations.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

const Fields merger{
    {"kind", "merger"},
    {"old_units", "phong-dan-toc"},
    {"old_units", "phong-tu-phap"},
    {"on", "01/01/2024"},
    {"name_1", "Phòng Dân tộc và Tư pháp"},
    {"short_name_1", "DT-TP"},
};

class ReorganisationPage : public testing::Test {
protected:
    std::string page(const std::string& target)
    {
        return text_of(visited(office_, "quantri", target).value().body);
    }

    Result<Response> sent(const std::string& target, const Fields& form)
    {
        return posted(office_, "quantri", target, form);
    }

    std::string prepared(const Fields& form)
    {
        return std::string(sent("/don-vi/sap-xep", form).value().header("location"));
    }

    UnitDirectory units()
    {
        return office_.read(sample_person(office_, "quantri"), [](app::Work& work) {
            return app::directory(work);
        });
    }

    std::string unit_of(const std::string& login)
    {
        return sample_person(office_, login).unit.str();
    }

    std::string undo_path()
    {
        return office_.read(sample_person(office_, "quantri"), [](app::Work& work) {
            return "/don-vi/sap-xep/" + app::reorganisations(work)->front().id + "/hoan-tac";
        });
    }

    app::Office office_ = new_sample_office();
};

TEST_F(ReorganisationPage, ShowsWhatAMergerTouchesBeforeItIsMade)
{
    const auto path = prepared(merger);
    const auto text = page(path);
    EXPECT_THAT(text, HasSubstr("Phòng Dân tộc, đến hết 31/12/2023"));
    EXPECT_THAT(text, HasSubstr("Phòng Dân tộc và Tư pháp, từ 01/01/2024"));
    EXPECT_THAT(text, HasSubstr("1/2 đã nộp 20 → 19"));
    EXPECT_THAT(text, HasSubstr("không đổi: mỗi báo cáo được tính đúng một lần"));
    EXPECT_THAT(text, HasSubstr("(phong-dan-toc), Phòng Dân tộc"));
    EXPECT_EQ(units().find(UnitId("dt-tp")), nullptr);
}

TEST_F(ReorganisationPage, CountsThePartsOfADividedUnitAndKeepsTheTotal)
{
    const auto text = page(prepared(
        {{"kind", "division"},
         {"old_units", "phong-y-te"},
         {"on", "01/01/2024"},
         {"name_1", "Phòng Y tế dự phòng"},
         {"short_name_1", "YTDP"},
         {"share_1", "40"},
         {"name_2", "Phòng Khám chữa bệnh"},
         {"short_name_2", "KCB"},
         {"share_2", "60"}}
    ));
    EXPECT_THAT(text, HasSubstr("1/1 đã nộp 20 → 21"));
    EXPECT_THAT(text, HasSubstr("không đổi: mỗi báo cáo được tính đúng một lần"));
}

TEST_F(ReorganisationPage, MakesItMovesTheAccountsAndUndoesBoth)
{
    const auto before = units().units();
    EXPECT_EQ(sent(prepared(merger), {{"move_accounts", "1"}})->status, 303);
    EXPECT_EQ(units().standing_for(UnitId("phong-tu-phap"), date(2024, 1, 1)), UnitId("dt-tp"));
    EXPECT_EQ(unit_of("phong-dan-toc"), "dt-tp");
    EXPECT_THAT(page("/don-vi/sap-xep"), HasSubstr("Hoàn tác"));

    EXPECT_EQ(sent(undo_path(), {})->status, 303);
    EXPECT_EQ(units().units(), before);
    EXPECT_EQ(unit_of("phong-dan-toc"), "phong-dan-toc");
    EXPECT_THAT(page("/don-vi/sap-xep"), HasSubstr("đã hoàn tác"));
}

TEST_F(ReorganisationPage, IsNotUndoneOnceAnAccountWasMadeForTheNewUnit)
{
    EXPECT_EQ(sent(prepared(merger), {})->status, 303);
    EXPECT_EQ(unit_of("phong-dan-toc"), "phong-dan-toc");
    EXPECT_EQ(
        sent(
            "/nguoi-dung/them",
            {{"login", "dttp"}, {"name", "Y Lan"}, {"unit", "dt-tp"}, {"roles", "entry"}}
        )
            ->status,
        303
    );
    EXPECT_THAT(
        page("/don-vi/sap-xep"),
        HasSubstr("Không hoàn tác được nữa: Đã lập tài khoản dttp cho đơn vị mới.")
    );
    EXPECT_EQ(sent(undo_path(), {})->status, 409);
    EXPECT_NE(units().find(UnitId("dt-tp")), nullptr);
}

TEST_F(ReorganisationPage, DividesWithSharesAndSaysThatFiguresStayWhole)
{
    const auto path = prepared(
        {{"kind", "division"},
         {"old_units", "phong-vhtt"},
         {"on", "01/01/2024"},
         {"name_1", "Phòng Văn hóa"},
         {"short_name_1", "Văn hóa"},
         {"share_1", "37,5"},
         {"existing_2", "phong-noi-vu"},
         {"share_2", "62,5"}}
    );
    const auto text = page(path);
    EXPECT_THAT(text, HasSubstr("Phòng Văn hóa và Thông tin → Phòng Văn hóa (37,5% số liệu)"));
    EXPECT_THAT(text, HasSubstr("được phân bổ theo tỷ lệ đã ghi và đánh dấu “phân bổ”"));
    EXPECT_THAT(text, HasSubstr("20 → 20"));
    EXPECT_THAT(text, Not(HasSubstr("ngay khi xác nhận")));
}

TEST_F(ReorganisationPage, AsksForTheFieldsOfEachKind)
{
    EXPECT_THAT(page("/don-vi/sap-xep?hinh-thuc=division"), HasSubstr("Tỷ lệ nhận từ đơn vị cũ"));
    EXPECT_THAT(page("/don-vi/sap-xep?hinh-thuc=moving"), Not(HasSubstr("Tên gọn")));
    EXPECT_THAT(page("/don-vi/sap-xep?hinh-thuc=closing"), Not(HasSubstr("Đơn vị mới")));
}

TEST_F(ReorganisationPage, SaysAtItsFieldWhatIsMissing)
{
    const auto answer = sent("/don-vi/sap-xep", {{"kind", "merger"}, {"on", "hôm nay"}});
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(answer->body, HasSubstr("href=\"#on\""));
    const auto taken = sent(
        "/don-vi/sap-xep", {{"kind", "closing"}, {"old_units", "sa-loong"}, {"on", "01/01/2024"}}
    );
    EXPECT_THAT(text_of(taken->body), HasSubstr("hoặc đã có đơn vị thay thế"));
}

} // namespace
} // namespace tiendo::web
