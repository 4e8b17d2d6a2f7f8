#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tiendo::store::sql {

/// The fields in one text that no other fields make: each is led by its length, "4:2023|".
std::string canonical(std::initializer_list<std::string_view> fields);

} // namespace tiendo::store::sql
