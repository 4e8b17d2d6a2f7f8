#include "app/chase/chase_office.hpp"
#include "web/pages/mail_settings.hpp"
#include "web/pages/sample_visit.hpp"
#include "web/visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class MailSettingsPage : public testing::Test {
protected:
    Response sent(const Fields& form)
    {
        Visit visit{
            {.words = Wording(Messages::embedded(), Language::vietnamese),
             .form_token = "token",
             .path = "/cai-dat/thu",
             .frame = {}},
            district_.office(),
            district_.admin,
            "session"
        };
        Request request;
        request.form = form;
        return post_mail_settings(visit, request).value();
    }

    Fields typed(std::initializer_list<std::pair<std::string, std::string>> over)
    {
        std::map<std::string, std::string> fields{
            {"host", "127.0.0.1"},
            {"port", std::to_string(district_.mail_server().port)},
            {"security", "none"},
            {"account", ""},
            {"password", ""},
            {"from", "baocao@ngochoi.example"},
            {"certificate", ""},
            {"site", "https://tiendo.ngochoi.example"},
            {"act", "save"}
        };
        for (const auto& [name, value] : over)
            fields[name] = value;
        Fields form;
        for (const auto& [name, value] : fields)
            form.add(name, value);
        return form;
    }

    std::string page()
    {
        Visit visit{
            {.words = Wording(Messages::embedded(), Language::vietnamese),
             .form_token = "token",
             .path = "/cai-dat/thu",
             .frame = {}},
            district_.office(),
            district_.admin,
            "session"
        };
        return get_mail_settings(visit, {}).value().body;
    }

    std::string journal()
    {
        return district_.office().read(district_.admin, [](app::Work& work) {
            std::string text;
            work.kept.journal().each([&](const store::JournalRecord& record) {
                text += record.entry.verb + record.entry.subject + record.entry.detail;
            });
            return text;
        });
    }

    app::ChaseOffice district_;
};

TEST_F(MailSettingsPage, SendsALetterToOneselfByARealServer)
{
    const auto tried = sent(typed({{"act", "test"}, {"to", "quantri@ngochoi.example"}}));
    EXPECT_EQ(tried.status, 200);
    ASSERT_THAT(district_.letters(), SizeIs(1));
    EXPECT_THAT(district_.letters().front(), HasSubstr("To: <quantri@ngochoi.example>"));
}

TEST_F(MailSettingsPage, SaysWhatTheServerSaidToALetterThatItDidNotTake)
{
    const auto tried = sent(typed({{"act", "test"}, {"to", "refused@ngochoi.example"}}));
    EXPECT_THAT(text_of(tried.body), HasSubstr("550"));
    EXPECT_THAT(district_.letters(), SizeIs(0));
}

TEST_F(MailSettingsPage, TellsAServerThatDoesNotAnswerFromOneThatDoes)
{
    const auto form = typed({{"act", "test"}, {"to", "quantri@ngochoi.example"}});
    const auto taken = text_of(sent(form).body);
    district_.stop_mail_server();
    const auto failed = text_of(sent(form).body);
    EXPECT_THAT(taken, HasSubstr("đã nhận"));
    EXPECT_THAT(failed, Not(HasSubstr("đã nhận")));
}

TEST_F(MailSettingsPage, RefusesAHostThatIsNoneAndKeepsWhatWasTyped)
{
    for (const auto* host : {"https://mail.gov.vn", "mail.gov.vn:25", "mail gov"}) {
        const auto refused = sent(typed({{"host", host}, {"password", "bí mật 123"}}));
        EXPECT_EQ(refused.status, 422) << host;
        EXPECT_THAT(refused.body, Not(HasSubstr("bí mật 123")));
    }
    EXPECT_EQ(sent(typed({{"port", "0"}})).status, 422);
    EXPECT_EQ(sent(typed({{"port", "25 25"}})).status, 422);
    EXPECT_EQ(sent(typed({{"from", "baocao"}})).status, 422);
    EXPECT_EQ(sent(typed({{"act", "test"}, {"to", "a@b.vn\r\nBcc: x@y.vn"}})).status, 422);
}

TEST_F(MailSettingsPage, NeverSendsAPasswordInClear)
{
    EXPECT_EQ(sent(typed({{"account", "baocao"}, {"password", "bí mật 123"}})).status, 422);
}

TEST_F(MailSettingsPage, NeverShowsThePasswordAgain)
{
    const auto kept =
        sent(typed({{"account", "baocao"}, {"password", "bí mật 123"}, {"security", "starttls"}}));
    EXPECT_EQ(kept.status, 303);
    EXPECT_THAT(page(), Not(HasSubstr("bí mật 123")));
    EXPECT_THAT(journal(), Not(HasSubstr("bí mật 123")));
    const auto tried = sent(typed({{"act", "test"}, {"to", "quantri@ngochoi.example"}}));
    EXPECT_THAT(tried.body, Not(HasSubstr("bí mật 123")));
    // Saved once more with the field empty, it stays as it was.
    EXPECT_EQ(sent(typed({{"account", "baocao"}, {"security", "starttls"}})).status, 303);
    EXPECT_EQ(
        district_.office().read(
            district_.admin, [](app::Work& work) { return app::kept_mail_settings(work).password; }
        ),
        "bí mật 123"
    );
}

TEST_F(MailSettingsPage, SaysWhereThePasswordIsNotThere)
{
    const auto says = HasSubstr("bản sao lưu không chứa mật khẩu");
    EXPECT_THAT(page(), Not(says));
    EXPECT_EQ(sent(typed({{"account", "baocao"}, {"security", "starttls"}})).status, 303);
    EXPECT_THAT(page(), says);
    EXPECT_EQ(
        sent(typed({{"account", "baocao"}, {"password", "bí mật"}, {"security", "starttls"}}))
            .status,
        303
    );
    EXPECT_THAT(page(), Not(says));
}

} // namespace
} // namespace tiendo::web
