#include "web/pages/form_parts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>

namespace tiendo::web {
namespace {

/// From "cell/3.2a", "duty/7.2", "activity/money" …, and the bare "3.2a" of a measure.
std::size_t part_of(std::string_view item)
{
    if (item.starts_with("task/") || item.starts_with("duty/")) return 1;
    if (item.starts_with("activity/")) return 2;
    return item.starts_with("narrative/") ? 3 : 0;
}

bool has_error(const app::UnitReport& report, std::size_t part)
{
    return std::ranges::any_of(report.draft.remarks(), [&](const Remark& remark) {
        return remark.weight == Weight::error && part_of(remark.problem.place) == part;
    });
}

std::size_t missing_in(const app::UnitReport& report, std::size_t part)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        report.completion.missing, [&](const std::string& place) { return part_of(place) == part; }
    ));
}

std::string
count_words(const char* key, std::size_t filled, std::size_t total, const Wording& words)
{
    return words.text(key, {{"filled", std::to_string(filled)}, {"total", std::to_string(total)}});
}

FormPart measures(const app::UnitReport& report, const Wording& words)
{
    const auto total = report.form.rows.size();
    // A unit without measures reads so, instead of folding an empty part away.
    if (total == 0) return {{}, true};
    const auto missing = missing_in(report, 0);
    return {
        count_words("entry.count_filled", total - missing, total, words),
        missing > 0 || has_error(report, 0)
    };
}

/// What is owed: the tasks that the unit leads and the clauses of its duties.
FormPart duties(const app::UnitReport& report, const Wording& words)
{
    std::size_t total = 0;
    std::size_t told = 0;
    const auto count = [&](bool is_told) {
        ++total;
        told += is_told ? 1 : 0;
    };
    for (const auto& row : report.form.tasks)
        if (row.part == Part::lead) count(report.draft.tasks.contains(row.task.id));
    for (const auto& clause : report.form.clauses)
        count(report.draft.duties.contains(clause.id));
    if (total == 0) return {words.text("entry.leads_nothing"), false};
    return {count_words("entry.count_told", told, total, words), missing_in(report, 1) > 0};
}

FormPart activities(const app::UnitReport& report, const Wording& words)
{
    std::size_t rows = 0;
    std::size_t tables = 0;
    bool has_empty = false;
    for (const auto& table : report.form.activities) {
        const auto found = report.draft.activities.find(table.key);
        const auto here =
            found == report.draft.activities.end() ? std::size_t{0} : found->second.size();
        rows += here;
        tables += here > 0 ? 1 : 0;
        has_empty = has_empty || (table.is_asked && here == 0);
    }
    auto count = tables == 0
                     ? row_count_words(0, words)
                     : words.text(
                           "entry.count_tables",
                           {{"rows", std::to_string(rows)}, {"tables", std::to_string(tables)}}
                       );
    return {std::move(count), has_empty || has_error(report, 2)};
}

FormPart closing_words(const app::UnitReport& report, const Wording& words)
{
    const auto written = std::ranges::count_if(report.draft.narrative, [](const auto& part) {
        return !trim(part.second).empty();
    });
    return {
        count_words(
            "entry.count_offered", static_cast<std::size_t>(written), narrative_parts.size(), words
        ),
        false
    };
}

} // namespace

std::array<FormPart, 4> form_parts(const app::UnitReport& report, const Wording& words)
{
    std::array parts{
        measures(report, words),
        duties(report, words),
        activities(report, words),
        closing_words(report, words)
    };
    // What came back is read whole: a reason need not name its row.
    const bool came_back =
        report.state.stage == Stage::returned || !report.state.leader_reason.empty();
    parts[0].has_work = parts[0].has_work || came_back;
    parts[1].has_work = parts[1].has_work || came_back;
    return parts;
}

bool is_troubled(const SavingOutcome& outcome, std::size_t part)
{
    const auto is_here = [&](const auto& entry) { return part_of(entry.first) == part; };
    return std::ranges::any_of(outcome.unsaved, is_here) ||
           std::ranges::any_of(outcome.conflicts, is_here);
}

std::string row_count_words(std::size_t rows, const Wording& words)
{
    if (rows == 0) return words.text("entry.no_rows");
    return words.text("entry.count_rows", {{"rows", std::to_string(rows)}});
}

} // namespace tiendo::web
