#pragma once

namespace tiendo::store {

/// What a connection or a transaction is for.
enum class Access { read, write };

} // namespace tiendo::store
