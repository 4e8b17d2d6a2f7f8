#pragma once

#include "base/result.hpp"

namespace tiendo::store {

/// The disk refused a write of the embedded database. Whatever the process still believes about the
/// file may be wrong (the kernel drops pages after a failed fsync), so nothing may go on with it:
/// the server ends itself and is started again, which reads back only what reached the disk.
class BrokenStore : public Fault {
public:
    using Fault::Fault;
};

} // namespace tiendo::store
