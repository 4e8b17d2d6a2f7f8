#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page(const char* login, const char* target)
{
    const auto answer = visited(sample_office(), login, target);
    return answer ? answer->body : answer.error().problems.front().key;
}

std::string text(const char* login, const char* target)
{
    const auto html = page(login, target);
    return text_of(html.substr(std::min(html.size(), html.find("<main"))));
}

TEST(Targets, CanBeFilteredByTheirResult)
{
    const auto shown = text("pct", "/ke-hoach/1/chi-tieu?ky=2023&kq=khong-phat-sinh");
    EXPECT_THAT(shown, HasSubstr("3.3 Nạn nhân bị mua bán trở về"));
    EXPECT_THAT(shown, Not(HasSubstr("2.3 Nữ giám đốc")));
    EXPECT_THAT(
        text("pct", "/ke-hoach/1/chi-tieu?ky=2023&mt=9"), HasSubstr("Không có chỉ tiêu nào như vậy")
    );
}

TEST(Target, ShowsTheValueOfEachUnitAndWhoIsMissing)
{
    const auto shown = text("pct", "/ke-hoach/1/chi-tieu/3-2a?ky=2023");
    EXPECT_THAT(shown, HasSubstr("85,00% 17/20"));
    EXPECT_THAT(shown, HasSubstr("Chưa có số liệu của Đắk Dục, Sa Loong;"));
    EXPECT_THAT(shown, HasSubstr("Plei Kần 5/6 83,33% ước Vượt đã tiếp nhận"));
    EXPECT_THAT(shown, HasSubstr("Tử số Số người bị bạo lực được tiếp cận ít nhất một dịch vụ"));
    EXPECT_THAT(
        page("pct", "/ke-hoach/1/chi-tieu/3-2a?ky=2023"),
        HasSubstr("href=\"/o/plei-kan.3-2a.2023\"")
    );
}

TEST(Target, KeepsItsTotalOnALaterMap)
{
    const auto shown = text("pct", "/ke-hoach/1/chi-tieu/3-2a?ky=2023&ngay=2025-07-02");
    EXPECT_THAT(shown, HasSubstr("Theo đơn vị hành chính ngày 02/07/2025"));
    EXPECT_THAT(shown, HasSubstr("Plei Kần, Bờ Y, Đắk Xú"));
    EXPECT_THAT(shown, HasSubstr("83,33% 15/18 3 trong 3 đơn vị đã có số liệu"));
    EXPECT_THAT(shown, HasSubstr("100,00% 2/2 2 trong 3 đơn vị đã có số liệu"));
    EXPECT_THAT(shown, HasSubstr("85,00% 17/20"));
}

TEST(Target, SaysWhoDecidedWhatInTheReview)
{
    const auto shown = text("pct", "/ke-hoach/1/chi-tieu/4-1?ky=2023");
    EXPECT_THAT(shown, HasSubstr("không quá 108 bé trai/100 bé gái"));
    EXPECT_THAT(shown, HasSubstr("109,96 563/512"));
    EXPECT_THAT(shown, HasSubstr("Đã quyết định khi rà soát"));
}

TEST(Target, SaysWhyItIsMetAndWhatWouldChangeIt)
{
    const auto shown = text("pct", "/ke-hoach/1/chi-tieu/3-2a?ky=2023");
    EXPECT_THAT(shown, HasSubstr("Đạt khi từ 80% trở lên. Thực hiện 85,00% (17/20)."));
    EXPECT_THAT(shown, HasSubstr("Chưa có số liệu của Đắk Dục, Sa Loong; mới tính trên 6/8 xã."));
    EXPECT_THAT(
        shown,
        HasSubstr("Nếu 2 xã chưa có số liệu báo 0/2 người thì kết quả chung (17/22 là 77,27%) "
                  "thành chưa đạt.")
    );
}

TEST(Target, SaysWhoseConditionIsMissedAndThatNobodyCanMendIt)
{
    const auto shown = text("pct", "/ke-hoach/1/chi-tieu/6-3?ky=2023");
    EXPECT_THAT(shown, HasSubstr("Chưa đạt yêu cầu: Đắk Ang."));
    EXPECT_THAT(
        shown,
        HasSubstr("Dù cả 2 xã chưa có số liệu đều đạt yêu cầu, kết quả chung (7/8 là 87,50%) vẫn "
                  "chưa đạt.")
    );
}

TEST(Target, NamesTheSexThatMissesIt)
{
    EXPECT_THAT(
        text("pct", "/ke-hoach/1/chi-tieu/5-2b?ky=2023"),
        HasSubstr("Riêng nam: Cần thêm 1 em để đạt (302/382 là 79,06%).")
    );
}

TEST(Target, ShowsItsHistory)
{
    EXPECT_THAT(text("pct", "/ke-hoach/1/chi-tieu/2-1?ky=2023"), HasSubstr("Năm 2021 44,90%"));
}

TEST(Matrix, SaysEachCellInOneSentence)
{
    EXPECT_THAT(
        page("pct", "/ke-hoach/1/ma-tran?ky=2023"),
        HasSubstr("Ủy ban nhân dân xã Bờ Y, 3.2b Người gây bạo lực ở mức chưa bị truy cứu trách "
                  "nhiệm hình sự được tư vấn, tham vấn: 60,00% (3/5), kế hoạch năm từ 50% trở "
                  "lên, Vượt")
    );
}

TEST(Matrix, ShowsWhatIsMissingAndHowFarEachReportIs)
{
    const auto shown = text("pct", "/ke-hoach/1/ma-tran?ky=2023");
    EXPECT_THAT(shown, HasSubstr("Đã điền 6/6 6/6 6/6 6/6 6/6 6/6 6/6 4/6"));
    EXPECT_THAT(shown, HasSubstr("Trả lại, quá hạn 3 ngày"));
    EXPECT_THAT(shown, HasSubstr("KPS: không phát sinh"));
}

TEST(Matrix, HasTheSuccessorsAsColumnsOnALaterMap)
{
    const auto shown = text("pct", "/ke-hoach/1/ma-tran?ky=2023&ngay=2025-07-02&xem=so-lieu");
    EXPECT_THAT(shown, HasSubstr("Bờ Y Dục Nông Sa Loong Huyện"));
    EXPECT_THAT(shown, HasSubstr("15/18"));
    EXPECT_THAT(shown, Not(HasSubstr("Plei Kần")));
}

TEST(Matrix, ShowsOneUnitAsAList)
{
    const auto shown = text("pct", "/ke-hoach/1/ma-tran?ky=2023&dv=dak-ang");
    EXPECT_THAT(shown, HasSubstr("Xem cả bảng"));
    EXPECT_THAT(page("pct", "/ke-hoach/1/ma-tran?ky=2023&dv=dak-ang"), Not(HasSubstr("<table")));
}

TEST(Matrix, OfAUnitThatNobodyKnowsIsNotFound)
{
    const auto answer = visited(sample_office(), "pct", "/ke-hoach/1/ma-tran?ky=2023&duoi=ha-noi");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, Refusal::not_found);
}

TEST(CellPage, TellsTheStoryOfANumber)
{
    const auto shown = text("pct", "/o/dak-duc.3-2a.2023");
    EXPECT_THAT(shown, HasSubstr("Ủy ban nhân dân xã Đắk Dục – 3.2a – Năm 2023"));
    EXPECT_THAT(shown, HasSubstr("Số liệu 4/3"));
    EXPECT_THAT(shown, HasSubstr("nên chưa tính vào kết quả chung"));
    EXPECT_THAT(shown, HasSubstr("Lần nộp 1 · Y Thảo · nhập trên trang"));
    EXPECT_THAT(shown, HasSubstr("Kết quả chung: 85,00%, đã có số liệu 6/8 xã."));
}

TEST(CellPage, SaysWhyTheUnitsResultIsWhatItIs)
{
    EXPECT_THAT(
        text("pct", "/o/dak-ang.6-3.2023"),
        HasSubstr("Chưa đạt yêu cầu: quý III có 1, còn thiếu 2 tin, bài.")
    );
    EXPECT_THAT(
        text("pct", "/o/bo-y.3-2a.2023"),
        HasSubstr("Vừa đủ đạt: chỉ lệch 1 người (5/7 là 71,43%) là chưa đạt.")
    );
}

TEST(CellPage, NamesTheCellOfTheWorkbook)
{
    EXPECT_THAT(text("pct", "/o/dak-ang.6-1.2023"), HasSubstr("tệp Excel"));
}

TEST(CellPage, IsNotFoundForOfficersOfOtherUnits)
{
    EXPECT_EQ(page("saloong", "/o/dak-duc.3-2a.2023"), "access.not_in_scope");
    EXPECT_THAT(text("saloong", "/o/sa-loong.3-2a.2023"), HasSubstr("Chưa có số liệu"));
}

TEST(CellPage, RefusesAnAddressThatIsNone)
{
    EXPECT_EQ(page("pct", "/o/khong-co"), "cell_page.unknown");
}

TEST(ChaseList, NamesWhatEachUnitStillOwes)
{
    const auto shown = text("pct", "/ke-hoach/1/don-doc?ky=2023");
    EXPECT_THAT(
        shown,
        HasSubstr("Ủy ban nhân dân xã Sa Loong Quá hạn 3 ngày 4/6 dòng Còn thiếu 2 dòng 3.2a")
    );
    EXPECT_THAT(shown, HasSubstr("Chưa có liên hệ"));
    EXPECT_THAT(shown, HasSubstr("Đề nghị đơn vị khẩn trương hoàn thành và nộp báo cáo."));
}

TEST(ChaseList, AsksMassOrganisationsToCooperateAndNeverCallsThemOverdue)
{
    const auto shown = text("pct", "/ke-hoach/1/don-doc?ky=2023&tt=phoi-hop");
    EXPECT_THAT(shown, HasSubstr("phối hợp, cung cấp tình hình, kết quả thực hiện"));
    EXPECT_THAT(shown, Not(HasSubstr("Quá hạn")));
    EXPECT_THAT(shown, Not(HasSubstr("đến hạn")));
}

TEST(ChaseList, CanShowThoseWhoHaveReported)
{
    const auto shown = text("pct", "/ke-hoach/1/don-doc?ky=2023&tt=da-tiep-nhan");
    EXPECT_THAT(shown, HasSubstr("Plei Kần"));
    EXPECT_THAT(shown, Not(HasSubstr("Sa Loong")));
}

TEST(TaskList, CountsWhatIsDoneLateUnderWayAndOverdue)
{
    EXPECT_THAT(
        text("pct", "/ke-hoach/1/nhiem-vu?ky=2023"),
        HasSubstr("24 nhiệm vụ đã giao 14 Hoàn thành đúng hạn 2 Hoàn thành muộn 6 Đang thực hiện "
                  "2 Quá hạn")
    );
}

TEST(TaskList, CanBeFilteredByItsState)
{
    const auto html = page("pct", "/ke-hoach/1/nhiem-vu?ky=2023&tt=muon");
    EXPECT_THAT(html, HasSubstr("class=\"tag tag-at-risk\""));
    EXPECT_THAT(html, Not(HasSubstr("class=\"tag tag-on-track\"")));
}

TEST(FiguresApi, GivesExactTexts)
{
    const auto json = page("pct", "/api/v1/plans/1/periods/2023/figures");
    EXPECT_THAT(
        json,
        HasSubstr(R"({"measure":"1.1","state":"value","parts":[{"breakdown":"","numerator":"5",)"
                  R"("denominator":"9","value":"55.5556"}],"estimated":true,)")
    );
    EXPECT_THAT(json, HasSubstr(R"("missing":["dak-duc","sa-loong"])"));
    EXPECT_THAT(json, HasSubstr(R"("verdict":"not_met","short_by":"1",)"));
}

TEST(Task, ShowsTheStateOfEachUnitWithWhatItSaid)
{
    const auto shown = text("pct", "/ke-hoach/1/nhiem-vu/5-2?ky=2023");
    EXPECT_THAT(shown, HasSubstr("Nhiệm vụ 5.2"));
    EXPECT_THAT(shown, HasSubstr("Quá hạn Đang thực hiện 02 trong 05 công trình"));
    EXPECT_THAT(shown, HasSubstr("02 trong 05 công trình chưa nghiệm thu."));
    EXPECT_THAT(shown, HasSubstr("Mưa kéo dài làm chậm tiến độ thi công."));
    EXPECT_THAT(shown, HasSubstr("Hồ Thị Kim Oanh, lần nộp 1"));
}

TEST(Task, IsRefusedWhereThereIsNone)
{
    EXPECT_EQ(page("pct", "/ke-hoach/1/nhiem-vu/9-9?ky=2023"), "plan.unknown_task");
}

TEST(Tasks, AreCountedForEachObjectiveAndEachLead)
{
    const auto shown = text("pct", "/ke-hoach/1/nhiem-vu?ky=2023");
    EXPECT_THAT(shown, HasSubstr("Theo mục tiêu"));
    EXPECT_THAT(shown, HasSubstr("Theo đơn vị chủ trì"));
}

} // namespace
} // namespace tiendo::web
