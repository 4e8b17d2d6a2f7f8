#include "web/forms.hpp"
#include "web/protection.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

Request posted(std::string type, std::string body)
{
    Request request;
    request.method = Method::post;
    request.headers = {{"content-type", std::move(type)}};
    request.body = std::move(body);
    return request;
}

TEST(Form, ReadsUrlEncodedVietnamese)
{
    auto request = posted(
        "application/x-www-form-urlencoded; charset=UTF-8", "unit=X%C3%A3+B%E1%BB%9D+Y&empty=&flag"
    );
    EXPECT_EQ(FormOutcome::read, read_form(request));
    EXPECT_EQ("Xã Bờ Y", request.form["unit"]);
    EXPECT_TRUE(request.form.has("empty"));
    EXPECT_TRUE(request.form.has("flag"));
}

TEST(Form, KeepsEachValueOfARepeatedNameButGivesNoneAsTheOne)
{
    auto request = posted("application/x-www-form-urlencoded", "unit=1&unit=2");
    EXPECT_EQ(FormOutcome::read, read_form(request));
    EXPECT_EQ((std::vector<std::string>{"1", "2"}), request.form.all("unit"));
    EXPECT_THROW(static_cast<void>(request.form["unit"]), BadRequest);
}

TEST(Form, BringsTextIntoOneForm)
{
    // "a" with a combining grave accent, as some phones type it
    auto request = posted("application/x-www-form-urlencoded", "x=a%CC%80");
    EXPECT_EQ(FormOutcome::read, read_form(request));
    EXPECT_EQ("à", request.form["x"]);
}

TEST(Form, RefusesBytesThatAreNotUtf8)
{
    auto request = posted("application/x-www-form-urlencoded", "x=%ff");
    EXPECT_THROW(read_form(request), BadRequest);
}

TEST(Form, ReadsFilesWithTheirNames)
{
    auto request = posted(
        "multipart/form-data; boundary=\"b-1\"",
        "--b-1\r\nContent-Disposition: form-data; name=\"year\"\r\n\r\n2023\r\n"
        "--b-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\Users\\Kế "
        "hoạch.docx\"\r\n"
        "Content-Type: application/zip\r\n\r\nPK\r\n--b-2\r\n\r\n--b-1--\r\n"
    );
    EXPECT_EQ(FormOutcome::read, read_form(request));
    EXPECT_EQ("2023", request.form["year"]);
    const auto* file = request.file("file");
    ASSERT_NE(nullptr, file);
    EXPECT_EQ("Kế hoạch.docx", file->filename);
    EXPECT_EQ("application/zip", file->content_type);
    EXPECT_EQ("PK\r\n--b-2\r\n", file->bytes);
}

TEST(Form, HasNoFileWhereNoneWasChosen)
{
    auto request = posted(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"
    );
    EXPECT_EQ(FormOutcome::read, read_form(request));
    EXPECT_EQ(nullptr, request.file("file"));
}

TEST(Form, RefusesFilesOverTheLimit)
{
    auto request = posted(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n" +
            std::string(upload_bytes_max + 1, 'x') + "\r\n--b--\r\n"
    );
    EXPECT_EQ(FormOutcome::too_large, read_form(request));
}

TEST(Form, RefusesBrokenMultipartBodies)
{
    for (const auto* body :
         {"", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data", "x--b--", "--b\r\n\r\n\r\n"
         }) {
        auto request = posted("multipart/form-data; boundary=b", body);
        EXPECT_THROW(read_form(request), BadRequest) << body;
    }
}

TEST(Form, IsOursOnlyWithTheTokenOfTheSession)
{
    Request request;
    request.form = {{"csrf", "right"}};
    EXPECT_TRUE(has_form_token(request, "right"));
    EXPECT_FALSE(has_form_token(request, "wrong"));
    EXPECT_FALSE(has_form_token(Request{}, ""));
    request.form = {};
    request.headers = {{"x-csrf-token", "right"}};
    EXPECT_TRUE(has_form_token(request, "right"));
}

TEST(Target, SplitsIntoPathAndQuery)
{
    Request request;
    read_target(request, "/ke-hoach/7?ky=2023&tt=qua-han");
    EXPECT_EQ("/ke-hoach/7", request.path);
    EXPECT_EQ("qua-han", request.query["tt"]);
    EXPECT_THROW(read_target(request, "http://evil/"), BadRequest);
}

} // namespace
} // namespace tiendo::web
