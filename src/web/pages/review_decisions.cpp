#include "web/pages/review_decisions.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace tiendo::web {
namespace {

/// A field of the form is named by its path; only those that differ from what stands are changes.
Result<Done> correct_fields(app::Work& work, const PlanId& id, const Fields& form)
{
    const std::string finding(form["finding"]);
    const std::string reason(form["reason"]);
    std::vector<app::NewChange> changes;
    for (const auto& [name, value] : form) {
        if (!name.starts_with("field:")) continue;
        const auto path = name.substr(6);
        if (form["was:" + path] == value) continue;
        changes.push_back({path, value, reason, finding, seen_in(form)});
    }
    if (changes.empty())
        return refuse(Refusal::invalid, "plan_review.nothing_changed", {}, "finding/" + finding);
    return app::change_plan(work, id, changes);
}

/// The task that repeats another is merged into it; the later one of the finding's lines.
Result<Done> merge_tasks(app::Work& work, const PlanId& id, const Fields& form)
{
    const std::string key(form["finding"]);
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto finding = std::ranges::find(plan.findings, key, &PlanFinding::key);
    if (finding == plan.findings.end())
        return refuse(Refusal::not_found, "plan_review.unknown_finding");
    const Task* first = nullptr;
    const Task* last = nullptr;
    for (const auto& task : plan.tasks) {
        const auto& lines = finding->finding.lines;
        if (task.lines.first < lines.first || task.lines.first > lines.last) continue;
        if (first == nullptr) first = &task;
        last = &task;
    }
    if (first == last)
        return refuse(Refusal::invalid, "plan_review.nothing_to_merge", {}, "finding/" + key);
    return app::change_plan(
        work,
        id,
        {"task/" + last->id + "/merged_into",
         first->id,
         std::string(form["reason"]),
         key,
         seen_in(form)}
    );
}

/// The measures in the finding's lines get no verdict, for the reason given.
Result<Done> leave_unjudged(app::Work& work, const PlanId& id, const Fields& form)
{
    const std::string key(form["finding"]);
    const std::string reason(form["reason"]);
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto finding = std::ranges::find(plan.findings, key, &PlanFinding::key);
    if (finding == plan.findings.end())
        return refuse(Refusal::not_found, "plan_review.unknown_finding");
    std::vector<app::NewChange> changes;
    for (const auto& measure : plan.measures) {
        if (measure.lines.last < finding->finding.lines.first ||
            measure.lines.first > finding->finding.lines.last)
            continue;
        changes.push_back(
            {"measure/" + measure.id.str() + "/not_judged", reason, reason, key, seen_in(form)}
        );
    }
    return app::change_plan(work, id, changes);
}

/// Only words that were repaired can be put back as they are written.
Result<Done> require_repair(app::Work& work, const PlanId& id, const std::string& key)
{
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto finding = std::ranges::find(plan.findings, key, &PlanFinding::key);
    if (finding == plan.findings.end() || finding->finding.repairs.empty())
        return refuse(Refusal::not_found, "plan_review.unknown_finding");
    return done;
}

} // namespace

std::optional<int> seen_in(const Fields& form)
{
    const auto text = form["seen"];
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Result<Done>
decide_finding(app::Work& work, const PlanId& id, const Fields& form, const Wording& words)
{
    static constexpr std::array<std::string_view, 5> others{
        "keep", "accepted", "replaced", "rejected", "confirmed"
    };
    const auto choice = form["choice"];
    const std::string key(form["finding"]);
    if (choice == "correct") return correct_fields(work, id, form);
    if (choice == "merge") return merge_tasks(work, id, form);
    if (choice == "unjudged") return leave_unjudged(work, id, form);
    if (choice == "rejected") TRY(require_repair(work, id, key));
    if (std::ranges::find(others, choice) == others.end())
        return refuse(Refusal::invalid, "plan_review.choose", {}, "finding/" + key);
    const auto reason = choice == "confirmed" ? words.text("plan_review.compared_with_picture")
                                              : std::string(form["reason"]);
    return app::change_plan(
        work, id, {"finding/" + key, std::string(choice), reason, {}, seen_in(form)}
    );
}

} // namespace tiendo::web
