#include "app/values/value_taking.hpp"
#include "app/values/values.hpp"

#include <algorithm>
#include <unordered_map>

namespace tiendo::app {
namespace {

// What one transaction takes: enough that the disk's own sync does not count, and bounded memory.
constexpr std::size_t batch_values_max = 65'536; // docs/limits.md
// From so many values on all reports of a period are read together.
constexpr std::size_t many_values = 1'000;

/// The part's values by their report, those of each in the order of the file.
std::vector<std::vector<SpooledValue>> by_report(const ValuePart& part)
{
    std::vector<std::vector<SpooledValue>> reports;
    std::unordered_map<std::uint32_t, std::size_t> places;
    for (const auto& value : part.values()) {
        const bool is_as_before = !reports.empty() && reports.back().front().report == value.report;
        const auto place = is_as_before
                               ? reports.size() - 1
                               : places.try_emplace(value.report, reports.size()).first->second;
        if (place == reports.size()) reports.emplace_back();
        reports[place].push_back(value);
    }
    return reports;
}

} // namespace

/// What became of the values of some parts.
struct ValuesImport::Fates {
    std::map<ValueOutcome, std::int64_t> counts{};
    std::vector<ValueResult> told{};
    std::map<ReportOf, bool> open{}; ///< and whether all of it was taken

    bool has_conflict() const { return counts.contains(ValueOutcome::conflict); }

    void
    add(const ReportFate& fate,
        const ValuePart& part,
        const std::vector<SpooledValue>& values,
        bool tell_all)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto outcome = fate.outcomes[i];
            ++counts[outcome];
            if (outcome != ValueOutcome::conflict && !tell_all) continue;
            const auto problem = fate.problems.find(i);
            told.push_back(
                {part.value(values[i]),
                 outcome,
                 problem == fate.problems.end() ? Problem{} : problem->second}
            );
        }
        if (fate.is_open) open[fate.of] = fate.problems.empty();
    }

    void tell(ImportSummary& summary, const Tell& use) const
    {
        for (const auto& [outcome, count] : counts)
            summary.counts[outcome] += count;
        for (const auto& result : told)
            use(result);
    }
};

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

std::vector<std::vector<std::size_t>> ValuesImport::batches() const
{
    std::vector<std::vector<std::size_t>> batches;
    std::size_t count = 0;
    for (std::size_t part = 0; part < ValueSpool::part_count; ++part) {
        const auto size = spool_.size(part);
        if (size == 0) continue;
        if (batches.empty() || count + size > batch_values_max) {
            batches.emplace_back();
            count = 0;
        }
        count += size;
        batches.back().push_back(part);
    }
    return batches;
}

Result<Done>
ValuesImport::take_parts(Work& work, const std::vector<std::size_t>& parts, bool keep, Fates& fates)
{
    std::size_t count = 0;
    for (const auto part : parts)
        count += spool_.size(part);
    ValueTaking taking(work, plans_, {options_.file, keep, count >= many_values});
    for (const auto number : parts) {
        const auto part = spool_.part(number);
        for (const auto& values : by_report(part))
            fates.add(TRY(taking.take(part, values)), part, values, options_.tell_all);
    }
    taking.keep_all();
    return done;
}

void ValuesImport::look_at_all(ImportSummary& summary, const Tell& tell)
{
    for (const auto& parts : batches()) {
        Fates fates;
        const auto looked =
            office_.read(actor_, [&](Work& work) { return take_parts(work, parts, false, fates); });
        ensure(looked.has_value(), "looking refuses single values only");
        fates.tell(summary, tell);
    }
}

Result<Done> ValuesImport::take_all()
{
    std::map<ReportOf, bool> reports;
    TRY(office_.write(actor_, [&](Work& work) -> Result<Done> {
        for (const auto& parts : batches()) {
            Fates fates;
            TRY(take_parts(work, parts, true, fates));
            if (fates.has_conflict()) return refuse(Refusal::conflict, "values.changed_meanwhile");
            reports.merge(fates.open);
        }
        return done;
    }));
    reports_ = std::move(reports);
    return done;
}

Result<Done> ValuesImport::take_each(ImportSummary& summary, const Tell& tell)
{
    for (const auto& parts : batches()) {
        Fates fates;
        TRY(office_.write(actor_, [&](Work& work) { return take_parts(work, parts, true, fates); })
        );
        fates.tell(summary, tell);
        reports_.merge(fates.open);
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
