#pragma once

#include "app/report/reports.hpp"
#include "web/pages/report_pages.hpp"
#include "web/routes.hpp"

namespace tiendo::web {

/// …/kiem-tra: everything once more before it is handed in; POST hands it in.
Result<Response> get_check(Visit& visit, const Request& request);
Result<Response> post_check(Visit& visit, const Request& request);

/// …/trinh-lanh-dao: the same for a report that the unit's leader reads first.
Result<Response> post_presentation(Visit& visit, const Request& request);

/// The button that was pressed on such a page, and why nothing came of it.
struct Pressed {
    std::string key{}; ///< made by the page that shows the button
    std::string incomplete_reason{};
    std::vector<Problem> refused{};
};
/// Errors, warnings and missing rows of the draft, each with a link to its place.
void show_remarks(
    view::Object& data, const ReportPage& page, const Pressed& pressed, const Wording& words
);

/// …/da-nop: the receipt, and what comes next.
Result<Response> get_receipt(Visit& visit, const Request& request);

/// …/thu-hoi
Result<Response> post_withdraw(Visit& visit, const Request& request);

} // namespace tiendo::web
