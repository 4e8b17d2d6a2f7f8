#pragma once

#include "domain/form/form.hpp"

#include <vector>

namespace tiendo {

/// The measures whose rate is less than half, or more than one and a half times, what the unit
/// reported a year earlier: often a slip of the keyboard, else worth an explanation.
std::vector<MeasureId>
unlike_last_year(const Form& form, const Answers& now, const Answers& last_year);

} // namespace tiendo
