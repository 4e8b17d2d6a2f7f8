#pragma once

#include "domain/form/office_table.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// The key stands beside the JSON in the store.
std::string to_json(const OfficeTable& table);
Result<OfficeTable> parse_office_table(std::string key, std::string_view text);

} // namespace tiendo::documents
