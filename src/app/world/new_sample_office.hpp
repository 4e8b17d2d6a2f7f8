#pragma once

#include "app/work.hpp"

namespace tiendo::app {

/// An office in the sample world, in memory and on its own, for tests. The world is made once for a
/// program, which takes seconds, and copied for each office.
Office new_sample_office();

} // namespace tiendo::app
