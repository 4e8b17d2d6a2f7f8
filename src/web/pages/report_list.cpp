#include "web/pages/report_list.hpp"

#include "app/issuing/unit_papers.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "domain/org/unit_names.hpp"
#include "web/pages/list_part.hpp"
#include "web/pages/report_pages.hpp"
#include "web/percent.hpp"
#include "web/views/status_tag.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

struct ReportList {
    PlanId plan{};
    std::string plan_title{};
    Period period{};
    std::vector<Period> periods{};
    std::vector<app::ReportLine> lines{};
    UnitDirectory units{};
    std::set<UnitId> with_signed_paper{};
};

Result<ReportList> load(app::Work& work, const PlanId& plan, const PeriodId& period)
{
    ReportList list;
    list.plan = plan;
    list.plan_title = TRY(app::plan_summary(work, plan)).title;
    list.periods = TRY(app::periods_of(work, plan));
    if (period.empty())
        list.period = TRY(app::period_to_show(work, plan));
    else
        list.period = TRY(app::period_of(work, plan, period));
    list.lines = TRY(app::report_lines(work, plan, list.period.id));
    list.units = app::directory(work);
    list.with_signed_paper = TRY(app::signed_units(work, plan, list.period.id));
    return list;
}

/// The filters of the page: where the office has something to do, and what is settled.
enum class Group { waiting, owed, returned, settled };

Group group_of(const app::ReportLine& line)
{
    if (line.state.stage == Stage::submitted) return Group::waiting;
    if (line.state.stage == Stage::returned) return Group::returned;
    return has_reported(line.state.stage) ? Group::settled : Group::owed;
}

constexpr std::array<std::pair<Group, const char*>, 4> groups{{
    {Group::waiting, "cho-duyet"},
    {Group::owed, "chua-nop"},
    {Group::returned, "tra-lai"},
    {Group::settled, "xong"},
}};

const char* group_message(Group group)
{
    switch (group) {
    case Group::waiting:
        return "report_list.waiting";
    case Group::owed:
        return "report_list.owed";
    case Group::returned:
        return "report_list.returned";
    case Group::settled:
        return "report_list.settled";
    }
    return "";
}

/// Communes first, then agencies, the police, the Front; each by the dictionary.
void sort_by_name(ReportList& list)
{
    const auto kind_of = [&](const app::ReportLine& line) {
        const auto* unit = list.units.find(line.unit);
        const auto kind = unit == nullptr ? UnitKind::agency : unit->kind;
        return kind == UnitKind::commune ? -1 : static_cast<int>(kind);
    };
    const auto name_of = [&](const app::ReportLine& line) {
        const auto* unit = list.units.find(line.unit);
        return unit == nullptr ? line.unit.str() : unit->short_name;
    };
    std::ranges::stable_sort(list.lines, [&](const auto& a, const auto& b) {
        if (kind_of(a) != kind_of(b)) return kind_of(a) < kind_of(b);
        return collates_before(name_of(a), name_of(b));
    });
}

view::Object line_view(const app::ReportLine& line, const ReportList& list, const Visit& visit)
{
    const auto* known = list.units.find(line.unit);
    const Unit unit = known == nullptr ? Unit{} : *known;
    const auto& words = visit.words;
    const bool may_review = may(visit.actor, Right::review_reports);
    const auto path = report_path({list.plan, list.period.id, line.unit});
    const bool waits = line.state.stage == Stage::submitted;
    const bool is_open = is_open_for_entry(line.state.stage);
    return {
        {"unit", unit.short_name.empty() ? line.unit.str() : unit.short_name},
        {"unit_full", unit.name},
        {"state_markup", view::report_tag(line.state, line.timing, unit.kind, words)},
        {"filled",
         std::to_string(line.completion.filled) + "/" + std::to_string(line.completion.total)},
        {"at", line.state.submitted_at ? words.moment(*line.state.submitted_at) : std::string{}},
        {"channel", line.channel.empty() ? std::string{} : words.text("channel." + line.channel)},
        {"path", may_review ? path + "/duyet" : path},
        {"is_signed", list.with_signed_paper.contains(line.unit)},
        {"waits", waits},
        {"is_open", is_open},
        {"entry_path", path}
    };
}

std::string list_path(const ReportList& list, const std::string& group, const std::string& sought)
{
    auto path = "/ke-hoach/" + percent_encode(list.plan.str()) +
                "/bao-cao?ky=" + percent_encode(list.period.id.str());
    if (!group.empty()) path += "&tt=" + group;
    if (!sought.empty()) path += "&tim=" + percent_encode(sought);
    return path;
}

view::List filter_list(
    const ReportList& list, std::string_view chosen, const std::string& sought, const Wording& words
)
{
    view::List filters;
    filters.emplace_back(view::Object{
        {"label", words.text("report_list.all")},
        {"count", std::to_string(list.lines.size())},
        {"path", list_path(list, {}, sought)},
        {"is_current", chosen.empty()}
    });
    for (const auto& [group, name] : groups) {
        const auto count = std::ranges::count_if(list.lines, [&, wanted = group](const auto& line) {
            return group_of(line) == wanted;
        });
        filters.emplace_back(view::Object{
            {"label", words.text(group_message(group))},
            {"count", std::to_string(count)},
            {"path", list_path(list, name, sought)},
            {"is_current", chosen == name}
        });
    }
    return filters;
}

view::List period_list(const ReportList& list, const Wording& words)
{
    view::List options;
    for (const auto& period : list.periods)
        options.emplace_back(view::Object{
            {"value", period.id.str()},
            {"label", words.period(period.id)},
            {"is_selected", period.id == list.period.id}
        });
    return options;
}

std::vector<const app::ReportLine*>
lines_found(const ReportList& list, std::string_view chosen, const std::string& sought)
{
    const auto key = search_key(sought);
    std::vector<const app::ReportLine*> lines;
    for (const auto& line : list.lines) {
        const auto* known = list.units.find(line.unit);
        const Unit unit = known == nullptr ? Unit{} : *known;
        const auto group =
            std::ranges::find(groups, group_of(line), &std::pair<Group, const char*>::first);
        if (!chosen.empty() && chosen != group->second) continue;
        if (key.empty() || is_called(unit, key)) lines.push_back(&line);
    }
    return lines;
}

} // namespace

Result<Response> get_report_list(Visit& visit, const Request& request)
{
    const PlanId plan{std::string(request.path_parameters["plan"])};
    const PeriodId period{std::string(request.query["ky"])};
    auto loaded = visit.read([&](app::Work& work) { return load(work, plan, period); });
    auto list = TRY(std::move(loaded));
    sort_by_name(list);
    const auto& words = visit.words;
    const std::string sought(request.query["tim"]);
    const auto chosen = request.query["tt"];

    view::Object data;
    data.set("title", words.text("report_list.title", {{"period", words.period(list.period.id)}}));
    data.set("plan_title", list.plan_title);
    data.set("deadline", words.moment(list.period.deadline));
    data.set("action", "/ke-hoach/" + list.plan.str() + "/bao-cao");
    data.set("clear_path", list_path(list, {}, {}));
    data.set("sought", sought);
    data.set("chosen", std::string(chosen));
    data.set("has_periods", list.periods.size() > 1);
    data.set("period_id", list.period.id.str());
    data.set("periods", period_list(list, words));
    data.set("filters", filter_list(list, chosen, sought, words));
    const auto found = lines_found(list, chosen, sought);
    const ListPart part(found.size(), request);
    view::List lines;
    for (const auto* line : part.of(found))
        lines.emplace_back(line_view(*line, list, visit));
    set_parts(
        data,
        part,
        {"/ke-hoach/" + list.plan.str() + "/bao-cao",
         {{"ky", list.period.id.str()}, {"tt", std::string(chosen)}, {"tim", sought}}}
    );
    data.set("has_lines", !lines.empty());
    data.set("lines", std::move(lines));
    data.set(
        "workbooks_path",
        "/ke-hoach/" + list.plan.str() +
            "/bieu-excel.zip?ky=" + percent_encode(list.period.id.str())
    );
    data.set("mail_path", "/ke-hoach/" + list.plan.str() + "/bieu-excel/gui-thu");
    data.set(
        "tables_path",
        "/ke-hoach/" + list.plan.str() + "/bang-rieng?ky=" + percent_encode(list.period.id.str())
    );
    data.set("may_review", may(visit.actor, Right::review_reports));
    return html(visit.page("report_list", data));
}

} // namespace tiendo::web
