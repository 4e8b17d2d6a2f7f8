#pragma once

#include "documents/reading/read_quantities.hpp"
#include "documents/text/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::documents {

/// When a report is owed: one for each of "6 tháng (trước ngày 20/6) và năm (trước ngày 20/12)".
struct ReportTerm {
    std::optional<Cadence> every{};
    std::string due{}; ///< as in ReadReport
    bool before = false;
};

/// The terms between the two words; a single empty one where the text names none.
std::vector<ReportTerm>
report_terms(const Words& words, std::size_t first, std::size_t last, const TargetFrame& frame);

} // namespace tiendo::documents
