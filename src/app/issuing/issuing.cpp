#include "app/issuing/issuing.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "app/issuing/signed_scans.hpp"
#include "documents/exchange/issuing_json.hpp"
#include "documents/exchange/official_document_json.hpp"
#include "documents/writing/official_words.hpp"
#include "documents/writing/write_docx.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

Result<std::vector<IssuingStep>> steps_of(Work& work, std::int64_t plan, const PeriodId& period)
{
    std::vector<IssuingStep> steps;
    for (const auto& kept : work.kept.issuing().steps(plan, period.str())) {
        auto step = TRY(documents::parse_issuing_step(kept.body));
        step.by = kept.by;
        step.at = kept.at;
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<IssuedText> texts_of(Work& work, std::int64_t plan, const PeriodId& period)
{
    std::vector<IssuedText> texts;
    for (const auto& kept : work.kept.consolidated_reports().texts(plan, period.str())) {
        if (kept.key.starts_with("setup/") || kept.text.empty()) continue;
        texts.push_back({kept.key, kept.text, kept.computed_text, kept.reason, kept.by, kept.at});
    }
    return texts;
}

struct KeptVersion {
    IssuedVersion line{};
    IssuedSnapshot snapshot{};
};

Result<KeptVersion> version_from(const store::IssuedReport& kept)
{
    KeptVersion version;
    version.snapshot = TRY(documents::parse_issued_snapshot(kept.snapshot));
    const auto& document = version.snapshot.document;
    version.line = {
        static_cast<int>(kept.version),
        document.number,
        document.symbol,
        document.date,
        version.snapshot.correction,
        kept.snapshot_sha256,
        kept.docx_sha256,
        kept.by,
        kept.at
    };
    return version;
}

/// All that a step and the page look at.
struct OnItsWay {
    std::int64_t plan = 0;
    std::vector<IssuingStep> steps{};
    IssuingState state{};
    ReportMaterial material{};
    std::vector<KeptVersion> versions{}; ///< the oldest first
};

Result<OnItsWay> on_its_way(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    OnItsWay way;
    way.plan = TRY(number_of(plan));
    way.steps = TRY(steps_of(work, way.plan, period));
    way.state = state_after(way.steps);
    way.material = TRY(report_material(work, plan, period));
    way.material.setup.number = way.state.number;
    way.material.setup.date = way.state.date;
    for (const auto& kept : work.kept.issuing().versions(way.plan, period.str()))
        way.versions.push_back(TRY(version_from(kept)));
    return way;
}

/// The last version that was a report, not a letter of correction: what a new one replaces.
const IssuedSnapshot* report_issued(const OnItsWay& way)
{
    for (auto version = way.versions.rbegin(); version != way.versions.rend(); ++version) {
        if (!version->snapshot.document.type_name.empty()) return &version->snapshot;
    }
    return nullptr;
}

OfficialDocument document_to_issue(const OnItsWay& way)
{
    auto document = consolidate(way.material, documents::official_words);
    const auto* issued = report_issued(way);
    if (!way.state.correction || issued == nullptr) return document;
    const auto& correction = *way.state.correction;
    const auto& words = documents::official_words;
    if (correction.correction == CorrectionKind::form)
        return correcting(document, issued->document, correction.reason, words);
    return replacing(std::move(document), issued->document, correction.reason, words);
}

IssuedSnapshot snapshot_of(Work& work, const OnItsWay& way, const PeriodId& period)
{
    IssuedSnapshot snapshot;
    snapshot.document = document_to_issue(way);
    snapshot.figures = freeze_figures(way.material.rows);
    for (const auto& [path, change] : way.material.plan.changed)
        snapshot.decisions.push_back(change);
    snapshot.texts = texts_of(work, way.plan, period);
    snapshot.correction = way.state.correction;
    snapshot.submitted_allowed = way.state.submitted_allowed;
    return snapshot;
}

/// The bytes are kept, since a later writer of .docx may set the same document otherwise
/// (docs/decisions/0012).
void freeze(Work& work, const OnItsWay& way, const PeriodId& period)
{
    const auto snapshot = snapshot_of(work, way, period);
    store::IssuedReport issued;
    issued.plan = way.plan;
    issued.period = period.str();
    issued.snapshot = documents::to_json(snapshot);
    issued.docx = documents::write_docx(snapshot.document);
    issued.by = work.actor.login;
    issued.at = work.now;
    work.kept.issuing().freeze(issued);
    // The working page marks what changes from now on against what was issued.
    store::ReportVersion version;
    version.plan = way.plan;
    version.period = period.str();
    version.body = documents::to_json(consolidate(way.material, documents::official_words));
    version.at = work.now;
    version.by = work.actor.login;
    version.state = "issued";
    work.kept.consolidated_reports().freeze(version);
}

} // namespace

Right right_for(IssuingAct act, IssuingStage stage)
{
    switch (act) {
    case IssuingAct::present_for_signature:
        return Right::approve_report;
    case IssuingAct::give_back:
        return stage == IssuingStage::with_head ? Right::approve_report : Right::sign_report;
    case IssuingAct::present_to_head:
    case IssuingAct::take_number:
    case IssuingAct::issue:
    case IssuingAct::correct:
    case IssuingAct::allow_submitted:
    case IssuingAct::record_sending:
        return Right::write_report;
    }
    return Right::write_report;
}

Result<IssuingReport> issuing_report(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto way = TRY(on_its_way(work, plan, period));
    IssuingReport report;
    report.state = way.state;
    report.steps = way.steps;
    report.points = check_points(way.material, way.state);
    report.document = document_to_issue(way);
    report.texts = texts_of(work, way.plan, period);
    report.scans = scans_of(work, {way.plan, period.str(), {}});
    const auto* issued = report_issued(way);
    if (issued != nullptr)
        report.changed = changed_since(issued->figures, freeze_figures(way.material.rows));
    if (issued != nullptr && way.state.correction) {
        report.corrections = differences(
            issued->document,
            consolidate(way.material, documents::official_words),
            documents::official_words
        );
    }
    for (const auto& version : way.versions)
        report.versions.push_back(version.line);
    std::ranges::reverse(report.versions);
    return report;
}

Result<Done>
take_issuing_step(Work& work, const PlanId& plan, const PeriodId& period, IssuingStep step)
{
    auto way = TRY(on_its_way(work, plan, period));
    TRY(require(work, right_for(step.act, way.state.stage)));
    step.by = work.actor.login;
    step.at = work.now;
    // What is open is asked of the state that the act finds, its own number and day included.
    auto found = way.state;
    if (step.act == IssuingAct::take_number) {
        found.number = step.number;
        found.date = step.date;
    }
    TRY(take_step(way.state, step, check_points(way.material, found)));
    if (step.act == IssuingAct::issue) freeze(work, way, period);
    store::IssuingStepRecord kept;
    kept.plan = way.plan;
    kept.period = period.str();
    kept.body = documents::to_json(step);
    kept.by = step.by;
    kept.at = step.at;
    work.kept.issuing().append(kept);
    record(work, std::string("issuing.") + name_of(step.act), {plan, period, {}, {}}, kept.body);
    return done;
}

Result<std::string> issued_docx(Work& work, const PlanId& plan, const PeriodId& period, int version)
{
    TRY(require(work, Right::see_plan));
    const auto number = TRY(number_of(plan));
    return TRY(work.kept.issuing().issued(number, period.str(), version)).docx;
}

Result<Done>
add_report_scan(Work& work, const PlanId& plan, const PeriodId& period, const NewScan& scan)
{
    TRY(require(work, Right::write_report));
    const auto number = TRY(number_of(plan));
    const auto versions = work.kept.issuing().versions(number, period.str());
    if (versions.empty()) return refuse(Refusal::conflict, "issuing.not_issued");
    TRY(check_scan(scan));
    auto paper = scan_record({number, period.str(), {}}, scan);
    paper.version = versions.back().version;
    paper.by = work.actor.login;
    paper.at = work.now;
    const auto added = work.kept.signed_papers().add(paper);
    record(work, "scan.added", {plan, period, {}, std::to_string(added)});
    return done;
}

Result<ScanFile> report_scan(Work& work, const PlanId& plan, const PeriodId& period, int number)
{
    TRY(require(work, Right::see_plan));
    const store::ReportKey key{TRY(number_of(plan)), period.str(), {}};
    auto paper = TRY(work.kept.signed_papers().get(key, number));
    return ScanFile{std::move(paper.name), std::move(paper.bytes)};
}

} // namespace tiendo::app
