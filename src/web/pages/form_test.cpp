#include "web/pages/form.hpp"
#include "web/pages/report_fixture.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

class FormPage : public ::testing::Test, public ReportFixture {
protected:
    Response get(const Actor& actor, const std::string& unit = "sa-loong")
    {
        auto visit = as(actor);
        auto answer = get_form(visit, request({}, unit));
        EXPECT_TRUE(answer.has_value());
        return answer ? std::move(answer).value() : Response{};
    }
    Response post(const Actor& actor, const Fields& form)
    {
        auto visit = as(actor);
        auto answer = post_form(visit, request(form));
        EXPECT_TRUE(answer.has_value());
        return answer ? std::move(answer).value() : Response{};
    }
    /// Opens the form, types, and saves.
    Response save(const Actor& actor, const Fields& over)
    {
        return post(actor, typed(get(actor).body, over));
    }
    Cell cell(const char* id) { return report().draft.cells.at(MeasureId(id)).read.cell; }
};

bool shows(const Response& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

TEST_F(FormPage, ShowsEachMeasureWithItsYearsPlanInWords)
{
    const auto page = get(sa_loong);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(shows(page, "từ 80% trở lên"));
    EXPECT_TRUE(shows(page, "Số người bị bạo lực được phát hiện"));
    EXPECT_TRUE(shows(page, "còn 2 ngày"));
    EXPECT_TRUE(shows(page, "Xây dựng kế hoạch của xã"));
    EXPECT_FALSE(shows(page, "type=\"number\""));
}

TEST_F(FormPage, IsForKeepingByTheUnitsOwnPeopleOnly)
{
    EXPECT_TRUE(shows(get(sa_loong), "data-until=\"09:14 ngày 06/12/2023\""));
    auto by_link = sa_loong;
    by_link.login = "lien-ket-sa-loong";
    EXPECT_FALSE(shows(get(by_link), "data-until"));
    EXPECT_FALSE(shows(get(office_monitor), "data-until"));
}

TEST_F(FormPage, SavesWhatWasTypedAndGoesBackToTheForm)
{
    const auto answer = save(sa_loong, {{"cell/3.2a/num", "1"}, {"cell/3.2a/den", "3"}});
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.header("Location"), "/ke-hoach/1/bao-cao/sa-loong/2023");
    EXPECT_EQ(cell("3.2a").numbers.at("den"), Decimal(3));
    EXPECT_EQ(cell("3.2a").kind, ValueKind::estimate);
    EXPECT_TRUE(shows(get(sa_loong), "33,33%"));
}

TEST_F(FormPage, SavesNothingOfRowsThatWereNotTouched)
{
    save(sa_loong, {});
    EXPECT_TRUE(report().draft.revisions.empty());
    save(sa_loong, {{"cell/3.2a/num", "1"}, {"cell/3.2a/den", "3"}});
    save(sa_loong, {});
    EXPECT_EQ(report().draft.revisions, (std::map<std::string, std::int64_t>{{"cell/3.2a", 1}}));
}

TEST_F(FormPage, FillsBothFieldsFromAFraction)
{
    save(sa_loong, {{"cell/3.2b/num", "1/2"}});
    EXPECT_EQ(cell("3.2b").numbers.at("num"), Decimal(1));
    EXPECT_EQ(cell("3.2b").numbers.at("den"), Decimal(2));
}

TEST_F(FormPage, KeepsInvalidInputAsTypedMarksItAndSavesTheRest)
{
    const auto answer =
        save(sa_loong, {{"cell/3.2a/num", "abc"}, {"cell/3.2a/den", "3"}, {"cell/5.1/yes", "1"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(shows(answer, "value=\"abc\""));
    EXPECT_TRUE(shows(answer, "href=\"#3.2a.num\""));
    EXPECT_TRUE(shows(answer, "aria-invalid=\"true\""));
    EXPECT_EQ(cell("5.1").numbers.at("yes"), Decimal(1));
    EXPECT_EQ(report().draft.cells.at(MeasureId("3.2a")).typed.typed.at("num"), "abc");
}

TEST_F(FormPage, AsksForTheReasonWhyAMeasureDoesNotApply)
{
    const auto answer = save(sa_loong, {{"cell/3.2a/num", "KAD"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(shows(answer, "href=\"#3.2a.reason\""));
    EXPECT_TRUE(shows(answer, "<details class=\"entry-more\" open>"));
}

TEST_F(FormPage, TakesTheMonthsThatWereTickedAndTheOthersForNo)
{
    save(sa_loong, {{"cell/6.4/m01", "1"}, {"cell/6.4/m12", "1"}});
    EXPECT_EQ(cell("6.4").numbers.at("m01"), Decimal(1));
    EXPECT_EQ(cell("6.4").numbers.at("m02"), Decimal(0));
    EXPECT_TRUE(shows(get(sa_loong), "2/12 tháng"));
}

TEST_F(FormPage, KeepsRowsOfActivitiesAndOffersAnEmptyOne)
{
    const auto answer = save(
        sa_loong,
        {{"activity/documents/0/number", "12/KH-UBND"},
         {"activity/documents/0/title", "Kế hoạch năm 2023"},
         {"action", "rows/documents"}}
    );
    EXPECT_EQ(
        answer.header("Location"),
        "/ke-hoach/1/bao-cao/sa-loong/2023?bang=documents#activity/documents"
    );
    EXPECT_EQ(report().draft.activities.at("documents").size(), 1u);
    const auto page = get(sa_loong);
    EXPECT_TRUE(shows(page, "value=\"12/KH-UBND\""));
    EXPECT_TRUE(shows(page, "name=\"activity/documents/1/number\" value=\"\""));
    save(sa_loong, {{"activity/documents/remove", "0"}});
    EXPECT_TRUE(report().draft.activities.at("documents").empty());
}

TEST_F(FormPage, FoldsAPartWhenNothingInItIsLeftToDo)
{
    const auto open = "<details class=\"fold\" open>\n<summary><h2>I. Số liệu chỉ tiêu</h2>";
    const auto folded = "<details class=\"fold\">\n<summary><h2>I. Số liệu chỉ tiêu</h2>";
    EXPECT_TRUE(shows(get(sa_loong), open));
    EXPECT_TRUE(shows(get(sa_loong), "data-part=\"1\">0/4 đã điền"));
    save(
        sa_loong,
        {{"cell/3.2a/num", "1"},
         {"cell/3.2a/den", "3"},
         {"cell/3.2b/num", "1"},
         {"cell/3.2b/den", "2"},
         {"cell/5.1/yes", "1"},
         {"cell/6.4/m01", "1"}}
    );
    EXPECT_TRUE(shows(get(sa_loong), folded));
    EXPECT_TRUE(shows(get(sa_loong), "data-part=\"1\">4/4 đã điền"));
    // What is wrong is never folded away.
    EXPECT_TRUE(shows(save(sa_loong, {{"cell/3.2a/num", "abc"}}), open));
    EXPECT_TRUE(shows(get(sa_loong), open));
}

TEST_F(FormPage, OpensWhatCameBackWithAReason)
{
    submit_sa_loong();
    const auto returned = office.write(office_monitor, [&](app::Work& work) {
        return app::give_back_report(work, sa_loong_2023, "Đề nghị kiểm tra lại số liệu");
    });
    ASSERT_TRUE(returned.has_value());
    const auto page = get(sa_loong);
    EXPECT_TRUE(shows(page, "<details class=\"fold\" open>\n<summary><h2>I. "));
    EXPECT_TRUE(shows(page, "<details class=\"fold\" open>\n<summary><h2>II. "));
    EXPECT_TRUE(shows(page, "<details class=\"fold\">\n<summary><h2>IV. "));
}

TEST_F(FormPage, OpensTheTableThatARowWasAddedTo)
{
    auto visit = officer();
    auto asked = request();
    asked.query.add("bang", "documents");
    const auto page = get_form(visit, asked).value();
    EXPECT_TRUE(shows(page, "id=\"activity/documents\" data-item=\"activity/documents\" open"));
    EXPECT_FALSE(shows(get(sa_loong), "data-item=\"activity/documents\" open"));
}

TEST_F(FormPage, KeepsADayThatIsNoneAsTyped)
{
    const auto wrong = save(
        sa_loong,
        {{"duty/1.1/state", "finished"}, {"duty/1.1/done_on", "31/11"}, {"duty/1.1/result", "Xong"}}
    );
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(shows(wrong, "value=\"31/11\""));
    EXPECT_TRUE(shows(wrong, "Xong</textarea>"));
    EXPECT_TRUE(report().draft.duties.empty());
    const auto right = post(sa_loong, typed(wrong.body, {{"duty/1.1/done_on", "30/11"}}));
    EXPECT_EQ(right.status, 303);
    EXPECT_EQ(report().draft.duties.at("1.1").answer.done_on, date(2023, 11, 30));
}

TEST_F(FormPage, ShowsBothVersionsWhereTwoPeopleTypedAndLosesNeither)
{
    const auto opened = get(sa_loong).body;
    save(sa_loong_second, {{"cell/3.2a/num", "2"}, {"cell/3.2a/den", "3"}});

    const Fields mine{{"cell/3.2a/num", "1"}, {"cell/3.2a/den", "3"}, {"cell/5.1/yes", "1"}};
    const auto answer = post(sa_loong, typed(opened, mine));
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(shows(answer, "1/3 (33,33%)"));
    EXPECT_TRUE(shows(answer, "2/3 (66,67%)"));
    EXPECT_TRUE(shows(answer, "saloong2"));
    EXPECT_EQ(cell("3.2a").numbers.at("num"), Decimal(2));
    EXPECT_EQ(cell("5.1").numbers.at("yes"), Decimal(1));

    // Without a choice it is asked again; with one it is done.
    EXPECT_EQ(post(sa_loong, fields_of(answer.body)).status, 409);
    const auto chosen = post(sa_loong, typed(answer.body, {{"cell/3.2a/choice", "mine"}}));
    EXPECT_EQ(chosen.status, 303);
    EXPECT_EQ(cell("3.2a").numbers.at("num"), Decimal(1));
}

TEST_F(FormPage, LeavesAloneWhatSomebodyElseChangedAndThisPersonDidNot)
{
    const auto opened = get(sa_loong).body;
    save(sa_loong_second, {{"cell/3.2a/num", "2"}, {"cell/3.2a/den", "3"}});
    EXPECT_EQ(post(sa_loong, typed(opened, {{"cell/5.1/yes", "0"}})).status, 303);
    EXPECT_EQ(cell("3.2a").numbers.at("num"), Decimal(2));
}

TEST_F(FormPage, IsNotThereForAnotherUnit)
{
    auto visit = as(dak_duc);
    EXPECT_EQ(get_form(visit, request()).error().kind, Refusal::not_found);
    EXPECT_EQ(post_form(visit, request()).error().kind, Refusal::not_found);
}

TEST_F(FormPage, IsReadOnlyOnceSubmittedAndSaysWhy)
{
    submit_sa_loong();
    const auto page = get(sa_loong);
    EXPECT_FALSE(shows(page, "<input class=\"number\""));
    EXPECT_TRUE(shows(page, "đang chờ tiếp nhận"));
    EXPECT_TRUE(shows(page, "1/3"));
}

TEST_F(FormPage, KeepsWhatWasTypedWhenThePeriodIsLockedMeanwhile)
{
    const auto opened = get(sa_loong).body;
    lock_period();
    const auto answer = post(sa_loong, typed(opened, {{"cell/3.2a/num", "77"}}));
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(shows(answer, "value=\"77\""));
    EXPECT_TRUE(shows(answer, "Kỳ báo cáo đã chốt số liệu"));
}

TEST_F(FormPage, AsksEachClauseByItselfAndLeadsToItsTable)
{
    const auto page = get(sa_loong);
    EXPECT_TRUE(shows(page, "name=\"duty/1.1/state\""));
    EXPECT_TRUE(shows(page, "name=\"duty/1.2/state\""));
    EXPECT_TRUE(shows(page, "href=\"#activity/own_plan\""));
}

TEST_F(FormPage, ReadsAChoiceByItsNameAndKeepsOneThatIsNone)
{
    save(sa_loong, {{"activity/own_plan/0/issued", "đã ban hành"}});
    EXPECT_EQ(report().draft.activities.at("own_plan").at(0).at("issued"), "yes");
    EXPECT_TRUE(shows(get(sa_loong), "value=\"Đã ban hành\" aria-label"));

    const auto wrong = save(sa_loong, {{"activity/own_plan/0/issued", "sắp xong"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(shows(wrong, "value=\"sắp xong\""));
    EXPECT_TRUE(shows(wrong, "href=\"#activity/own_plan/0/issued\""));
}

TEST_F(FormPage, OffersTheMonthsOfTheColumnsAndTakesThemOnlyWhenAsked)
{
    save(
        sa_loong,
        {{"activity/columns/0/month", "Tháng 1"}, {"activity/columns/0/title", "Bình đẳng giới"}}
    );
    const auto page = get(sa_loong);
    EXPECT_TRUE(shows(page, "Từ bảng chuyên mục ở phần III: 1/12 tháng."));
    EXPECT_TRUE(shows(page, "value=\"take/6.4/1,0,0,0,0,0,0,0,0,0,0,0\""));
    EXPECT_EQ(report().draft.cells.count(MeasureId("6.4")), 0u);

    const auto answer = save(sa_loong, {{"action", "take/6.4/1,0,0,0,0,0,0,0,0,0,0,0"}});
    EXPECT_EQ(answer.header("Location"), "/ke-hoach/1/bao-cao/sa-loong/2023#6.4");
    EXPECT_EQ(cell("6.4").numbers.at("m01"), Decimal(1));
    EXPECT_EQ(cell("6.4").numbers.at("m12"), Decimal(0));
    EXPECT_FALSE(shows(get(sa_loong), "Từ bảng chuyên mục"));
}

} // namespace
} // namespace tiendo::web
