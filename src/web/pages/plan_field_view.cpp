#include "web/pages/plan_field_view.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/plan/plan_fields.hpp"
#include "web/pages/plan_paths.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {
namespace {

constexpr std::array comparators{
    Comparator::at_least,
    Comparator::at_most,
    Comparator::above,
    Comparator::below,
    Comparator::about,
    Comparator::exactly
};
constexpr std::array<const char*, 7> units{
    "percent", "ratio", "count", "per_100", "per_1000", "per_10000", "per_100000"
};

std::string text_of(const std::optional<Decimal>& number)
{
    return number ? replace_all(number->str(), ".", ",") : std::string{};
}

std::vector<view::Choice> comparator_choices(const Wording& words)
{
    std::vector<view::Choice> choices;
    for (const auto comparator : comparators) {
        const std::string name(name_of(comparator));
        choices.push_back({name, words.text("plan_field.comparator_" + name)});
    }
    return choices;
}

/// The usual units, and the noun that the document counts ("tin, bài") where it is none of them.
std::vector<view::Choice> unit_choices(const std::string& unit, const Wording& words)
{
    std::vector<view::Choice> choices;
    for (const std::string name : units)
        choices.push_back({name, words.text("plan_field.unit_" + name)});
    if (std::ranges::find(choices, unit, &view::Choice::value) == choices.end())
        choices.push_back({unit, unit});
    return choices;
}

bool overlap(const LineRange& a, const LineRange& b)
{
    return a.first <= b.last && b.first <= a.last;
}

bool says(const Wording& words, const std::string& key)
{
    return words.messages().has(words.language(), key);
}

/// The last part of a path: "value" of "measure/4.1/value".
std::string field_in(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

EditableField field_of(const Measure& measure, const char* name, const Wording& words)
{
    EditableField field{
        "measure/" + measure.id.str() + "/" + name,
        words.text(std::string("plan_review.field_") + name),
        {},
        {}
    };
    const auto& quantity = *measure.quantity;
    const std::string_view what = name;
    if (what == "value") {
        field.value = text_of(quantity.value);
    } else if (what == "baseline") {
        field.value = text_of(quantity.baseline);
    } else if (what == "unit") {
        field.value = quantity.unit;
        field.choices = unit_choices(quantity.unit, words);
    } else {
        field.value = name_of(quantity.comparator);
        field.choices = comparator_choices(words);
    }
    return field;
}

constexpr std::array quantity_fields{"comparator", "value", "unit", "baseline"};

} // namespace

view::Object field_view(const EditableField& field)
{
    return field_view(field, field.value);
}

view::Object field_view(const EditableField& field, const std::string& typed)
{
    return {
        {"path", field.path},
        {"id", anchor_of(field.path)},
        {"label", field.label},
        {"value", field.value},
        {"typed", typed},
        {"is_chosen_from", !field.choices.empty()},
        {"choices", view::choices(field.choices, typed)},
        {"reason", ""}
    };
}

view::Object field_view(const EditableField& field, const Fields* typed)
{
    if (typed == nullptr || (*typed)["path"] != field.path) return field_view(field);
    auto view = field_view(field, std::string((*typed)["value"]));
    view.set("reason", std::string((*typed)["reason"]));
    return view;
}

std::vector<EditableField> measure_fields(const Measure& measure, const Wording& words)
{
    std::vector<EditableField> fields;
    if (measure.quantity) {
        for (const auto* name : quantity_fields)
            fields.push_back(field_of(measure, name, words));
    }
    const auto path = "measure/" + measure.id.str() + "/";
    fields.push_back({path + "title", words.text("plan_review.field_title"), measure.title, {}});
    fields.push_back(
        {path + "not_judged", words.text("plan_review.field_not_judged"), measure.not_judged, {}}
    );
    return fields;
}

std::vector<EditableField> fields_at(const Plan& plan, const LineRange& lines, const Wording& words)
{
    std::vector<EditableField> fields;
    for (const auto& measure : plan.measures) {
        if (!measure.quantity || !overlap(measure.lines, lines)) continue;
        for (const auto* name : quantity_fields) {
            fields.push_back(field_of(measure, name, words));
            fields.back().label = measure.id.str() + " – " + fields.back().label;
        }
    }
    return fields;
}

std::vector<EditableField>
all_fields_at(const Plan& plan, const LineRange& lines, const Wording& words)
{
    auto fields = fields_at(plan, lines, words);
    const auto add = [&](const std::string& path, std::string value) {
        fields.push_back({path, field_name(path, words), std::move(value), {}});
    };
    for (const auto& objective : plan.objectives)
        for (const auto& target : objective.targets)
            if (overlap(target.lines, lines)) add("target/" + target.id + "/text", target.text);
    for (const auto& task : plan.tasks) {
        if (!overlap(task.lines, lines)) continue;
        add("task/" + task.id + "/text", task.text);
        add("task/" + task.id + "/due", task.due ? vietnamese_date(*task.due) : std::string());
    }
    if (!fields.empty()) return fields;
    add("document/number", plan.head.number);
    add("document/symbol", plan.head.symbol);
    add("document/date", plan.head.date ? vietnamese_date(*plan.head.date) : std::string());
    return fields;
}

std::string field_name(const std::string& path, const Wording& words)
{
    const auto parts = split(path, '/');
    const auto field = field_in(path);
    if (field == "merged_into" && parts.size() == 3)
        return words.text("plan_review.field_merged_into", {{"task", parts[1]}});
    const auto key = "plan_review.field_" + field;
    const bool is_of_item =
        parts.size() == 3 && (parts[0] == "measure" || parts[0] == "target" || parts[0] == "task");
    if (is_of_item && says(words, key)) return parts[1] + " – " + words.text(key);
    if (parts.size() == 2 && parts[0] == "document" && says(words, key)) return words.text(key);
    return path;
}

std::string field_value(const std::string& path, const std::string& value, const Wording& words)
{
    const auto field = field_in(path);
    if (field != "unit" && field != "comparator") return value;
    const auto key = "plan_field." + field + "_" + value;
    return says(words, key) ? words.text(key) : value;
}

} // namespace tiendo::web
