#include "web/pages/review_view.hpp"

#include "base/text.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/review_findings_view.hpp"
#include "web/pages/review_reading_view.hpp"

#include <algorithm>
#include <set>

namespace tiendo::web {
namespace {

bool is_to_decide(const PlanFinding& finding)
{
    return finding.finding.severity != Severity::note;
}

class ReviewView {
public:
    ReviewView(const ReviewMaterial& material, const Wording& words)
        : material_(material), words_(words)
    {
    }

    view::Object draw() const
    {
        const auto& plan = material_.plan;
        const auto questions = open_questions(plan);
        const auto open_of = [&](Severity severity) {
            return static_cast<int>(std::ranges::count_if(
                plan.findings,
                [&](const PlanFinding& finding) {
                    return !finding.decision && finding.finding.severity == severity;
                }
            ));
        };
        const auto blocking = std::ranges::count_if(plan.findings, [](const PlanFinding& finding) {
            return finding.blocking && !finding.decision;
        });
        std::size_t targets = 0;
        for (const auto& objective : plan.objectives)
            targets += objective.targets.size();
        view::Object data{
            {"title", words_.text("plan_review.title")},
            {"plan_title", plan.head.title},
            {"may_edit", material_.may_edit},
            {"counts",
             words_.text(
                 "plan_review.counts",
                 {{"objectives", std::to_string(plan.objectives.size())},
                  {"targets", std::to_string(targets)},
                  {"measures", std::to_string(plan.measures.size())},
                  {"tasks", std::to_string(plan.tasks.size())},
                  {"duties", std::to_string(plan.duties.size())}}
             )},
            {"errors_open",
             words_.text(
                 "plan_review.errors_open", {{"count", std::to_string(open_of(Severity::error))}}
             )},
            {"warnings_open",
             words_.text(
                 "plan_review.warnings_open",
                 {{"count", std::to_string(open_of(Severity::warning))}}
             )},
            {"notes_open",
             words_.text(
                 "plan_review.notes_open", {{"count", std::to_string(open_of(Severity::note))}}
             )},
            {"has_blocking", blocking > 0},
            {"blocking", words_.text("plan_review.blocking", {{"count", std::to_string(blocking)}})
            },
            {"is_ready", is_ready(plan)},
            {"open_path", plan_path(plan.id, "ky")},
            {"steps", plan_steps(plan.id, "ra-soat", words_)},
            {"letter_path", plan_path(plan.id, "ra-soat/cong-van-de-nghi-xac-nhan.docx")},
            {"reading_table_path", plan_path(plan.id, "ra-soat/bang-doi-chieu.docx")},
            {"parent_path", plan_path(plan.id, "cap-tren")},
            {"amendment_path", plan_path(plan.id, "ban-dieu-chinh")},
            {"decision_path", plan_path(plan.id, "quyet-dinh")},
            {"field_path", plan_path(plan.id, "dieu-chinh")},
            {"repairs_path", plan_path(plan.id, "sua-chu")},
            {"undo_path", plan_path(plan.id, "hoan-tac")},
            {"seen", std::to_string(material_.seen)},
            {"source", source_lines()},
            {"scan_pages", scan_pages(material_.source, marked_lines(), words_)},
            {"is_scan", !material_.source.pages.empty()},
            {"errors", finding_rows(material_, Severity::error, words_)},
            {"has_errors", has(Severity::error)},
            {"warnings", finding_rows(material_, Severity::warning, words_)},
            {"has_warnings", has(Severity::warning)},
            {"notes", finding_rows(material_, Severity::note, words_)},
            {"has_notes", has(Severity::note)},
            {"notes_are_open", open_of(Severity::note) > 0},
            {"questions", question_rows(questions)},
            {"has_questions", !questions.empty()},
            {"objectives", objective_rows(material_, words_)},
            {"tasks", task_rows(material_, words_)},
            {"duties", duty_rows(material_)},
            {"document_fields", document_fields(material_, words_)},
        };
        show_progress(data);
        return data;
    }

private:
    bool has(Severity severity) const
    {
        return std::ranges::any_of(material_.plan.findings, [&](const PlanFinding& finding) {
            return finding.finding.severity == severity;
        });
    }

    std::set<int> marked_lines() const
    {
        std::set<int> marked;
        for (const auto& finding : material_.plan.findings) {
            for (int line = finding.finding.lines.first; line <= finding.finding.lines.last; ++line)
                marked.insert(line);
        }
        return marked;
    }

    view::List source_lines() const
    {
        const auto marked = marked_lines();
        view::List lines;
        for (const auto& line : material_.source.lines) {
            if (trim(line.text).empty()) continue;
            lines.emplace_back(view::Object{
                {"number", std::to_string(line.number)},
                {"text", line.text},
                {"place", source_anchor(material_.source, line.number)},
                {"is_marked", marked.contains(line.number)}
            });
        }
        return lines;
    }

    /// "Đã xong 7/12 điều; còn 5 điều chờ quyết định", with the way to the next one.
    void show_progress(view::Object& data) const
    {
        const auto& findings = material_.plan.findings;
        const auto all = std::ranges::count_if(findings, is_to_decide);
        const auto open = std::ranges::count_if(findings, [](const PlanFinding& finding) {
            return is_to_decide(finding) && !finding.decision;
        });
        const auto undoable = std::ranges::find(findings, material_.undoable, &PlanFinding::key);
        data.set("has_progress", all > 0);
        data.set("all_count", std::to_string(all));
        data.set("done_count", std::to_string(all - open));
        data.set(
            "progress",
            words_.text(
                open == 0 ? "plan_review.all_decided" : "plan_review.still_to_decide",
                {{"count", std::to_string(open)},
                 {"done", std::to_string(all - open)},
                 {"all", std::to_string(all)}}
            )
        );
        data.set("has_next", open > 0);
        data.set("next_anchor", anchor_of(next_to_decide(material_.plan, {})));
        data.set("may_undo", material_.may_edit && undoable != findings.end());
        data.set("undo_key", material_.undoable);
        data.set(
            "undo_subject",
            undoable == findings.end() ? std::string() : finding_sentence(undoable->finding, words_)
        );
    }

    view::List question_rows(const std::vector<Question>& questions) const
    {
        view::List rows;
        for (const auto& question : questions)
            rows.emplace_back(view::Object{
                {"text", words_.text(question.key, {{"subject", question.subject}})},
                {"is_blocking", question.blocking},
                {"path", settling_path(material_.plan.id, question.place)}
            });
        return rows;
    }

    const ReviewMaterial& material_;
    const Wording& words_;
};

} // namespace

std::string next_to_decide(const Plan& plan, const std::string& decided)
{
    std::vector<const PlanFinding*> shown;
    for (const auto severity : {Severity::error, Severity::warning})
        for (const auto& finding : plan.findings)
            if (finding.finding.severity == severity) shown.push_back(&finding);
    const auto begin = std::ranges::find(shown, decided, &PlanFinding::key);
    const auto is_open = [](const PlanFinding* finding) { return !finding->decision; };
    auto next = std::find_if(begin, shown.end(), is_open);
    if (next == shown.end()) next = std::find_if(shown.begin(), begin, is_open);
    return "finding/" + (next == shown.end() ? decided : (*next)->key);
}

view::Object review_view(const ReviewMaterial& material, const Wording& words)
{
    return ReviewView(material, words).draw();
}

} // namespace tiendo::web
