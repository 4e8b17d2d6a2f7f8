#include "app/world/sample_world.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A sample world in which the same document lies once more, as plan 2, read and not yet decided.
class PlanUnderReview : public testing::Test {
protected:
    PlanUnderReview()
    {
        const auto person = sample_person(office_, "chuyenvien");
        const auto added = office_.write(person, [](app::Work& work) {
            return app::import_plan(work, app::sample_document());
        });
        EXPECT_EQ(added->str(), "2");
    }

    std::string page(const char* target)
    {
        const auto answer = visited(office_, "chuyenvien", target);
        return answer ? text_of(answer->body) : answer.error().problems.front().key;
    }

    int status(const char* target, const Fields& form)
    {
        const auto answer = posted(office_, "chuyenvien", target, form);
        return answer ? answer->status : 0;
    }

    Plan plan()
    {
        return office_
            .read(
                sample_person(office_, "chuyenvien"),
                [](app::Work& work) { return app::plan_in_use(work, PlanId("2")); }
            )
            .value();
    }

    app::Office office_ = new_sample_office();
};

TEST_F(PlanUnderReview, IsShownBesideItsSourceWithItsCountsAndFindings)
{
    const auto text = page("/ke-hoach/2/ra-soat");
    EXPECT_THAT(text, HasSubstr("6 mục tiêu, 18 chỉ tiêu (20 chỉ tiêu thành phần), 25 nhiệm vụ"));
    EXPECT_THAT(text, HasSubstr("giảm từ 55 ca sinh/1.000 phụ nữ xuống 56/1.000 phụ nữ"));
    EXPECT_THAT(text, HasSubstr("Cần quyết định: 5"));
}

TEST_F(PlanUnderReview, SaysOnEachPageOfFiguresThatNoPeriodIsOpenAndWhatToDo)
{
    for (const char* name :
         {"tong-quan",
          "chi-tieu",
          "ma-tran",
          "nhiem-vu",
          "bao-cao",
          "don-doc",
          "tong-hop",
          "phat-hanh",
          "chi-tieu/1.1"}) {
        const auto target = std::string("/ke-hoach/2/") + name;
        const auto answer = visited(office_, "chuyenvien", target);
        ASSERT_TRUE(answer.has_value()) << target;
        EXPECT_EQ(answer->status, 200) << target;
        EXPECT_THAT(answer->body, HasSubstr("Chưa mở kỳ báo cáo")) << target;
        EXPECT_THAT(answer->body, HasSubstr(R"(href="/ke-hoach/2/ra-soat">Rà soát kế hoạch)"))
            << target;
    }
    const auto leader = visited(office_, "pct", "/ke-hoach/2/tong-quan");
    EXPECT_THAT(leader->body, HasSubstr("Cơ quan theo dõi, tổng hợp sẽ mở kỳ báo cáo."));
    EXPECT_EQ(page("/ke-hoach/2/bieu-tong-hop.xlsx"), "period.none_yet");
}

TEST_F(PlanUnderReview, ProposesNoPeriodThatIsOpenAlready)
{
    EXPECT_THAT(page("/ke-hoach/2/ky"), HasSubstr("Căn cứ của hạn nộp"));
    const auto running = page("/ke-hoach/1/ky");
    EXPECT_THAT(running, HasSubstr("Các năm của kế hoạch đều đã có kỳ báo cáo."));
    EXPECT_THAT(page("/ke-hoach/1/ky?ky=2023"), HasSubstr("Kỳ báo cáo 2023 đã được mở."));
    for (const auto* target : {"/ke-hoach/1/ky", "/ke-hoach/1/ky?ky=2023"})
        EXPECT_THAT(page(target), Not(HasSubstr("Căn cứ của hạn nộp"))) << target;
    EXPECT_THAT(page("/ke-hoach/1/ky?ky=2023Q4"), HasSubstr("Căn cứ của hạn nộp"));
}

TEST_F(PlanUnderReview, OffersTheUsualPeriodsInBothCalendars)
{
    EXPECT_THAT(page("/ke-hoach/1/ky"), HasSubstr("Quý IV/2023 Năm học 2023-2024"));
    EXPECT_THAT(page("/ke-hoach/1/ky?ky=2023Q4"), HasSubstr("từ 15/09/2023 đến 14/12/2023"));
    EXPECT_THAT(
        page("/ke-hoach/1/ky?ky=2023Q4&lich=thong-ke"), HasSubstr("từ 01/10/2023 đến 31/12/2023")
    );
}

TEST_F(PlanUnderReview, CorrectsNoNumberWithoutAReason)
{
    const Fields form{
        {"choice", "correct"},
        {"finding", "rate_not_reduced@51"},
        {"was:measure/4.3/value", "56"},
        {"field:measure/4.3/value", "54"},
        {"reason", ""}
    };
    EXPECT_EQ(status("/ke-hoach/2/quyet-dinh", form), 422);
    EXPECT_EQ(plan().measure(MeasureId("4.3"))->quantity->value, Decimal(56));
}

TEST_F(PlanUnderReview, ShowsTheWordsAsWrittenOnceTheirRepairIsRejected)
{
    const auto decide = [this](const char* choice) {
        return status(
            "/ke-hoach/2/quyet-dinh",
            {{"choice", choice}, {"finding", "ocr_repaired@65"}, {"reason", "Chữ của văn bản"}}
        );
    };
    const auto title = [this] { return plan().measure(MeasureId("6.1"))->title; };
    EXPECT_THAT(title(), HasSubstr("Phấn đấu"));
    EXPECT_EQ(decide("rejected"), 303);
    EXPECT_THAT(title(), HasSubstr("Phần đầu"));
    EXPECT_THAT(page("/ke-hoach/2/ra-soat"), HasSubstr("giữ chữ như văn bản"));
    EXPECT_EQ(decide("accepted"), 303);
    EXPECT_THAT(title(), HasSubstr("Phấn đấu"));
}

TEST_F(PlanUnderReview, PutsBackNoWordsThatWereNotRepaired)
{
    const Fields form{
        {"choice", "rejected"}, {"finding", "rate_not_reduced@51"}, {"reason", "Chữ của văn bản"}
    };
    EXPECT_EQ(status("/ke-hoach/2/quyet-dinh", form), 422);
    EXPECT_FALSE(is_ready(plan()));
}

TEST_F(PlanUnderReview, RecordsADecisionWithItsPersonAndReason)
{
    const Fields form{
        {"choice", "unjudged"},
        {"finding", "rate_not_reduced@51"},
        {"reason", "Chờ Phòng Y tế xác nhận"}
    };
    EXPECT_EQ(status("/ke-hoach/2/quyet-dinh", form), 303);
    EXPECT_EQ(plan().measure(MeasureId("4.3"))->not_judged, "Chờ Phòng Y tế xác nhận");
    const auto shown = page("/ke-hoach/2/ra-soat");
    EXPECT_THAT(shown, HasSubstr("= Chờ Phòng Y tế xác nhận. Vũ Thị Lan Anh, 08:"));
    EXPECT_THAT(shown, HasSubstr(" ngày 11/12/2023. Lý do: Chờ Phòng Y tế xác nhận"));
}

TEST_F(PlanUnderReview, KeepsWhatWasTypedIntoARefusedDecision)
{
    const Fields form{
        {"choice", "correct"},
        {"finding", "rate_not_reduced@51"},
        {"was:measure/4.3/value", "56"},
        {"field:measure/4.3/value", "54,5"},
        {"reason", ""}
    };
    const auto answer = posted(office_, "chuyenvien", "/ke-hoach/2/quyet-dinh", form);
    ASSERT_TRUE(answer.has_value());
    EXPECT_THAT(answer->body, HasSubstr("value=\"correct\" checked"));
    EXPECT_THAT(answer->body, HasSubstr("name=\"field:measure/4.3/value\" value=\"54,5\""));
    EXPECT_THAT(answer->body, HasSubstr("href=\"#finding-rate-not-reduced-51\""));
}

TEST_F(PlanUnderReview, NamesComparatorsAndUnitsInWords)
{
    const auto body = visited(office_, "chuyenvien", "/ke-hoach/2/ra-soat")->body;
    EXPECT_THAT(body, HasSubstr("<option value=\"per_1000\" selected>trên 1.000</option>"));
    EXPECT_THAT(body, HasSubstr("<option value=\"above\" selected>trên</option>"));
}

TEST_F(PlanUnderReview, TakesADecisionBackWithWhatItCorrected)
{
    const Fields form{
        {"choice", "correct"},
        {"finding", "rate_not_reduced@51"},
        {"was:measure/4.3/value", "56"},
        {"field:measure/4.3/value", "54"},
        {"reason", "Bản chính ghi 54"}
    };
    EXPECT_EQ(status("/ke-hoach/2/quyet-dinh", form), 303);
    EXPECT_EQ(plan().measure(MeasureId("4.3"))->quantity->value, Decimal(54));
    EXPECT_EQ(status("/ke-hoach/2/hoan-tac", {{"finding", "rate_not_reduced@51"}}), 303);
    EXPECT_EQ(plan().measure(MeasureId("4.3"))->quantity->value, Decimal(56));
    EXPECT_FALSE(is_ready(plan()));
    EXPECT_EQ(status("/ke-hoach/2/hoan-tac", {{"finding", "rate_not_reduced@51"}}), 409);
}

TEST_F(PlanUnderReview, OverwritesNothingThatThePersonHasNotSeen)
{
    const auto keep = [this](const char* reason, const char* seen) {
        return posted(
            office_,
            "chuyenvien",
            "/ke-hoach/2/quyet-dinh",
            {{"choice", "keep"},
             {"finding", "rate_not_reduced@51"},
             {"reason", reason},
             {"seen", seen}}
        );
    };
    EXPECT_EQ(keep("Một", "0")->status, 303);
    const auto refused = keep("Hai", "0");
    EXPECT_EQ(refused->status, 409);
    const auto text = text_of(refused->body);
    EXPECT_THAT(text, HasSubstr("Vũ Thị Lan Anh vừa ghi về mục này"));
    EXPECT_THAT(text, HasSubstr("Lý do: Một"));
    EXPECT_THAT(refused->body, HasSubstr("name=\"reason\" value=\"Hai\""));
    EXPECT_EQ(keep("Hai", "1")->status, 303);
}

TEST_F(PlanUnderReview, LeadsFromADecisionToTheNextFindingThatWaits)
{
    const auto answer = posted(
        office_,
        "chuyenvien",
        "/ke-hoach/2/quyet-dinh",
        {{"choice", "keep"}, {"finding", "ratio_malformed@47"}, {"reason", "Bản chính"}}
    );
    EXPECT_THAT(std::string(answer->header("Location")), HasSubstr("#finding-rate-not-reduced-51"));
    EXPECT_THAT(page("/ke-hoach/2/ra-soat"), HasSubstr("đã xong 1/"));
}

TEST_F(PlanUnderReview, MergesTheRepeatedTask)
{
    const Fields form{
        {"choice", "merge"}, {"finding", "duplicate_task@107"}, {"reason", "Trùng nội dung"}
    };
    EXPECT_EQ(status("/ke-hoach/2/quyet-dinh", form), 303);
    EXPECT_EQ(plan().active_tasks().size(), 24u);
}

TEST_F(PlanUnderReview, KeepsAllNumbersWhenItsTextRepairsAreAccepted)
{
    const auto before = plan();
    EXPECT_EQ(status("/ke-hoach/2/sua-chu", {}), 303);
    const auto after = plan();
    for (const auto& measure : before.measures)
        EXPECT_EQ(after.measure(measure.id)->quantity, measure.quantity);
}

TEST_F(PlanUnderReview, OpensNoPeriodAndNamesEverythingThatIsOpen)
{
    const Fields form{
        {"id", "2023"},
        {"window_from", "2022-12-15"},
        {"window_to", "2023-12-14"},
        {"deadline", "2023-12-08T17:00"},
        {"unit", "sa-loong"}
    };
    const auto answer = posted(office_, "chuyenvien", "/ke-hoach/2/ky", form);
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(
        text_of(answer->body), HasSubstr("Chỉ tiêu 1.1: chưa rõ đơn vị nào cung cấp số liệu.")
    );
    EXPECT_THAT(answer->body, HasSubstr("href=\"/ke-hoach/2/giao-so-lieu#m-1-1\""));
    EXPECT_THAT(
        answer->body, HasSubstr("href=\"/ke-hoach/2/ra-soat#finding-rate-not-reduced-51\"")
    );
    EXPECT_THAT(answer->body, HasSubstr("2023-12-08T17:00"));
}

TEST_F(PlanUnderReview, ProposesTheFridayBeforeTheSunday)
{
    const auto html = visited(office_, "chuyenvien", "/ke-hoach/2/ky?ky=2023")->body;
    EXPECT_THAT(html, HasSubstr("value=\"15/12/2022\""));
    EXPECT_THAT(html, HasSubstr("value=\"14/12/2023\""));
    EXPECT_THAT(html, HasSubstr("value=\"17:00 08/12/2023\""));
    EXPECT_THAT(html, HasSubstr("Kế hoạch ghi trước ngày 10/12/2023; ngày này là ngày nghỉ"));
}

/// The form that opens the first half of the year for one unit, as somebody typed it.
class PeriodPage : public testing::Test {
protected:
    Result<Response> opened(const char* deadline, const char* own_report_due)
    {
        const Fields form{
            {"id", "2023S1"},
            {"window_from", "15/12/2022"},
            {"window_to", "2023-06-14"},
            {"deadline", deadline},
            {"reason", "Công văn số 12"},
            {"own_report_due", own_report_due},
            {"unit", "sa-loong"}
        };
        return posted(office_, "chuyenvien", "/ke-hoach/1/ky", form);
    }

    app::Office office_ = new_sample_office();
};

TEST_F(PeriodPage, TakesDaysAsPeopleTypeThem)
{
    const auto answer = opened("17:00 ngày 9/6/2023", "16-6-2023");
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 303);
    const auto text = text_of(visited(office_, "chuyenvien", "/ke-hoach/1/ky")->body);
    EXPECT_THAT(text, HasSubstr("từ 15/12/2022 đến 14/06/2023"));
    EXPECT_THAT(text, HasSubstr("17:00 ngày 09/06/2023"));
}

TEST_F(PeriodPage, SaysWhichDayIsNoneAndKeepsAllThatWasTyped)
{
    const auto answer = opened("17:00 ngày 9/6/2023", "giữa tháng 6");
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(
        text_of(answer->body), HasSubstr("“giữa tháng 6” không phải là ngày. Ghi ngày/tháng/năm")
    );
    for (const auto* typed :
         {"value=\"15/12/2022\"",
          "value=\"2023-06-14\"",
          "value=\"17:00 ngày 9/6/2023\"",
          "value=\"Công văn số 12\"",
          "value=\"giữa tháng 6\"",
          "value=\"sa-loong\" checked"})
        EXPECT_THAT(answer->body, HasSubstr(typed));
    EXPECT_THAT(answer->body, Not(HasSubstr("value=\"dak-duc\" checked")));
}

TEST_F(PeriodPage, GuessesNoHourForADeadline)
{
    const auto answer = opened("9/6/2023", "");
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(text_of(answer->body), HasSubstr("Không hiểu hạn nộp “9/6/2023”. Ghi giờ và ngày"));
}

TEST_F(PlanUnderReview, TakesSuppliersOrAReasonForHavingNoneButNotBoth)
{
    EXPECT_EQ(
        status(
            "/ke-hoach/2/giao-so-lieu",
            {{"measure", "3.1"},
             {"indicator", "unpaid-work-ratio"},
             {"unit", "sa-loong"},
             {"no_source", "không có"}}
        ),
        422
    );
    EXPECT_EQ(
        status(
            "/ke-hoach/2/giao-so-lieu",
            {{"measure", "3.2a"},
             {"indicator", "violence-victims-served"},
             {"unit", "sa-loong"},
             {"unit", "dak-duc"},
             {"no_source", ""}}
        ),
        303
    );
    EXPECT_EQ(plan().measure(MeasureId("3.2a"))->suppliers.size(), 2u);
}

TEST_F(PlanUnderReview, TakesAllCommunesOfItsTimeAtOnce)
{
    const Fields form{
        {"measure", "6.1"},
        {"indicator", "people-with-knowledge"},
        {"all_communes", "1"},
        {"unit", "mat-tran"},
        {"no_source", ""}
    };
    EXPECT_EQ(status("/ke-hoach/2/giao-so-lieu", form), 303);
    EXPECT_EQ(plan().measure(MeasureId("6.1"))->suppliers.size(), 9u);
}

TEST_F(PlanUnderReview, GivesManyTasksTheirLeadAtOnce)
{
    EXPECT_EQ(
        status(
            "/ke-hoach/2/giao-nhiem-vu",
            {{"task", "1.1"}, {"task", "1.2"}, {"lead", "phong-noi-vu"}, {"due", "30/11/2023"}}
        ),
        303
    );
    EXPECT_EQ(plan().task("1.2")->lead, std::vector{UnitId("phong-noi-vu")});
    EXPECT_EQ(plan().task("1.1")->due, date(2023, 11, 30));
    EXPECT_EQ(status("/ke-hoach/2/giao-nhiem-vu", {{"lead", "phong-noi-vu"}}), 422);
}

TEST_F(PlanUnderReview, IsClosedToUnitOfficers)
{
    EXPECT_FALSE(visited(office_, "saloong", "/ke-hoach/2/ra-soat").has_value());
    EXPECT_FALSE(posted(office_, "pct", "/ke-hoach/2/sua-chu", {}).has_value());
}

TEST_F(PlanUnderReview, IsBegunBlankAndTypedIn)
{
    EXPECT_EQ(status("/ke-hoach/nhap-tay", {{"title", ""}}), 422);
    EXPECT_EQ(status("/ke-hoach/nhap-tay", {{"title", "Kế hoạch chuyển đổi số"}}), 303);
    EXPECT_EQ(
        status(
            "/ke-hoach/3/dieu-chinh",
            {{"path", "target/1.1/text"}, {"value", "Đạt 50%"}, {"reason", ""}}
        ),
        303
    );
    EXPECT_THAT(page("/ke-hoach/3/ra-soat"), HasSubstr("Đạt 50%"));
}

TEST(ConsolidatedPage, ShowsTheReportAsPaperWithItsFiguresLinked)
{
    const auto answer = visited(sample_office(), "pct", "/ke-hoach/1/tong-hop?ky=2023");
    ASSERT_TRUE(answer.has_value());
    const auto text = text_of(answer->body);
    EXPECT_THAT(text, HasSubstr("PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"));
    EXPECT_THAT(text, HasSubstr("Kết quả thực hiện Chiến lược quốc gia về bình đẳng giới"));
    EXPECT_THAT(answer->body, HasSubstr("href=\"/ke-hoach/1/chi-tieu/3-2a?ky=2023\">85,00%</a>"));
    EXPECT_THAT(text, Not(HasSubstr("Sửa đoạn này")));
}

TEST(ConsolidatedPage, KeepsTheOfficesWordsOverTheComputedOnes)
{
    auto office = new_sample_office();
    EXPECT_EQ(
        posted(
            office,
            "chuyenvien",
            "/ke-hoach/1/tong-hop/2023/noi-dung",
            {{"key", "direction"}, {"text", "Tập trung chỉ tiêu 3.2a."}, {"revision", "0"}}
        )
            .error()
            .problems.front()
            .key,
        "report_text.reason_missing"
    );
    EXPECT_EQ(
        posted(
            office,
            "chuyenvien",
            "/ke-hoach/1/tong-hop/2023/noi-dung",
            {{"key", "direction"},
             {"text", "Tập trung chỉ tiêu 3.2a."},
             {"reason", "Lãnh đạo phòng yêu cầu"},
             {"revision", "0"}}
        )
            ->status,
        303
    );
    const auto page = visited(office, "chuyenvien", "/ke-hoach/1/tong-hop?ky=2023")->body;
    EXPECT_THAT(page, HasSubstr("Tập trung chỉ tiêu 3.2a."));
    EXPECT_THAT(page, HasSubstr("Câu do máy soạn: “Tiếp tục chỉ đạo"));
    EXPECT_THAT(page, HasSubstr("Lý do: Lãnh đạo phòng yêu cầu."));
}

TEST(ConsolidatedPage, GivesTheDocumentAsAWordFile)
{
    const auto file = visited(sample_office(), "pct", "/ke-hoach/1/tong-hop/2023/bao-cao.docx");
    ASSERT_TRUE(file.has_value());
    EXPECT_TRUE(file->body.starts_with("PK"));
}

TEST_F(PlanUnderReview, IsShownBesideThePlanAboveThatTheOfficeChose)
{
    EXPECT_THAT(page("/ke-hoach/2/cap-tren"), HasSubstr("Chọn kế hoạch cấp trên để đối chiếu"));
    EXPECT_EQ(
        status("/ke-hoach/2/cap-tren", Fields{{"parent", "known/binh-dang-gioi-2021-2030"}}), 303
    );
    const auto text = page("/ke-hoach/2/cap-tren");
    EXPECT_THAT(text, HasSubstr("18 chỉ tiêu có chỉ tiêu tương ứng của cấp trên"));
    EXPECT_THAT(text, HasSubstr("2 chỉ tiêu của cấp trên chưa giao"));
    EXPECT_THAT(text, HasSubstr("Thiếu cụm từ “được phát hiện”"));
    EXPECT_THAT(text, HasSubstr("(chưa đối chiếu với văn bản gốc)"));
}

TEST_F(PlanUnderReview, IsComparedWithThePlanThatItAmendsAndTakenOver)
{
    const auto path = "/ke-hoach/2/ban-dieu-chinh";
    EXPECT_EQ(status(path, Fields{{"amended", "1"}}), 303);
    const auto text = page(path);
    EXPECT_THAT(text, HasSubstr("Chỉ tiêu 4.1: điều chỉnh"));
    EXPECT_THAT(text, HasSubstr("không quá 108/100 → bằng 108/110"));
    EXPECT_THAT(text, HasSubstr("Năm 2023: ảnh hưởng 0 báo cáo đang mở và 1 báo cáo đã nộp."));
    const auto apply = "/ke-hoach/2/ban-dieu-chinh/ap-dung";
    EXPECT_EQ(status(apply, Fields{{"choice", "target/4.1"}, {"reason", ""}}), 422);
    EXPECT_EQ(status(apply, Fields{{"choice", "target/4.1"}, {"reason", "Văn bản số 12"}}), 303);
    EXPECT_THAT(page(path), HasSubstr("Không có điểm nào khác"));
}

TEST(PlanText, ShowsWhatBecameOfEachSentenceBesideIt)
{
    const auto text = text_of(visited(sample_office(), "pct", "/ke-hoach/1/van-ban?ky=2023")->body);
    EXPECT_THAT(text, HasSubstr("3.2a: 85,00%"));
    EXPECT_THAT(text, HasSubstr("Nhiệm vụ 3.5 gộp vào 3.4"));
    EXPECT_THAT(text, HasSubstr("Trách nhiệm của: Tư pháp"));
    EXPECT_THAT(text, HasSubstr("Hạn nộp báo cáo 17:00 ngày 08/12/2023"));
    EXPECT_THAT(text, HasSubstr("Đã có quyết định khi rà soát"));
}

TEST(PlanText, KeepsFiguresOfOthersFromAUnit)
{
    const auto text =
        text_of(visited(sample_office(), "saloong", "/ke-hoach/1/van-ban?ky=2023")->body);
    EXPECT_THAT(text, HasSubstr("Trách nhiệm của: Tư pháp"));
    EXPECT_THAT(text, Not(HasSubstr("85,00%")));
    EXPECT_THAT(text, Not(HasSubstr("1.1: ")));
}

TEST_F(PlanUnderReview, TakesNoPlanAboveThatIsNotInTheList)
{
    EXPECT_NE(status("/ke-hoach/2/cap-tren", Fields{{"parent", "plan/2"}}), 303);
    EXPECT_NE(status("/ke-hoach/2/cap-tren", Fields{{"parent", "known/khong-co"}}), 303);
}

} // namespace
} // namespace tiendo::web
