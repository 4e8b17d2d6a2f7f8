#pragma once

#include "base/result.hpp"
#include "domain/org/unit.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::app {

/// A further position as it was before.
struct PositionKept {
    std::string login{};
    UnitId unit{};
    std::string roles{};

    friend bool operator==(const PositionKept&, const PositionKept&) = default;
};

/// What a reorganisation did, as it is kept: all that undoing it needs.
struct EffectKept {
    Date on{};
    std::vector<UnitId> added{};
    std::vector<UnitId> targets{}; ///< that took over: new ones, and such as were there
    std::vector<std::pair<UnitId, std::optional<Date>>> ended{}; ///< with the last day before it
    std::map<std::string, UnitId> accounts{};       ///< that moved: login and the unit before
    std::map<std::string, std::string> own_roles{}; ///< of accounts that took on others, before
    std::vector<PositionKept> positions{};          ///< that moved, or took on others

    friend bool operator==(const EffectKept&, const EffectKept&) = default;
};

std::string to_json(const EffectKept& effect);
Result<EffectKept> parse_effect(std::string_view json);

} // namespace tiendo::app
