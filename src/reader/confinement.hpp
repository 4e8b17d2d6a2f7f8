#pragma once

namespace tiendo::reader {

/// Gives up, for good, everything that parsing does not need: memory and time beyond the limits,
/// files, programs and the network. False where the kernel does not let it; nothing may be read
/// then.
bool confine(unsigned cpu_seconds);

} // namespace tiendo::reader
