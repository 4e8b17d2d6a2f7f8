#pragma once

#include "domain/org/unit.hpp"
#include "web/views/view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::web::view {

/// One option of a <select>.
struct Choice {
    std::string value{};
    std::string label{};
};

/// {{#list}}<option value="{{value}}"{{#is_chosen}}
/// selected{{/is_chosen}}>{{label}}</option>{{/list}}
List choices(const std::vector<Choice>& choices, std::string_view chosen);

/// The units by short name, in their order.
List unit_choices(
    const std::vector<UnitId>& units, const UnitDirectory& directory, std::string_view chosen
);

} // namespace tiendo::web::view
