#pragma once

#include "app/work.hpp"

#include <filesystem>
#include <string>

namespace tiendo::cli {

/// Where the data lie: a folder with the embedded database, or a database of its own.
struct DataFolder {
    std::filesystem::path folder{};
    std::string database{}; ///< "postgresql://…"; empty: the embedded one in the folder

    std::string location() const;
    /// What may be shown: without the password of a database.
    std::string shown() const;
    bool has_store() const;
};

/// Opens what is there; refuses where nothing is.
Result<store::Store> open_store(const DataFolder& data, store::Access access);
Result<app::Office> open_office(const DataFolder& data, store::Access access);
/// Makes the folder, readable by its owner alone; refuses where it holds a store.
Result<Done> make_folder(const DataFolder& data);
/// With an empty store in it.
Result<app::Office> make_office(const DataFolder& data);

/// tiendo-reader, which lies beside this program.
std::filesystem::path reader_program();

/// The operator at the machine itself: may do what the administrator and the monitor may.
Actor operator_actor();

} // namespace tiendo::cli
