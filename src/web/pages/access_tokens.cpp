#include "web/pages/access_tokens.hpp"

#include "app/org/directory.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/account_form.hpp"

#include <array>
#include <charconv>

namespace tiendo::web {

namespace {

constexpr std::array day_choices{30, 90, 180, 365};

std::string state_words(const app::AccessToken& token, Instant now, const Wording& words)
{
    if (token.revoked)
        return words.text("token.was_revoked", {{"moment", words.moment(*token.revoked)}});
    return words.text(token.is_open(now) ? "token.is_open" : "token.is_over");
}

/// The form as it was sent, and the token that came of it, where there is one.
struct Shown {
    app::NewToken wanted{.days = 90};
    std::string made{};
    const Error* refusal = nullptr;
};

app::NewToken wanted_in(const Request& request)
{
    app::NewToken wanted;
    wanted.name = request.form["name"];
    wanted.scope = app::token_scope_named(request.form["scope"]).value_or(app::TokenScope::read);
    const auto days = request.form["days"];
    std::from_chars(days.data(), days.data() + days.size(), wanted.days);
    wanted.password = request.form["present"];
    return wanted;
}

view::List days_view(int chosen, const Wording& words)
{
    view::List choices;
    for (const int days : day_choices)
        choices.emplace_back(view::Object{
            {"value", std::to_string(days)},
            {"label", words.text("token.days", {{"days", std::to_string(days)}})},
            {"is_chosen", days == chosen},
        });
    return choices;
}

Result<Response> page(Visit& visit, const Shown& what)
{
    const auto& words = visit.words;
    const auto tokens =
        TRY(visit.read([&](app::Work& work) { return app::tokens_of(work, visit.actor.login); }));
    visit.frame.breadcrumb = {{words.text("password.title"), "/mat-khau"}};
    view::Object data{
        {"title", words.text("token.title")},
        {"has_made", !what.made.empty()},
        {"made", what.made},
        {"name", what.made.empty() ? what.wanted.name : std::string()},
        {"is_submit", what.wanted.scope == app::TokenScope::submit},
        {"days", days_view(what.wanted.days, words)},
        {"has_tokens", !tokens.empty()},
        {"tokens", token_rows(visit, tokens)},
        {"revoke_path", "/ma-truy-cap/thu-hoi"},
    };
    if (what.refusal != nullptr) show_problems(data, *what.refusal, words);
    return html(
        visit.page("access_tokens", std::move(data)),
        what.refusal == nullptr ? 200 : status_of(what.refusal->kind)
    );
}

Result<Response> revoked(Visit& visit, const Request& request, const std::string& back_to)
{
    const std::string digest(request.form["ma"]);
    const auto now = visit.office.computer_time();
    TRY(visit.write([&](app::Work& work) { return app::revoke_token(work, digest, now); }));
    return with_notice(see_other(back_to), "token.revoked_notice");
}

} // namespace

view::List token_rows(Visit& visit, const std::vector<app::AccessToken>& tokens)
{
    const auto& words = visit.words;
    const auto now = visit.office.computer_time();
    const auto units = visit.read([](app::Work& work) { return app::directory(work); });
    view::List rows;
    for (const auto& token : tokens) {
        const auto* unit = units.find(token.unit);
        rows.emplace_back(view::Object{
            {"digest", token.digest},
            {"token_name", token.name},
            {"unit", unit == nullptr ? words.text("position.of_no_unit") : unit->short_name},
            {"scope", words.text(std::string("token.scope_") + name_of(token.scope))},
            {"created", words.moment(token.created)},
            {"expires", words.moment(token.expires)},
            {"last_used",
             token.last_used ? words.moment(*token.last_used) : words.text("token.never_used")},
            {"state", state_words(token, now, words)},
            {"is_open", token.is_open(now)},
        });
    }
    return rows;
}

Result<Response> get_access_tokens(Visit& visit, const Request&)
{
    return page(visit, {});
}

Result<Response> post_access_token(Visit& visit, const Request& request)
{
    Shown what{.wanted = wanted_in(request)};
    const auto made = app::issue_token(visit.office, visit.actor, what.wanted);
    if (made)
        what.made = *made;
    else
        what.refusal = &made.error();
    return page(visit, what);
}

Result<Response> post_revoked_token(Visit& visit, const Request& request)
{
    return revoked(visit, request, "/ma-truy-cap");
}

Result<Response> post_revoked_token_of(Visit& visit, const Request& request)
{
    return revoked(visit, request, "/nguoi-dung/" + login_in(request));
}

} // namespace tiendo::web
