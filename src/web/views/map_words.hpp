#pragma once

#include "domain/indicator/mapped_figures.hpp"
#include "web/messages.hpp"

#include <string>
#include <vector>

namespace tiendo::web::view {

/// Who stands behind a unit of a map: "Đắk Kan (phân bổ 37,5%), Sa Loong".
std::string
behind_words(const MappedFigure& mapped, const UnitDirectory& directory, const Wording& words);

/// "không xác định được dưới Tỉnh Quảng Ngãi": nobody knows what of a divided unit is its own.
std::string unknown_words(const UnitId& unit, const UnitDirectory& directory, const Wording& words);

/// Of several units that have one number: "Bờ Y, Sa Loong (số chung)".
std::string together_words(
    const std::vector<UnitId>& units, const UnitDirectory& directory, const Wording& words
);

} // namespace tiendo::web::view
