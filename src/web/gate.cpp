#include "web/gate.hpp"

#include "app/admin/access_tokens.hpp"
#include "app/admin/sign_in.hpp"
#include "app/admin/visitor_key.hpp"
#include "app/chase/report_links.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/frame.hpp"
#include "web/other_position.hpp"
#include "web/pages/no_period.hpp"
#include "web/pages/report_pages.hpp"
#include "web/percent.hpp"
#include "web/protection.hpp"
#include "web/relative_period.hpp"

namespace tiendo::web {

namespace {

constexpr std::string_view notice_cookie = "notice";
constexpr std::string_view visitor_cookie = "tiendo_visitor";
constexpr long long notice_seconds = 60;

bool is_program(const Request& request)
{
    return request.path.starts_with("/api/");
}

bool is_page(const Response& response)
{
    return response.header("content-type").starts_with("text/html");
}

/// "key?name=value&…", each part percent-encoded; what is not of that form says nothing.
std::string notice_in(const Request& request, const Wording& words)
{
    const auto cookie = request.cookies[notice_cookie];
    if (cookie.empty()) return {};
    const auto parts = split(cookie, '&');
    Messages::Args args;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto equals = parts[i].find('=');
        if (equals == std::string::npos) return {};
        const auto value =
            percent_decode(std::string_view(parts[i]).substr(equals + 1), Plus::is_plus);
        if (!value) return {};
        args[parts[i].substr(0, equals)] = *value;
    }
    if (!words.messages().has(words.language(), parts.front())) return {};
    return words.text(parts.front(), args);
}

Response to_sign_in(const Request& request)
{
    if (request.method != Method::get) return see_other("/dang-nhap");
    std::string query;
    for (const auto& [name, value] : request.query)
        query += (query.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
    return see_other("/dang-nhap?tiep=" + percent_encode(request.path + query));
}

/// A session that came by a one-time link reaches the pages of its report, and public ones.
bool reaches(const Route& route, const Request& request, const app::ReportOf& scope)
{
    if (route.right() == Right::public_page) return true;
    const auto& named = request.path_parameters;
    return named["plan"] == scope.plan.str() && named["period"] == scope.period.str() &&
           named["unit"] == scope.unit.str();
}

Result<Response> stay_at(const app::ReportOf& scope, const Request& request)
{
    if (request.method == Method::get && !is_program(request)) return see_other(report_path(scope));
    return refuse(Refusal::forbidden, "link.only_its_report");
}

/// Where the page was open for long, its token is of a session that has ended.
Error stale_form()
{
    return refuse(Refusal::forbidden, "gate.stale_form");
}

} // namespace

Gate::Gate(app::Office& office) : office_(office), key_(app::visitor_key(office)) {}

std::string Gate::visitor_token(const std::string& secret) const
{
    return app::keyed_digest(key_, secret);
}

Result<Response> Gate::pass(const Route& route, const Request& request)
{
    Visit visit{
        {.words = Wording(Messages::embedded(), request.language), .path = request.path}, office_
    };
    visit.frame.notice = notice_in(request, visit.words);
    auto response = TRY(pass(route, request, visit));
    if (!visit.frame.notice.empty() && is_page(response))
        add_cookie(
            response, {.name = std::string(notice_cookie), .value = "", .max_age_seconds = 0}
        );
    return response;
}

Result<Response> Gate::pass(const Route& route, const Request& request, Visit& visit)
{
    // A program's token stands for itself: no cookie is looked at beside it, and none is given.
    if (const auto shown = access_token_in(request))
        return pass_program(route, request, visit, *shown);
    const auto token = request.cookies[session_cookie_name(request.is_secure)];
    if (!token.empty()) {
        if (auto session = app::session_of_token(office_, std::string(token))) {
            visit.actor = std::move(session->actor);
            visit.session = std::move(session->digest);
            visit.form_token = std::move(session->form_token);
            const auto scope = app::scope_in(session->report);
            if (scope && !reaches(route, request, *scope)) return stay_at(*scope, request);
            return pass_signed_in(route, request, visit);
        }
    }

    if (route.right() != Right::public_page) {
        if (is_program(request))
            return error_page(request, 401, refuse(Refusal::forbidden, "gate.sign_in_first"));
        auto response = to_sign_in(request);
        if (!token.empty()) take_session(response, request);
        return response;
    }
    std::string secret(request.cookies[visitor_cookie]);
    const bool is_new = secret.empty();
    if (is_new) secret = random_token();
    visit.form_token = visitor_token(secret);
    if (request.method != Method::get && (is_new || !has_form_token(request, visit.form_token)))
        return stale_form();
    fill_frame(visit, request);
    auto response = TRY(route.handler()(visit, request));
    if (is_new && is_page(response))
        add_cookie(
            response,
            {.name = std::string(visitor_cookie), .value = secret, .is_secure = request.is_secure}
        );
    return response;
}

Result<Response> Gate::pass_program(
    const Route& route, const Request& request, Visit& visit, const std::string& token
)
{
    auto program = app::program_of(office_, token);
    if (!program) return token_refused(request, program.error());
    const auto wait = pace_.seconds_to_wait(program->digest, office_.computer_time());
    if (wait > 0) return too_fast(request, wait);
    if (program->scope == app::TokenScope::read && request.method != Method::get)
        return refuse(Refusal::forbidden, "token.only_reads");
    visit.actor = std::move(program->actor);
    visit.program = std::move(program->name);
    if (!may(visit.actor, route.right())) return refuse(Refusal::forbidden, "access.forbidden");
    return route.handler()(visit, request);
}

Result<Response> Gate::pass_signed_in(const Route& route, const Request& request, Visit& visit)
{
    if (request.method != Method::get && !has_form_token(request, visit.form_token))
        return stale_form();
    fill_frame(visit, request);
    if (!may(visit.actor, route.right()))
        return refused_here(visit, route, request, refuse(Refusal::forbidden, "access.forbidden"));
    if (auto named = to_named_period(visit, request)) return std::move(*named);
    auto response = route.handler()(visit, request);
    if (!response && is_about_access(response.error()))
        return refused_here(visit, route, request, response.error());
    return or_no_period(visit, request, std::move(response));
}

std::string session_cookie_name(bool is_secure)
{
    return is_secure ? "__Host-tiendo_session" : "tiendo_session";
}

void give_session(Response& response, const Request& request, const std::string& token)
{
    // Lax: a link to a figure that a colleague sent opens it; forms are guarded by their token.
    add_cookie(
        response,
        {.name = session_cookie_name(request.is_secure),
         .value = token,
         .is_secure = request.is_secure,
         .max_age_seconds = app::session_seconds_max,
         .same_site = "Lax"}
    );
}

void take_session(Response& response, const Request& request)
{
    add_cookie(
        response,
        {.name = session_cookie_name(request.is_secure),
         .value = "",
         .is_secure = request.is_secure,
         .max_age_seconds = 0,
         .same_site = "Lax"}
    );
}

Response
with_notice(Response response, std::string_view key, const std::map<std::string, std::string>& args)
{
    std::string value(key);
    for (const auto& [name, text] : args)
        value += "&" + name + "=" + percent_encode(text);
    add_cookie(
        response,
        {.name = std::string(notice_cookie), .value = value, .max_age_seconds = notice_seconds}
    );
    return response;
}

} // namespace tiendo::web
