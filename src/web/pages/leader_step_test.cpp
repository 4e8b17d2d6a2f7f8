#include "app/admin/accounts.hpp"
#include "app/admin/positions.hpp"
#include "app/report/leader_acts.hpp"
#include "web/api/resources.hpp"
#include "web/pages/check_report.hpp"
#include "web/pages/form.hpp"
#include "web/pages/leader_review.hpp"
#include "web/pages/my_work.hpp"
#include "web/pages/report_fixture.hpp"
#include "web/pages/workflow.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The fixture's plan with the step switched on by the office.
class LeaderStepPages : public ::testing::Test, public ReportFixture {
protected:
    LeaderStepPages() { decide({true, false}); }

    void decide(const LeaderStep& step)
    {
        const auto kept = office.write(office_monitor, [&](app::Work& work) {
            return app::change_leader_step(work, PlanId("1"), step);
        });
        EXPECT_TRUE(kept.has_value());
    }
    void give_sa_loong_a_leader()
    {
        const auto made = office.write(admin, [&](app::Work& work) {
            return app::add_account(
                work, {leader.login, leader.name, leader.unit, leader.roles, false, false, 0}
            );
        });
        EXPECT_TRUE(made.has_value());
    }
    Response present()
    {
        auto visit = officer();
        auto answer = post_presentation(visit, request({{"incomplete_reason", "chờ công an xã"}}));
        EXPECT_TRUE(answer.has_value());
        return std::move(answer).value();
    }
    Result<Response> approve(const char* key)
    {
        auto visit = as(leader);
        return post_leader_approval(visit, request({{"key", key}}));
    }
    std::string form_page()
    {
        auto visit = officer();
        return get_form(visit, request()).value().body;
    }
    std::string check_page()
    {
        auto visit = officer();
        return get_check(visit, request()).value().body;
    }
    std::string work_of(const Actor& actor)
    {
        auto visit = as(actor);
        return get_my_work(visit, {}).value().body;
    }
    std::string refused_handing()
    {
        const auto refused = office.write(sa_loong, [](app::Work& work) {
            return app::submit_report(work, sa_loong_2023, {app::Channel::web, "k", "thiếu"});
        });
        return refused ? "none" : refused.error().problems.at(0).key;
    }

    Actor leader{"saloong-ld", "A Đức", UnitId("sa-loong"), {Role::unit_leader}};
    Actor admin{"quantri", "Lê Bảo", {}, {Role::admin}};
};

TEST_F(LeaderStepPages, LeadTheClerkToTheLeaderInsteadOfTheOffice)
{
    give_sa_loong_a_leader();
    EXPECT_THAT(check_page(), HasSubstr("Trình lãnh đạo đơn vị</button>"));
    EXPECT_THAT(check_page(), Not(HasSubstr("Nộp báo cáo</button>")));
    EXPECT_EQ(refused_handing(), "submission.leader_first");
    EXPECT_EQ(present().header("Location"), "/ke-hoach/1/bao-cao/sa-loong/2023");
    EXPECT_EQ(report().state.stage, Stage::awaiting_leader);
    EXPECT_FALSE(report().newest);
}

TEST_F(LeaderStepPages, CountALeaderWhoHoldsAFurtherPositionInTheUnit)
{
    ASSERT_TRUE(office.write(admin, [&](app::Work& work) -> Result<Done> {
        TRY(app::add_account(work, {"dakduc-ld", "A Blong", UnitId("dak-duc"), leader.roles}));
        return app::give_position(work, "dakduc-ld", {UnitId("sa-loong"), leader.roles});
    }));
    EXPECT_EQ(refused_handing(), "submission.leader_first");
    ASSERT_TRUE(office.write(admin, [&](app::Work& work) {
        return app::disable_account(work, "dakduc-ld");
    }));
    EXPECT_NE(refused_handing(), "submission.leader_first");
}

TEST_F(LeaderStepPages, PresentNothingIncompleteWithoutAReason)
{
    give_sa_loong_a_leader();
    auto visit = officer();
    const auto refused = post_presentation(visit, request({}));
    EXPECT_EQ(refused->status, 422);
    EXPECT_THAT(refused->body, HasSubstr("Chỉ tiêu 3.2b: chưa có số liệu."));
    EXPECT_EQ(report().state.stage, Stage::drafting);
}

TEST_F(LeaderStepPages, KeepTheFormReadOnlyWhileItWaits)
{
    give_sa_loong_a_leader();
    (void)present();
    EXPECT_THAT(form_page(), HasSubstr("đang chờ lãnh đạo đơn vị duyệt, chưa nộp"));
    EXPECT_THAT(form_page(), HasSubstr("Rút lại</button>"));
    EXPECT_THAT(form_page(), Not(HasSubstr("<input class=\"number\"")));
    const auto saved = office.write(sa_loong, [](app::Work& work) {
        return app::save_item(work, sa_loong_2023, {"narrative/causes", R"({"text":"x"})", 0});
    });
    EXPECT_EQ(saved.error().problems.at(0).key, "submission.not_open");
}

TEST_F(LeaderStepPages, HandInByTheLeadersApprovalOnce)
{
    give_sa_loong_a_leader();
    (void)present();
    EXPECT_THAT(work_of(leader), HasSubstr("Chờ đồng chí duyệt"));
    EXPECT_THAT(work_of(leader), HasSubstr("/ke-hoach/1/bao-cao/sa-loong/2023/lanh-dao-duyet\""));
    EXPECT_THAT(work_of(sa_loong), HasSubstr("Đang chờ lãnh đạo đơn vị duyệt"));
    auto visit = as(leader);
    const auto page = get_leader_review(visit, request()).value().body;
    EXPECT_THAT(page, HasSubstr("Duyệt và nộp</button>"));
    EXPECT_THAT(page, HasSubstr("Nộp thiếu, lý do: chờ công an xã"));
    EXPECT_EQ(approve("a")->header("Location"), "/ke-hoach/1/bao-cao/sa-loong/2023/da-nop");
    EXPECT_EQ(approve("a")->status, 303);
    EXPECT_EQ(report().state.stage, Stage::submitted);
    EXPECT_EQ(report().state.version, 1);
    EXPECT_EQ(report().newest->author, "saloong-ld");
    EXPECT_EQ(report().newest->answers.narrative.at("incomplete"), "chờ công an xã");
    EXPECT_EQ(approve("b").error().problems.at(0).key, "submission.not_with_leader");
}

TEST_F(LeaderStepPages, GiveBackToTheClerkWithTheReason)
{
    give_sa_loong_a_leader();
    (void)present();
    auto visit = as(leader);
    EXPECT_EQ(post_back_to_entry(visit, request({{"reason", " "}}))->status, 422);
    EXPECT_EQ(
        post_back_to_entry(visit, request({{"reason", "Xem lại 3.2a"}}))->header("Location"),
        "/viec-cua-toi"
    );
    EXPECT_THAT(form_page(), HasSubstr("<b>Lãnh đạo đơn vị trả lại:</b> Xem lại 3.2a"));
    EXPECT_THAT(form_page(), HasSubstr("<input class=\"number\""));
}

TEST_F(LeaderStepPages, LetTheClerkTakeItBackUntilTheLeaderHasDecided)
{
    give_sa_loong_a_leader();
    (void)present();
    auto office_visit = monitor();
    EXPECT_EQ(post_taking_back(office_visit, request()).error().kind, Refusal::forbidden);
    auto visit = officer();
    EXPECT_EQ(post_taking_back(visit, request())->status, 303);
    EXPECT_EQ(report().state.stage, Stage::drafting);
    (void)present();
    EXPECT_TRUE(approve("a").has_value());
    EXPECT_EQ(
        post_taking_back(visit, request()).error().problems.at(0).key, "submission.not_with_leader"
    );
}

TEST_F(LeaderStepPages, LetAUnitWithoutALeaderSubmitOnlyWhereTheOfficeAllows)
{
    EXPECT_THAT(check_page(), HasSubstr("cho phép nộp thẳng"));
    EXPECT_THAT(check_page(), HasSubstr("Nộp báo cáo</button>"));
    decide({true, true});
    EXPECT_THAT(check_page(), HasSubstr("Đề nghị quản trị cấp tài khoản lãnh đạo đơn vị"));
    EXPECT_THAT(check_page(), Not(HasSubstr("Nộp báo cáo</button>")));
    EXPECT_EQ(refused_handing(), "submission.leader_awaited");
    decide({true, false});
    EXPECT_EQ(refused_handing(), "none");
}

TEST_F(LeaderStepPages, AreSpokenOfByTheProgramsInterfaceToo)
{
    give_sa_loong_a_leader();
    auto visit = officer();
    const auto refused =
        post_submission(visit, request({{"key", "a"}, {"incomplete_reason", "thiếu"}}));
    EXPECT_EQ(refused.error().kind, Refusal::conflict);
    EXPECT_EQ(refused.error().problems.at(0).key, "submission.leader_first");
    (void)present();
    auto asked = officer();
    EXPECT_THAT(
        get_report_resource(asked, request()).value().body,
        HasSubstr(R"("stage":"awaiting_leader")")
    );
}

TEST_F(LeaderStepPages, StillTakeThePaperThatTheOfficeTypesIn)
{
    give_sa_loong_a_leader();
    auto visit = monitor();
    const auto taken =
        post_check(visit, request({{"key", "p"}, {"incomplete_reason", "bản giấy"}}));
    EXPECT_EQ(taken->status, 303);
    EXPECT_EQ(report().newest->channel, "paper");
}

TEST_F(LeaderStepPages, ShowTheOfficeItsSettingAndWhoHasNoLeader)
{
    give_sa_loong_a_leader();
    Request at_plan;
    at_plan.path_parameters.add("plan", "1");
    auto visit = monitor();
    const auto page = get_workflow(visit, at_plan).value().body;
    EXPECT_THAT(page, HasSubstr("value=\"on\" checked"));
    EXPECT_THAT(page, HasSubstr("<li>Ủy ban nhân dân xã Đắk Dục</li>"));
    EXPECT_THAT(page, Not(HasSubstr("<li>Ủy ban nhân dân xã Sa Loong</li>")));
    at_plan.form = Fields{{"leader_step", "off"}, {"without_leader", "submit"}};
    EXPECT_EQ(post_workflow(visit, at_plan)->header("Location"), "/ke-hoach/1/quy-trinh");
    EXPECT_THAT(check_page(), HasSubstr("Nộp báo cáo</button>"));
}

} // namespace
} // namespace tiendo::web
