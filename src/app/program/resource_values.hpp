#pragma once

#include "base/date.hpp"

#include <boost/json.hpp>

#include <optional>

/// The values that several resources share; for the files of this folder.
namespace tiendo::app {

/// "2023-12-08T17:00:00+07:00"
boost::json::value hour(Instant instant);
/// The same; null for none.
boost::json::value hour(const std::optional<Instant>& instant);

} // namespace tiendo::app
