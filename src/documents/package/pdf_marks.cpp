#include "documents/package/pdf_marks.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

/// Scanners write a few bytes after the end.
constexpr std::size_t tail_bytes = 1024;

} // namespace

bool is_whole_pdf(std::string_view bytes)
{
    const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), tail_bytes));
    return (bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.")) &&
           tail.find("%%EOF") != std::string_view::npos;
}

bool may_hold_pictures(std::string_view bytes)
{
    return bytes.find("/Image") != std::string_view::npos;
}

} // namespace tiendo::documents
