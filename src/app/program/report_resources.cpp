#include "app/program/resource_values.hpp"
#include "app/program/resources.hpp"
#include "documents/exchange/answers_json.hpp"

namespace tiendo::app {
namespace {

namespace bj = boost::json;

const char* name_of(Timeliness timeliness)
{
    switch (timeliness) {
    case Timeliness::not_due:
        return "not_due";
    case Timeliness::due_soon:
        return "due_soon";
    case Timeliness::due_today:
        return "due_today";
    case Timeliness::overdue:
        return "overdue";
    case Timeliness::on_time:
        return "on_time";
    case Timeliness::late:
        return "late";
    }
    return "not_due";
}

bj::value text_or_null(const std::string& text)
{
    if (text.empty()) return nullptr;
    return bj::string(text);
}

bj::object report_object(const ReportLine& line)
{
    bj::array missing;
    for (const auto& place : line.completion.missing)
        missing.emplace_back(place);
    return {
        {"unit", line.unit.str()},
        {"stage", tiendo::name_of(line.state.stage)},
        {"version", line.state.version},
        {"submitted_at", hour(line.state.submitted_at)},
        {"reason", text_or_null(line.state.reason)},
        {"own_deadline", hour(line.state.own_deadline)},
        {"timeliness", name_of(line.timing.timeliness)},
        {"days", line.timing.days},
        {"channel", text_or_null(line.channel)},
        {"filled", line.completion.filled},
        {"total", line.completion.total},
        {"missing", std::move(missing)},
    };
}

bj::object submission_object(const Submission& submission)
{
    return {
        {"id", submission.id},
        {"version", submission.version},
        {"author", submission.author},
        {"at", hour(submission.at)},
        {"channel", submission.channel},
        {"sha256", submission.sha256},
        {"answers", bj::parse(documents::to_json(submission.answers))},
    };
}

} // namespace

Result<std::string> reports_resource(Work& work, const PlanId& plan, const PeriodId& period)
{
    bj::array list;
    for (const auto& line : TRY(report_lines(work, plan, period)))
        list.push_back(report_object(line));
    return bj::serialize(bj::object{{"reports", std::move(list)}});
}

Result<std::string> report_resource(Work& work, const ReportOf& of)
{
    const auto report = TRY(unit_report(work, of));
    const auto channel = report.newest ? report.newest->channel : std::string{};
    return bj::serialize(
        report_object({of.unit, report.state, report.timing, report.completion, channel})
    );
}

Result<std::string> submissions_resource(Work& work, const ReportOf& of)
{
    (void)TRY(unit_report(work, of));
    bj::array list;
    for (const auto& submission : TRY(submissions_of(work, of)))
        list.push_back(submission_object(submission));
    return bj::serialize(bj::object{{"submissions", std::move(list)}});
}

std::string receipt_resource(const Receipt& receipt)
{
    return bj::serialize(bj::object{
        {"id", receipt.id},
        {"version", receipt.version},
        {"sha256", receipt.sha256},
        {"at", hour(receipt.at)},
    });
}

} // namespace tiendo::app
