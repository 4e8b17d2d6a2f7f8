#pragma once

#include "documents/package/zip_writer.hpp"

#include <string>
#include <vector>

/// For tests: what stands in a written package.
namespace tiendo::documents {

std::vector<PackageFile> read_back(const std::string& archive);

/// The texts of the elements or the values of the attributes that an XPath names; fails the test
/// where the XML is not well-formed.
std::vector<std::string> select(const std::string& xml, const std::string& path);

} // namespace tiendo::documents
