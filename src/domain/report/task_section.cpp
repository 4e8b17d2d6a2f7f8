#include "base/text.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_sections.hpp"
#include "domain/report/reported_tasks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

constexpr std::size_t words_of_a_task = 28; ///< a long task is named by its beginning

/// "Rà soát tình hình học sinh …": its first sentence, cut at a word.
std::string short_text(const std::string& text)
{
    const auto stop = text.find_first_of(".;");
    auto words = split(squeeze(text.substr(0, stop)), ' ');
    const bool cut = words.size() > words_of_a_task;
    if (!cut) return join(words, " ");
    words.resize(words_of_a_task);
    // Rather a clause less than half a clause: "…, công trình vệ sinh …".
    for (auto end = words.size(); end > words_of_a_task / 2; --end) {
        if (!words[end - 1].ends_with(',')) continue;
        words.resize(end);
        break;
    }
    if (words.back().ends_with(',')) words.back().pop_back();
    return join(words, " ") + " …";
}

class TaskSection {
public:
    explicit TaskSection(ReportWriter& report)
        : report_(report), material_(report.material()), tasks_(reported_tasks(material_)),
          duties_(reported_duties(material_)), today_(local_time(material_.now).day)
    {
    }

    void write()
    {
        report_.part("III.", "report.tasks");
        if (!tasks_.empty()) {
            summary();
            report_.table(table_by_objective());
        }
        int number = 0;
        for (const auto& objective : material_.plan.objectives) {
            if (count_tasks(tasks_, today_, objective.id).assigned == 0) continue;
            report_.heading(fmt::format("{}.", ++number), objective.title);
            for (const auto& task : tasks_) {
                if (task.task->objective == objective.id) task_bullet(task);
            }
        }
        if (has_tasks_without_objective()) {
            report_.heading(fmt::format("{}.", ++number), report_.say("tasks.others"));
            for (const auto& task : tasks_) {
                if (is_without_objective(*task.task)) task_bullet(task);
            }
        }
        report_.leftovers("task/");
        duties(number);
        report_.leftovers("duty/");
    }

private:
    bool is_without_objective(const Task& task) const
    {
        return std::ranges::find(material_.plan.objectives, task.objective, &Objective::id) ==
               material_.plan.objectives.end();
    }

    bool has_tasks_without_objective() const
    {
        return std::ranges::any_of(tasks_, [&](const ReportedTask& task) {
            return is_without_objective(*task.task);
        });
    }

    static Runs number(int count, const std::string& part)
    {
        return {sourced(count_in_document(count), "tasks#" + part)};
    }

    void summary()
    {
        const auto count = count_tasks(tasks_, today_);
        auto runs = sentence(
            report_.words(),
            "tasks.summary",
            {{"assigned", number(count.assigned, "assigned")},
             {"due", number(count.due, "due")},
             {"on_time", number(count.on_time, "on_time")},
             {"under_way", number(count.under_way, "under_way")}}
        );
        if (count.late > 0)
            append(
                runs,
                sentence(
                    report_.words(), "tasks.summary_late", {{"count", number(count.late, "late")}}
                )
            );
        if (count.overdue > 0)
            append(
                runs,
                sentence(
                    report_.words(),
                    "tasks.summary_overdue",
                    {{"count", number(count.overdue, "overdue")}}
                )
            );
        append(runs, {plain(report_.say("tasks.summary_end"))});
        report_.paragraph("tasks/summary", std::move(runs));
    }

    Table table_by_objective() const
    {
        Table table;
        const auto column = [&](const char* key, int width, Alignment alignment) {
            table.columns.push_back({report_.say(std::string("tasks.") + key), width, alignment});
        };
        column("objective", 60, Alignment::left);
        for (const auto* key : {"assigned", "due", "on_time", "late", "under_way", "overdue"})
            column(key, 16, Alignment::centre);
        const auto add_row = [&](const std::string& title, const TaskCount& count, bool bold) {
            TableRow row;
            row.cells.push_back({plain(title)});
            const std::pair<int, const char*> cells[] = {
                {count.assigned, "assigned"},
                {count.due, "due"},
                {count.on_time, "on_time"},
                {count.late, "late"},
                {count.under_way, "under_way"},
                {count.overdue, "overdue"}
            };
            for (const auto& [value, part] : cells)
                row.cells.push_back({sourced(std::to_string(value), std::string("tasks#") + part)});
            for (auto& cell : row.cells) {
                for (auto& run : cell)
                    run.bold = bold;
            }
            table.rows.push_back(std::move(row));
        };
        for (const auto& objective : material_.plan.objectives) {
            const auto count = count_tasks(tasks_, today_, objective.id);
            if (count.assigned > 0) add_row(objective.title, count, false);
        }
        add_row(report_.say("tasks.total"), count_tasks(tasks_, today_), true);
        return table;
    }

    std::string names(const std::vector<UnitId>& units) const
    {
        return with_capital(names_in_document(units, material_.directory, report_.words()));
    }

    Runs task_source(const ReportedTask& task, std::string text) const
    {
        return {sourced(std::move(text), "task/" + task.task->id)};
    }

    /// The results in the units' own words; of several leads each with its name.
    std::string results_of(const ReportedTask& task) const
    {
        std::vector<std::string> parts;
        for (const auto& [unit, answer] : task.leads) {
            auto words = without_full_stop(answer.result);
            const auto difficulty = without_full_stop(answer.difficulty);
            if (!difficulty.empty()) {
                words += (words.empty() ? "" : "; ") +
                         report_.say("tasks.difficulty", {{"words", without_capital(difficulty)}});
            }
            if (words.empty()) continue;
            if (task.task->lead.size() > 1)
                words = name_in_document(unit, material_.directory, report_.words()) + ": " + words;
            parts.push_back(std::move(words));
        }
        return join(parts, "; ");
    }

    bool is_asked(const ReportedTask& task) const
    {
        return !task.task->lead.empty() &&
               std::ranges::all_of(task.task->lead, [&](const UnitId& unit) {
                   return is_asked_politely(unit, material_.directory);
               });
    }

    /// "Đang vận động …" says by itself that it is not finished.
    bool says_it_goes_on(const ReportedTask& task) const
    {
        const auto start = report_.say("tasks.goes_on_start") + " ";
        return to_lower(results_of(task)).starts_with(start);
    }

    std::string key_of(const ReportedTask& task, bool has_result) const
    {
        switch (task.standing) {
        case TaskStanding::on_time:
            return has_result ? "tasks.done" : "tasks.done_without_words";
        case TaskStanding::late:
            return has_result ? "tasks.done_late" : "tasks.done_late_without_words";
        case TaskStanding::under_way:
            if (has_result) return says_it_goes_on(task) ? "tasks.done" : "tasks.going_on";
            return task.leads.empty() ? "tasks.not_reported" : "tasks.going_on_without_words";
        case TaskStanding::overdue:
            if (is_asked(task)) return "tasks.asked";
            return has_result ? "tasks.overdue_with_words" : "tasks.overdue_without_words";
        }
        return {};
    }

    void task_bullet(const ReportedTask& task)
    {
        const auto results = results_of(task);
        const auto lead =
            task.task->lead.empty() ? report_.say("tasks.no_lead") : names(task.task->lead);
        std::optional<Date> done;
        for (const auto& [unit, answer] : task.leads)
            done = std::max(done, answer.done_on);
        auto runs = sentence(
            report_.words(),
            key_of(task, !results.empty()),
            {{"lead", {plain(lead)}},
             {"task", task_source(task, without_capital(short_text(task.task->text)))},
             {"result", {plain(results)}},
             {"due", task_source(task, task.due ? vietnamese_date(*task.due) : "")},
             {"done", task_source(task, done ? vietnamese_date(*done) : "")}}
        );
        report_.bullet("task/" + task.task->id, std::move(runs));
    }

    void duties(int number)
    {
        if (duties_.empty()) return;
        report_.heading(fmt::format("{}.", number + 1), report_.say("duties.title"));
        for (const auto& duty : material_.plan.duties) {
            std::vector<const ReportedDuty*> answered;
            std::vector<UnitId> overdue;
            for (const auto& reported : duties_) {
                if (reported.duty != &duty) continue;
                if (reported.is_overdue) overdue.push_back(reported.unit);
                if (!reported.results.empty()) answered.push_back(&reported);
            }
            if (answered.size() == 1)
                duty_of_one(*answered.front());
            else
                duty_by_clause(answered);
            overdue_duty(duty, overdue);
        }
    }

    void duty_of_one(const ReportedDuty& reported)
    {
        std::vector<std::string> words;
        for (const auto& [clause, result] : reported.results) {
            auto said = without_full_stop(result);
            if (std::ranges::find(words, said) == words.end()) words.push_back(std::move(said));
        }
        report_.bullet(
            fmt::format("duty/{}/{}", reported.duty->id, reported.unit.str()),
            sentence(
                report_.words(),
                "duties.done",
                {{"units", {sourced(names({reported.unit}), "duty/" + reported.duty->id)}},
                 {"result", {plain(join(words, ". "))}}}
            )
        );
    }

    /// Of many units each clause is told once; those who say the same are named together.
    void duty_by_clause(const std::vector<const ReportedDuty*>& answered)
    {
        using Said = std::vector<std::pair<std::string, std::vector<UnitId>>>;
        std::vector<std::pair<std::string, Said>> clauses;
        const auto entry = [](auto& list, const std::string& key) -> auto& {
            const auto found =
                std::ranges::find_if(list, [&](const auto& one) { return one.first == key; });
            return found == list.end() ? list.emplace_back(key, decltype(list.front().second){})
                                       : *found;
        };
        for (const auto* reported : answered) {
            for (const auto& [clause, result] : reported->results)
                entry(entry(clauses, clause).second, without_full_stop(result))
                    .second.push_back(reported->unit);
        }
        std::ranges::sort(clauses, {}, [](const auto& one) { return one.first; });
        for (const auto& [clause, said] : clauses) {
            Runs runs;
            for (const auto& [words, units] : said) {
                const bool is_first = runs.empty();
                if (!is_first) append(runs, {plain("; ")});
                append(
                    runs,
                    sentence(
                        report_.words(),
                        "duties.said_by",
                        {{"result", {plain(is_first ? words : without_capital(words))}},
                         {"units",
                          {sourced(
                              names_in_document(units, material_.directory, report_.words()),
                              "duty/" + clause
                          )}}}
                    )
                );
            }
            append(runs, {plain(".")});
            report_.bullet("duty/" + clause, std::move(runs));
        }
    }

    void overdue_duty(const Duty& duty, const std::vector<UnitId>& units)
    {
        std::vector<UnitId> late;
        std::vector<UnitId> asked;
        for (const auto& unit : units) {
            auto& list = is_asked_politely(unit, material_.directory) ? asked : late;
            list.push_back(unit);
        }
        const auto say_of = [&](const char* key, const char* ending, const std::vector<UnitId>& of
                            ) {
            if (of.empty()) return;
            report_.bullet(
                fmt::format("duty/{}/{}", duty.id, ending),
                sentence(
                    report_.words(),
                    key,
                    {{"units", {sourced(names(of), "duty/" + duty.id)}},
                     {"duty",
                      {plain(
                          duty.clauses.empty() ? std::string{}
                                               : without_capital(short_text(duty.clauses.front()))
                      )}},
                     {"due",
                      {sourced(vietnamese_date(*material_.plan.head.period_to), "duty/" + duty.id)}}
                    }
                )
            );
        };
        say_of("duties.overdue", "overdue", late);
        say_of("duties.asked", "asked", asked);
    }

    ReportWriter& report_;
    const ReportMaterial& material_;
    std::vector<ReportedTask> tasks_;
    std::vector<ReportedDuty> duties_;
    Date today_;
};

} // namespace

void write_tasks(ReportWriter& report)
{
    TaskSection(report).write();
}

} // namespace tiendo
