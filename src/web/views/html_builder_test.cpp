#include "base/result.hpp"
#include "web/views/charts.hpp"
#include "web/views/html_builder.hpp"
#include "web/views/templates.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace tiendo::web::view {
namespace {

static_assert(!std::is_constructible_v<Html::Literal, std::string>, "typed text is no literal");
static_assert(!std::is_constructible_v<Markup, std::string>, "typed text is no markup");

const Wording words(Messages::embedded(), Language::vietnamese);

std::string rendered(const char* source, const Object& data)
{
    const std::map<std::string, std::string, std::less<>> sources{{"page", source}};
    return Templates(sources).render("page", data, words).str();
}

TEST(Html, EscapesAllButLiterals)
{
    Html html;
    html.raw("<b title=\"").text("\"'<&>").raw("\">").number(3).raw("</b>");
    EXPECT_EQ("<b title=\"&quot;&#39;&lt;&amp;&gt;\">3</b>", html.done().str());
}

TEST(Template, EscapesTextAndTakesMarkupAsItIs)
{
    Html bold;
    bold.raw("<b>").text("&").raw("</b>");
    EXPECT_EQ(
        "&lt;i&gt; <b>&amp;</b>",
        rendered("{{text}} {{{bold_markup}}}", {{"text", "<i>"}, {"bold_markup", bold.done()}})
    );
}

TEST(Template, RefusesTypedTextUnderTheNameOfMarkup)
{
    EXPECT_THROW(rendered("{{{x_markup}}}", {{"x_markup", "<script>"}}), Bug);
    EXPECT_THROW(rendered("{{x}}", {{"x", Html{}.done()}}), Bug);
}

TEST(Template, RepeatsListsAndLooksAtConditions)
{
    const Object data{
        {"units", List{Object{{"name", "Bờ Y"}, {"is_late", true}}, Object{{"name", "Sa Loong"}}}},
        {"is_late", false},
        {"words", List{"một", "hai"}},
    };
    EXPECT_EQ(
        "Bờ Y! Sa Loong  một,hai,",
        rendered(
            "{{#units}}{{name}}{{#is_late}}!{{/is_late}} {{/units}} {{#words}}{{.}},{{/words}}",
            data
        )
    );
}

TEST(Template, SaysTheSentencesOfTheReadersLanguage)
{
    EXPECT_EQ("Đăng xuất", rendered("{{t.layout.sign_out}}", {}));
}

TEST(BulletBar, DrawsTheShareOfTheScaleAndTheTargetAsATick)
{
    const auto bar = bullet_bar({Decimal{271, 1}, Decimal{2605, 2}, {}, "27,1%"}).str();
    EXPECT_NE(std::string::npos, bar.find("height=\"6\" width=\"32.5\"")) << bar;
    EXPECT_NE(std::string::npos, bar.find("x=\"31.3\"")) << bar;
    EXPECT_NE(std::string::npos, bar.find("aria-label=\"27,1%\"")) << bar;
}

TEST(BulletBar, IsEmptyWithoutAValueRatherThanZero)
{
    const auto bar = bullet_bar({{}, Decimal{50}, {}, "chưa có số liệu"}).str();
    EXPECT_EQ(std::string::npos, bar.find("bullet-actual")) << bar;
}

TEST(Sparkline, LeavesAGapWhereAPeriodHasNoValue)
{
    const auto line =
        sparkline({Decimal{1}, Decimal{2}, std::nullopt, Decimal{3}}, "1; 2; –; 3").str();
    EXPECT_NE(std::string::npos, line.find("points=\"3,17 25,10 \"")) << line;
    EXPECT_NE(std::string::npos, line.find("cx=\"69\" cy=\"3\"")) << line;
}

TEST(StackedBar, FillsItsWholeWidthAndLeavesOutNothings)
{
    const auto bar =
        stacked_bar({{1, "met", "1"}, {0, "none", "0"}, {2, "not-met", "2"}}, "x").str();
    EXPECT_NE(std::string::npos, bar.find("x=\"0\" width=\"333\"")) << bar;
    EXPECT_NE(std::string::npos, bar.find("x=\"333\" width=\"667\"")) << bar;
    EXPECT_EQ(std::string::npos, bar.find("share-none")) << bar;
}

} // namespace
} // namespace tiendo::web::view
