#include "domain/plan/rejected_repairs.hpp"

#include "domain/plan/changes_in_force.hpp"

#include <functional>
#include <map>

namespace tiendo {
namespace {

using Texts = std::vector<std::reference_wrapper<std::string>>;

void take(Texts& texts, std::vector<std::string>& items)
{
    for (auto& item : items)
        texts.emplace_back(item);
}

void take(Texts& texts, std::optional<std::string>& item)
{
    if (item) texts.emplace_back(*item);
}

/// What was read from the line, among all that has lines.
Texts texts_at(PlanReading& reading, int line)
{
    Texts texts;
    const auto here = [&](const LineRange& lines) {
        return lines.first <= line && line <= lines.last;
    };
    for (auto& objective : reading.objectives) {
        if (here(objective.lines)) take(texts, objective.title);
        for (auto& target : objective.targets)
            if (here(target.lines)) texts.emplace_back(target.text);
    }
    for (auto& task : reading.tasks) {
        if (!here(task.lines)) continue;
        texts.emplace_back(task.text);
        take(texts, task.product);
        take(texts, task.lead);
        take(texts, task.with);
    }
    for (auto& duty : reading.duties) {
        if (!here(duty.lines)) continue;
        texts.emplace_back(duty.text);
        take(texts, duty.units);
    }
    for (auto& report : reading.reports) {
        if (!here(report.lines)) continue;
        take(texts, report.from);
        take(texts, report.to);
        take(texts, report.via);
    }
    for (auto& event : reading.events)
        if (here(event.lines)) texts.emplace_back(event.title);
    return texts;
}

/// What has no lines: the head of the document and its recipients.
Texts texts_without_lines(PlanReading& reading)
{
    auto& head = reading.document;
    Texts texts{head.title, head.issuer, head.place};
    for (auto& basis : head.bases)
        texts.emplace_back(basis.issuer);
    texts.emplace_back(head.signer.authority);
    texts.emplace_back(head.signer.position);
    for (auto& recipient : reading.recipients)
        texts.emplace_back(recipient.name);
    return texts;
}

/// Puts the words as written where `found_by` stands in a text; false where it stands in none.
bool revert(const Texts& texts, const TextRepair& repair, const std::string& found_by)
{
    const auto offset = found_by.find(repair.after);
    if (repair.after.empty() || offset == std::string::npos) return false;
    bool reverted = false;
    for (std::string& text : texts) {
        const auto at = text.find(found_by);
        if (at == std::string::npos) continue;
        text.replace(at + offset, repair.after.size(), repair.before);
        reverted = true;
    }
    return reverted;
}

/// Those in which the repaired words have the neighbours that they had in their line: "Ngọc Hồi" of
/// a line's own is the place of issue, not the end of "huyện Ngọc Hồi".
Texts with_those_neighbours(const Texts& texts, const TextRepair& repair)
{
    Texts found;
    for (std::string& text : texts) {
        const auto at = text.find(repair.context);
        if (at == std::string::npos) continue;
        const auto end = at + repair.context.size();
        const bool begins_line = repair.context.starts_with(repair.after);
        const bool ends_line = repair.context.ends_with(repair.after);
        const bool has_more_before = at > 0 && text[at - 1] == ' ';
        const bool has_more_behind = end < text.size() && text[end] == ' ';
        if ((begins_line && has_more_before) || (ends_line && has_more_behind)) continue;
        found.emplace_back(text);
    }
    return found;
}

/// The same words may stand elsewhere in the item, so the words around them are looked for first.
void revert(PlanReading& reading, int line, const TextRepair& repair)
{
    const auto here = texts_at(reading, line);
    if (revert(here, repair, repair.context) || revert(here, repair, repair.after)) return;
    revert(with_those_neighbours(texts_without_lines(reading), repair), repair, repair.context);
}

} // namespace

PlanReading with_rejected_repairs(PlanReading reading, const std::vector<PlanChange>& changes)
{
    std::map<std::string, std::string> decisions;
    for (const auto& change : changes_in_force(changes))
        decisions[change.path] = change.value;
    for (const auto& finding : std::vector(reading.findings)) {
        const auto decision = decisions.find("finding/" + finding_key(finding));
        if (decision == decisions.end() || decision->second != "rejected") continue;
        for (const auto& repair : finding.repairs)
            revert(reading, finding.lines.first, repair);
    }
    return reading;
}

} // namespace tiendo
