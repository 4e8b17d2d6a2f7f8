#include "app/consolidation/consolidated_reports.hpp"

#include "app/figure/figures.hpp"
#include "app/org/directory.hpp"
#include "app/period/office_tables.hpp"
#include "app/period/periods.hpp"
#include "app/report/report_records.hpp"
#include "base/day_text.hpp"
#include "base/text.hpp"
#include "documents/exchange/gathered_json.hpp"
#include "documents/exchange/official_document_json.hpp"
#include "documents/writing/official_words.hpp"
#include "documents/writing/write_docx.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t text_bytes_max = 64 * 1024; // docs/limits.md
constexpr std::string_view setup_prefix = "setup/";
constexpr std::string_view gathered_prefix = "gathered/";

/// A list of the head is typed one item a line.
std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (const auto& line : split(text, '\n')) {
        if (!trim(line).empty()) lines.push_back(squeeze(line));
    }
    return lines;
}

/// Lays what the office typed for one field of the head over the proposal; false for an unknown
/// one.
bool set_setup_field(ReportSetup& setup, std::string_view field, const std::string& text)
{
    if (field == "superior")
        setup.superior = squeeze(text);
    else if (field == "issuer")
        setup.issuer = squeeze(text);
    else if (field == "number")
        setup.number = squeeze(text);
    else if (field == "symbol")
        setup.symbol = squeeze(text);
    else if (field == "place")
        setup.place = squeeze(text);
    else if (field == "date")
        setup.date = read_typed_day(text);
    else if (field == "addressees")
        setup.addressees = lines_of(text);
    else if (field == "recipients")
        setup.recipients = lines_of(text);
    else if (field == "file_copy")
        setup.file_copy = squeeze(text);
    else if (field == "signing")
        setup.signing = lines_of(text);
    else if (field == "signer_name")
        setup.signer_name = squeeze(text);
    else
        return false;
    return true;
}

Result<std::vector<ReportedUnit>>
reported_units(Work& work, const PlanId& plan, const Period& period)
{
    std::vector<ReportedUnit> units;
    for (const auto& unit : period.units) {
        const ReportOf of{plan, period.id, unit};
        ReportedUnit reported;
        reported.unit = unit;
        reported.state = TRY(kept_state(work, of)).state;
        reported.timing = timing_of(reported.state, period.deadline, work.now);
        if (counts(reported.state.stage)) {
            const auto newest = work.kept.submissions().newest(TRY(key_of(of)));
            if (newest) reported.answers = submission_from(*newest).answers;
        }
        units.push_back(std::move(reported));
    }
    return units;
}

struct Kept {
    std::int64_t plan;
    std::vector<store::OfficeText> texts;
    std::vector<store::GatheredPart> choices;
    std::vector<store::ReportVersion> versions;
};

Result<Kept> kept_report(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::see_plan));
    const auto number = TRY(number_of(plan));
    auto reports = work.kept.consolidated_reports();
    return Kept{
        number,
        reports.texts(number, period.str()),
        reports.choices(number, period.str()),
        reports.versions(number, period.str())
    };
}

Result<ReportMaterial>
material_of(Work& work, const PlanId& plan, const PeriodId& period, const Kept& kept)
{
    auto figures_now = TRY(figures(work, plan, period));
    ReportMaterial material;
    material.plan = std::move(figures_now.plan);
    material.period = std::move(figures_now.period);
    material.now = work.now;
    material.rows = std::move(figures_now.rows);
    material.units = TRY(reported_units(work, plan, material.period));
    material.directory = directory(work);
    material.office_tables = TRY(office_tables(work, plan, period));
    material.setup = propose_setup(material.plan, material.directory, documents::official_words);
    for (const auto& text : kept.texts) {
        const std::string_view key = text.key;
        if (key.starts_with(setup_prefix)) {
            set_setup_field(material.setup, key.substr(setup_prefix.size()), text.text);
        }
    }
    for (const auto& part : kept.choices)
        material.choices.merge(TRY(documents::parse_gathered_choices(part.choices)));
    if (pinned_time(work.kept)) material.mark = documents::official_words("report.sample_mark");
    return material;
}

} // namespace

Result<ReportMaterial> report_material(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto kept = TRY(kept_report(work, plan, period));
    auto material = TRY(material_of(work, plan, period, kept));
    for (const auto& text : kept.texts)
        material.texts[text.key] = text.text;
    return material;
}

Result<ConsolidatedReport>
consolidated_report(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto kept = TRY(kept_report(work, plan, period));
    auto material = TRY(material_of(work, plan, period, kept));
    ConsolidatedReport report;
    report.computed = consolidate(material, documents::official_words);
    for (const auto& text : kept.texts) {
        report.texts[text.key] = {
            text.text, text.computed_text, text.reason, text.by, text.at, text.revision
        };
        material.texts[text.key] = text.text;
    }
    report.document = consolidate(material, documents::official_words);
    if (!kept.versions.empty()) {
        const auto earlier = TRY(documents::parse_official_document(kept.versions.back().body));
        mark_changes(report.document, earlier);
    }
    report.changes = count_changes(report.document);
    for (const auto& version : kept.versions) {
        report.versions.push_back(
            {static_cast<int>(version.version), version.at, version.by, version.state}
        );
    }
    std::ranges::reverse(report.versions);
    return report;
}

Result<Done>
put_report_text(Work& work, const PlanId& plan, const PeriodId& period, const NewText& text)
{
    TRY(require(work, Right::write_report));
    TRY(period_of(work, plan, period));
    if (text.key.empty())
        return refuse(Refusal::invalid, "report_text.unknown", {{"key", text.key}});
    if (text.text.size() > text_bytes_max)
        return refuse(Refusal::too_large, "draft.too_long", {}, text.key);
    const std::string_view key = text.key;
    ReportSetup unused;
    if (key.starts_with(setup_prefix) &&
        !set_setup_field(unused, key.substr(setup_prefix.size()), text.text)) {
        return refuse(Refusal::invalid, "report_text.unknown", {{"key", text.key}});
    }
    const auto report = TRY(consolidated_report(work, plan, period));
    const auto computed = words_of(report.computed, text.key);
    const bool needs_reason =
        !computed.empty() && !key.starts_with(gathered_prefix) && text.text != computed;
    if (needs_reason && trim(text.reason).empty())
        return refuse(Refusal::invalid, "report_text.reason_missing", {}, text.key);
    store::OfficeText kept;
    kept.plan = TRY(number_of(plan));
    kept.period = period.str();
    kept.key = text.key;
    kept.text = text.text;
    kept.computed_text = computed;
    kept.reason = squeeze(text.reason);
    kept.by = work.actor.login;
    kept.at = work.now;
    kept.revision = text.revision;
    TRY(work.kept.consolidated_reports().put(kept));
    record(work, "report_text.changed", {plan, period, {}, text.key});
    return done;
}

Result<Done>
remove_report_text(Work& work, const PlanId& plan, const PeriodId& period, const std::string& key)
{
    TRY(require(work, Right::write_report));
    work.kept.consolidated_reports().remove_text(TRY(number_of(plan)), period.str(), key);
    record(work, "report_text.removed", {plan, period, {}, key});
    return done;
}

Result<int> freeze_report(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::write_report));
    const auto kept = TRY(kept_report(work, plan, period));
    auto material = TRY(material_of(work, plan, period, kept));
    for (const auto& text : kept.texts)
        material.texts[text.key] = text.text;
    store::ReportVersion version;
    version.plan = kept.plan;
    version.period = period.str();
    version.body = documents::to_json(consolidate(material, documents::official_words));
    version.at = work.now;
    version.by = work.actor.login;
    version.state = "draft";
    const auto number = work.kept.consolidated_reports().freeze(version);
    record(work, "report_version.frozen", {plan, period, {}, "v" + std::to_string(number)});
    return static_cast<int>(number);
}

Result<OfficialDocument>
report_version(Work& work, const PlanId& plan, const PeriodId& period, int number)
{
    TRY(require(work, Right::see_plan));
    const auto plan_number = TRY(number_of(plan));
    const auto version =
        TRY(work.kept.consolidated_reports().version(plan_number, period.str(), number));
    return documents::parse_official_document(version.body);
}

Result<std::string>
report_docx(Work& work, const PlanId& plan, const PeriodId& period, std::optional<int> version)
{
    if (version) {
        const auto frozen = TRY(report_version(work, plan, period, *version));
        return documents::write_docx(frozen);
    }
    const auto now = TRY(consolidated_report(work, plan, period));
    return documents::write_docx(now.document);
}

} // namespace tiendo::app
