#include "web/pages/review_reading_view.hpp"

#include "base/text.hpp"
#include "domain/plan/plan_fields.hpp"
#include "web/pages/plan_field_view.hpp"
#include "web/pages/plan_paths.hpp"

namespace tiendo::web {
namespace {

std::string unit_words(const std::string& unit, const Wording& words)
{
    if (unit == "percent") return "%";
    if (unit == "ratio") return words.text("plan_review.unit_ratio");
    if (unit == "count") return {};
    if (unit.starts_with("per_"))
        return "/" + words.number(Decimal::parse(unit.substr(4)).value_or(Decimal{}));
    return unit;
}

std::string reading_words(const Measure& measure, const Wording& words)
{
    if (!measure.quantity) return words.text("plan_review.no_quantity");
    const auto& quantity = *measure.quantity;
    auto said = words.text(
        "plan_review.comparator_" + std::string(name_of(quantity.comparator)),
        {{"value", words.number(quantity.value)}, {"unit", unit_words(quantity.unit, words)}}
    );
    if (measure.inner) {
        said += words.text(
            "plan_review.inner",
            {{"value", words.number(measure.inner->value)}, {"unit", measure.inner->unit}}
        );
    }
    return said;
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
                {"measures", std::move(measures)}
            });
        }
        rows.emplace_back(view::Object{
            {"id", objective.id}, {"title", objective.title}, {"targets", std::move(targets)}
        });
    }
    return rows;
}

view::List task_rows(const Plan& plan, const Wording& words)
{
    view::List rows;
    for (const auto& task : plan.tasks) {
        rows.emplace_back(view::Object{
            {"id", task.id},
            {"text", task.text},
            {"line", std::to_string(task.lines.first)},
            {"is_merged", !task.merged_into.empty()},
            {"merged", words.text("plan_review.merged_into", {{"id", task.merged_into}})}
        });
    }
    return rows;
}

view::List duty_rows(const Plan& plan)
{
    view::List rows;
    for (const auto& duty : plan.duties) {
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
