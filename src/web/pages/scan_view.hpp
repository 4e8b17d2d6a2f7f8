#pragma once

#include "app/issuing/unit_papers.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// The rows of {{> scan_rows}}; `path` is where a scan's number is appended.
view::List scan_rows(
    const std::vector<app::SignedScan>& scans,
    int newest_version,
    const std::string& path,
    app::Work& work,
    const Visit& visit
);

/// A scan as it was sent with number, day and signer; refuses a day that is none.
Result<app::NewScan> scan_in(const Request& request, int year);

Result<int> number_in_path(const Request& request);

inline constexpr std::string_view pdf_type = "application/pdf";
inline constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

} // namespace tiendo::web
