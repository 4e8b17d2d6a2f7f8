#pragma once

#include "app/consolidation/consolidated_reports.hpp"
#include "web/views/view.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// The form below a paragraph of the report: its words, and where the office wrote, the computed
/// ones beside them with the reason.
view::Markup report_editor(
    const Visit& visit,
    const std::string& save_path,
    const app::ConsolidatedReport& report,
    const Paragraph& paragraph
);

/// As last read; "0" where the office has not written there.
std::string revision_of(const app::ConsolidatedReport& report, const std::string& key);

} // namespace tiendo::web
