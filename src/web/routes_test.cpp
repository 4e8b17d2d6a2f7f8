#include "web/routes.hpp"
#include "web/visit.hpp"

#include <gtest/gtest.h>

#include <array>
#include <type_traits>

namespace tiendo::web {
namespace {

Result<Response> get_page(Visit&, const Request&)
{
    return plain_text("page");
}

Result<Response> get_other(Visit&, const Request&)
{
    return plain_text("other");
}

constexpr std::array table{
    Route{Method::get, "/ke-hoach/{plan}", get_page, Right::see_plan},
    Route{Method::get, "/ke-hoach/nap", get_other, Right::edit_plan},
    Route{Method::post, "/ke-hoach/nap", get_other, Right::edit_plan},
    Route{Method::get, "/ke-hoach/{plan}/chi-tieu/{target}", get_page, Right::see_plan},
};

static_assert(
    !std::is_constructible_v<Route, Method, const char*, Handler>, "a route without a right"
);

TEST(Router, PrefersWhatIsWrittenOutToAParameter)
{
    const Router router(table);
    EXPECT_EQ(&table[1], router.find(Method::get, "/ke-hoach/nap").route);
    const auto match = router.find(Method::get, "/ke-hoach/7");
    EXPECT_EQ(&table[0], match.route);
    EXPECT_EQ("7", match.parameters["plan"]);
}

TEST(Router, DecodesParametersButNotTheirSlashes)
{
    const Router router(table);
    const auto match = router.find(Method::get, "/ke-hoach/7/chi-tieu/3.2a%2F%C4%91");
    ASSERT_NE(nullptr, match.route);
    EXPECT_EQ("3.2a/đ", match.parameters["target"]);
}

TEST(Router, SaysWhichMethodsAPathKnows)
{
    const Router router(table);
    const auto match = router.find(Method::remove, "/ke-hoach/nap");
    EXPECT_EQ(nullptr, match.route);
    EXPECT_EQ("GET, HEAD, POST", match.allowed);
    EXPECT_EQ("", router.find(Method::get, "/nothing").allowed);
}

TEST(Router, FindsNothingForEmptySegmentsAndBrokenEscapes)
{
    const Router router(table);
    for (const auto* path :
         {"/ke-hoach/", "/ke-hoach//chi-tieu/1", "/ke-hoach/%zz", "/ke-hoach/%ff", "x"})
        EXPECT_EQ(nullptr, router.find(Method::get, path).route) << path;
}

TEST(Router, RefusesTwoRoutesForTheSameRequests)
{
    constexpr std::array twice{
        Route{Method::get, "/a/{x}", get_page, Right::public_page},
        Route{Method::get, "/a/{y}", get_page, Right::public_page},
    };
    EXPECT_THROW(Router{twice}, Bug);
}

} // namespace
} // namespace tiendo::web
