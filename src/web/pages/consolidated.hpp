#pragma once

#include "web/routes.hpp"

#include <span>

namespace tiendo::web {

/// The consolidated report: its page, its words, its versions and its .docx.
std::span<const Route> consolidated_routes();

} // namespace tiendo::web
