#pragma once

#include "base/result.hpp"
#include "domain/report/superior_form.hpp"

#include <map>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// [[["TT", "Chỉ tiêu", ""], …], …] as the confined reader answers it.
std::string to_json(const FormTables& tables);
Result<FormTables> parse_form_tables(std::string_view text);

/// Which cell holds what.
std::string to_json(const Fillings& fillings);
Result<Fillings> parse_fillings(std::string_view text);

/// The texts for the cells, on their way to the confined reader.
std::string to_json(const std::map<FormPlace, std::string>& texts);
Result<std::map<FormPlace, std::string>> parse_cell_texts(std::string_view text);

} // namespace tiendo::documents
