#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/activity_totals.hpp"
#include "domain/report/consolidated_report.hpp"
#include "domain/report/figure_runs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

class Composer {
public:
    Composer(const ReportMaterial& material, const OfficialWords& say)
        : material_(material), say_(say)
    {
    }

    OfficialDocument compose()
    {
        head();
        paragraph("opening", say_("report.opening", opening_arguments()));
        paragraph("coverage", coverage_words());
        leadership();
        results();
        tasks();
        assessment();
        paragraph(
            "closing",
            say_("report.closing", {{"issuer", material_.setup.issuer}, {"title", subject()}})
        );
        annex();
        return std::move(document_);
    }

private:
    void head()
    {
        const auto& setup = material_.setup;
        document_.superior = setup.superior;
        document_.issuer = to_upper(setup.issuer);
        document_.issuer_name = setup.issuer;
        document_.number = setup.number;
        document_.symbol = setup.symbol;
        document_.place = setup.place;
        document_.date = setup.date;
        document_.type_name = say_("report.type_name", {});
        document_.subject = subject();
        document_.addressees = setup.addressees;
        document_.recipients = setup.recipients;
        document_.file_copy = setup.file_copy;
        document_.signing = setup.signing;
        document_.signer_name = setup.signer_name;
        document_.mark = material_.mark;
    }

    std::string subject() const
    {
        // "Triển khai thực hiện Chiến lược …" becomes "Kết quả thực hiện Chiến lược …".
        auto title = material_.plan.head.title;
        for (const auto& start : split(say_("report.title_starts", {}), '|')) {
            if (!to_lower(title).starts_with(to_lower(start) + " ")) continue;
            title = title.substr(start.size() + 1);
            break;
        }
        return say_("report.subject", {{"title", title}});
    }

    WordArguments opening_arguments() const
    {
        const auto& head = material_.plan.head;
        return {
            {"number", head.number.empty() ? say_("report.blank", {}) : head.number},
            {"symbol", head.symbol},
            {"date", head.date ? vietnamese_date(*head.date) : say_("report.blank_date", {})},
            {"plan_issuer", head.issuer},
            {"issuer", material_.setup.issuer},
            {"from", vietnamese_date(material_.period.window.from)},
            {"to", vietnamese_date(material_.period.window.to)}
        };
    }

    std::string coverage_words() const
    {
        std::vector<UnitId> owing;
        int reported = 0;
        for (const auto& unit : material_.units) {
            if (has_reported(unit.state.stage))
                ++reported;
            else
                owing.push_back(unit.unit);
        }
        const WordArguments arguments{
            {"time", clock_time(material_.now)},
            {"day", vietnamese_date(local_time(material_.now).day)},
            {"reported", std::to_string(reported)},
            {"units", std::to_string(material_.units.size())},
            {"owing", names_of(owing, material_.directory)}
        };
        return say_(owing.empty() ? "report.all_reported" : "report.some_reported", arguments);
    }

    void leadership()
    {
        heading(1, "I.", "report.leadership");
        const auto totals = add_up_activities(material_);
        const auto number = [](int count) { return vietnamese_number(Decimal(count)); };
        bullet(
            "leadership/documents", say_("report.documents", {{"count", number(totals.documents)}})
        );
        if (!totals.with_own_plan.empty() || !totals.without_own_plan.empty()) {
            const auto all = totals.with_own_plan.size() + totals.without_own_plan.size();
            bullet(
                "leadership/own_plans",
                say_(
                    totals.without_own_plan.empty() ? "report.own_plans_all" : "report.own_plans",
                    {{"with", std::to_string(totals.with_own_plan.size())},
                     {"all", std::to_string(all)},
                     {"without", names_of(totals.without_own_plan, material_.directory)}}
                )
            );
        }
        bullet(
            "leadership/training",
            say_(
                "report.training",
                {{"classes", number(totals.training_classes)},
                 {"people", vietnamese_number(totals.people_trained)},
                 {"women", vietnamese_number(totals.women_trained)},
                 {"minorities", vietnamese_number(totals.minorities_trained)}}
            )
        );
        bullet("leadership/news", say_("report.news", {{"count", number(totals.news_items)}}));
        bullet(
            "leadership/inspections",
            say_("report.inspections", {{"count", number(totals.inspections)}})
        );
        bullet(
            "leadership/money",
            say_(
                "report.money",
                {{"allotted", vietnamese_number(totals.money_allotted, 1)},
                 {"spent", vietnamese_number(totals.money_spent, 1)}}
            )
        );
    }

    void results()
    {
        heading(1, "II.", "report.results");
        paragraph("results/summary", verdict_summary());
        int number = 0;
        for (const auto& objective : material_.plan.objectives) {
            heading_text(2, fmt::format("{}.", ++number), objective.title);
            for (const auto& row : material_.rows) {
                if (row.measure.objective == objective.id)
                    add(measure_paragraph(row, material_, say_));
            }
        }
    }

    std::string verdict_summary() const
    {
        const auto counts = count_verdicts(material_.rows);
        std::vector<std::string> parts;
        for (const auto verdict :
             {Verdict::met,
              Verdict::not_met,
              Verdict::not_arising,
              Verdict::no_source,
              Verdict::not_judged,
              Verdict::no_data}) {
            const auto found = counts.find(verdict);
            if (found == counts.end()) continue;
            Judgement judgement;
            judgement.verdict = verdict;
            parts.push_back(std::to_string(found->second) + " " + verdict_words(judgement, say_));
        }
        return say_(
            "report.verdict_summary",
            {{"rows", std::to_string(material_.rows.size())}, {"parts", join(parts, ", ")}}
        );
    }

    /// What the lead unit says of a task; none if it has not reported.
    const TaskAnswer* answer_of(const Task& task) const
    {
        for (const auto& reported : material_.units) {
            const bool leads = std::ranges::find(task.lead, reported.unit) != task.lead.end();
            const auto found = reported.answers.tasks.find(task.id);
            if (leads && found != reported.answers.tasks.end()) return &found->second;
        }
        return nullptr;
    }

    void tasks()
    {
        heading(1, "III.", "report.tasks");
        int finished = 0;
        int under_way = 0;
        int unknown = 0;
        for (const auto* task : material_.plan.active_tasks()) {
            const auto* answer = answer_of(*task);
            if (answer == nullptr || answer->state == TaskState::not_started)
                ++unknown;
            else if (answer->state == TaskState::finished)
                ++finished;
            else
                ++under_way;
        }
        paragraph(
            "tasks/summary",
            say_(
                "report.task_summary",
                {{"all", std::to_string(finished + under_way + unknown)},
                 {"finished", std::to_string(finished)},
                 {"under_way", std::to_string(under_way)},
                 {"unknown", std::to_string(unknown)}}
            )
        );
        int number = 0;
        for (const auto& objective : material_.plan.objectives) {
            heading_text(2, fmt::format("{}.", ++number), objective.title);
            for (const auto* task : material_.plan.active_tasks()) {
                if (task->objective == objective.id) task_bullet(*task);
            }
        }
    }

    void task_bullet(const Task& task)
    {
        const auto* answer = answer_of(task);
        if (answer == nullptr || answer->result.empty()) return;
        bullet("task/" + task.id, answer->result + (answer->result.ends_with('.') ? "" : "."));
    }

    /// What the units wrote, one bullet each, under a heading; the office chooses and edits.
    void gathered(const char* key, bool names_the_unit)
    {
        for (const auto& reported : material_.units) {
            const auto found = reported.answers.narrative.find(key);
            if (found == reported.answers.narrative.end() || squeeze(found->second).empty())
                continue;
            const auto name = names_of({reported.unit}, material_.directory);
            auto words = squeeze(found->second);
            if (names_the_unit) words = say_("report.said_by", {{"unit", name}, {"words", words}});
            bullet(fmt::format("gathered/{}/{}", key, reported.unit.str()), words);
        }
    }

    void assessment()
    {
        heading(1, "IV.", "report.assessment");
        const std::pair<const char*, const char*> parts[] = {
            {"strengths", "report.strengths"},
            {"shortcomings", "report.shortcomings"},
            {"causes", "report.causes"}
        };
        int number = 0;
        for (const auto& [key, title] : parts) {
            heading(2, fmt::format("{}.", ++number), title);
            paragraph(std::string("assessment/") + key, {});
            gathered(key, false);
        }
        heading(1, "V.", "report.direction");
        paragraph("direction", say_("report.direction_text", {}));
        heading(1, "VI.", "report.proposals");
        paragraph("proposals", {});
        gathered("proposals", true);
    }

    void annex()
    {
        Annex annex;
        annex.label = say_("report.annex_label", {});
        annex.title = say_("report.annex_title", {});
        annex.landscape = true;
        annex.blocks.emplace_back(standard_table(material_, say_));
        document_.annexes.push_back(std::move(annex));
    }

    void heading(int level, std::string label, const char* key)
    {
        heading_text(level, std::move(label), level == 1 ? to_upper(say_(key, {})) : say_(key, {}));
    }

    void heading_text(int level, std::string label, std::string text)
    {
        document_.body.emplace_back(Heading{level, std::move(label), std::move(text)});
    }

    void bullet(std::string key, std::string text)
    {
        add_words(std::move(key), std::move(text), true);
    }
    void paragraph(std::string key, std::string text)
    {
        add_words(std::move(key), std::move(text), false);
    }

    void add_words(std::string key, std::string text, bool bulleted)
    {
        Paragraph words;
        words.key = std::move(key);
        words.bulleted = bulleted;
        Run run;
        run.text = std::move(text);
        if (!run.text.empty()) words.runs.push_back(std::move(run));
        add(std::move(words));
    }

    /// The office's own text stands in place of the computed one; an empty paragraph is left out.
    void add(Paragraph paragraph)
    {
        const auto own = material_.texts.find(paragraph.key);
        if (own != material_.texts.end()) {
            paragraph.runs.clear();
            Run run;
            run.text = own->second;
            if (!run.text.empty()) paragraph.runs.push_back(std::move(run));
        }
        if (!paragraph.runs.empty()) document_.body.emplace_back(std::move(paragraph));
    }

    const ReportMaterial& material_;
    const OfficialWords& say_;
    OfficialDocument document_;
};

} // namespace

OfficialDocument consolidate(const ReportMaterial& material, const OfficialWords& say)
{
    return Composer(material, say).compose();
}

} // namespace tiendo
