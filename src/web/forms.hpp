#pragma once

#include "web/request.hpp"

#include <string_view>

namespace tiendo::web {

inline constexpr std::size_t upload_bytes_max = 25u << 20;
inline constexpr std::size_t form_fields_max =
    20'000; ///< a pasted block of 100 units × 100 cells fits

/// Splits "/path?query" into the request. Throws BadRequest where it is no origin-form target.
void read_target(Request& request, std::string_view target);

/// "a=1; b=2"
Fields read_cookies(std::string_view header);

enum class FormOutcome { read, too_large };

/// Fills form and files from the body, where the content type says that it is a form. Throws
/// BadRequest where it is a broken one; a file over upload_bytes_max is too_large.
FormOutcome read_form(Request& request);

} // namespace tiendo::web
