#include "app/plan/plans.hpp"
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
