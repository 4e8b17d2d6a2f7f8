#include "web/pages/review_view.hpp"

#include "base/text.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/review_findings_view.hpp"
#include "web/pages/review_reading_view.hpp"

#include <algorithm>
#include <set>

namespace tiendo::web {
namespace {

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
        return {
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
            {"source", source()},
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
            {"tasks", task_rows(material_.plan, words_)},
            {"duties", duty_rows(material_.plan)},
            {"document_fields", document_fields(material_, words_)},
        };
    }

private:
    bool has(Severity severity) const
    {
        return std::ranges::any_of(material_.plan.findings, [&](const PlanFinding& finding) {
            return finding.finding.severity == severity;
        });
    }

    view::List source() const
    {
        std::set<int> marked;
        for (const auto& finding : material_.plan.findings) {
            for (int line = finding.finding.lines.first; line <= finding.finding.lines.last; ++line)
                marked.insert(line);
        }
        view::List lines;
        for (const auto& line : material_.source) {
            if (trim(line.text).empty()) continue;
            lines.emplace_back(view::Object{
                {"number", std::to_string(line.number)},
                {"text", line.text},
                {"is_marked", marked.contains(line.number)}
            });
        }
        return lines;
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

view::Object review_view(const ReviewMaterial& material, const Wording& words)
{
    return ReviewView(material, words).draw();
}

} // namespace tiendo::web
