#include "web/pages/review_view.hpp"

#include "base/text.hpp"
#include "domain/plan/plan_fields.hpp"
#include "web/pages/plan_paths.hpp"

#include <algorithm>
#include <set>

namespace tiendo::web {
namespace {

bool overlap(const LineRange& a, const LineRange& b)
{
    return a.first <= b.last && b.first <= a.last;
}

std::string severity_name(Severity severity)
{
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::note:
        return "note";
    }
    return "note";
}

std::string sentence_of(const Finding& finding, const Wording& words)
{
    return words.language() == Language::english && !finding.message_en.empty() ? finding.message_en
                                                                                : finding.message;
}

std::string suggestion_of(const Finding& finding, const Wording& words)
{
    return words.language() == Language::english ? finding.suggestion_en : finding.suggestion;
}

view::Object field_view(const EditableField& field)
{
    return {
        {"path", field.path},
        {"id", anchor_of(field.path)},
        {"label", field.label},
        {"value", field.value}
    };
}

std::string text_of(const std::optional<Decimal>& number)
{
    return number ? number->str() : std::string{};
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
            {"suppliers_path", plan_path(plan.id, "giao-so-lieu")},
            {"tasks_path", plan_path(plan.id, "giao-nhiem-vu")},
            {"decision_path", plan_path(plan.id, "quyet-dinh")},
            {"field_path", plan_path(plan.id, "dieu-chinh")},
            {"repairs_path", plan_path(plan.id, "sua-chu")},
            {"source", source()},
            {"errors", findings(Severity::error)},
            {"has_errors", has(Severity::error)},
            {"warnings", findings(Severity::warning)},
            {"has_warnings", has(Severity::warning)},
            {"notes", findings(Severity::note)},
            {"has_notes", has(Severity::note)},
            {"notes_are_open", open_of(Severity::note) > 0},
            {"questions", question_rows(questions)},
            {"has_questions", !questions.empty()},
            {"objectives", objectives()},
            {"tasks", tasks()},
            {"duties", duties()},
            {"document_fields", document_fields()},
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

    std::string quote(const LineRange& lines) const
    {
        std::string text;
        for (const auto& line : material_.source) {
            if (line.number >= lines.first && line.number <= lines.last &&
                !trim(line.text).empty()) {
                text += (text.empty() ? "" : " ") + std::string(trim(line.text));
            }
        }
        return text;
    }

    view::List findings(Severity severity) const
    {
        view::List rows;
        for (const auto& finding : material_.plan.findings) {
            if (finding.finding.severity == severity) rows.emplace_back(finding_view(finding));
        }
        return rows;
    }

    view::Object finding_view(const PlanFinding& finding) const
    {
        const auto& read = finding.finding;
        const auto suggestion = suggestion_of(read, words_);
        view::List fields;
        for (const auto& field : fields_of(read))
            fields.emplace_back(field_view(field));
        const bool has_fields = !fields.empty();
        return {
            {"key", finding.key},
            {"id", anchor_of("finding/" + finding.key)},
            {"severity", severity_name(read.severity)},
            {"sentence", sentence_of(read, words_)},
            {"has_suggestion", !suggestion.empty()},
            {"suggestion", suggestion},
            {"line", std::to_string(read.lines.first)},
            {"quote", quote(read.lines)},
            {"is_blocking", finding.blocking},
            {"is_open", !finding.decision.has_value()},
            {"is_decided", finding.decision.has_value()},
            {"decision", decision_words(finding)},
            {"may_decide", material_.may_edit},
            {"has_fields", has_fields},
            {"fields", std::move(fields)},
            {"may_stay_unjudged",
             read.code == "rate_not_reduced" || read.code == "target_not_increased" ||
                 read.code == "ratio_malformed"},
            {"may_merge", read.code == "duplicate_task"},
            {"leads_to_tasks", read.code == "annex_missing"},
        };
    }

    /// What the finding is about: fields of measures, or of the document's head.
    std::vector<EditableField> fields_of(const Finding& finding) const
    {
        const auto& head = material_.plan.head;
        if (finding.code == "number_missing") {
            return {{"document/number", words_.text("plan_review.field_number"), head.number}};
        }
        if (finding.code == "date_missing") {
            return {
                {"document/date",
                 words_.text("plan_review.field_date"),
                 head.date ? vietnamese_date(*head.date) : std::string{}}
            };
        }
        if (finding.code == "target_without_number" || finding.severity == Severity::note)
            return {};
        return fields_at(material_.plan, finding.lines, words_);
    }

    std::string decision_words(const PlanFinding& finding) const
    {
        if (!finding.decision) return {};
        const auto& change = *finding.decision;
        const bool is_choice = change.path.starts_with("finding/");
        const auto what = is_choice ? words_.text("plan_review.choice_" + change.value)
                                    : words_.text(
                                          "plan_review.corrected",
                                          {{"field", change.path}, {"value", change.value}}
                                      );
        return words_.text(
            "plan_review.decided",
            {{"what", what},
             {"by", change.by},
             {"moment", words_.moment(change.at)},
             {"reason", change.reason}}
        );
    }

    view::List question_rows(const std::vector<Question>& questions) const
    {
        view::List rows;
        for (const auto& question : questions) {
            const bool is_measure = question.place.starts_with("measure/");
            const bool is_task = question.place.starts_with("task/");
            rows.emplace_back(view::Object{
                {"text", words_.text(question.key, {{"subject", question.subject}})},
                {"is_blocking", question.blocking},
                {"path",
                 is_measure ? plan_path(material_.plan.id, "giao-so-lieu") + "#m-" +
                                  anchor_of(question.subject)
                 : is_task ? plan_path(material_.plan.id, "giao-nhiem-vu") + "#t-" +
                                 anchor_of(question.subject)
                           : "#" + anchor_of(question.place)}
            });
        }
        return rows;
    }

    view::List objectives() const
    {
        view::List rows;
        for (const auto& objective : material_.plan.objectives) {
            view::List targets;
            for (const auto& target : objective.targets) {
                view::List measures;
                for (const auto& id : target.measures) {
                    if (const auto* measure = material_.plan.measure(id))
                        measures.emplace_back(measure_view(*measure));
                }
                targets.emplace_back(view::Object{
                    {"id", target.id},
                    {"text", target.text},
                    {"line", std::to_string(target.lines.first)},
                    {"measures", std::move(measures)}
                });
            }
            rows.emplace_back(view::Object{
                {"id", objective.id}, {"title", objective.title}, {"targets", std::move(targets)}
            });
        }
        return rows;
    }

    view::Object measure_view(const Measure& measure) const
    {
        view::List fields;
        for (const auto& field : measure_fields(measure))
            fields.emplace_back(field_view(field));
        return {
            {"id", measure.id.str()},
            {"title", measure.title},
            {"reading", reading_words(measure)},
            {"fields", std::move(fields)}
        };
    }

    std::string reading_words(const Measure& measure) const
    {
        if (!measure.quantity) return words_.text("plan_review.no_quantity");
        const auto& quantity = *measure.quantity;
        auto words = words_.text(
            "plan_review.comparator_" + std::string(name_of(quantity.comparator)),
            {{"value", words_.number(quantity.value)}, {"unit", unit_words(quantity.unit)}}
        );
        if (measure.inner) {
            words += words_.text(
                "plan_review.inner",
                {{"value", words_.number(measure.inner->value)}, {"unit", measure.inner->unit}}
            );
        }
        return words;
    }

    std::string unit_words(const std::string& unit) const
    {
        if (unit == "percent") return "%";
        if (unit == "ratio") return words_.text("plan_review.unit_ratio");
        if (unit == "count") return {};
        if (unit.starts_with("per_"))
            return "/" + words_.number(Decimal::parse(unit.substr(4)).value_or(Decimal{}));
        return unit;
    }

    std::vector<EditableField> measure_fields(const Measure& measure) const
    {
        const auto path = "measure/" + measure.id.str() + "/";
        const auto field = [&](const char* name, std::string value) {
            return EditableField{
                path + name, words_.text(std::string("plan_review.field_") + name), std::move(value)
            };
        };
        std::vector<EditableField> fields;
        if (measure.quantity) {
            fields.push_back(field("value", measure.quantity->value.str()));
            fields.push_back(field("unit", measure.quantity->unit));
            fields.push_back(field("comparator", std::string(name_of(measure.quantity->comparator)))
            );
            fields.push_back(field("baseline", text_of(measure.quantity->baseline)));
        }
        fields.push_back(field("title", measure.title));
        fields.push_back(field("not_judged", measure.not_judged));
        return fields;
    }

    view::List tasks() const
    {
        view::List rows;
        for (const auto& task : material_.plan.tasks) {
            rows.emplace_back(view::Object{
                {"id", task.id},
                {"text", task.text},
                {"line", std::to_string(task.lines.first)},
                {"is_merged", !task.merged_into.empty()},
                {"merged", words_.text("plan_review.merged_into", {{"id", task.merged_into}})}
            });
        }
        return rows;
    }

    view::List duties() const
    {
        view::List rows;
        for (const auto& duty : material_.plan.duties) {
            rows.emplace_back(view::Object{
                {"id", duty.id},
                {"anchor", anchor_of("duty/" + duty.id + "/units")},
                {"names", join(duty.names, "; ")},
                {"text", join(duty.clauses, " ")},
                {"line", std::to_string(duty.lines.first)},
                {"is_known", !duty.units.empty()}
            });
        }
        return rows;
    }

    view::List document_fields() const
    {
        const auto& head = material_.plan.head;
        view::List rows;
        const auto add = [&](const char* name, std::string value) {
            rows.emplace_back(field_view(
                {std::string("document/") + name,
                 words_.text(std::string("plan_review.field_") + name),
                 std::move(value)}
            ));
        };
        add("number", head.number);
        add("symbol", head.symbol);
        add("date", head.date ? vietnamese_date(*head.date) : std::string{});
        add("issuer", head.issuer);
        add("place", head.place);
        return rows;
    }

    const ReviewMaterial& material_;
    const Wording& words_;
};

} // namespace

std::vector<EditableField> fields_at(const Plan& plan, const LineRange& lines, const Wording& words)
{
    std::vector<EditableField> fields;
    for (const auto& measure : plan.measures) {
        if (!measure.quantity || !overlap(measure.lines, lines)) continue;
        const auto path = "measure/" + measure.id.str() + "/";
        const auto label = [&](const char* name) {
            return measure.id.str() + " – " + words.text(std::string("plan_review.field_") + name);
        };
        fields.push_back({path + "value", label("value"), measure.quantity->value.str()});
        fields.push_back({path + "unit", label("unit"), measure.quantity->unit});
        fields.push_back({path + "baseline", label("baseline"), text_of(measure.quantity->baseline)}
        );
        fields.push_back(
            {path + "comparator",
             label("comparator"),
             std::string(name_of(measure.quantity->comparator))}
        );
    }
    return fields;
}

view::Object review_view(const ReviewMaterial& material, const Wording& words)
{
    return ReviewView(material, words).draw();
}

} // namespace tiendo::web
