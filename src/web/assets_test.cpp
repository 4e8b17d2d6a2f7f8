#include "web/assets.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

Response answered(std::string_view path)
{
    Request request;
    request.path = path;
    return Assets::embedded().answer(request).value();
}

TEST(Assets, AreKeptForEverUnderTheirAddress)
{
    const auto response = answered(Assets::embedded().path("app.js"));
    EXPECT_EQ("text/javascript; charset=utf-8", response.header("Content-Type"));
    EXPECT_EQ("public, max-age=31536000, immutable", response.header("Cache-Control"));
}

TEST(ServiceWorker, IsAskedForAnewAndNamesEveryFileOfThisProgram)
{
    const auto response = answered("/ngoai-tuyen.js");
    EXPECT_EQ("text/javascript; charset=utf-8", response.header("Content-Type"));
    EXPECT_EQ("no-cache", response.header("Cache-Control"));
    for (const auto* name :
         {"app.js", "noto-sans-400-latin.woff2", "noto-sans-700-vietnamese.woff2"})
        EXPECT_NE(std::string::npos, response.body.find('"' + Assets::embedded().path(name) + '"'))
            << name;
}

TEST(ServiceWorker, IsNotSentAgainUnchanged)
{
    Request request;
    request.path = "/ngoai-tuyen.js";
    request.headers.add("if-none-match", std::string(answered(request.path).header("ETag")));
    EXPECT_EQ(304, Assets::embedded().answer(request)->status);
}

} // namespace
} // namespace tiendo::web
