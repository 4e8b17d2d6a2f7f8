#include "web/pages/mail_settings.hpp"

#include "app/chase/chase_round.hpp"
#include "app/chase/mail_settings.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/visit.hpp"

#include <array>
#include <charconv>

namespace tiendo::web {

namespace {

constexpr std::array securities{
    app::MailSecurity::starttls, app::MailSecurity::tls, app::MailSecurity::none
};

int port_in(std::string_view text)
{
    text = trim(text);
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() ? port : 0;
}

app::MailSettings settings_in(const Fields& form)
{
    app::MailSettings settings;
    settings.host = squeeze(form["host"]);
    settings.port = port_in(form["port"]);
    settings.security = app::mail_security_named(form["security"]);
    settings.account = squeeze(form["account"]);
    settings.password = std::string(form["password"]);
    settings.from = squeeze(form["from"]);
    settings.certificate = std::string(trim(form["certificate"]));
    settings.site = squeeze(form["site"]);
    return settings;
}

/// The password is never shown again.
view::Object settings_view(const app::MailSettings& settings, const Wording& words)
{
    view::List choices;
    for (const auto security : securities)
        choices.emplace_back(view::Object{
            {"value", name_of(security)},
            {"label", words.text(std::string("mail_security.") + name_of(security))},
            {"is_chosen", security == settings.security}
        });
    return {
        {"title", words.text("mail.title")},
        {"host", settings.host},
        {"port", std::to_string(settings.port)},
        {"securities", std::move(choices)},
        {"account", settings.account},
        {"lacks_password", !settings.account.empty() && settings.password.empty()},
        {"from", settings.from},
        {"site", settings.site},
        {"certificate", settings.certificate},
        {"to", ""},
        {"has_tried", false},
        {"has_problems", false},
    };
}

Response shown(Visit& visit, const Fields& form, const Error& error)
{
    auto data = settings_view(settings_in(form), visit.words);
    data.set("port", std::string(form["port"]));
    data.set("to", std::string(form["to"]));
    show_problems(data, error, visit.words);
    return html(visit.page("mail_settings", std::move(data)), status_of(error.kind));
}

Result<Response> tested(Visit& visit, const Fields& form)
{
    const auto tried = app::try_mail(visit.office, visit.actor, squeeze(form["to"]));
    if (!tried) return shown(visit, form, tried.error());
    auto data = settings_view(
        TRY(visit.read([](app::Work& work) { return app::mail_settings(work); })), visit.words
    );
    data.set("has_tried", true);
    data.set(
        "tried",
        visit.words.text(
            tried->was_taken ? "mail.test_taken" : "mail.test_failed", {{"answer", tried->answer}}
        )
    );
    return html(visit.page("mail_settings", std::move(data)));
}

} // namespace

Result<Response> get_mail_settings(Visit& visit, const Request&)
{
    const auto settings = TRY(visit.read([](app::Work& work) { return app::mail_settings(work); }));
    return html(visit.page("mail_settings", settings_view(settings, visit.words)));
}

Result<Response> post_mail_settings(Visit& visit, const Request& request)
{
    if (request.form["act"] == "test") return tested(visit, request.form);
    const auto settings = settings_in(request.form);
    const auto changed =
        visit.write([&](app::Work& work) { return app::change_mail_settings(work, settings); });
    if (!changed) return shown(visit, request.form, changed.error());
    return with_notice(see_other("/cai-dat/thu"), "mail.changed");
}

} // namespace tiendo::web
