#pragma once

#include "web/pages/report_pages.hpp"

namespace tiendo::web {

/// A report as one reads it: `answers` in the three parts of the form. Where there is an earlier
/// version, what differs from it is marked.
void show_answers(
    view::Object& data,
    const ReportPage& page,
    const Answers& answers,
    const Answers* earlier,
    const Wording& words
);

/// The answers that count: what was submitted, else the draft.
Answers answers_to_show(const app::UnitReport& report);

/// The page of a report that cannot be typed in now, with the one sentence why.
view::Object report_view(const ReportPage& page, const std::string& why, const Visit& visit);

} // namespace tiendo::web
