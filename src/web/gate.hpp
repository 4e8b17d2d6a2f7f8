#pragma once

#include "app/work.hpp"
#include "web/pace.hpp"
#include "web/program_access.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <map>
#include <string>

namespace tiendo::web {

/// Stands before every route: finds who asks, refuses whom the route's right is lacking or whose
/// form does not come from a page of ours, opens the visit and calls the handler.
class Gate {
public:
    explicit Gate(app::Office& office);

    Result<Response> pass(const Route& route, const Request& request);

private:
    Result<Response> pass(const Route& route, const Request& request, Visit& visit);
    Result<Response> pass_program(
        const Route& route, const Request& request, Visit& visit, const std::string& token
    );
    Result<Response> pass_signed_in(const Route& route, const Request& request, Visit& visit);
    std::string visitor_token(const std::string& secret) const;

    app::Office& office_;
    Pace pace_{program_requests_a_minute};
    std::string key_; ///< signs the form tokens of visitors who are not signed in
};

/// The session cookie, "__Host-…" where the product is reached by TLS.
std::string session_cookie_name(bool is_secure);
void give_session(Response& response, const Request& request, const std::string& token);
void take_session(Response& response, const Request& request);

/// One sentence for the next page that is shown: "Đã tiếp nhận báo cáo của …".
Response with_notice(
    Response response, std::string_view key, const std::map<std::string, std::string>& args = {}
);

} // namespace tiendo::web
