#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace tiendo::store {

class Store;

/// Copies one moment of a store, which may be in use, into one file. The file is an SQLite database
/// whatever the store is kept in, so a copy of either database can be restored into either. Refuses
/// a file that is there already. Settings whose key begins with "secret." stay at home: they open
/// what is not the store's own, such as the mail server, and a copy may lie in many hands.
Result<Done> back_up(Store& store, const std::filesystem::path& file);

/// Fills an empty store from a copy, of this version of the program or an older one.
Result<Done> restore(Store& store, const std::filesystem::path& file);

} // namespace tiendo::store
