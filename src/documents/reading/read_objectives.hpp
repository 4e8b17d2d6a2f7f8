#pragma once

#include "documents/reading/finding_list.hpp"
#include "documents/reading/read_quantities.hpp"
#include "documents/text/outline.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo::documents {

struct ObjectivesRead {
    std::vector<ReadObjective> objectives{};
    std::map<int, std::string> id_by_number{}; ///< of "Mục tiêu 3"
    std::map<std::string, std::vector<std::string>> owners_by_target{
    }; ///< from tables that name them
};

/// Objectives and targets of every section that is about them, tables included.
ObjectivesRead read_objectives(const Node& root, const TargetFrame& frame, FindingList& findings);

} // namespace tiendo::documents
