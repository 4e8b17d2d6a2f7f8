#include "web/pages/language.hpp"

namespace tiendo::web {

Result<Response> post_language(Visit&, const Request& request)
{
    constexpr long long one_year_seconds = 365LL * 24 * 3600;
    const auto path = request.form["path"];
    Response response = see_other(is_own_path(path) ? path : "/");
    add_cookie(
        response,
        {.name = "lang",
         .value = request.form["language"] == "en" ? "en" : "vi",
         .is_secure = request.is_secure,
         .max_age_seconds = one_year_seconds,
         .same_site = "Lax"}
    );
    return response;
}

} // namespace tiendo::web
