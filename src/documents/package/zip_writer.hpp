#pragma once

#include <string>
#include <vector>

namespace tiendo::documents {

/// One file of a package.
struct PackageFile {
    std::string path{};
    std::string bytes{};

    friend bool operator==(const PackageFile&, const PackageFile&) = default;
};

/// A zip archive of these files, in this order. The times inside are fixed, so that the same files
/// always make the same bytes.
std::string write_zip(const std::vector<PackageFile>& files);

} // namespace tiendo::documents
