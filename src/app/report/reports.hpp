#pragma once

#include "app/work.hpp"
#include "domain/form/form.hpp"
#include "domain/form/typed_answers.hpp"
#include "domain/submission/report_state.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// Which report: one unit's, on one plan, for one period.
struct ReportOf {
    PlanId plan{};
    PeriodId period{};
    UnitId unit{};

    friend auto operator<=>(const ReportOf&, const ReportOf&) = default;
};

/// A submitted version, checked.
struct Submission {
    std::string id{};
    int version = 0;
    Answers answers{};
    std::string author{};
    Instant at{};
    std::string channel{};
    std::string sha256{};
};

/// An item of a draft with its revision, for conflict detection.
struct DraftCell {
    TypedCell typed{};
    ReadCell read{};
    std::int64_t revision = 0;
    std::string by{};
    Instant at{};
};
struct DraftTask {
    TaskAnswer answer{};
    std::int64_t revision = 0;
};

/// What a unit has typed so far; nothing of it counts before it is submitted.
struct Draft {
    std::map<MeasureId, DraftCell> cells{};
    std::map<std::string, DraftTask> tasks{};
    std::map<std::string, DraftTask> duties{}; ///< by clause, "7.2"
    std::map<std::string, std::vector<ActivityRow>> activities{};
    std::vector<Remark> activity_remarks{}; ///< on the rows of the form's tables
    std::map<std::string, std::string> narrative{};
    std::map<std::string, std::int64_t> revisions{}; ///< of every item, by its name
    std::optional<Instant> saved_at{};

    /// What would be submitted now.
    Answers answers() const;
    std::vector<Remark> remarks() const;
};

/// All about one unit's report that its pages show.
struct UnitReport {
    ReportOf of{};
    Form form{};
    Period period{};
    ReportState state{};
    std::int64_t revision = 0; ///< of the state, for conflict detection
    Timing timing{};
    Draft draft{};
    Completion completion{}; ///< of the draft while it is open, else of the newest submission
    std::optional<Submission> newest{};
};

/// Needs Right::see_report for the unit.
Result<UnitReport> unit_report(Work& work, const ReportOf& of);

/// One line of lists over all units of a period.
struct ReportLine {
    UnitId unit{};
    ReportState state{};
    Timing timing{};
    Completion completion{};
    std::string channel{}; ///< of the newest submission
};
/// In the order of the period's units. Needs Right::see_plan.
Result<std::vector<ReportLine>>
report_lines(Work& work, const PlanId& plan, const PeriodId& period);
/// Of a plan and period that were read already.
Result<std::vector<ReportLine>> report_lines(Work& work, const Plan& plan, const Period& period);

/// The reports that one unit owes, over all plans and periods. Needs Right::see_report for it.
Result<std::vector<UnitReport>> reports_of_unit(Work& work, const UnitId& unit);

/// What became of an item that was to be saved: the revision to send next time, or what somebody
/// else wrote in the meantime (then nothing was saved, and nothing is lost).
struct Saved {
    bool saved = false;
    std::int64_t revision = 0;
    std::string body{}; ///< JSON of what is kept now
    std::string by{};   ///< login
    Instant at{};
};

/// Items are named "cell/3.2a", "task/3.4", "duty/7.2", "activity/documents",
/// "narrative/strengths". The body is their JSON (documents/exchange/answers_json.hpp); a narrative
/// is {"text": "…"}.
struct NewItem {
    std::string item{};
    std::string body{};
    std::int64_t revision = 0; ///< as last read; 0 for an item that was empty
};
/// Needs Right::enter_report; refused while the report is not open for entry.
Result<Saved> save_item(Work& work, const ReportOf& of, const NewItem& item);

/// How a report came: typed by the unit, by the office from paper, out of a workbook, out of a bulk
/// file of values, or by a program.
enum class Channel { web, excel, paper, history, file, program };

struct Handing {
    Channel channel = Channel::web;
    std::string idempotency_key{};   ///< made by the page that shows the button
    std::string incomplete_reason{}; ///< "nộp thiếu, lý do"; without one, missing rows refuse
    std::string program{};           ///< name of the access token of a program that hands it in
};
struct Receipt {
    std::string id{};
    int version = 0;
    std::string sha256{};
    Instant at{};
};
/// Twice with one key is once, with the same receipt. Refuses errors and missing rows, each as a
/// problem with its place.
Result<Receipt> submit_report(Work& work, const ReportOf& of, const Handing& handing);

/// What was typed stays as the draft, so that the unit goes on from what it sent.
Result<Done> withdraw_report(Work& work, const ReportOf& of);
Result<Done> accept_report(Work& work, const ReportOf& of);
Result<Done> give_back_report(Work& work, const ReportOf& of, const std::string& reason);
Result<Done> reopen_report(Work& work, const ReportOf& of, const std::string& reason);
Result<Done> exclude_report(Work& work, const ReportOf& of, const std::string& reason);
Result<Done> take_report_separately(Work& work, const ReportOf& of, const std::string& reason);
Result<Done>
extend_report(Work& work, const ReportOf& of, Instant deadline, const std::string& reason);

/// Every version that was submitted, the newest first.
Result<std::vector<Submission>> submissions_of(Work& work, const ReportOf& of);

/// What the unit reported for the same period a year earlier, for reference beside the form.
Result<std::optional<Submission>> report_of_last_year(Work& work, const ReportOf& of);

} // namespace tiendo::app
