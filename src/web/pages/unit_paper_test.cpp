#include "web/pages/report_fixture.hpp"
#include "web/pages/report_list.hpp"
#include "web/pages/unit_paper.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

class UnitPaper : public testing::Test {
protected:
    std::string page(const Actor& actor, const std::string& unit = "sa-loong")
    {
        auto visit = fixture_.as(actor);
        const auto answer = get_unit_paper(visit, ReportFixture::request({}, unit));
        return answer ? answer->body : answer.error().problems.front().key;
    }

    Result<Response> send_head(const Fields& typed)
    {
        auto visit = fixture_.officer();
        return post_unit_head(
            visit, ReportFixture::request(ReportFixture::typed(page(fixture_.sa_loong), typed))
        );
    }

    Result<Response> send_scan(const Actor& actor, Fields form, const std::string& bytes)
    {
        auto request = ReportFixture::request(std::move(form));
        request.files.push_back({"file", "bao-cao-ky.pdf", "application/pdf", bytes});
        auto visit = fixture_.as(actor);
        return post_unit_scan(visit, request);
    }

    ReportFixture fixture_;
    const std::string pdf_ = "%PDF-1.4\nscan\n%%EOF\n";
    const Fields signed_{{"number", "15"}, {"date", "8/12/2023"}, {"signer_name", "A Đức"}};
};

TEST_F(UnitPaper, IsHeadedAndSignedAsAPeoplesCommitteeDoes)
{
    const auto shown = page(fixture_.sa_loong);
    EXPECT_THAT(shown, HasSubstr("ỦY BAN NHÂN DÂN XÃ SA LOONG"));
    EXPECT_THAT(shown, HasSubstr("TM. ỦY BAN NHÂN DÂN"));
    EXPECT_THAT(shown, HasSubstr("Báo cáo chưa nộp"));
}

TEST_F(UnitPaper, IsThereForTheUnitAndTheOfficeAlone)
{
    EXPECT_EQ(page(fixture_.dak_duc), "access.not_in_scope");
    EXPECT_THAT(page(fixture_.office_monitor), HasSubstr("SA LOONG"));
}

TEST_F(UnitPaper, KeepsTheHeadThatTheUnitWrote)
{
    ASSERT_TRUE(send_head({{"signer_name", "A Đức"}, {"date", "8/12/2023"}, {"number", "15"}}));
    const auto shown = page(fixture_.sa_loong);
    EXPECT_THAT(shown, HasSubstr("<strong>A Đức</strong>"));
    EXPECT_THAT(shown, HasSubstr("Sa Loong, ngày 08 tháng 12 năm 2023"));
}

TEST_F(UnitPaper, ShowsAgainWhatWasTypedWithADayThatIsNone)
{
    const auto answer = send_head({{"date", "32/12/2023"}, {"signer_name", "A Đức"}});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(answer->body, HasSubstr("“32/12/2023” không phải là ngày"));
    EXPECT_THAT(answer->body, HasSubstr("value=\"A Đức\""));
}

TEST_F(UnitPaper, TakesASignedScanOfWhatWasHandedInAndGivesItBackAsItWas)
{
    fixture_.submit_sa_loong();
    ASSERT_TRUE(send_scan(fixture_.sa_loong, signed_, pdf_));
    EXPECT_THAT(page(fixture_.office_monitor), HasSubstr("Báo cáo số 15 ngày 08/12/2023"));

    auto request = ReportFixture::request();
    request.path_parameters.add("number", "1");
    auto visit = fixture_.monitor();
    const auto scan = get_unit_scan(visit, request);
    ASSERT_TRUE(scan);
    EXPECT_EQ(scan->body, pdf_);
    EXPECT_EQ(scan->header("Content-Type"), "application/pdf");
    auto stranger = fixture_.as(fixture_.dak_duc);
    EXPECT_FALSE(get_unit_scan(stranger, request));
}

TEST_F(UnitPaper, TellsTheOfficeInItsListWhoHasSigned)
{
    fixture_.submit_sa_loong();
    Request request;
    request.path_parameters = {{"plan", "1"}};
    const auto list = [&] {
        auto visit = fixture_.monitor();
        return get_report_list(visit, request)->body;
    };
    EXPECT_THAT(list(), Not(HasSubstr("Đã có bản ký")));
    ASSERT_TRUE(send_scan(fixture_.sa_loong, signed_, pdf_));
    EXPECT_THAT(list(), HasSubstr("Đã có bản ký"));
}

TEST_F(UnitPaper, RefusesAScanBeforeTheReportIsHandedIn)
{
    const auto answer = send_scan(fixture_.sa_loong, signed_, pdf_);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().problems.front().key, "scan.not_handed_in");
}

TEST_F(UnitPaper, SaysAllThatIsMissingOfAScanAtOnceAndKeepsWhatWasTyped)
{
    fixture_.submit_sa_loong();
    const auto answer = send_scan(
        fixture_.sa_loong, {{"number", "15"}, {"date", ""}, {"signer_name", ""}}, "MZ\x90"
    );
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(answer->body, HasSubstr("Chưa ghi ngày ban hành"));
    EXPECT_THAT(answer->body, HasSubstr("Chưa ghi họ tên người ký"));
    EXPECT_THAT(answer->body, HasSubstr("không phải là PDF"));
    EXPECT_THAT(answer->body, HasSubstr("id=\"scan-number\" name=\"number\" value=\"15\""));
}

TEST_F(UnitPaper, IsADownloadForWord)
{
    auto visit = fixture_.officer();
    const auto answer = get_unit_docx(visit, ReportFixture::request());
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->body.starts_with("PK"));
    EXPECT_THAT(
        std::string(answer->header("Content-Disposition")), HasSubstr("bao-cao-sa-loong-2023.docx")
    );
}

} // namespace
} // namespace tiendo::web
