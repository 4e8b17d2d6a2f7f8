#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/views/view.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace tiendo::web {

/// 422, 403, 404, 409 or 413.
int status_of(Refusal refusal);

/// The page that tells a person what was refused and what to do; JSON below /api.
Response error_page(const Request& request, int status, const Error& error = {});

/// "Sự cố XXXX": only the number is told, the details are in the log under it.
Response incident_page(const Request& request, int status, std::string_view number);

/// Puts a refusal's sentences into the data of a page that shows its form again with status 422:
/// {{> error_summary}} lists them, each with a link to the field of its place.
void show_problems(view::Object& data, const Error& error, const Wording& words);

/// The same where a place lies under an id of another form or on another page.
using AddressOfPlace = std::function<std::string(const std::string& place)>;
void show_problems(
    view::Object& data, const Error& error, const Wording& words, const AddressOfPlace& address_of
);

} // namespace tiendo::web
