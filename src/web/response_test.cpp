#include "base/result.hpp"
#include "web/response.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

TEST(Response, RedirectsToOwnPagesOnly)
{
    EXPECT_EQ("/bao-cao/412", see_other("/bao-cao/412").header("location"));
    for (const auto* path : {"", "//evil", "/\\evil", "http://evil", "/a\r\nSet-Cookie: x", "/a b"})
        EXPECT_THROW(see_other(path), Bug) << path;
}

TEST(Response, NamesADownloadInVietnameseAndInAscii)
{
    const auto response = download("x", "Báo cáo năm.docx", "application/zip");
    EXPECT_EQ(
        "attachment; filename=\"bao_cao_nam.docx\"; "
        "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20n%C4%83m.docx",
        response.header("Content-Disposition")
    );
}

TEST(Response, HidesCookiesFromScripts)
{
    Response response;
    add_cookie(
        response, {.name = "__Host-phien", .value = "x", .is_secure = true, .max_age_seconds = 0}
    );
    EXPECT_EQ(
        "__Host-phien=x; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0",
        response.header("Set-Cookie")
    );
}

} // namespace
} // namespace tiendo::web
