#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// …/duyet: the office reads a report beside what changed since the version before, and accepts it
/// or asks to complete it. POST does what the pressed button ("act") says.
Result<Response> get_review(Visit& visit, const Request& request);
Result<Response> post_review(Visit& visit, const Request& request);

} // namespace tiendo::web
