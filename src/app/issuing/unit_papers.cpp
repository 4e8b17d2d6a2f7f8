#include "app/issuing/unit_papers.hpp"

#include "app/issuing/signed_scans.hpp"
#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "app/report/report_records.hpp"
#include "documents/exchange/report_setup_json.hpp"
#include "documents/writing/official_words.hpp"
#include "documents/writing/write_docx.hpp"

namespace tiendo::app {
namespace {

constexpr std::size_t head_bytes_max = 16 * 1024; // docs/limits.md

struct KeptHead {
    ReportSetup setup{};
    std::int64_t revision = 0;
};

/// The head of this period, else that of the unit's last one, else one by the unit's rank.
Result<KeptHead>
head_of(Work& work, const store::ReportKey& key, const Plan& plan, const Unit& unit)
{
    auto heads = work.kept.unit_report_heads();
    if (const auto kept = heads.find(key))
        return KeptHead{TRY(documents::parse_report_setup(kept->body)), kept->revision};
    if (const auto earlier = heads.newest_of(key.unit)) {
        auto setup = TRY(documents::parse_report_setup(earlier->body));
        return KeptHead{setup_for_next_period(std::move(setup)), 0};
    }
    return KeptHead{propose_unit_setup(plan, unit, documents::official_words), 0};
}

Answers answers_on_paper(const UnitReport& report)
{
    const bool is_open = is_unsent(report.state.stage);
    return is_open || !report.newest ? report.draft.answers() : report.newest->answers;
}

} // namespace

Result<UnitPaper> unit_paper(Work& work, const ReportOf& of, const ActivityNames& names)
{
    auto report = TRY(unit_report(work, of));
    const auto key = TRY(key_of(of));
    const auto units = directory(work);
    UnitReportMaterial material;
    material.plan = TRY(plan_in_use(work, of.plan));
    if (const auto* unit = units.find(of.unit)) material.unit = *unit;
    const auto head = TRY(head_of(work, key, material.plan, material.unit));
    material.answers = answers_on_paper(report);
    material.period = std::move(report.period);
    material.form = std::move(report.form);
    material.setup = head.setup;
    material.names = names;
    if (auto last = TRY(report_of_last_year(work, of))) material.last_year = last->answers;
    if (pinned_time(work.kept)) material.mark = documents::official_words("report.sample_mark");
    UnitPaper paper;
    paper.document = write_unit_report(material, documents::official_words);
    paper.setup = head.setup;
    paper.revision = head.revision;
    paper.scans = scans_of(work, key);
    paper.version = report.newest ? report.newest->version : 0;
    return paper;
}

Result<std::string> unit_docx(Work& work, const ReportOf& of, const ActivityNames& names)
{
    return documents::write_docx(TRY(unit_paper(work, of, names)).document);
}

Result<Done>
put_unit_head(Work& work, const ReportOf& of, const ReportSetup& setup, std::int64_t revision)
{
    TRY(require(work, Right::enter_report, of.unit));
    TRY(unit_report(work, of));
    store::UnitReportHead head;
    head.report = TRY(key_of(of));
    head.body = documents::to_json(setup);
    head.by = work.actor.login;
    head.at = work.now;
    head.revision = revision;
    if (head.body.size() > head_bytes_max) return refuse(Refusal::too_large, "draft.too_long");
    TRY(work.kept.unit_report_heads().put(head));
    record(work, "unit_head.changed", {of.plan, of.period, of.unit, setup.number});
    return done;
}

Result<Done> add_unit_scan(Work& work, const ReportOf& of, const NewScan& scan)
{
    TRY(require(work, Right::enter_report, of.unit));
    const auto report = TRY(unit_report(work, of));
    if (!report.newest || is_unsent(report.state.stage))
        return refuse(Refusal::conflict, "scan.not_handed_in");
    TRY(check_scan(scan));
    auto paper = scan_record(TRY(key_of(of)), scan);
    paper.version = report.newest->version;
    paper.by = work.actor.login;
    paper.at = work.now;
    const auto number = work.kept.signed_papers().add(paper);
    record(work, "scan.added", {of.plan, of.period, of.unit, std::to_string(number)});
    return done;
}

Result<ScanFile> unit_scan(Work& work, const ReportOf& of, int number)
{
    TRY(require(work, Right::see_report, of.unit));
    const auto key = TRY(key_of(of));
    auto paper = TRY(work.kept.signed_papers().get(key, number));
    return ScanFile{std::move(paper.name), std::move(paper.bytes)};
}

Result<std::set<UnitId>> signed_units(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    std::set<UnitId> units;
    for (const auto& unit :
         work.kept.signed_papers().signed_units(TRY(number_of(plan)), period.str()))
        units.insert(UnitId(unit));
    return units;
}

} // namespace tiendo::app
