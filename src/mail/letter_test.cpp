#include "mail/letter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::mail {
namespace {

using testing::HasSubstr;

Letter letter()
{
    return {
        .id = "0190-1",
        .from = "baocao@ngochoi.example",
        .from_name = "Phòng LĐTBXH",
        .to = "athiu@ngochoi.example",
        .subject = "Báo cáo năm 2023",
        .body = "Kính gửi: Ủy ban nhân dân xã Đắk Ang\n.\nHết",
        .date = instant_of({date(2023, 12, 11), 8, 0}),
    };
}

TEST(Letter, HasTheHeadersOfItsDayAndId)
{
    const auto text = *mime_text(letter());
    EXPECT_THAT(text, HasSubstr("Date: Mon, 11 Dec 2023 08:00:00 +0700\r\n"));
    EXPECT_THAT(text, HasSubstr("Message-ID: <0190-1@ngochoi.example>\r\n"));
    EXPECT_THAT(text, HasSubstr("To: <athiu@ngochoi.example>\r\n"));
}

TEST(Letter, EncodesWhatIsNoAscii)
{
    EXPECT_THAT(
        *mime_text(letter()), HasSubstr("Subject: =?UTF-8?B?QsOhbyBjw6FvIG7Eg20gMjAyMw==?=\r\n")
    );
}

TEST(Letter, CutsALongSubjectBetweenLetters)
{
    auto one = letter();
    one.subject = "ệệệệệệệệệệệệệệệệệệệệ"; // 3 bytes each
    const auto text = *mime_text(one);
    EXPECT_THAT(text, HasSubstr("?=\r\n =?UTF-8?B?"));
    EXPECT_THAT(text, HasSubstr("4buH4buH4buH4buH4buH4buH4buH4buH4buH4buH4buH4buH4buH4buH?="));
}

TEST(Letter, KeepsNoLineOfItsBodyThatSmtpCouldTakeForAnEnd)
{
    const auto text = *mime_text(letter());
    EXPECT_EQ(text.find("\r\n.\r\n"), std::string::npos);
}

TEST(Letter, CarriesAFileBesideItsText)
{
    auto one = letter();
    one.attachment = {"bieu.xlsx", "application/x-test", "PK"};
    const auto text = *mime_text(one);
    EXPECT_THAT(text, HasSubstr("Content-Type: multipart/mixed; boundary=\"=_0190-1\"\r\n"));
    EXPECT_THAT(
        text,
        HasSubstr("Content-Disposition: attachment; filename=\"bieu.xlsx\"\r\n"
                  "Content-Transfer-Encoding: base64\r\n\r\nUEs=\r\n--=_0190-1--\r\n")
    );
    EXPECT_THAT(text, HasSubstr("\r\n--=_0190-1\r\nContent-Type: text/plain; charset=utf-8\r\n"));
    one.attachment.name = "a\"b\r\n.xlsx";
    EXPECT_EQ(mime_text(one).error().problems.at(0).key, "mail.line_in_header");
}

TEST(Letter, RefusesALineBreakInAHeader)
{
    auto one = letter();
    one.subject = "Báo cáo\r\nBcc: nguoi@khac.example";
    EXPECT_EQ(mime_text(one).error().problems.at(0).key, "mail.line_in_header");
    one = letter();
    one.to = "a@b.vn>\nRCPT TO:<c@d.vn";
    EXPECT_FALSE(mime_text(one));
}

} // namespace
} // namespace tiendo::mail
