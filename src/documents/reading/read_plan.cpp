#include "documents/reading/read_plan.hpp"

#include "base/text.hpp"
#include "documents/reading/check_reading.hpp"
#include "documents/reading/parts.hpp"
#include "documents/reading/read_annexes.hpp"
#include "documents/reading/read_duties.hpp"
#include "documents/reading/read_events.hpp"
#include "documents/reading/read_head.hpp"
#include "documents/reading/read_reports.hpp"
#include "documents/reading/read_tasks.hpp"
#include "documents/reading/sections.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

/// A plan, or a decision or resolution that issues one; not a report, a letter or a notice.
bool is_plan(const Parts& parts, const DocumentHead& head)
{
    static constexpr std::array<std::string_view, 7> plans{
        "KH", "CTr", "ĐA", "PA", "NQ", "CT", "CL"
    };
    if (parts.plan_attached) return true;
    if (parts.type == "QĐ") {
        const Words words{head.title};
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (vocabulary("plan_words").at(words, i)) return true;
        }
        return false;
    }
    if (parts.type.empty()) return head.symbol.starts_with("KH");
    return std::find(plans.begin(), plans.end(), parts.type) != plans.end();
}

void find_head_problems(const Parts& parts, const HeadRead& head, FindingList& findings)
{
    if (head.number_missing_line)
        findings.add("number_missing", {*head.number_missing_line, *head.number_missing_line});
    if (head.date_missing_line)
        findings.add("date_missing", {*head.date_missing_line, *head.date_missing_line});
    if (!parts.preamble.empty() && head.head.bases.empty())
        findings.add("base_missing", parts.preamble.front().lines);
}

} // namespace

Result<PlanReading> read_plan(DocumentText document)
{
    const auto repairs = apply_repairs(document);
    const auto parts = parts_of(document);
    auto head = read_head(parts);
    if (!is_plan(parts, head.head)) return refuse(Refusal::invalid, "file.not_a_plan");

    auto root = outline_of(parts.body);
    classify_sections(root);
    read_stated_period(root, head.head);
    const TargetFrame frame{head.head.period_from, head.head.period_to, head.year, {}};

    FindingList findings;
    find_head_problems(parts, head, findings);
    const auto objectives = read_objectives(root, frame, findings);
    PlanReading plan;
    plan.document = head.head;
    plan.objectives = objectives.objectives;
    plan.tasks = read_tasks(root, objectives, frame);
    plan.duties = read_duties(root);
    plan.reports = read_reports(root, plan.duties, frame);
    plan.events = read_events(root, frame);
    plan.recipients = read_recipients(parts);
    if (plan.objectives.empty() && plan.tasks.empty() && plan.duties.empty())
        return refuse(Refusal::invalid, "file.not_a_plan");

    const auto ownerless =
        std::count_if(plan.tasks.begin(), plan.tasks.end(), [](const ReadTask& t) {
            return t.lead.empty();
        });
    const auto annexes =
        read_annexes(document, parts, static_cast<std::size_t>(ownerless), findings);
    plan.annexes_mentioned = annexes.mentioned;
    plan.annexes_present = annexes.present;
    check_reading({plan, objectives, root, document, repairs, frame}, findings);
    plan.findings = findings.sorted();
    return plan;
}

} // namespace tiendo::documents
