#pragma once

#include "domain/org/unit.hpp"
#include "web/views/view.hpp"

#include <string>
#include <vector>

namespace tiendo::web {

struct UnitField {
    std::string name{}; ///< in forms and addresses
    std::string label{};
    std::string any{};    ///< what stands for no unit, if that may be chosen
    std::string chosen{}; ///< the unit's id, or what was typed
    bool in_full = false; ///< by full names
};

/// One unit of some, for parts/unit_field.html: chosen from a list, or of very many typed by name
/// or code, which typed_unit reads.
view::List unit_field(
    const UnitField& field, const std::vector<UnitId>& units, const UnitDirectory& directory
);

} // namespace tiendo::web
