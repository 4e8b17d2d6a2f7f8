#include "web/pages/review_findings_view.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"
#include "web/pages/plan_field_view.hpp"
#include "web/pages/plan_paths.hpp"

namespace tiendo::web {
namespace {

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

std::string suggestion_of(const Finding& finding, const Wording& words)
{
    return words.language() == Language::english ? finding.suggestion_en : finding.suggestion;
}

/// Whether a repair of the text was reverted to the words as written.
bool is_rejected(const PlanFinding& finding)
{
    return finding.decision && finding.decision->value == "rejected";
}

class FindingsView {
public:
    FindingsView(const ReviewMaterial& material, const Wording& words)
        : material_(material), words_(words)
    {
    }

    view::List rows(Severity severity) const
    {
        view::List rows;
        for (const auto& finding : material_.plan.findings) {
            if (finding.finding.severity == severity) rows.emplace_back(finding_view(finding));
        }
        return rows;
    }

private:
    std::string quote(const LineRange& lines) const
    {
        std::string text;
        for (const auto& line : material_.source.lines) {
            if (line.number >= lines.first && line.number <= lines.last &&
                !trim(line.text).empty()) {
                text += (text.empty() ? "" : " ") + std::string(trim(line.text));
            }
        }
        return text;
    }

    view::Object finding_view(const PlanFinding& finding) const
    {
        const auto& read = finding.finding;
        const auto suggestion = suggestion_of(read, words_);
        const auto* typed = typed_about(finding);
        const auto choice = typed == nullptr ? std::string_view{} : (*typed)["choice"];
        view::List fields;
        for (const auto& field : fields_of(read)) {
            const auto sent = typed == nullptr ? std::nullopt : typed->find("field:" + field.path);
            fields.emplace_back(field_view(field, std::string(sent.value_or(field.value))));
        }
        const bool has_fields = !fields.empty();
        const bool is_conflict = material_.is_conflict && typed != nullptr;
        auto pictures = read.severity == Severity::note
                            ? view::List{}
                            : cut_outs(material_.source, read.lines, words_);
        const bool is_open = !finding.decision.has_value();
        return {
            {"reason", typed == nullptr ? std::string{} : std::string((*typed)["reason"])},
            {"keeps", choice == "keep"},
            {"stays_unjudged", choice == "unjudged"},
            {"merges", choice == "merge"},
            {"replaces", choice == "replaced"},
            {"corrects", choice == "correct"},
            {"key", finding.key},
            {"id", anchor_of("finding/" + finding.key)},
            {"severity", severity_name(read.severity)},
            {"sentence", finding_sentence(read, words_)},
            {"has_suggestion", !suggestion.empty()},
            {"suggestion", suggestion},
            {"line", std::to_string(read.lines.first)},
            {"quote", quote(read.lines)},
            {"is_blocking", finding.blocking},
            {"place", source_anchor(material_.source, read.lines.first)},
            {"cut_outs", std::move(pictures)},
            {"is_doubt", read.code == "number_doubtful" && is_open},
            {"is_open", is_open || is_conflict},
            {"waits", is_open},
            {"is_conflict", is_conflict},
            {"may_undo", material_.may_edit && !is_open},
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
            {"may_reject", material_.may_edit && !read.repairs.empty() && !is_rejected(finding)},
            {"may_restore", material_.may_edit && is_rejected(finding)},
        };
    }

    /// The form that came back, where it was about this finding.
    const Fields* typed_about(const PlanFinding& finding) const
    {
        const auto* typed = material_.typed;
        return typed != nullptr && (*typed)["finding"] == finding.key ? typed : nullptr;
    }

    /// What the finding is about: fields of measures, or of the document's head.
    std::vector<EditableField> fields_of(const Finding& finding) const
    {
        const auto& head = material_.plan.head;
        if (finding.code == "number_missing") {
            return {{"document/number", words_.text("plan_review.field_number"), head.number, {}}};
        }
        if (finding.code == "date_missing") {
            return {
                {"document/date",
                 words_.text("plan_review.field_date"),
                 head.date ? vietnamese_date(*head.date) : std::string{},
                 {}}
            };
        }
        if (finding.code == "number_doubtful")
            return all_fields_at(material_.plan, finding.lines, words_);
        if (finding.code == "target_without_number" || finding.severity == Severity::note)
            return {};
        return fields_at(material_.plan, finding.lines, words_);
    }

    /// How a finding was settled; a day is the answer to one that misses it.
    std::string choice_words(const std::string& choice) const
    {
        if (const auto day = read_typed_day(choice)) return words_.day(*day);
        return words_.text("plan_review.choice_" + choice);
    }

    std::string decision_words(const PlanFinding& finding) const
    {
        if (!finding.decision) return {};
        const auto& change = *finding.decision;
        const bool is_choice = change.path.starts_with("finding/");
        const auto what = is_choice
                              ? choice_words(change.value)
                              : words_.text(
                                    "plan_review.corrected",
                                    {{"field", field_name(change.path, words_)},
                                     {"value", field_value(change.path, change.value, words_)}}
                                );
        return words_.text(
            "plan_review.decided",
            {{"what", what},
             {"by", change.by},
             {"moment", words_.moment(change.at)},
             {"reason", change.reason}}
        );
    }

    const ReviewMaterial& material_;
    const Wording& words_;
};

} // namespace

std::string finding_sentence(const Finding& finding, const Wording& words)
{
    return words.language() == Language::english && !finding.message_en.empty() ? finding.message_en
                                                                                : finding.message;
}

view::List finding_rows(const ReviewMaterial& material, Severity severity, const Wording& words)
{
    return FindingsView(material, words).rows(severity);
}

} // namespace tiendo::web
