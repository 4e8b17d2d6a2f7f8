#pragma once

#include "app/work.hpp"

#include <string>

namespace tiendo::app {

enum class MailSecurity { none, starttls, tls };

/// The office's mail server, as the administrator set it.
struct MailSettings {
    std::string host{}; ///< empty: no mail is sent
    int port = 587;
    MailSecurity security = MailSecurity::starttls;
    std::string account{};     ///< empty: the server asks for none
    std::string password{};    ///< never shown again, journalled, logged or copied
    std::string from{};        ///< the address that stands as the sender
    std::string certificate{}; ///< PEM of a server's own authority; empty: the system's
    std::string site{};        ///< "https://tiendo.huyen.vn": where links in mails lead
};

bool has_mail_server(Work& work);
/// Nothing is mailed out of the sample world, nor before the administrator has named a server.
bool mail_leaves(Work& work);
/// Whether the server asks for an account whose password is not here: copies do not hold it.
bool lacks_mail_password(Work& work);
/// Needs Right::manage_accounts.
Result<MailSettings> mail_settings(Work& work);
/// An empty password keeps the one that is there. Needs Right::manage_accounts.
Result<Done> change_mail_settings(Work& work, const MailSettings& settings);

/// For the outbox itself, which acts for nobody.
MailSettings kept_mail_settings(Work& work);

const char* name_of(MailSecurity security);
MailSecurity mail_security_named(std::string_view name);

} // namespace tiendo::app
