#pragma once

#include <cstdint>
#include <string>

namespace tiendo::store::sql {

class Connection;

/// The next number of a kind: without gaps, in the order of the commits.
std::int64_t next_number(Connection& connection, const std::string& kind);

/// The first of that many next ones.
std::int64_t next_numbers(Connection& connection, const std::string& kind, std::int64_t count);

/// The number given last; 0 if none was.
std::int64_t last_number(Connection& connection, const std::string& kind);

} // namespace tiendo::store::sql
