#include "mail/smtp.hpp"
#include "mail/smtp_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace tiendo::mail {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Letter letter_to(const std::string& to)
{
    return {
        .id = "0190-1",
        .from = "baocao@ngochoi.example",
        .from_name = "Phòng",
        .to = to,
        .subject = "Báo cáo năm 2023",
        .body = "Kính gửi",
        .date = {1'702'256'400},
    };
}

Server server_at(const SmtpServer& smtp)
{
    return {.host = "127.0.0.1", .port = smtp.port(), .security = Security::none};
}

Watch watch(std::function<void()> before_last_byte = [] {})
{
    return {std::move(before_last_byte), [] { return false; }};
}

TEST(Smtp, HandsALetterToTheServer)
{
    const SmtpServer smtp;
    bool was_told = false;
    const auto outcome =
        send(server_at(smtp), letter_to("athiu@ngochoi.example"), watch([&] { was_told = true; }));
    EXPECT_EQ(outcome.delivery, Delivery::sent) << outcome.answer;
    EXPECT_TRUE(was_told);
    ASSERT_THAT(smtp.letters(), SizeIs(1));
    EXPECT_THAT(smtp.letters().at(0), HasSubstr("Message-ID: <0190-1@ngochoi.example>"));
}

TEST(Smtp, TellsARefusedRecipientFromABusyServer)
{
    const SmtpServer smtp;
    bool was_told = false;
    const auto tell = watch([&] { was_told = true; });
    const auto refused = send(server_at(smtp), letter_to("refused@ngochoi.example"), tell);
    EXPECT_EQ(refused.delivery, Delivery::refused);
    EXPECT_THAT(refused.answer, HasSubstr("550"));
    EXPECT_EQ(send(server_at(smtp), letter_to("busy@x.example"), tell).delivery, Delivery::later);
    EXPECT_FALSE(was_told);
    EXPECT_THAT(smtp.letters(), SizeIs(0));
}

TEST(Smtp, KnowsThatALetterRefusedAfterItsEndWasNotTaken)
{
    const SmtpServer smtp;
    const auto outcome = send(server_at(smtp), letter_to("unwanted@x.example"), watch());
    EXPECT_EQ(outcome.delivery, Delivery::refused);
    EXPECT_THAT(outcome.answer, HasSubstr("554"));
}

TEST(Smtp, DoesNotKnowWhatBecameOfALetterWithoutAnAnswer)
{
    const SmtpServer smtp;
    EXPECT_EQ(
        send(server_at(smtp), letter_to("lost@x.example"), watch()).delivery, Delivery::uncertain
    );
}

TEST(Smtp, TriesADeadServerAgainLater)
{
    Server dead;
    {
        const SmtpServer smtp;
        dead = server_at(smtp);
    }
    const auto outcome = send(dead, letter_to("athiu@x.example"), watch());
    EXPECT_EQ(outcome.delivery, Delivery::later);
    EXPECT_NE(outcome.answer, "");
}

TEST(Smtp, DeliversNothingWhenTheLastStepCannotBeRecorded)
{
    const SmtpServer smtp;
    EXPECT_THROW(
        send(server_at(smtp), letter_to("athiu@x.example"), watch([] {
                 throw std::runtime_error("the disk is full");
             })),
        std::runtime_error
    );
    EXPECT_THAT(smtp.letters(), SizeIs(0));
}

TEST(Smtp, StopsOnTheWayAndHasDeliveredNothing)
{
    const SmtpServer smtp;
    const Watch stopped{[] {}, [] { return true; }};
    EXPECT_EQ(
        send(server_at(smtp), letter_to("athiu@x.example"), stopped).delivery, Delivery::later
    );
    EXPECT_THAT(smtp.letters(), SizeIs(0));
}

TEST(Smtp, SignsInOverStarttls)
{
    const SmtpServer smtp(SmtpServer::Kind::starttls);
    Server server{
        .host = "localhost",
        .port = smtp.port(),
        .security = Security::starttls,
        .account = "baocao",
        .password = "mật khẩu đúng",
        .certificate = SmtpServer::certificate(),
    };
    const auto outcome = send(server, letter_to("athiu@x.example"), watch());
    EXPECT_EQ(outcome.delivery, Delivery::sent) << outcome.answer;
    server.password = "sai";
    const auto denied = send(server, letter_to("athiu@x.example"), watch());
    EXPECT_EQ(denied.delivery, Delivery::later);
    EXPECT_EQ(denied.answer.find("sai"), std::string::npos);
    EXPECT_THAT(smtp.letters(), SizeIs(1));
}

TEST(Smtp, SendsNothingToAServerWhoseCertificateIsUnknown)
{
    const SmtpServer smtp(SmtpServer::Kind::starttls);
    const Server server{.host = "localhost", .port = smtp.port()};
    EXPECT_EQ(send(server, letter_to("athiu@x.example"), watch()).delivery, Delivery::later);
    EXPECT_THAT(smtp.letters(), SizeIs(0));
}

TEST(Smtp, SendsNothingInClearWhereEncryptionWasAskedFor)
{
    const SmtpServer smtp;
    auto server = server_at(smtp);
    server.security = Security::starttls;
    EXPECT_EQ(send(server, letter_to("athiu@x.example"), watch()).delivery, Delivery::later);
    EXPECT_THAT(smtp.letters(), SizeIs(0));
}

} // namespace
} // namespace tiendo::mail
