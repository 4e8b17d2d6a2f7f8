#pragma once

#include "app/work.hpp"

#include <string>

namespace tiendo::web {

/// For tests of pages: communes 1 to 130 in three provinces, the first 60, the next 40, the
/// last 30. All are asked for two measures of a plan in an open period; the first two of the first
/// province and the last of all have handed in 1/2. It is 06/12/2023, two days before the deadline.
/// People: "chuyenvien" of the office, "quantri" who keeps accounts.
app::Office office_of_many_units();

/// "xa-007" for the seventh; its short name is "Mẫu 007".
std::string commune_id(int number);

} // namespace tiendo::web
