#include "web/pages/amendment.hpp"

#include "app/org/directory.hpp"
#include "app/plan/amendments.hpp"
#include "app/plan/plans.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/views/compared_words.hpp"
#include "web/views/target_words.hpp"
#include "web/views/unit_words.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <map>

namespace tiendo::web {
namespace {

struct AmendmentSeen {
    PlanId newer{};
    std::string title{};
    std::vector<app::PlanSummary> others{};
    std::optional<app::AmendedPlan> amended{};
    UnitDirectory directory{};
    const Fields* typed = nullptr; ///< what was sent and refused
};

Result<AmendmentSeen> load(app::Work& work, const Request& request)
{
    AmendmentSeen seen;
    seen.newer = plan_in_path(request);
    seen.title = TRY(app::plan_summary(work, seen.newer)).title;
    for (auto& plan : TRY(app::plans(work)))
        if (plan.id != seen.newer) seen.others.push_back(std::move(plan));
    seen.amended = TRY(app::amended_plan(work, seen.newer));
    seen.directory = app::directory(work);
    return seen;
}

const char* kind_key(AmendmentKind kind)
{
    switch (kind) {
    case AmendmentKind::changed:
        return "amendment.changed";
    case AmendmentKind::added:
        return "amendment.added";
    case AmendmentKind::removed:
        return "amendment.removed";
    }
    return "";
}

/// "Chỉ tiêu 2.3", "Nhiệm vụ 3.4", "Ngày cuối của kế hoạch".
std::string subject_of(const std::string& key, const Wording& words)
{
    const auto slash = key.find('/');
    const auto kind = key.substr(0, slash);
    const auto id = key.substr(slash + 1);
    if (kind == "target") return words.text("amendment.target", {{"id", id}});
    if (kind == "task") return words.text("amendment.task", {{"id", id}});
    if (kind == "report") return words.text("amendment.report");
    return words.text(id == "period_from" ? "amendment.period_from" : "amendment.period_to");
}

std::string level_of(const std::optional<Quantity>& quantity, const Wording& words)
{
    if (!quantity) return words.text("amendment.no_level");
    return view::level_words(*quantity, words);
}

bool is_chosen(const AmendmentSeen& seen, const std::string& key)
{
    if (seen.typed == nullptr) return false;
    const auto chosen = seen.typed->all("choice");
    return std::ranges::find(chosen, key) != chosen.end();
}

view::List rows_of(const AmendmentSeen& seen, const Wording& words)
{
    view::List rows;
    for (const auto& amendment : seen.amended->amendments) {
        view::List levels;
        for (std::size_t i = 0; i < amendment.levels_now.size(); ++i) {
            const auto before = level_of(amendment.levels_before[i], words);
            const auto now = level_of(amendment.levels_now[i], words);
            if (before != now) levels.emplace_back(view::Object{{"before", before}, {"now", now}});
        }
        const bool has_levels = !levels.empty();
        rows.emplace_back(view::Object{
            {"key", amendment.key},
            {"anchor", anchor_of(amendment.key)},
            {"subject", subject_of(amendment.key, words)},
            {"kind", words.text(kind_key(amendment.kind))},
            {"compared_markup", view::compared_words(amendment.before, amendment.now)},
            {"has_levels", has_levels},
            {"levels", std::move(levels)},
            {"has_units", !amendment.units.empty()},
            {"units", view::unit_names(amendment.units, seen.directory, words)},
            {"is_by_hand", amendment.settings.empty()},
            {"is_chosen", is_chosen(seen, amendment.key)}
        });
    }
    return rows;
}

/// "Năm 2023: 6 báo cáo đang nhập, 8 báo cáo đã nộp …": by period, the open forms apart from what
/// was handed in.
view::List touched_of(const AmendmentSeen& seen, const Wording& words)
{
    std::map<PeriodId, std::pair<int, int>> counts;
    for (const auto& report : seen.amended->touched) {
        auto& [open, handed_in] = counts[report.period];
        (is_unsent(report.stage) ? open : handed_in) += 1;
    }
    view::List lines;
    for (const auto& [period, count] : counts) {
        lines.emplace_back(words.text(
            "amendment.touched",
            {{"period", words.period(period)},
             {"open", std::to_string(count.first)},
             {"handed_in", std::to_string(count.second)}}
        ));
    }
    return lines;
}

view::Object data_of(const AmendmentSeen& seen, const Visit& visit)
{
    const auto& words = visit.words;
    view::List choices;
    for (const auto& plan : seen.others) {
        choices.emplace_back(view::Object{
            {"value", plan.id.str()},
            {"label", plan.title + " (" + words.moment(plan.created_at) + ")"},
            {"is_chosen", seen.amended && seen.amended->plan == plan.id}
        });
    }
    view::Object data{
        {"title", words.text("amendment.title")},
        {"plan_title", seen.title},
        {"path", plan_path(seen.newer, "ban-dieu-chinh")},
        {"review_path", plan_path(seen.newer, "ra-soat")},
        {"may_edit", may(visit.actor, Right::edit_plan)},
        {"choices", std::move(choices)},
        {"is_amendment", seen.amended.has_value()},
    };
    if (!seen.amended) return data;
    auto rows = rows_of(seen, words);
    auto touched = touched_of(seen, words);
    const bool has_rows = !rows.empty();
    const bool has_touched = !touched.empty();
    data.set("rows", std::move(rows));
    data.set("has_rows", has_rows);
    data.set("touched", std::move(touched));
    data.set("has_touched", has_touched);
    data.set("amended_path", plan_path(seen.amended->plan, "ra-soat"));
    data.set(
        "reason", seen.typed == nullptr ? std::string() : std::string((*seen.typed)["reason"])
    );
    return data;
}

Result<Response> page_of(Visit& visit, const Request& request, const Error* error)
{
    auto seen = TRY(visit.read([&](app::Work& work) { return load(work, request); }));
    if (error != nullptr) seen.typed = &request.form;
    auto data = data_of(seen, visit);
    if (error != nullptr) show_problems(data, *error, visit.words);
    return html(visit.page("amendment", std::move(data)), error == nullptr ? 200 : 422);
}

} // namespace

Result<Response> get_amendment(Visit& visit, const Request& request)
{
    return page_of(visit, request, nullptr);
}

Result<Response> post_amended_plan(Visit& visit, const Request& request)
{
    const auto newer = plan_in_path(request);
    const auto set = visit.write([&](app::Work& work) {
        return app::set_amended_plan(work, newer, PlanId(std::string(request.form["amended"])));
    });
    if (!set) return page_of(visit, request, &set.error());
    return see_other(plan_path(newer, "ban-dieu-chinh"));
}

Result<Response> post_take_over(Visit& visit, const Request& request)
{
    const auto newer = plan_in_path(request);
    const auto taken = visit.write([&](app::Work& work) {
        return app::take_over(
            work, newer, request.form.all("choice"), std::string(request.form["reason"])
        );
    });
    if (!taken) return page_of(visit, request, &taken.error());
    return see_other(plan_path(newer, "ban-dieu-chinh"));
}

} // namespace tiendo::web
