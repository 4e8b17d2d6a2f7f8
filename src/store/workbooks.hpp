#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/report_key.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// A filled workbook as it came back.
struct WorkbookUpload {
    std::string id{}; ///< UUID of version 7: the newest is the last
    ReportKey report{};
    std::string file_name{};
    std::string sha256{}; ///< of the file
    std::string sheets{}; ///< JSON
    std::string state{};  ///< received, taken, undone
    std::string by{};
    Instant at{};

    friend bool operator==(const WorkbookUpload&, const WorkbookUpload&) = default;
};

/// An item of the draft as it was before the workbook and after; empty for one that was not there.
struct WorkbookItem {
    std::string item{};
    std::string before{};
    std::string after{};

    friend bool operator==(const WorkbookItem&, const WorkbookItem&) = default;
};

class Workbooks {
public:
    explicit Workbooks(sql::Connection& connection) : connection_(connection) {}

    /// In the place of those of the same report that were received and never taken.
    void add(const WorkbookUpload& upload);
    Result<WorkbookUpload> get(const std::string& id);
    /// The newest of that state.
    std::optional<WorkbookUpload> newest(const ReportKey& report, const std::string& state);
    void set_state(const std::string& id, const std::string& state);

    void add_item(const std::string& upload, const WorkbookItem& item);
    std::vector<WorkbookItem> items(const std::string& upload);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
