#pragma once

#include "documents/reading/read_quantities.hpp"
#include "documents/text/words.hpp"

#include <cstddef>
#include <vector>

namespace tiendo::documents {

/// Words [first, last) of a text.
struct Scope {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Scope> sentences_of(const Words& words);

/// Whether the "báo cáo" at the word is owed only when something happens: "nếu có vướng mắc", "đột
/// xuất".
bool is_conditional(const Words& words, const Scope& sentence, std::size_t at);

/// "gửi kết quả về Phòng X trước ngày 05 hằng tháng": a report that is not called so.
bool sends_results(
    const Words& words, const Scope& sentence, std::size_t at, const TargetFrame& frame
);

/// The clause; "báo cáo Giám đốc hằng quý, báo cáo Sở Y tế trước ngày 15/12" are two reports,
/// each with whom and when.
std::size_t
report_end(const Words& words, const Scope& sentence, std::size_t at, const TargetFrame& frame);

/// "xây dựng kế hoạch trước ngày 28/02, báo cáo kết quả trước ngày 25 hằng tháng": the first
/// day is that of other work, where the report has one of its own.
std::size_t terms_begin(
    const Words& words, std::size_t begin, std::size_t at, std::size_t end, const TargetFrame& frame
);

/// "gửi về Phòng X để tổng hợp, báo cáo ...": what somebody else does with the report.
bool is_purpose(const Words& words, std::size_t begin, std::size_t at);

/// Whether the words around the "báo cáo" say that a report is given, and not only spoken of.
bool gives_report(const Words& words, std::size_t at);

} // namespace tiendo::documents
