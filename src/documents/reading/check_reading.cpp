#include "documents/reading/check_reading.hpp"

#include "base/text.hpp"
#include "documents/reading/check_tables.hpp"
#include "documents/reading/check_targets.hpp"
#include "documents/reading/read_deadline.hpp"
#include "documents/reading/sections.hpp"
#include "documents/reading/task_fields.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/label.hpp"
#include "documents/text/pieces.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace tiendo::documents {

namespace {

constexpr std::size_t contained_task_bytes_min = 60;

void check_tasks(const std::vector<ReadTask>& tasks, FindingList& findings)
{
    const bool some_have_lead =
        std::any_of(tasks.begin(), tasks.end(), [](const ReadTask& t) { return !t.lead.empty(); });
    std::vector<std::string> keys;
    for (const auto& task : tasks) {
        if (some_have_lead && task.lead.empty()) findings.add("task_without_owner", task.lines);
        keys.push_back(name_key(task.text));
    }
    for (std::size_t later = 1; later < tasks.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const auto& a = keys[earlier];
            const auto& b = keys[later];
            const bool same = a == b;
            const bool contained =
                std::min(a.size(), b.size()) >= contained_task_bytes_min &&
                (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
            if (!same && !contained) continue;
            const bool adjacent = earlier + 1 == later;
            const LineRange lines{
                adjacent ? tasks[earlier].lines.first : tasks[later].lines.first,
                tasks[later].lines.last
            };
            findings.add(
                "duplicate_task",
                lines,
                {{"earlier", std::to_string(tasks[earlier].lines.first)},
                 {"later", std::to_string(tasks[later].lines.first)}}
            );
            break;
        }
    }
}

void check_reports(const std::vector<ReadReport>& reports, FindingList& findings)
{
    LineRange last;
    for (const auto& report : reports) {
        if (!report.due.empty() || report.lines == last) continue;
        findings.add("report_without_date", report.lines);
        last = report.lines;
    }
}

/// The line below the task that says its deadline, or the task's own.
LineRange where_due_stands(const CheckInput& input, std::size_t task)
{
    const auto& tasks = input.plan.tasks;
    const auto own = tasks[task].lines;
    if (read_deadline(tasks[task].text, input.frame, false) == tasks[task].due) return own;
    for (const auto& block : input.document.blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr || paragraph->lines.first <= own.last) continue;
        if (task + 1 < tasks.size() && paragraph->lines.first >= tasks[task + 1].lines.first) break;
        for (const auto& field : fields_of_line(std::string(without_label(paragraph->text)))) {
            if (field.role == "due" &&
                read_deadline(field.value, input.frame, true) == tasks[task].due)
                return paragraph->lines;
        }
    }
    return own;
}

void check_past(const CheckInput& input, FindingList& findings)
{
    const auto& issued = input.plan.document.date;
    if (!issued) return;
    for (const auto& objective : input.plan.objectives) {
        for (const auto& target : objective.targets) {
            for (const auto& quantity : target.quantities) {
                if (!quantity.due || *quantity.due >= *issued) continue;
                findings.add(
                    "date_in_past", target.lines, {{"quote", vietnamese_date(*quantity.due)}}
                );
                break;
            }
        }
    }
    for (std::size_t n = 0; n < input.plan.tasks.size(); ++n) {
        const auto& due = input.plan.tasks[n].due;
        if (due && *due < *issued)
            findings.add(
                "date_in_past", where_due_stands(input, n), {{"quote", vietnamese_date(*due)}}
            );
    }
    for (const auto& report : input.plan.reports) {
        const auto due = parse_iso_date(report.due);
        if (due && *due < *issued)
            findings.add("date_in_past", report.lines, {{"quote", vietnamese_date(*due)}});
    }
}

void check_dates(const std::string& text, LineRange lines, FindingList& findings)
{
    const Words words{text};
    for (const auto& point : time_points(words)) {
        if (!point.exists)
            findings.add(
                "date_invalid",
                lines,
                {{"quote", std::string(words.written(point.first, point.last))}}
            );
    }
}

void check_all_dates(const DocumentText& document, FindingList& findings)
{
    for (const auto& block : document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            check_dates(paragraph->text, paragraph->lines, findings);
            continue;
        }
        for (const auto& row : std::get<Table>(block).rows) {
            for (const auto& cell : row.cells)
                check_dates(cell.text, row.lines, findings);
        }
    }
}

std::string label_text(const Label& label)
{
    std::string text;
    for (const auto number : label.numbers)
        text += (text.empty() ? "" : ".") + std::to_string(number);
    return text;
}

/// Numbers of one list: neighbours of one kind below one heading.
void check_numbering(const Node& node, FindingList& findings)
{
    std::map<LabelKind, Label> last;
    std::map<std::string, int> last_named;
    for (const auto& child : node.children) {
        if (begins_annex(child.text) || (child.label.kind == LabelKind::none && !child.is_leaf())) {
            last.clear();
            last_named.clear();
        }
        const auto& label = child.label;
        if (!label.numbers.empty()) {
            const auto before = last.find(label.kind);
            if (before != last.end() && before->second.numbers.size() == label.numbers.size()) {
                const auto expected = before->second.numbers.back() + 1;
                const auto here = label.numbers.back();
                const bool starts_again = here == 1 && before->second.numbers.back() > 1;
                if (here != expected && !starts_again) {
                    findings.add(
                        "numbering_gap",
                        child.lines,
                        {{"before", label_text(before->second)}, {"here", label_text(label)}}
                    );
                }
            }
            last[label.kind] = label;
        }
        if (const auto named = named_item(child.text);
            named && named->number && label.numbers.empty()) {
            const auto before = last_named.find(named->word);
            if (before != last_named.end() && *named->number != before->second + 1 &&
                *named->number != 1) {
                findings.add(
                    "numbering_gap",
                    child.lines,
                    {{"before", std::to_string(before->second)},
                     {"here", std::to_string(*named->number)}}
                );
            }
            last_named[named->word] = *named->number;
        }
        check_numbering(child, findings);
    }
}

void tell_repairs(const CheckInput& input, FindingList& findings)
{
    std::map<int, std::vector<TextRepair>> by_line;
    for (const auto& repair : input.repairs) {
        const auto line = line_holding(input.document, repair.lines, repair.text.before);
        by_line[line].push_back(repair.text);
    }
    for (auto& [line, repairs] : by_line) {
        std::string list;
        for (const auto& [before, after, context] : repairs)
            list += (list.empty() ? "" : ", ") + fmt::format("“{}” → “{}”", before, after);
        auto& finding = findings.add("ocr_repaired", {line, line}, {{"list", list}});
        finding.repairs = std::move(repairs);
    }
}

/// What the way of the text into the product may have spoiled. One finding for each line, so that
/// it is confirmed beside one place of the picture.
/// What a search in the file finds is not what is printed on it.
void tell_unseen_layers(const std::vector<UnseenLayer>& layers, FindingList& findings)
{
    constexpr int same_percent_min = 90;
    if (layers.empty()) return;
    std::string pages;
    int least = 100;
    for (const auto& layer : layers) {
        pages += (pages.empty() ? "" : ", ") + std::to_string(layer.page);
        least = std::min(least, layer.same_percent);
    }
    findings.add(
        least < same_percent_min ? "text_layer_differs" : "text_layer_unseen",
        {1, 1},
        {{"pages", pages}, {"percent", std::to_string(least)}}
    );
}

void tell_doubts(const DocumentText& document, FindingList& findings)
{
    if (!document.old_letters.empty())
        findings.add("old_letters", {1, 1}, {{"letters", document.old_letters}});
    if (document.recognised_pages > 0)
        findings.add(
            "text_recognised", {1, 1}, {{"pages", std::to_string(document.recognised_pages)}}
        );
    for (const auto& part : document.left_out)
        findings.add(
            "part_left_out." + part.what,
            {part.line, part.line},
            {{"count", std::to_string(part.count)}}
        );
    tell_unseen_layers(document.unseen_layers, findings);
    for (const auto& line : document.source) {
        std::string list;
        for (const auto& doubt : line.doubts)
            list += (list.empty() ? "" : ", ") + fmt::format("“{}”", doubt.text);
        if (!list.empty())
            findings.add("number_doubtful", {line.number, line.number}, {{"list", list}});
    }
}

} // namespace

void check_reading(const CheckInput& input, FindingList& findings)
{
    check_targets(input, findings);
    check_tasks(input.plan.tasks, findings);
    check_reports(input.plan.reports, findings);
    check_past(input, findings);
    check_all_dates(input.document, findings);
    check_numbering(input.root, findings);
    check_tables(input.root, findings);
    tell_repairs(input, findings);
    tell_doubts(input.document, findings);
    for (const auto& lines : input.document.joins)
        findings.add("break_joined", lines);
}

} // namespace tiendo::documents
