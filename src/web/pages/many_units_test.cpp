#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "web/error_page.hpp"
#include "web/pages/many_units.hpp"
#include "web/pages/sample_visit.hpp"
#include "web/views/explained_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// Pages of a plan that 130 communes answer.
namespace tiendo::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

app::Office& looked_at()
{
    static app::Office office = office_of_many_units();
    return office;
}

std::string page(const std::string& address, const char* login = "chuyenvien")
{
    const auto answer = visited(looked_at(), login, address);
    return answer ? answer->body : answer.error().problems.front().key;
}

/// The words of a page, below its masthead.
std::string said(const std::string& html)
{
    const auto main = html.find("<main");
    return text_of(main == std::string::npos ? html : html.substr(main));
}

TEST(ManyUnits, ReachTheirTargetAsProvincesWithTheirSums)
{
    const auto html = page("/ke-hoach/1/chi-tieu/1-1?ky=2023");
    EXPECT_THAT(
        html, HasSubstr("href=\"/ke-hoach/1/chi-tieu/1-1?ky=2023&amp;duoi=tinh-1#don-vi\"")
    );
    EXPECT_THAT(
        said(html),
        AllOf(HasSubstr("Tỉnh Số 1 2/4 50,00% Vượt"), HasSubstr("2 trong 60 đơn vị đã có số liệu"))
    );
    EXPECT_THAT(html, Not(HasSubstr("/o/xa-003.")));
    EXPECT_THAT(said(html), HasSubstr("và 107 đơn vị khác"));
}

TEST(ManyUnits, ReachTheirTargetOneByOneBelowAProvince)
{
    const auto html = page("/ke-hoach/1/chi-tieu/1-1?ky=2023&duoi=tinh-3");
    EXPECT_THAT(html, AllOf(HasSubstr("/o/xa-130.1-1.2023"), HasSubstr("/o/xa-101.1-1.2023")));
    EXPECT_THAT(html, Not(HasSubstr("/o/xa-100.")));
    EXPECT_THAT(said(html), HasSubstr("Các đơn vị thuộc UBND tỉnh Số 3. Xem toàn bộ"));
    EXPECT_THAT(said(html), HasSubstr("Mẫu 130 1/2 50,00% Vượt"));
}

TEST(ManyUnits, AreFoundByNameOnTheirTarget)
{
    const auto html = page("/ke-hoach/1/chi-tieu/1-1?ky=2023&tim=mau+042");
    EXPECT_THAT(html, AllOf(HasSubstr("/o/xa-042."), Not(HasSubstr("/o/xa-041."))));
    EXPECT_THAT(
        said(page("/ke-hoach/1/chi-tieu/1-1?ky=2023&tim=Sa+Loong")),
        HasSubstr("Không có đơn vị nào mang tên này.")
    );
}

Plan plan_of(app::Office& office)
{
    return office.read(sample_person(office, "chuyenvien"), [](app::Work& work) {
        return app::plan_in_use(work, PlanId("1")).value();
    });
}

int status(app::Office& office, const Fields& form)
{
    const auto answer = posted(office, "chuyenvien", "/ke-hoach/1/giao-so-lieu", form);
    return answer ? answer->status : status_of(answer.error().kind);
}

TEST(ManyUnits, AreAssignedByTheUnitAboveThemAndByName)
{
    const auto html = page("/ke-hoach/1/giao-so-lieu");
    EXPECT_THAT(html, Not(HasSubstr("value=\"xa-")));
    EXPECT_THAT(said(html), HasSubstr("Tất cả các xã, thị trấn Tỉnh Số 1 (60)"));
    EXPECT_THAT(html, HasSubstr("name=\"all_communes\" value=\"1\" checked"));

    auto office = office_of_many_units();
    const auto first = [&] { return plan_of(office).measures.front().suppliers.list(); };
    const Fields form{
        {"measure", "1.1"},
        {"indicator", "share"},
        {"below", "tinh-2"},
        {"unit_names", "xã Mẫu 101; mau 130"},
        {"no_source", ""}
    };
    EXPECT_EQ(status(office, form), 303);
    EXPECT_EQ(first().size(), 42U);
    EXPECT_EQ(first().front(), UnitId("xa-061"));
    EXPECT_EQ(first().back(), UnitId("xa-130"));
    const auto shown = visited(office, "chuyenvien", "/ke-hoach/1/giao-so-lieu")->body;
    EXPECT_THAT(shown, HasSubstr("name=\"below\" value=\"tinh-2\" checked"));
    EXPECT_THAT(shown, HasSubstr("name=\"unit\" value=\"xa-101\" checked"));
}

TEST(ManyUnits, AreNotGuessedFromANameThatNobodyBears)
{
    auto office = office_of_many_units();
    const Fields form{
        {"measure", "1.1"},
        {"indicator", "share"},
        {"below", "tinh-2"},
        {"unit_names", "xã Sa Loong"},
        {"no_source", ""}
    };
    const auto answer = posted(office, "chuyenvien", "/ke-hoach/1/giao-so-lieu", form);
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(said(answer->body), HasSubstr("Không có đơn vị “xã Sa Loong”."));
    EXPECT_THAT(answer->body, HasSubstr("value=\"xã Sa Loong\""));
    EXPECT_THAT(answer->body, HasSubstr("name=\"below\" value=\"tinh-2\" checked"));
    EXPECT_EQ(plan_of(office).measures.front().suppliers.size(), 130U);
}

TEST(ManyUnits, KeepThoseThatHaveNoBoxOfTheirOwn)
{
    auto office = office_of_many_units();
    std::string all_but_ends;
    for (int number = 2; number <= 129; ++number)
        all_but_ends += "xã Mẫu " + commune_id(number).substr(3) + ";";
    Fields form{
        {"measure", "1.1"}, {"indicator", "share"}, {"unit_names", all_but_ends}, {"no_source", ""}
    };
    EXPECT_EQ(status(office, form), 303);
    const auto kept = plan_of(office).measures.front().suppliers;
    EXPECT_EQ(kept.size(), 128U);
    const auto shown = visited(office, "chuyenvien", "/ke-hoach/1/giao-so-lieu")->body;
    EXPECT_THAT(said(shown), HasSubstr("Tỉnh Số 2 (40)"));
    auto again =
        Fields{{"measure", "1.1"}, {"indicator", "share"}, {"below", "tinh-2"}, {"no_source", ""}};
    for (const auto& unit : kept)
        if (unit < UnitId("xa-061") || UnitId("xa-100") < unit) again.add("unit", unit.str());
    EXPECT_EQ(status(office, again), 303);
    EXPECT_EQ(plan_of(office).measures.front().suppliers, kept);
}

TEST(ManyUnits, LeadATaskByTheirName)
{
    const auto html = page("/ke-hoach/1/giao-nhiem-vu");
    EXPECT_THAT(html, AllOf(HasSubstr("name=\"lead_name\""), Not(HasSubstr("value=\"xa-0"))));
}

TEST(ManyUnits, AreListedAHundredAtATime)
{
    for (const std::string address :
         {"/ke-hoach/1/don-doc?ky=2023",
          "/ke-hoach/1/don-doc/lien-he?ky=2023",
          "/ke-hoach/1/bao-cao?ky=2023"}) {
        const auto first = page(address);
        EXPECT_THAT(first, HasSubstr("<strong aria-current=\"page\">1</strong>")) << address;
        EXPECT_THAT(first, Not(HasSubstr("xa-129"))) << address;
        const auto second = page(address + "&phan=2");
        EXPECT_THAT(second, AllOf(HasSubstr("xa-129"), Not(HasSubstr("xa-003")))) << address;
        const auto found = page(address + "&tim=mau+129");
        EXPECT_THAT(found, AllOf(HasSubstr("xa-129"), Not(HasSubstr("class=\"parts\""))))
            << address;
    }
    EXPECT_THAT(
        page("/ke-hoach/1/don-doc?ky=2023&tt=chua-nop"),
        HasSubstr("href=\"/ke-hoach/1/don-doc?ky=2023&amp;tt=chua-nop&amp;phan=2\"")
    );
}

TEST(ManyUnits, AreAllAskedInAPeriodButForThoseNamed)
{
    auto office = office_of_many_units();
    const auto html = visited(office, "chuyenvien", "/ke-hoach/1/ky?ky=2023Q4")->body;
    EXPECT_THAT(html, Not(HasSubstr("value=\"xa-")));
    EXPECT_THAT(said(html), HasSubstr("130 đơn vị được giao số liệu hoặc nhiệm vụ"));
    Fields form{
        {"id", "2023Q4"},
        {"window_from", "15/09/2023"},
        {"window_to", "14/12/2023"},
        {"deadline", "17:00 20/12/2023"},
        {"reason", ""},
        {"own_report_due", ""},
        {"all_units", "1"}
    };
    auto wrong = form;
    wrong.add("without_units", "xã Sa Loong");
    EXPECT_EQ(posted(office, "chuyenvien", "/ke-hoach/1/ky", wrong)->status, 422);
    form.add("without_units", "xã Mẫu 003; xã Mẫu 130");
    EXPECT_EQ(posted(office, "chuyenvien", "/ke-hoach/1/ky", form)->status, 303);
    const auto units = office.read(sample_person(office, "chuyenvien"), [](app::Work& work) {
        return app::period_of(work, PlanId("1"), PeriodId("2023Q4")).value().units;
    });
    EXPECT_EQ(units.size(), 128U);
    EXPECT_FALSE(units.contains(UnitId("xa-130")));
}

TEST(ManyUnits, AreTypedWhereAListWouldNameThemAll)
{
    const auto targets = page("/ke-hoach/1/chi-tieu?ky=2023&dv=x%C3%A3+M%E1%BA%ABu+130");
    EXPECT_THAT(targets, AllOf(HasSubstr("<input id=\"dv\""), Not(HasSubstr("value=\"xa-"))));
    EXPECT_THAT(targets, HasSubstr("value=\"Ủy ban nhân dân xã Mẫu 130\""));
    EXPECT_THAT(said(targets), HasSubstr("1.2"));
    auto office = office_of_many_units();
    const auto links = visited(office, "chuyenvien", "/ke-hoach/1/don-doc/lien-ket?ky=2023")->body;
    EXPECT_THAT(links, AllOf(HasSubstr("<input id=\"dv\""), Not(HasSubstr("value=\"xa-"))));
    const auto issued = posted(
        office, "chuyenvien", "/ke-hoach/1/don-doc/lien-ket", {{"ky", "2023"}, {"dv", "Mẫu 077"}}
    );
    EXPECT_EQ(issued->status, 200);
    EXPECT_THAT(said(issued->body), HasSubstr("Mẫu 077"));
}

TEST(ManyUnits, LeadTasksThatAreCountedByTheUnitAboveThem)
{
    auto office = office_of_many_units();
    ASSERT_TRUE(office.write(sample_person(office, "chuyenvien"), [](app::Work& work) {
        std::string leads;
        for (int number = 1; number <= 130; ++number)
            leads += (leads.empty() ? "" : "; ") + commune_id(number);
        return app::change_plan(work, PlanId("1"), {"task/1.1/lead", leads, {}, {}});
    }));
    const auto shown = [&](const char* address) {
        return visited(office, "chuyenvien", address)->body;
    };
    const auto all = shown("/ke-hoach/1/nhiem-vu?ky=2023");
    EXPECT_THAT(all, HasSubstr("href=\"/ke-hoach/1/nhiem-vu?ky=2023&amp;duoi=tinh-2#don-vi\""));
    EXPECT_THAT(said(all), HasSubstr("Tỉnh Số 2 40"));
    EXPECT_THAT(all, Not(HasSubstr("xa-061")));
    EXPECT_THAT(shown("/ke-hoach/1/nhiem-vu?ky=2023&duoi=tinh-2"), HasSubstr("chu-tri=xa-061"));
}

TEST(ManyUnits, HaveAccountsThatAreFoundByTheirUnit)
{
    auto office = office_of_many_units();
    ASSERT_TRUE(office.write(sample_person(office, "quantri"), [](app::Work& work) -> Result<Done> {
        for (int number = 1; number <= 130; ++number) {
            store::AccountRecord record;
            record.login = "nguoi" + std::to_string(number);
            record.name = "Y Nga";
            record.unit = commune_id(number);
            record.roles = "entry";
            TRY(work.kept.accounts().put(record));
        }
        return done;
    }));
    const auto seen = [&](const char* address) {
        return said(visited(office, "quantri", address)->body);
    };
    EXPECT_THAT(seen("/nguoi-dung"), HasSubstr("Trang 1 2"));
    EXPECT_THAT(
        seen("/nguoi-dung?tim=mau+117"), AllOf(HasSubstr("nguoi117"), Not(HasSubstr("nguoi116")))
    );
}

TEST(ManyUnits, AreCountedInTheExplanationBeyondThoseThatAreLookedAt)
{
    Explained sum;
    sum.kind = ExplainedKind::units;
    sum.outcome.value = Fraction(130);
    for (int number = 1; number <= 130; ++number) {
        auto& part = sum.parts.emplace_back();
        part.kind = ExplainedKind::unit;
        part.unit = UnitId(commune_id(number));
        part.outcome.value = Fraction(1);
    }
    const Measure measure;
    const Indicator indicator;
    const Plan plan;
    const UnitDirectory directory;
    const IndicatorLibrary library;
    view::ExplainedSurroundings around{
        measure, indicator, PeriodId("2023"), directory, plan, library
    };
    const Wording words(Messages::embedded(), Language::vietnamese);
    const auto all = text_of(view::explained_tree({sum}, around, words).str());
    EXPECT_THAT(all, AllOf(HasSubstr("xa-129 1 xa-130 1"), Not(HasSubstr("không kể"))));
    around.units_drawn = {UnitId("xa-007"), UnitId("xa-130")};
    EXPECT_THAT(
        text_of(view::explained_tree({sum}, around, words).str()),
        HasSubstr("130 xa-007 1 xa-130 1 128 đơn vị không kể ra ở đây, xem bảng theo đơn vị")
    );
}

} // namespace
} // namespace tiendo::web
