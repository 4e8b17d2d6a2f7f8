#pragma once

#include "domain/org/unit.hpp"

#include <string>
#include <string_view>

namespace tiendo {

/// A unit as the product names it, from the name of its area with its kind: "Xã Sa Loong" is
/// "Ủy ban nhân dân xã Sa Loong", in tables "Sa Loong", and is also called "UBND xã Sa Loong" and
/// "Xã Sa Loong". A district or province keeps its kind in tables.
Unit unit_named(std::string_view area, UnitKind kind);

/// Whether an area's name is one that the unit bears, however its marks are written: "Xã Đăk Môn"
/// for "Ủy ban nhân dân xã Đắk Môn".
bool is_same_name(const Unit& unit, std::string_view area);

/// Whether `key`, folded by search_key, is a part of one of its names, or its code.
bool is_called(const Unit& unit, std::string_view key);

/// "commune" for "Xã Sa Loong" or "Thị trấn", "committee" for "Huyện Ngọc Hồi"; none for a name
/// that begins with no kind of area.
std::optional<UnitKind> kind_of_area(std::string_view area);

} // namespace tiendo
