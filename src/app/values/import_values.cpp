#include "app/values/value_taking.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

std::map<ReportOf, std::vector<DataValue>> by_report(std::vector<DataValue> values)
{
    std::map<ReportOf, std::vector<DataValue>> reports;
    for (auto& value : values)
        reports[report_named_in(value)].push_back(std::move(value));
    return reports;
}

using Results = std::vector<ValueResult>;

/// One part of the spool: what becomes of its values, by report.
Result<std::map<ReportOf, Results>>
take_part(ValueTaking& taking, std::vector<DataValue> values, bool keep)
{
    std::map<ReportOf, Results> results;
    for (const auto& [of, own] : by_report(std::move(values)))
        results[of] = TRY(taking.take(of, own, keep));
    return results;
}

bool has_conflict(const Results& results)
{
    return std::ranges::any_of(results, [](const ValueResult& result) {
        return result.outcome == ValueOutcome::conflict;
    });
}

void tell_all(
    const std::map<ReportOf, Results>& results,
    ImportSummary& summary,
    const ValuesImport::Tell& tell
)
{
    for (const auto& [of, own] : results) {
        for (const auto& result : own) {
            ++summary.counts[result.outcome];
            tell(result);
        }
    }
}

} // namespace

ValuesImport::ValuesImport(Office& office, Actor actor, ImportOptions options)
    : office_(office), actor_(std::move(actor)), options_(std::move(options))
{
}

Result<ImportSummary> ValuesImport::run(const Tell& tell)
{
    ImportSummary summary;
    if (options_.dry_run || options_.atomic) {
        look_at_all(summary, tell);
        if (options_.dry_run || summary.counts[ValueOutcome::conflict] > 0) return summary;
        TRY(take_all());
    } else {
        TRY(take_each(summary, tell));
    }
    summary.kept = true;
    if (options_.submit) hand_in(summary);
    return summary;
}

void ValuesImport::look_at_all(ImportSummary& summary, const Tell& tell)
{
    for (std::size_t part = 0; part < ValueSpool::part_count; ++part) {
        auto values = spool_.part(part);
        if (values.empty()) continue;
        const auto results = office_.read(actor_, [&](Work& work) {
            ValueTaking taking(work, options_.file);
            return take_part(taking, std::move(values), false);
        });
        ensure(results.has_value(), "looking refuses single values only");
        tell_all(*results, summary, tell);
    }
}

Result<Done> ValuesImport::take_all()
{
    std::map<ReportOf, bool> reports;
    TRY(office_.write(actor_, [&](Work& work) -> Result<Done> {
        ValueTaking taking(work, options_.file);
        for (std::size_t part = 0; part < ValueSpool::part_count; ++part) {
            for (const auto& [of, results] : TRY(take_part(taking, spool_.part(part), true))) {
                if (has_conflict(results))
                    return refuse(Refusal::conflict, "values.changed_meanwhile");
                if (TRY(taking.is_open(of))) reports[of] = true;
            }
        }
        return done;
    }));
    reports_ = std::move(reports);
    return done;
}

Result<Done> ValuesImport::take_each(ImportSummary& summary, const Tell& tell)
{
    for (std::size_t part = 0; part < ValueSpool::part_count; ++part) {
        auto values = spool_.part(part);
        if (values.empty()) continue;
        std::map<ReportOf, bool> reports;
        const auto results =
            TRY(office_.write(actor_, [&](Work& work) -> Result<std::map<ReportOf, Results>> {
                ValueTaking taking(work, options_.file);
                auto taken = TRY(take_part(taking, std::move(values), true));
                for (const auto& [of, own] : taken)
                    if (TRY(taking.is_open(of))) reports[of] = !has_conflict(own);
                return taken;
            }));
        tell_all(results, summary, tell);
        reports_.merge(reports);
    }
    return done;
}

void ValuesImport::hand_in(ImportSummary& summary)
{
    for (const auto& [of, is_whole] : reports_) {
        ImportedReport report{of, {}, {}};
        if (!is_whole) {
            report.problems.push_back({"values.report_in_conflict"});
            summary.reports.push_back(std::move(report));
            continue;
        }
        const auto receipt = office_.write(actor_, [&](Work& work) {
            return submit_report(work, of, {Channel::file, {}, options_.incomplete_reason});
        });
        if (receipt)
            report.receipt = receipt->id;
        else
            report.problems = receipt.error().problems;
        summary.reports.push_back(std::move(report));
    }
}

} // namespace tiendo::app
