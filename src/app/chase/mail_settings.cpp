#include "app/chase/mail_settings.hpp"

#include "app/chase/notices.hpp"
#include "base/text.hpp"

#include <charconv>

namespace tiendo::app {
namespace {

constexpr const char* password_setting = "secret.mail_password"; // no copy holds it

std::string setting(Work& work, const char* name)
{
    return work.kept.settings().find(name).value_or(std::string());
}

int port_in(const std::string& text)
{
    int port = 587;
    (void)std::from_chars(text.data(), text.data() + text.size(), port);
    return port;
}

bool is_host(std::string_view text)
{
    return text.find_first_of(" /:@\r\n\t") == std::string_view::npos;
}

bool is_site(const std::string& text)
{
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \r\n\t\"<>") == std::string::npos;
}

Result<Done> check(const MailSettings& settings)
{
    Error error;
    const auto say = [&](const char* key, const char* place) {
        error.problems.push_back({key, {}, place});
    };
    if (!is_host(settings.host)) say("mail.host_not_understood", "host");
    if (settings.port < 1 || settings.port > 65535) say("mail.port_not_possible", "port");
    if (!settings.host.empty() && !is_mail_address(settings.from))
        say("mail.from_not_understood", "from");
    if (!settings.site.empty() && !is_site(settings.site)) say("mail.site_not_understood", "site");
    if (settings.security == MailSecurity::none && !settings.account.empty())
        say("mail.password_in_clear", "security");
    if (!error.problems.empty()) return error;
    return done;
}

} // namespace

bool has_mail_server(Work& work)
{
    return !setting(work, "mail.host").empty();
}

MailSettings kept_mail_settings(Work& work)
{
    MailSettings settings;
    settings.host = setting(work, "mail.host");
    settings.port = port_in(setting(work, "mail.port"));
    settings.security = mail_security_named(setting(work, "mail.security"));
    settings.account = setting(work, "mail.account");
    settings.password = setting(work, password_setting);
    settings.from = setting(work, "mail.from");
    settings.certificate = setting(work, "mail.certificate");
    settings.site = setting(work, "mail.site");
    return settings;
}

bool mail_leaves(Work& work)
{
    return !pinned_time(work.kept) && has_mail_server(work);
}

bool lacks_mail_password(Work& work)
{
    return !setting(work, "mail.account").empty() && setting(work, password_setting).empty();
}

Result<MailSettings> mail_settings(Work& work)
{
    TRY(require(work, Right::manage_accounts));
    return kept_mail_settings(work);
}

Result<Done> change_mail_settings(Work& work, const MailSettings& settings)
{
    TRY(require(work, Right::manage_accounts));
    TRY(check(settings));
    const auto put = [&](const char* name, const std::string& value) {
        work.kept.settings().put(name, value);
    };
    put("mail.host", settings.host);
    put("mail.port", std::to_string(settings.port));
    put("mail.security", name_of(settings.security));
    put("mail.account", settings.account);
    if (!settings.password.empty()) put(password_setting, settings.password);
    if (settings.account.empty()) put(password_setting, "");
    put("mail.from", settings.from);
    put("mail.certificate", settings.certificate);
    auto site = settings.site;
    while (site.ends_with('/'))
        site.pop_back();
    put("mail.site", site);
    record(work, "mail.settings_changed", {.thing = settings.host});
    return done;
}

const char* name_of(MailSecurity security)
{
    switch (security) {
    case MailSecurity::none:
        return "none";
    case MailSecurity::starttls:
        return "starttls";
    case MailSecurity::tls:
        return "tls";
    }
    return "starttls";
}

MailSecurity mail_security_named(std::string_view name)
{
    if (name == "none") return MailSecurity::none;
    return name == "tls" ? MailSecurity::tls : MailSecurity::starttls;
}

} // namespace tiendo::app
