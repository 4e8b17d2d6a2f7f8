#pragma once

#include "cli/commands.hpp"
#include "domain/access/access.hpp"

#include <set>
#include <string>

namespace tiendo::cli {

/// "entry,unit_leader"
std::string role_names(const std::set<Role>& roles);

/// Refuses a word that is no role.
Result<std::set<Role>> roles_of(const UserOptions& options);

} // namespace tiendo::cli
