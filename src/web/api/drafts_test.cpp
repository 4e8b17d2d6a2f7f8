#include "web/api/drafts.hpp"
#include "web/pages/report_fixture.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

class DraftItems : public ::testing::Test, public ReportFixture {
protected:
    Result<Response> put(const Actor& actor, const Fields& form, const char* id = "3-2a")
    {
        Request asked = request(form);
        asked.path_parameters = {
            {"plan", "1"}, {"period", "2023"}, {"unit", "sa-loong"}, {"kind", "cell"}, {"item", id}
        };
        auto visit = as(actor);
        return put_draft_item(visit, asked);
    }
    static Fields cell(const char* num, const char* den, const char* revision)
    {
        return {{"cell/3.2a/num", num}, {"cell/3.2a/den", den}, {"cell/3.2a/revision", revision}};
    }
};

bool shows(const Response& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

TEST_F(DraftItems, AreKeptOneByOneWithTheirRevision)
{
    const auto answer = put(sa_loong, cell("1", "3", "0")).value();
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(shows(answer, R"("revision":1,"result":"33,33%")"));
    EXPECT_TRUE(shows(answer, R"("savedAt":"09:14","filled":1,"total":5,"parts":["1/4 đã điền",)"));
}

TEST_F(DraftItems, AreKeptAsTypedEvenWhereTheyAreWrong)
{
    const auto answer = put(sa_loong, cell("4", "3", "0")).value();
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(shows(answer, R"("place":"3.2a.num","isError":true)"));
    EXPECT_EQ(report().draft.cells.at(MeasureId("3.2a")).typed.typed.at("num"), "4");
}

TEST_F(DraftItems, TellBothVersionsToWhoeverComesTooLate)
{
    ASSERT_EQ(put(sa_loong_second, cell("2", "3", "0")).value().status, 200);
    const auto answer = put(sa_loong, cell("1", "3", "0")).value();
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(shows(answer, R"json("yours":"1/3 (33,33%)","theirs":"2/3 (66,67%)")json"));
    EXPECT_EQ(report().draft.cells.at(MeasureId("3.2a")).read.cell.numbers.at("num"), Decimal(2));
}

TEST_F(DraftItems, OfAnotherUnitAreNotThere)
{
    EXPECT_EQ(put(dak_duc, cell("1", "3", "0")).error().kind, Refusal::not_found);
}

TEST_F(DraftItems, OfASubmittedReportAreClosed)
{
    submit_sa_loong();
    EXPECT_EQ(put(sa_loong, cell("2", "3", "1")).error().kind, Refusal::conflict);
}

TEST_F(DraftItems, ThatTheFormDoesNotHaveAreRefused)
{
    EXPECT_EQ(put(sa_loong, cell("1", "3", "0"), "9-9").error().kind, Refusal::invalid);
}

} // namespace
} // namespace tiendo::web
