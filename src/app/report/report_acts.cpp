#include "app/period/periods.hpp"
#include "app/report/report_records.hpp"
#include "app/report/reports.hpp"
#include "base/text.hpp"
#include "documents/exchange/answers_json.hpp"

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

constexpr std::size_t item_bytes_max = 64 * 1024; // docs/limits.md

constexpr std::array<std::string_view, 5> item_kinds{
    "cell", "task", "duty", "activity", "narrative"
};

Result<Done> require_open(Work& work, const ReportOf& of)
{
    if (TRY(period_of(work, of.plan, of.period)).state == PeriodState::locked) {
        return refuse(Refusal::conflict, "submission.period_locked");
    }
    const auto stage = TRY(kept_state(work, of)).state.stage;
    if (!is_open_for_entry(stage)) {
        return refuse(Refusal::conflict, "submission.not_open", {{"stage", name_of(stage)}});
    }
    return done;
}

Result<Done> require_item(const NewItem& item)
{
    const auto slash = item.item.find('/');
    const auto kind = item.item.substr(0, slash);
    const bool known = slash != std::string::npos && slash + 1 < item.item.size() &&
                       std::ranges::find(item_kinds, kind) != item_kinds.end();
    if (!known) return refuse(Refusal::invalid, "draft.unknown_item", {{"item", item.item}});
    if (item.body.size() > item_bytes_max)
        return refuse(Refusal::too_large, "draft.too_long", {}, item.item);
    return documents::check_item(kind, item.body);
}

/// An unanswered row of the form: a measure, "task/3.4" or "duty/7".
Problem missing_row(const std::string& place)
{
    const auto id = place.substr(place.find('/') + 1);
    if (place.starts_with("task/")) return {"cell.task_missing", {{"task", id}}, place};
    if (place.starts_with("duty/")) return {"cell.duty_missing", {{"duty", id}}, place};
    return {"cell.missing", {{"measure", id}}, place};
}

/// What keeps the answers from being submitted, each with its place.
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
            if (!told_already) error.problems.push_back(missing_row(place));
        }
    }
    if (!error.problems.empty()) return error;
    return done;
}

/// One step of the workflow: who may, the pure step, kept and written into the journal.
template <class Step>
Result<Done>
take_step(Work& work, Right right, const ReportOf& of, std::string_view verb, Step&& step)
{
    TRY(require(work, right, of.unit));
    if (TRY(period_of(work, of.plan, of.period)).state == PeriodState::locked) {
        return refuse(Refusal::conflict, "submission.period_locked");
    }
    const auto before = TRY(kept_state(work, of));
    const auto after = TRY(step(before.state));
    TRY(keep_state(work, of, before, after));
    record(work, verb, {of.plan, of.period, of.unit, {}}, documents::reason_json(after.reason));
    return done;
}

} // namespace

Result<Saved> save_item(Work& work, const ReportOf& of, const NewItem& item)
{
    TRY(require(work, Right::enter_report, of.unit));
    TRY(require_open(work, of));
    TRY(require_item(item));
    store::DraftItem kept;
    kept.report = TRY(key_of(of));
    kept.item = item.item;
    kept.body = item.body;
    kept.revision = item.revision;
    kept.by = work.actor.login;
    kept.at = work.now;
    const auto saved = work.kept.drafts().put(kept);
    return Saved{
        saved.saved, saved.current.revision, saved.current.body, saved.current.by, saved.current.at
    };
}

Result<Receipt> submit_report(Work& work, const ReportOf& of, const Handing& handing)
{
    TRY(require(work, Right::enter_report, of.unit));
    const auto key = TRY(key_of(of));
    for (const auto& version : work.kept.submissions().versions(key)) {
        // Pressed twice, or asked again after a lost answer: the first receipt once more.
        if (!handing.idempotency_key.empty() &&
            version.idempotency_key == handing.idempotency_key) {
            return Receipt{
                version.id, static_cast<int>(version.version), version.sha256, version.at
            };
        }
    }
    TRY(require_open(work, of));
    auto report = TRY(unit_report(work, of));
    TRY(require_complete(report, handing.incomplete_reason));
    const auto after = TRY(submit(report.state, work.now));

    auto answers = report.draft.answers();
    if (!squeeze(handing.incomplete_reason).empty()) {
        answers.narrative["incomplete"] = squeeze(handing.incomplete_reason);
    }
    store::NewSubmission submission;
    submission.report = key;
    submission.body = documents::to_json(answers);
    submission.author = work.actor.login;
    submission.at = work.now;
    submission.channel = name_of(handing.channel);
    submission.idempotency_key = handing.idempotency_key.empty()
                                     ? new_uuid7(work.now.seconds * 1000)
                                     : handing.idempotency_key;
    const auto receipt = work.kept.submissions().append(submission);
    TRY(keep_state(work, of, {report.state, report.revision}, after));
    record(work, "report.submitted", {of.plan, of.period, of.unit, receipt.id});
    return Receipt{receipt.id, static_cast<int>(receipt.version), receipt.sha256, receipt.at};
}

Result<Done> withdraw_report(Work& work, const ReportOf& of)
{
    return take_step(work, Right::enter_report, of, "report.withdrawn", withdraw);
}

Result<Done> accept_report(Work& work, const ReportOf& of)
{
    return take_step(work, Right::review_reports, of, "report.accepted", accept);
}

Result<Done> give_back_report(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.returned",
        [&](const ReportState& state) { return give_back(state, reason); }
    );
}

Result<Done> reopen_report(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.reopened",
        [&](const ReportState& state) { return reopen(state, reason); }
    );
}

Result<Done> exclude_report(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.excluded",
        [&](const ReportState& state) { return exclude(state, reason); }
    );
}

Result<Done> take_report_separately(Work& work, const ReportOf& of, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.separate",
        [&](const ReportState& state) { return take_separately(state, reason); }
    );
}

Result<Done>
extend_report(Work& work, const ReportOf& of, Instant deadline, const std::string& reason)
{
    return take_step(
        work,
        Right::review_reports,
        of,
        "report.extended",
        [&](const ReportState& state) { return extend(state, deadline, reason); }
    );
}

} // namespace tiendo::app
