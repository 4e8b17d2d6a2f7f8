#include "base/text.hpp"
#include "domain/letter/plan_letters.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/report_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

class ReadingTable {
public:
    ReadingTable(const PlanLetter& letter, const OfficialWords& say)
        : letter_(letter), plan_(letter.plan), say_(say)
    {
    }

    Table write()
    {
        const std::pair<const char*, int> columns[] = {
            {"number", 14},
            {"line", 14},
            {"text", 70},
            {"read", 50},
            {"finding", 40},
            {"decision", 44},
            {"person", 34}
        };
        for (const auto& [key, width] : columns) {
            const bool narrow = width < 20;
            table_.columns.push_back(
                {say_(std::string("reading_table.") + key, {}),
                 width,
                 narrow ? Alignment::centre : Alignment::left}
            );
        }
        group("reading_table.targets");
        for (const auto& objective : plan_.objectives) {
            for (const auto& target : objective.targets)
                target_row(target);
        }
        group("reading_table.tasks");
        for (const auto& task : plan_.tasks)
            row(task.id, task.lines, task_words(task), "task/" + task.id + "/");
        group("reading_table.duties");
        for (const auto& duty : plan_.duties)
            row(duty.id, duty.lines, join(duty.names, "; "), "duty/" + duty.id + "/");
        return std::move(table_);
    }

private:
    void group(const char* key)
    {
        auto run = plain(say_(key, {}));
        run.bold = true;
        table_.rows.push_back({{{run}}, true});
    }

    std::string quantity_of(const Measure& measure) const
    {
        if (!measure.quantity) return say_("quantity.done", {});
        Indicator unit;
        const auto& written = measure.quantity->unit;
        unit.unit = written == "percent" ? "%" : written == "ratio" ? say_("unit.times", {}) : "";
        if (written.starts_with("per_")) unit.unit = "/" + written.substr(4);
        return quantity_words(measure, unit, say_);
    }

    void target_row(const Target& target)
    {
        std::vector<std::string> read;
        for (const auto& id : target.measures) {
            const auto* measure = plan_.measure(id);
            if (measure != nullptr) read.push_back(id.str() + ": " + quantity_of(*measure));
        }
        std::vector<std::string> prefixes{"target/" + target.id + "/"};
        for (const auto& id : target.measures)
            prefixes.push_back("measure/" + id.str() + "/");
        row(target.id, target.lines, join(read, "; "), prefixes);
    }

    std::string task_words(const Task& task) const
    {
        if (!task.merged_into.empty())
            return say_("reading_table.merged", {{"task", task.merged_into}});
        return task.due ? say_("reading_table.due", {{"day", vietnamese_date(*task.due)}}) : "";
    }

    void
    row(const std::string& id, const LineRange& lines, const std::string& read, std::string prefix)
    {
        row(id, lines, read, std::vector{std::move(prefix)});
    }

    void
    row(const std::string& id,
        const LineRange& lines,
        const std::string& read,
        const std::vector<std::string>& prefixes)
    {
        std::vector<std::string> findings;
        std::vector<std::string> decisions;
        std::vector<std::string> people;
        for (const auto& finding : plan_.findings) {
            const auto line = finding.finding.lines.first;
            if (line < lines.first || line > lines.last || line == 0) continue;
            findings.push_back(finding.finding.message);
            if (finding.decision) decided(*finding.decision, decisions, people);
        }
        for (const auto& [path, change] : plan_.changed) {
            const bool is_of_it = std::ranges::any_of(prefixes, [&](const std::string& prefix) {
                return path.starts_with(prefix);
            });
            if (is_of_it) decided(change, decisions, people);
        }
        const auto where = lines.first == 0 ? std::string{}
                           : lines.first == lines.last
                               ? std::to_string(lines.first)
                               : fmt::format("{}-{}", lines.first, lines.last);
        table_.rows.push_back(
            {{{plain(id)},
              {plain(where)},
              {plain(text_on(lines))},
              {plain(read)},
              {plain(join(findings, " "))},
              {plain(join(decisions, "; "))},
              {plain(join(people, "; "))}},
             false}
        );
    }

    void decided(
        const PlanChange& change,
        std::vector<std::string>& decisions,
        std::vector<std::string>& people
    ) const
    {
        const auto words =
            squeeze(change.reason); // keys of units and indicators tell nobody anything
        if (words.empty() || std::ranges::find(decisions, words) != decisions.end()) return;
        decisions.push_back(words);
        const auto name = letter_.people.find(change.by);
        auto who = (name == letter_.people.end() ? change.by : name->second) + ", " +
                   clock_time(change.at) + " " + vietnamese_date(local_time(change.at).day);
        if (std::ranges::find(people, who) == people.end()) people.push_back(std::move(who));
    }

    std::string text_on(const LineRange& lines) const
    {
        std::string text;
        for (int number = lines.first; number > 0 && number <= lines.last; ++number) {
            const auto found = letter_.lines.find(number);
            if (found != letter_.lines.end())
                text += (text.empty() ? "" : " ") + squeeze(found->second);
        }
        return text;
    }

    const PlanLetter& letter_;
    const Plan& plan_;
    const OfficialWords& say_;
    Table table_;
};

} // namespace

OfficialDocument reading_table(const PlanLetter& letter, const OfficialWords& say)
{
    const auto& head = letter.plan.head;
    OfficialDocument document;
    document.superior = letter.setup.superior;
    document.issuer = to_upper(letter.setup.issuer);
    document.issuer_name = letter.setup.issuer;
    document.symbol = replace_all(
        letter.setup.symbol, say("contradiction.report_code", {}), say("reading_table.code", {})
    );
    document.place = letter.setup.place;
    document.mark = letter.mark;
    document.type_name = say("reading_table.type_name", {});
    const WordArguments arguments{
        {"number", head.number.empty() ? say("report.blank", {}) : head.number},
        {"symbol", head.symbol},
        {"plan_issuer", head.issuer},
        {"title", without_capital(head.title)},
        {"targets", std::to_string(letter.plan.measures.size())},
        {"tasks", std::to_string(letter.plan.tasks.size())},
        {"changes", std::to_string(letter.plan.changed.size())}
    };
    document.subject = say("reading_table.subject", arguments);
    document.body.emplace_back(
        Paragraph{{plain(say("reading_table.opening", arguments))}, false, {}}
    );
    document.recipients = letter.setup.addressees;
    document.file_copy = letter.setup.file_copy;
    document.signing = letter.setup.signing;
    document.signer_name = letter.setup.signer_name;
    Annex annex;
    annex.label = say("reading_table.label", {});
    annex.title = say("reading_table.title", {});
    annex.landscape = true;
    annex.blocks.emplace_back(ReadingTable(letter, say).write());
    document.annexes.push_back(std::move(annex));
    return document;
}

} // namespace tiendo
