#include "app/report/history.hpp"

#include "app/period/periods.hpp"
#include "app/report/report_records.hpp"
#include "documents/exchange/answers_json.hpp"

#include <algorithm>

namespace tiendo::app {

Result<Done> take_over_history(Work& work, const ReportOf& of, const Answers& answers)
{
    TRY(require(work, Right::review_reports, of.unit));
    const auto periods = TRY(periods_of(work, of.plan));
    if (std::ranges::find(periods, of.period, &Period::id) != periods.end())
        return refuse(Refusal::conflict, "period.exists", {{"id", of.period.str()}}, "id");
    if (!parse_period(of.period))
        return refuse(
            Refusal::invalid, "period.id_not_understood", {{"id", of.period.str()}}, "id"
        );
    store::NewSubmission submission;
    submission.report = TRY(key_of(of));
    submission.body = documents::to_json(answers);
    submission.author = work.actor.login;
    submission.at = work.now;
    submission.channel = name_of(Channel::history);
    submission.idempotency_key = new_uuid7(work.now.seconds * 1000);
    const auto receipt = work.kept.submissions().append(submission);
    record(work, "history.taken_over", {of.plan, of.period, of.unit, receipt.id});
    return done;
}

} // namespace tiendo::app
