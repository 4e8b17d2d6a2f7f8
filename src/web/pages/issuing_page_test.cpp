#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* address = "/ke-hoach/1/phat-hanh?ky=2023";
constexpr const char* step_address = "/ke-hoach/1/phat-hanh/2023/buoc";

class IssuingPage : public testing::Test {
protected:
    std::string text(const char* login)
    {
        const auto answer = visited(office_, login, address);
        return answer ? text_of(answer->body) : answer.error().problems.front().key;
    }

    int step(const char* login, const Fields& form)
    {
        const auto answer = posted(office_, login, step_address, form);
        if (answer) last_page_ = answer->body;
        return answer ? answer->status : 0;
    }

    app::Office office_ = new_sample_office();
    std::string last_page_;
};

TEST_F(IssuingPage, SaysWhatIsSettledAndWhatIsNot)
{
    const auto shown = text("chuyenvien");
    EXPECT_THAT(shown, HasSubstr("Xong Mỗi chỉ tiêu thành phần có nguồn số liệu"));
    EXPECT_THAT(shown, HasSubstr("Cần làm Báo cáo của các đơn vị đã được tiếp nhận: "));
    EXPECT_THAT(shown, HasSubstr("Đắk Kan"));
    EXPECT_THAT(shown, HasSubstr("họ tên người ký"));
}

TEST_F(IssuingPage, OffersEachPersonItsOwnActs)
{
    EXPECT_THAT(text("chuyenvien"), HasSubstr("Dùng số liệu đã nộp, chưa tiếp nhận"));
    EXPECT_THAT(text("pct"), Not(HasSubstr("Việc tiếp theo")));
    EXPECT_EQ(text("saloong"), "access.forbidden");
}

TEST_F(IssuingPage, LeadsThroughAllStepsAndKeepsWhatWasTyped)
{
    EXPECT_EQ(step("chuyenvien", {{"act", "present_to_head"}}), 422);
    EXPECT_THAT(last_page_, HasSubstr("href=\"#point-accepted\""));
    EXPECT_EQ(step("chuyenvien", {{"act", "allow_submitted"}, {"reason", "Đã kiểm tra"}}), 303);
    EXPECT_EQ(step("chuyenvien", {{"act", "present_to_head"}}), 303);
    EXPECT_THAT(text("pct"), Not(HasSubstr("Trả lại")));
    EXPECT_EQ(
        posted(
            office_,
            "chuyenvien",
            "/ke-hoach/1/tong-hop/2023/noi-dung",
            {{"key", "setup/signer_name"}, {"text", "Đỗ Thành Trung"}, {"revision", "0"}}
        )
            ->status,
        303
    );
    EXPECT_EQ(step("truongphong", {{"act", "present_for_signature"}}), 303);
    EXPECT_THAT(text("pct"), HasSubstr("Lý do trả lại"));
    EXPECT_EQ(
        step("chuyenvien", {{"act", "take_number"}, {"number", "15"}, {"date", "32/12/2023"}}), 422
    );
    EXPECT_THAT(last_page_, HasSubstr("value=\"32/12/2023\""));
    EXPECT_EQ(
        step("chuyenvien", {{"act", "take_number"}, {"number", "15"}, {"date", "15/12/2023"}}), 303
    );
    EXPECT_EQ(step("chuyenvien", {{"act", "issue"}}), 303);
    const auto issued = text("pct");
    EXPECT_THAT(issued, HasSubstr("Văn bản số 15/BC-LĐTBXH ngày 15/12/2023"));
    EXPECT_THAT(issued, HasSubstr("Đỗ Thành Trung · Trình ký báo cáo tổng hợp"));
    EXPECT_THAT(issued, Not(HasSubstr("Đã thay đổi từ khi ban hành")));
    const auto docx = visited(office_, "pct", "/ke-hoach/1/phat-hanh/2023/1/bao-cao.docx");
    ASSERT_TRUE(docx);
    EXPECT_TRUE(docx->body.starts_with("PK"));
}

} // namespace
} // namespace tiendo::web
