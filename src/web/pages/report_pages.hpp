#pragma once

#include "app/report/reports.hpp"
#include "domain/plan/plan.hpp"
#include "domain/quality/data_questions.hpp"
#include "domain/submission/leader_step.hpp"
#include "web/request.hpp"
#include "web/visit.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo::web {

/// What every page about one unit's report begins with.
struct ReportPage {
    app::UnitReport report{};
    Plan plan{};
    Unit unit{};
    std::optional<app::Submission> last_year{};
    std::vector<DataQuestion> questions{}; ///< about what is typed, where may_enter
    std::map<std::string, int> evidence{}; ///< how many files, by item
    bool may_enter = false;
    bool may_review = false;
    bool may_decide = false;          ///< as the unit's leader
    WayOut way_out = WayOut::hand_in; ///< where may_enter
    std::string presenter{};          ///< who put it before the unit's leader
    Instant now{};
};

/// From the address /ke-hoach/{plan}/bao-cao/{unit}/{period}.
app::ReportOf report_named(const Request& request);
std::string report_path(const app::ReportOf& of);
/// The files that bear out an item, or with an empty one the whole report.
std::string evidence_path(const app::ReportOf& of, std::string_view item = {});
/// Of the API: where the items of this report's draft are saved one by one.
std::string drafts_path(const app::ReportOf& of);

Result<ReportPage> load_report_page(app::Work& work, const app::ReportOf& of);

/// Unit, period, deadline, state: the head that all these pages share.
void show_report_head(view::Object& data, const ReportPage& page, const Visit& visit);

/// "còn 2 ngày", "quá hạn 1 ngày"; a unit that does not take orders is never overdue.
std::string countdown_words(const app::UnitReport& report, const Unit& unit, const Wording& words);

/// Why the unit cannot type now; empty where it can.
std::string why_closed(const ReportPage& page, const Wording& words);

/// Each objective of the plan with the rows of the form that belong to it, none without rows.
struct ObjectiveRows {
    std::string id{};
    std::string title{};
    std::vector<const FormRow*> rows{};
};
std::vector<ObjectiveRows> rows_by_objective(const ReportPage& page, const Wording& words);

} // namespace tiendo::web
