#pragma once

#include "web/views/view.hpp"

#include <string>

namespace tiendo::web::view {

/// One text over another: what was there struck out, what is new underlined.
Markup compared_words(const std::string& before, const std::string& now);

} // namespace tiendo::web::view
