#include "app/figure/publication.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "app/figure/figure_workbook.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "documents/exchange/answers_json.hpp"
#include "documents/exchange/publication_json.hpp"
#include "documents/workbook/figure_workbook.hpp"
#include "documents/writing/official_words.hpp"
#include "documents/writing/write_docx.hpp"
#include "domain/report/public_document.hpp"
#include "domain/report/public_table.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr const char* totals_word = "totals";

std::string use_setting(const PlanId& plan)
{
    return "sensitive_use/" + plan.str();
}

std::string publications_setting(const PlanId& plan, const PeriodId& period)
{
    return "publications/" + plan.str() + "/" + period.str();
}

SensitiveUse sensitive_use(Work& work, const PlanId& plan)
{
    return work.kept.settings().find(use_setting(plan)) == totals_word ? SensitiveUse::totals
                                                                       : SensitiveUse::none;
}

std::vector<documents::Publication>
publications(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto kept = work.kept.settings().find(publications_setting(plan, period));
    if (!kept) return {};
    auto read = documents::parse_publications(*kept);
    ensure(read.has_value(), "what was published can be read");
    return std::move(read).value();
}

std::vector<PublishedTotal> totals_of(const std::vector<documents::Publication>& publications)
{
    std::vector<PublishedTotal> totals;
    for (const auto& publication : publications)
        for (const auto& total : publication.totals)
            if (std::ranges::find(totals, total) == totals.end()) totals.push_back(total);
    return totals;
}

/// All that went out before, of this period and of those around it.
Result<EarlierReleases> earlier_releases(
    Work& work,
    const PlanId& plan,
    const PeriodId& period,
    const std::vector<documents::Publication>& same
)
{
    EarlierReleases earlier;
    earlier.same = totals_of(same);
    for (const auto& other : TRY(periods_of(work, plan)))
        if (other.id != period)
            earlier.others.emplace_back(other.id, totals_of(publications(work, plan, other.id)));
    return earlier;
}

} // namespace

Result<PublicVersion> public_version(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto material = TRY(report_material(work, plan, period));
    const auto earlier = publications(work, plan, period);
    PublicVersion version;
    version.use = sensitive_use(work, plan);
    const auto before = TRY(earlier_releases(work, plan, period, earlier));
    for (auto& line : disclose(material.rows, period, before, version.use)) {
        const auto row = std::ranges::find_if(material.rows, [&](const MeasureFigure& each) {
            return each.measure.id == line.measure;
        });
        version.lines.push_back({std::move(line), row->measure, row->indicator});
    }
    for (const auto& publication : earlier)
        version.earlier.push_back({publication.at, person_named(work, publication.by)});
    std::ranges::reverse(version.earlier);
    return version;
}

Result<std::string> publish(Work& work, const PlanId& plan, const PeriodId& period, PublicForm form)
{
    TRY(require(work, Right::write_report));
    const auto material = TRY(report_material(work, plan, period));
    auto all = publications(work, plan, period);
    const auto earlier = TRY(earlier_releases(work, plan, period, all));
    const auto lines = disclose(material.rows, period, earlier, sensitive_use(work, plan));
    documents::Publication publication{work.now, work.actor.login, {}};
    for (const auto& line : lines)
        publication.totals.insert(publication.totals.end(), line.totals.begin(), line.totals.end());
    all.push_back(std::move(publication));
    work.kept.settings().put(publications_setting(plan, period), documents::to_json(all));
    record(work, "figure_table.published", {plan, period, {}, {}}, documents::to_json(lines));
    const auto table = public_table(
        figure_table(material, documents::official_words), lines, documents::official_words
    );
    if (form == PublicForm::document)
        return documents::write_docx(public_document(material, table, documents::official_words));
    return documents::write_figure_workbook(table, table_layout(work, plan));
}

Result<Done>
decide_sensitive_use(Work& work, const PlanId& plan, SensitiveUse use, const std::string& reason)
{
    TRY(require(work, Right::approve_report));
    TRY(plan_in_use(work, plan));
    if (squeeze(reason).empty())
        return refuse(Refusal::invalid, "publication.reason_missing", {}, "reason");
    if (use == SensitiveUse::totals)
        work.kept.settings().put(use_setting(plan), totals_word);
    else
        work.kept.settings().remove(use_setting(plan));
    record(
        work,
        use == SensitiveUse::totals ? "publication.totals_allowed" : "publication.totals_withheld",
        {plan, {}, {}, {}},
        documents::reason_json(squeeze(reason))
    );
    return done;
}

} // namespace tiendo::app
