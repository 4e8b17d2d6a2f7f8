#pragma once

#include "base/result.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/package/sheets.hpp"
#include "domain/plan/plan_reading.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// The picture, upright, that a page was recognised in.
struct PagePicture {
    int page = 0; ///< from 1 on
    int width = 0;
    int height = 0; ///< of the page in points
    std::string jpeg{};
};

/// What the confined process understood of an upload.
struct ReadDocument {
    PlanReading plan{};
    std::vector<NumberedLine> source{};
    std::vector<PagePicture> pictures{}; ///< of the pages that were recognised
};

/// Has uploads read by tiendo-reader, a process of its own that can do nothing but parse
/// (docs/decisions/0007). Its answer is believed no more than the upload itself: it is checked like
/// any foreign Plan JSON, and whatever it does, the caller gets a value or one refusal.
class ConfinedReader {
public:
    explicit ConfinedReader(
        std::filesystem::path program, std::chrono::milliseconds time_max = std::chrono::seconds(20)
    )
        : program_(std::move(program)), time_max_(time_max)
    {
    }

    /// Told before each page that is recognised from its picture, and once at the end.
    using Progress = std::function<void(int pages_done, int pages)>;

    /// The name tells the kind of the file. Pages that are pictures are recognised one by one, each
    /// in a process of its own, which takes seconds. Refuses with the keys of
    /// messages/reading.*.toml.
    Result<ReadDocument>
    read(std::string_view bytes, std::string_view file_name, const Progress& progress = {}) const;

    /// The sheets of an Excel workbook; of .xls and .ods where LibreOffice can make a .xlsx of it.
    /// Refuses as above.
    Result<std::vector<Sheet>>
    read_workbook(std::string_view bytes, std::string_view file_name) const;

    /// Whether the reader is there and can be confined on this machine.
    bool works() const;

private:
    /// What the reader answered where it could read; the name tells it what to read.
    Result<std::string> ask(const std::string& name, std::string_view bytes) const;
    Result<ReadDocument> recognised(
        std::string_view bytes,
        const std::string& ending,
        const std::vector<int>& pages,
        const Progress& progress
    ) const;

    std::filesystem::path program_;
    std::chrono::milliseconds time_max_;
};

} // namespace tiendo::documents
