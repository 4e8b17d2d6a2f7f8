#pragma once

#include "app/report/reports.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::app {

/// How a workbook says things; given by the layer that knows the sentences.
struct WorkbookVoice {
    using Args = std::map<std::string, std::string>;
    std::function<std::string(std::string_view key, const Args& args)> say{};
    std::function<std::string(const Measure&, const Indicator&)> target{};
    std::function<std::string(const Cell&, const Indicator&)> result{};
    std::function<std::string(const PeriodId&)> period{};
    std::function<std::string(Instant)> moment{};
    std::string key{}; ///< the store's own, see workbook_key()
};

/// The secret that seals the hidden sheets; made when first asked for.
std::string workbook_key(Office& office);

struct WorkbookFile {
    std::string name{};
    std::string bytes{};
};

/// The unit's form with what it typed or handed in, as .xlsx. Needs Right::see_report for the unit.
Result<WorkbookFile> unit_workbook(Work& work, const ReportOf& of, const WorkbookVoice& voice);

/// One for each unit of a period, in its order. Needs Right::see_plan.
Result<std::vector<WorkbookFile>> period_workbooks(
    Work& work, const PlanId& plan, const PeriodId& period, const WorkbookVoice& voice
);

/// All of them in one .zip.
std::string packed(const std::vector<WorkbookFile>& files);

/// One item on which a file and the draft differ, or that could not be taken from the file.
struct WorkbookChange {
    std::string item{};            ///< "cell/3.2a"
    std::string origin{};          ///< "Biểu 1!G7:G8"
    std::string before{};          ///< body; empty where the draft has nothing
    std::string after{};           ///< body; empty where the file has nothing
    std::vector<Problem> errors{}; ///< why it cannot be taken, or not be handed in
    std::vector<Problem> notes{};
    bool is_readable = true; ///< else there is no after

    bool is_new() const { return is_readable && before.empty() && !after.empty(); }
    bool is_emptied() const { return is_readable && after.empty(); }
};

/// A file beside the draft that it may change.
struct WorkbookComparison {
    ReportOf of{};
    std::string file_name{};
    std::vector<WorkbookChange> changes{};
    int equal = 0;                   ///< items that are answered alike in both
    std::vector<Problem> problems{}; ///< of the file as a whole; the place is a cell of it
};

/// Which report a file is about; refuses what is no workbook of ours, or was tampered with. Without
/// `expected` any unit's; else refuses those of another unit, period or plan, by name.
Result<ReportOf> report_of_workbook(
    Work& work,
    const WorkbookUpload& upload,
    const std::optional<ReportOf>& expected,
    const WorkbookVoice& voice
);

/// Nothing is kept. Needs Right::enter_report.
Result<WorkbookComparison> compare_workbook(
    Work& work, const ReportOf& of, const WorkbookUpload& upload, const WorkbookVoice& voice
);

/// Keeps the file until somebody has decided about its differences; answers its id.
Result<std::string> receive_workbook(Work& work, const ReportOf& of, const WorkbookUpload& upload);
Result<WorkbookUpload> received_workbook(Work& work, const ReportOf& of, const std::string& id);

/// What a person chose from a comparison: items with the bodies that the draft had when it was
/// shown, so that what somebody else typed since is not overwritten.
using WorkbookChoice = std::map<std::string, std::string>;

struct TakenWorkbook {
    int taken = 0;
    std::vector<std::string> changed_meanwhile{}; ///< items that were left as they are now
};
/// Changes the draft, through save_item; each cell keeps its place in the file as its origin.
Result<TakenWorkbook> take_workbook(
    Work& work,
    const ReportOf& of,
    const std::string& id,
    const WorkbookChoice& choice,
    const WorkbookVoice& voice
);

/// The file that was last taken into what the unit has not handed in since: it can be undone, and
/// what is handed in now came by it.
struct LastWorkbook {
    std::string id{};
    std::string file_name{};
    std::string by{};
    Instant at{};
};
std::optional<LastWorkbook> last_workbook(Work& work, const ReportOf& of);
/// The draft as it was before; items that were typed over since stay. Answers how many came back.
Result<int> undo_workbook(Work& work, const ReportOf& of, const std::string& id);

} // namespace tiendo::app
