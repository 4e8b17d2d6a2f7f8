#pragma once

#include "base/result.hpp"
#include "domain/org/unit.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// What is kept of a unit beside its id, code, parent and days of validity.
std::string to_json(const Unit& unit);
/// Fills names, kind, aliases and contact of `unit`.
Result<Unit> parse_unit(Unit unit, std::string_view json);

/// "merged", "divided", "renamed", "moved"
std::string_view name_of(SuccessionKind kind);
std::optional<SuccessionKind> succession_kind_named(std::string_view name);

/// "commune", "agency" …
std::string_view name_of(UnitKind kind);
std::optional<UnitKind> unit_kind_named(std::string_view name);

} // namespace tiendo::documents
