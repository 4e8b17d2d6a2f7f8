#pragma once

#include "domain/plan/plan_reading.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// Collects what a careful clerk would ask. Severity and sentences of each code are data
/// (vocabulary/findings.txt); `{name}` in them is replaced by the argument of that name.
class FindingList {
public:
    /// The finding as it was added, until the next one is.
    Finding&
    add(std::string_view code, LineRange lines, const std::map<std::string, std::string>& args = {}
    );

    /// In the order of the document.
    std::vector<Finding> sorted() const;

private:
    std::vector<Finding> findings_;
};

} // namespace tiendo::documents
