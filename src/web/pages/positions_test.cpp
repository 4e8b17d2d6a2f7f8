#include "app/admin/positions.hpp"
#include "web/pages/signed_in_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* of_sa_loong = "/ke-hoach/1/bao-cao/sa-loong/2023";
constexpr const char* of_dak_duc = "/ke-hoach/1/bao-cao/dak-duc/2023";

class PositionPages : public SignedInVisit {
protected:
    void give(const char* login, const char* unit, std::set<Role> roles)
    {
        const Actor admin{"quantri", "", UnitId("ngoc-hoi"), {Role::admin}};
        ASSERT_TRUE(office_.write(admin, [&](app::Work& work) {
            return app::give_position(work, login, {UnitId(unit), std::move(roles)});
        }));
    }
};

TEST_F(PositionPages, AreChosenAtTheUnitsName)
{
    give("saloong", "dak-duc", {Role::entry});
    const auto session = signed_in("saloong");
    const auto before = get(session, "/viec-cua-toi").body;
    EXPECT_THAT(before, HasSubstr("Ủy ban nhân dân xã Sa Loong<span class=\"visually-hidden\">"));
    EXPECT_THAT(before, HasSubstr("name=\"don-vi\" value=\"dak-duc\""));

    const auto changed = post(session, "/doi-vi-tri", {{"don-vi", "dak-duc"}});
    EXPECT_EQ(changed.status, 303);
    EXPECT_EQ(changed.header("location"), "/");
    const auto after = get(session, "/viec-cua-toi").body;
    EXPECT_THAT(after, HasSubstr("Ủy ban nhân dân xã Đắk Dục<span class=\"visually-hidden\">"));
    EXPECT_THAT(after, HasSubstr("name=\"don-vi\" value=\"sa-loong\""));
}

TEST_F(PositionPages, AreNoMatterForWhoHoldsOneAlone)
{
    EXPECT_THAT(get(signed_in("saloong"), "/viec-cua-toi").body, Not(HasSubstr("/doi-vi-tri")));
}

TEST_F(PositionPages, OpenTheReportsOfTheirUnitAndNoOthers)
{
    give("saloong", "dak-duc", {Role::entry});
    const auto session = signed_in("saloong");
    EXPECT_EQ(get(session, of_sa_loong).status, 200);
    const auto elsewhere = get(session, of_dak_duc);
    EXPECT_EQ(elsewhere.status, 404);
    EXPECT_THAT(elsewhere.body, HasSubstr("Việc này thuộc vị trí khác của đồng chí"));
    EXPECT_THAT(elsewhere.body, HasSubstr("Đổi sang: Ủy ban nhân dân xã Đắk Dục"));
    EXPECT_THAT(elsewhere.body, HasSubstr(std::string("name=\"tiep\" value=\"") + of_dak_duc));

    const auto changed =
        post(session, "/doi-vi-tri", {{"don-vi", "dak-duc"}, {"tiep", of_dak_duc}});
    EXPECT_EQ(changed.header("location"), of_dak_duc);
    EXPECT_EQ(get(session, of_dak_duc).status, 200);
    EXPECT_EQ(get(session, of_sa_loong).status, 404);
}

TEST_F(PositionPages, AreNotOfferedWhereTheyWouldNotHelp)
{
    give("saloong", "dak-duc", {Role::entry});
    const auto session = signed_in("saloong");
    EXPECT_EQ(
        refusal_of(session, Method::get, "/ke-hoach/1/bao-cao/dak-kan/2023"), "access.not_in_scope"
    );
    EXPECT_EQ(refusal_of(session, Method::get, "/nguoi-dung/saloong"), "access.forbidden");
}

TEST_F(PositionPages, AreOfferedForPagesOfTheOfficeToo)
{
    give("saloong", "phong-ldtbxh", {Role::monitor});
    const auto session = signed_in("saloong");
    const auto refused = get(session, "/ke-hoach/1/tong-quan");
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, HasSubstr("(Chuyên viên theo dõi)"));
    post(session, "/doi-vi-tri", {{"don-vi", "phong-ldtbxh"}});
    EXPECT_EQ(get(session, "/ke-hoach/1/tong-quan").status, 200);
}

TEST_F(PositionPages, KeepNothingThatIsSentForAnotherOne)
{
    give("saloong", "dak-duc", {Role::entry});
    const auto session = signed_in("saloong");
    const auto sent = post(session, std::string(of_dak_duc) + "/kiem-tra", {{"key", "k"}});
    EXPECT_EQ(sent.status, 404);
    EXPECT_THAT(sent.body, HasSubstr("name=\"tiep\" value=\"/\""));
    const auto program = refusal_of(
        session, Method::post, "/api/v1/plans/1/periods/2023/reports/dak-duc/submissions"
    );
    EXPECT_EQ(program, "position.elsewhere_program");
}

TEST_F(PositionPages, AreNotTakenWithoutTheFormsToken)
{
    give("saloong", "dak-duc", {Role::entry});
    const auto session = signed_in("saloong");
    Request request = asked(session, Method::post, "/doi-vi-tri");
    request.form = {{"don-vi", "dak-duc"}};
    EXPECT_EQ(answer(request).error().problems.front().key, "gate.stale_form");
    EXPECT_EQ(get(session, of_dak_duc).status, 404);
}

TEST_F(PositionPages, LeadToPagesOfOursAlone)
{
    give("saloong", "dak-duc", {Role::entry});
    const auto session = signed_in("saloong");
    for (const char* next : {"//evil.example", "https://evil.example", ""})
        EXPECT_EQ(
            post(
                session, "/doi-vi-tri", {{"don-vi", "dak-duc"}, {"tiep", next}}
            ).header("location"),
            "/"
        );
}

TEST_F(PositionPages, AreGivenAndEndedOnTheAccountsPage)
{
    const auto admin = signed_in("quantri");
    const std::string page = "/nguoi-dung/saloong";
    const auto given =
        post(admin, page + "/vi-tri", {{"position_unit", "dak-duc"}, {"position_roles", "entry"}});
    EXPECT_EQ(given.header("location"), page);
    EXPECT_THAT(get(admin, page).body, HasSubstr("Thôi giữ vị trí: Ủy ban nhân dân xã Đắk Dục"));
    EXPECT_THAT(
        get(admin, "/nguoi-dung").body, HasSubstr("Kiêm nhiệm ở Đắk Dục: Công chức đầu mối")
    );

    const auto person = signed_in("saloong");
    post(person, "/doi-vi-tri", {{"don-vi", "dak-duc"}});
    EXPECT_EQ(get(person, of_dak_duc).status, 200);
    EXPECT_EQ(post(admin, page + "/vi-tri/ngung", {{"don-vi", "dak-duc"}}).status, 303);
    EXPECT_EQ(refusal_of(person, Method::get, of_dak_duc), "access.not_in_scope");
    EXPECT_EQ(get(person, of_sa_loong).status, 200);
}

TEST_F(PositionPages, SayWhatIsWrongWithAPositionAtItsField)
{
    const auto admin = signed_in("quantri");
    const auto refused = post(admin, "/nguoi-dung/saloong/vi-tri", {{"position_unit", "sa-loong"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("href=\"#position_unit\""));
    EXPECT_THAT(refused.body, HasSubstr("href=\"#position_roles\""));
    EXPECT_THAT(refused.body, HasSubstr("Vai trò ở đơn vị chính sửa ở phần trên."));
}

} // namespace
} // namespace tiendo::web
