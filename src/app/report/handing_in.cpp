#include "app/report/handing_in.hpp"

#include "app/period/periods.hpp"
#include "app/report/report_records.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "documents/exchange/answers_json.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

/// An unanswered row of the form: a measure, "task/3.4", "duty/7" or "activity/office_1".
Problem missing_row(const Form& form, const std::string& place)
{
    const auto id = place.substr(place.find('/') + 1);
    if (place.starts_with("task/")) return {"cell.task_missing", {{"task", id}}, place};
    if (place.starts_with("duty/")) return {"cell.duty_missing", {{"duty", id}}, place};
    if (place.starts_with("activity/")) {
        const auto table = std::ranges::find(form.activities, id, &ActivityTable::key);
        const auto title = table == form.activities.end() ? id : table->title;
        return {"cell.table_missing", {{"table", title}}, place};
    }
    return {"cell.missing", {{"measure", id}}, place};
}

store::NewSubmission version_of(const Work& work, const UnitReport& report, const Handing& handing)
{
    auto answers = report.draft.answers();
    if (!squeeze(handing.incomplete_reason).empty()) {
        answers.narrative["incomplete"] = squeeze(handing.incomplete_reason);
    }
    store::NewSubmission submission;
    submission.body = documents::to_json(answers);
    submission.author = work.actor.login;
    submission.at = work.now;
    submission.channel = name_of(handing.channel);
    submission.idempotency_key = handing.idempotency_key.empty()
                                     ? new_uuid7(work.now.seconds * 1000)
                                     : handing.idempotency_key;
    return submission;
}

} // namespace

Result<Done> require_unlocked(Work& work, const ReportOf& of)
{
    if (TRY(period_of(work, of.plan, of.period)).state == PeriodState::locked) {
        return refuse(Refusal::conflict, "submission.period_locked");
    }
    return done;
}

Result<Done> require_complete(const UnitReport& report, const std::string& incomplete_reason)
{
    Error error{Refusal::invalid, {}};
    for (const auto& remark : report.draft.remarks()) {
        if (remark.weight == Weight::error) error.problems.push_back(remark.problem);
    }
    if (squeeze(incomplete_reason).empty()) {
        for (const auto& place : report.completion.missing) {
            const bool told_already =
                std::ranges::any_of(error.problems, [&](const Problem& problem) {
                    return problem.place == place || problem.place.starts_with(place + ".");
                });
            if (!told_already) error.problems.push_back(missing_row(report.form, place));
        }
    }
    if (!error.problems.empty()) return error;
    return done;
}

Result<std::optional<Receipt>>
earlier_receipt(Work& work, const ReportOf& of, const std::string& idempotency_key)
{
    if (idempotency_key.empty()) return std::optional<Receipt>{};
    for (const auto& version : work.kept.submissions().versions(TRY(key_of(of)))) {
        if (version.idempotency_key == idempotency_key)
            return std::optional(
                Receipt{version.id, static_cast<int>(version.version), version.sha256, version.at}
            );
    }
    return std::optional<Receipt>{};
}

Result<Receipt> append_version(Work& work, const UnitReport& report, const Handing& handing)
{
    const auto after = TRY(submit(report.state, work.now));
    auto submission = version_of(work, report, handing);
    submission.report = TRY(key_of(report.of));
    const auto receipt = work.kept.submissions().append(submission);
    TRY(keep_state(work, report.of, {report.state, report.revision}, after));
    record(
        work,
        "report.submitted",
        {report.of.plan, report.of.period, report.of.unit, receipt.id},
        documents::program_json(handing.program)
    );
    return Receipt{receipt.id, static_cast<int>(receipt.version), receipt.sha256, receipt.at};
}

} // namespace tiendo::app
