#pragma once

#include "domain/form/form.hpp"
#include "domain/form/typed_answers.hpp"

#include <vector>

namespace tiendo {

/// What is wrong in the rows of an activity table: numbers and money that are none or negative,
/// days that are none, words that are none of the choices, a part above its whole; and as a warning
/// how a dot was read that could be meant otherwise. Days are kept as "2023-11-28", choices by
/// their keys. A remark's place is "activity/training/0/people".
std::vector<Remark> remarks_on(const ActivityTable& table, const std::vector<ActivityRow>& rows);

} // namespace tiendo
