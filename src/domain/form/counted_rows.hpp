#pragma once

#include "domain/form/form.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo {

/// The numbers that the rows of part 3 say of a measure, by element: news items counted for each
/// quarter, monthly columns for each month. Offered beside the field, never taken by itself; empty
/// where no row speaks of it.
std::map<std::string, std::string> numbers_of_rows(
    const FormRow& row,
    const std::map<std::string, std::vector<ActivityRow>>& activities,
    const Period& period
);

} // namespace tiendo
