#include "web/pages/evidence.hpp"
#include "web/pages/report_fixture.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

bool shows(const Response& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

class EvidencePage : public ::testing::Test, public ReportFixture {
protected:
    Response list(const Actor& actor)
    {
        auto visit = as(actor);
        return taken(get_evidence(visit, request()));
    }
    Response upload(const Actor& actor, const std::string& bytes, const std::string& item)
    {
        auto visit = as(actor);
        auto sent = request({{"item", item}});
        sent.files = {{"file", "Biên bản tháng 11.pdf", "application/pdf", bytes}};
        return taken(post_evidence(visit, sent));
    }
    Request of_file(const std::string& id, Fields query = {})
    {
        auto asked = request();
        asked.path_parameters.add("file", id);
        asked.query = std::move(query);
        return asked;
    }
    /// The id of the only file, as the page links to it.
    std::string file_id()
    {
        const auto body = list(sa_loong).body;
        const std::string start = "/2023/minh-chung/";
        const auto from = body.find(start) + start.size();
        return body.substr(from, body.find('"', from) - from);
    }
    static Response taken(Result<Response> answer)
    {
        EXPECT_TRUE(answer.has_value());
        return answer ? std::move(answer).value() : Response{};
    }
};

TEST_F(EvidencePage, TakesAFileAndShowsItWithItsItem)
{
    EXPECT_TRUE(shows(list(sa_loong), "Chưa có tệp minh chứng nào."));
    EXPECT_TRUE(shows(list(sa_loong), "nạn nhân, trẻ em"));
    EXPECT_EQ(upload(sa_loong, "%PDF-1.7 một", "cell/3.2a").status, 303);
    const auto page = list(sa_loong);
    EXPECT_TRUE(shows(page, "Biên bản tháng 11.pdf"));
    EXPECT_TRUE(shows(page, "Minh chứng</a>") || shows(page, "Minh chứng (1)"));
    EXPECT_TRUE(shows(page, "#cell/3.2a"));
}

TEST_F(EvidencePage, GivesTheFileBackByteForByteInASandbox)
{
    upload(sa_loong, "%PDF-1.7 một", "duty/1.1");
    auto visit = as(sa_loong);
    const auto kept = taken(get_evidence_file(visit, of_file(file_id())));
    EXPECT_EQ(kept.body, "%PDF-1.7 một");
    EXPECT_TRUE(kept.header("Content-Disposition").starts_with("attachment;"));
    EXPECT_TRUE(kept.header("Content-Security-Policy").starts_with("sandbox;"));
    const auto seen = taken(get_evidence_file(visit, of_file(file_id(), {{"xem", "1"}})));
    EXPECT_TRUE(seen.header("Content-Disposition").starts_with("inline;"));
    EXPECT_EQ(seen.header("Content-Type"), "application/pdf");
}

TEST_F(EvidencePage, RefusesWhatIsNoFileOfItsKinds)
{
    const auto answer = upload(sa_loong, "<html><script>", "cell/3.2a");
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(shows(answer, "không phải là PDF"));
    EXPECT_EQ(upload(sa_loong, "%PDF-1", "cell/9.9").status, 422);
    EXPECT_EQ(upload(sa_loong, "", "cell/3.2a").status, 422);
}

TEST_F(EvidencePage, BearsOutASingleRowAndSaysWhichEvenWhenItIsGone)
{
    std::int64_t revision = 0;
    const auto type = [&](const char* rows) {
        const auto saved = office.write(sa_loong, [&](app::Work& work) {
            return app::save_item(work, sa_loong_2023, {"activity/documents", rows, revision});
        });
        ASSERT_TRUE(saved && saved->saved);
        revision = saved->revision;
    };
    type(R"({"rows":[{"number":"12/CV","title":"Đôn đốc"},{"number":"13/CV","title":"Nhắc"}]})");
    const auto page = list(sa_loong).body;
    const std::string start = "value=\"activity/documents/";
    ASSERT_NE(page.find(start), std::string::npos);
    const auto from = page.find(start) + 7; // behind value="
    const auto item = page.substr(from, page.find('"', from) - from);
    EXPECT_TRUE(shows(list(sa_loong), ": 12/CV, Đôn đốc"));
    EXPECT_EQ(upload(sa_loong, "%PDF-1.7 một", item).status, 303);
    EXPECT_TRUE(shows(list(sa_loong), "#activity/documents\">"));
    type(R"({"rows":[{"number":"13/CV","title":"Nhắc"}]})");
    EXPECT_TRUE(shows(list(sa_loong), "(dòng đã sửa hoặc xóa)"));
    EXPECT_EQ(upload(sa_loong, "%PDF-1.7 hai", item).status, 422);
}

TEST_F(EvidencePage, IsNotThereForAnotherUnit)
{
    upload(sa_loong, "%PDF-1.7 một", "cell/3.2a");
    const auto id = file_id();
    auto visit = as(dak_duc);
    EXPECT_EQ(get_evidence(visit, request()).error().kind, Refusal::not_found);
    EXPECT_EQ(get_evidence_file(visit, of_file(id)).error().kind, Refusal::not_found);
    auto own = request({}, "dak-duc");
    own.path_parameters.add("file", id);
    EXPECT_EQ(get_evidence_file(visit, own).error().kind, Refusal::not_found);
}

TEST_F(EvidencePage, TakesAFileBackUntilTheReportIsHandedIn)
{
    upload(sa_loong, "%PDF-1.7 một", "cell/3.2a");
    now.seconds += 60;
    upload(sa_loong, "%PDF-1.7 hai", "cell/3.2b");
    auto visit = as(sa_loong);
    EXPECT_EQ(taken(post_evidence_removal(visit, of_file(file_id()))).status, 303);
    EXPECT_FALSE(shows(list(sa_loong), "href=\"/ke-hoach/1/bao-cao/sa-loong/2023#cell/3.2a\""));
    submit_sa_loong();
    const auto closed = taken(post_evidence_removal(visit, of_file(file_id())));
    EXPECT_EQ(closed.status, 409);
    EXPECT_TRUE(shows(closed, "Báo cáo đã nộp"));
    EXPECT_TRUE(shows(closed, "#cell/3.2b"));
}

} // namespace
} // namespace tiendo::web
