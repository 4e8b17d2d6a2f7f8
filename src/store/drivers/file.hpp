#pragma once

#include <filesystem>

namespace tiendo::store::sql {

/// Makes the file, and its folder, for the account that runs the product only: the data are
/// personal.
void create_private_file(const std::filesystem::path& file);

bool is_sqlite_file(const std::filesystem::path& file);

void copy_to_private_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// When this returns, the file is found under its new name even if the power fails.
void move_into_place(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace tiendo::store::sql
