#include "web/pages/review_reading_view.hpp"

#include "base/text.hpp"
#include "web/pages/plan_field_view.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/views/target_words.hpp"

namespace tiendo::web {
namespace {

std::string reading_words(const Measure& measure, const Wording& words)
{
    return measure.quantity ? view::level_with_inner(measure, words)
                            : words.text("plan_review.no_quantity");
}

view::Object
measure_view(const Measure& measure, const ReviewMaterial& material, const Wording& words)
{
    view::List fields;
    for (const auto& field : measure_fields(measure, words))
        fields.emplace_back(field_view(field, material.typed));
    return {
        {"id", measure.id.str()},
        {"title", measure.title},
        {"reading", reading_words(measure, words)},
        {"fields", std::move(fields)}
    };
}

} // namespace

view::List objective_rows(const ReviewMaterial& material, const Wording& words)
{
    const auto& plan = material.plan;
    view::List rows;
    for (const auto& objective : plan.objectives) {
        view::List targets;
        for (const auto& target : objective.targets) {
            view::List measures;
            for (const auto& id : target.measures) {
                if (const auto* measure = plan.measure(id))
                    measures.emplace_back(measure_view(*measure, material, words));
            }
            targets.emplace_back(view::Object{
                {"id", target.id},
                {"text", target.text},
                {"line", std::to_string(target.lines.first)},
                {"place", source_anchor(material.source, target.lines.first)},
                {"measures", std::move(measures)}
            });
        }
        rows.emplace_back(view::Object{
            {"id", objective.id}, {"title", objective.title}, {"targets", std::move(targets)}
        });
    }
    return rows;
}

view::List task_rows(const ReviewMaterial& material, const Wording& words)
{
    view::List rows;
    for (const auto& task : material.plan.tasks) {
        rows.emplace_back(view::Object{
            {"id", task.id},
            {"text", task.text},
            {"line", std::to_string(task.lines.first)},
            {"place", source_anchor(material.source, task.lines.first)},
            {"is_merged", !task.merged_into.empty()},
            {"merged", words.text("plan_review.merged_into", {{"id", task.merged_into}})}
        });
    }
    return rows;
}

view::List duty_rows(const ReviewMaterial& material)
{
    view::List rows;
    for (const auto& duty : material.plan.duties) {
        rows.emplace_back(view::Object{
            {"id", duty.id},
            {"anchor", anchor_of("duty/" + duty.id + "/units")},
            {"names", join(duty.names, "; ")},
            {"text", join(duty.clauses, " ")},
            {"line", std::to_string(duty.lines.first)},
            {"place", source_anchor(material.source, duty.lines.first)},
            {"is_known", !duty.units.empty()}
        });
    }
    return rows;
}

view::List document_fields(const ReviewMaterial& material, const Wording& words)
{
    const auto& head = material.plan.head;
    view::List rows;
    const auto add = [&](const char* name, std::string value) {
        rows.emplace_back(field_view(
            {std::string("document/") + name,
             words.text(std::string("plan_review.field_") + name),
             std::move(value),
             {}},
            material.typed
        ));
    };
    add("number", head.number);
    add("symbol", head.symbol);
    add("date", head.date ? vietnamese_date(*head.date) : std::string{});
    add("issuer", head.issuer);
    add("place", head.place);
    return rows;
}

} // namespace tiendo::web
