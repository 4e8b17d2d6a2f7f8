#pragma once

#include "app/work.hpp"
#include "domain/history/history_table.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// A table of earlier years in the list of those that came.
struct HistoryImportLine {
    std::string id{};
    std::string file_name{};
    std::string state{}; ///< received, taken, undone
    std::string by{};
    Instant at{};
};

/// A sheet as a page shows it: what stands in each cell, by row and column.
struct SeenSheet {
    std::string name{};
    std::map<int, std::map<int, std::string>> rows{}; ///< the first ones, see rows_shown
    int columns = 0;
    int more_rows = 0; ///< that are not shown
};

/// A table with what a person said of it so far, and what is understood from that.
struct HistoryImport {
    HistoryImportLine line{};
    std::vector<std::string> sheets{}; ///< names
    SeenSheet sheet{};                 ///< the one that the mapping names
    HistoryMapping mapping{};
    bool is_proposed = false; ///< the mapping is that of an earlier file of the same shape
    std::string shown{};      ///< digest of the mapping: what a person has looked at
    std::vector<HistoryRow> rows{};
    HistoryKnown known{};
};

/// The newest of each state. All of it needs Right::review_reports.
Result<std::vector<HistoryImportLine>> history_imports(Work& work, const PlanId& plan);

/// Nothing is kept yet but the file's sheets; answers the import's id.
Result<std::string> receive_history(Work& work, const PlanId& plan, const WorkbookUpload& upload);

Result<HistoryImport> history_import(Work& work, const PlanId& plan, const std::string& id);

/// What a person says of the columns and rows; a head row of 0 is proposed anew. Refused where the
/// sheet or a year is none.
Result<Done>
map_history(Work& work, const PlanId& plan, const std::string& id, const HistoryMapping& mapping);

/// Keeps each number that is understood as the history of its unit; answers how many. `shown` must
/// be the digest of what was looked at.
Result<int>
take_history(Work& work, const PlanId& plan, const std::string& id, const std::string& shown);

/// Puts back what stood there before, but for what was changed since. Answers how many numbers.
Result<int> undo_history(Work& work, const PlanId& plan, const std::string& id);

} // namespace tiendo::app
