#include "web/site.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "web/assets.hpp"
#include "web/compression.hpp"
#include "web/error_page.hpp"
#include "web/forms.hpp"
#include "web/protection.hpp"

#include <cstdlib>

namespace tiendo::web {

Site::Site(SiteParts parts) : parts_(std::move(parts)), router_(parts_.routes) {}

Response Site::answer(Request request)
{
    Response response;
    try {
        response = dispatch(request);
        compress(response, request);
    } catch (const BadRequest&) {
        response = error_page(request, 400);
    } catch (const std::exception& exception) {
        response = incident(request, exception);
    }
    protect(response, request.is_secure);
    metrics_.count(response.status);
    return response;
}

Response Site::refusal(int status)
{
    Response response = error_page(Request{}, status);
    protect(response, false);
    metrics_.count(response.status);
    return response;
}

Response Site::dispatch(Request& request) const
{
    request.cookies = read_cookies(request.headers["cookie"]);
    if (request.cookies["lang"] == "en") request.language = Language::english;
    const std::string target = std::move(request.path);
    request.path = "/";
    read_target(request, target);

    if (request.path == "/healthz") return plain_text("ok\n");
    if (request.path == "/readyz")
        return parts_.is_ready() ? plain_text("ok\n") : plain_text("not ready\n", 503);
    if (request.path == "/metrics" && is_from_this_machine(request))
        return plain_text(metrics_.text(parts_.is_ready()));
    if (auto asset = Assets::embedded().answer(request)) return std::move(*asset);
    if (is_foreign(request)) return error_page(request, 403);
    if (read_form(request) == FormOutcome::too_large) return error_page(request, 413);
    return routed(request);
}

Response Site::routed(Request& request) const
{
    auto match = router_.find(request.method, request.path);
    if (match.route == nullptr) {
        if (match.allowed.empty()) return error_page(request, 404);
        auto response = error_page(request, 405);
        response.set("Allow", match.allowed);
        return response;
    }
    request.path_parameters = std::move(match.parameters);
    auto result = parts_.gate(*match.route, request);
    if (result) return std::move(result).value();
    return error_page(request, status_of(result.error().kind), result.error());
}

Response Site::incident(const Request& request, const std::exception& exception) const
{
    const auto number = to_upper(to_hex(random_bytes(4)));
    const bool is_fault = dynamic_cast<const Fault*>(&exception) != nullptr;
    // The query is left out: it may name units and cases.
    if (parts_.log)
        parts_.log(
            "incident " + number + " " + std::string(method_name(request.method)) + " " +
            request.path + ": " + exception.what()
        );
    if (parts_.is_fatal(exception)) std::abort();
    return incident_page(request, is_fault ? 503 : 500, number);
}

} // namespace tiendo::web
