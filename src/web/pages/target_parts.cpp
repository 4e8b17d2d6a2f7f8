#include "web/pages/target_parts.hpp"

#include "base/text.hpp"
#include "web/views/charts.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/unit_words.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

const Contribution* contribution_of(const Figure& figure, const UnitId& unit)
{
    const auto* found = figure.contributions.find(unit);
    return found == nullptr ? nullptr : found->get();
}

const MeasureFigure& row_of(const TargetSeen& seen)
{
    return *seen.figures.row(seen.measure);
}

PlanAddresses addresses_of(const TargetSeen& seen)
{
    return {seen.figures.plan.id, seen.figures.period.id};
}

/// The figure of some of the suppliers: one commune, or the old communes of a new one.
Figure part_of(const TargetSeen& seen, const std::vector<UnitId>& units)
{
    const auto& row = row_of(seen);
    const auto found = seen.figures.contributions.find(seen.measure);
    static const Contributions none;
    return compute_for(
        row.measure,
        row.indicator,
        found == seen.figures.contributions.end() ? none : found->second,
        units
    );
}

std::string person_of(const TargetSeen& seen, const std::string& login)
{
    const auto found = seen.persons.find(login);
    return found == seen.persons.end() ? login : found->second;
}

std::optional<Decimal> target_value(const Measure& measure)
{
    if (!measure.quantity || measure.quantity->change) return std::nullopt;
    return measure.quantity->value;
}

view::Object
unit_row(const TargetSeen& seen, const UnitId& unit, const Figure& figure, const Wording& words)
{
    const auto& row = row_of(seen);
    const auto* contribution = contribution_of(row.figure, unit);
    const bool is_missing =
        contribution == nullptr || contribution->cell.state == ValueState::missing;
    view::Object data{
        {"unit", view::short_name(seen.directory, unit)},
        {"path", addresses_of(seen).cell(unit, seen.measure)},
        {"said",
         is_missing ? words.text("figure.no_data")
                    : view::cell_words(contribution->cell, row.indicator, words)},
        {"rate",
         figure.state == FigureState::value
             ? view::value_words(figure, row.measure, row.indicator, words)
             : std::string()},
        {"is_missing", is_missing},
        {"tag_markup", view::result_tag(seen.figures.judge_part(row, figure), words)},
    };
    if (is_missing) {
        data.set("who", "");
        data.set("when", "");
        data.set("state", "");
        data.set("kind", "");
        return data;
    }
    const bool is_value = contribution->cell.state == ValueState::value;
    data.set("who", person_of(seen, contribution->author));
    data.set("when", words.moment(contribution->at));
    data.set(
        "state", words.text(contribution->accepted ? "figure.accepted_all" : "figure.accepted_none")
    );
    data.set(
        "kind",
        is_value && contribution->cell.kind == ValueKind::estimate
            ? words.text("figure.estimate_short")
            : std::string()
    );
    return data;
}

/// A unit that brings together those below it.
view::Object
group_row(const TargetSeen& seen, const UnitId& group, const Figure& figure, const Wording& words)
{
    const auto& row = row_of(seen);
    const auto& coverage = figure.coverage;
    const bool has_value = figure.state == FigureState::value;
    return {
        {"unit", view::short_name(seen.directory, group)},
        {"path", page_of(seen).with("duoi", group.str()).address() + "#don-vi"},
        {"said",
         has_value ? view::counts_words(figure, row.indicator, words) : words.text("figure.no_data")
        },
        {"rate",
         has_value ? view::value_words(figure, row.measure, row.indicator, words) : std::string()},
        {"is_missing", !has_value},
        {"tag_markup", view::result_tag(seen.figures.judge_part(row, figure), words)},
        {"who", ""},
        {"when", ""},
        {"kind", ""},
        {"state",
         words.text(
             "unit_map.covered",
             {{"count", std::to_string(coverage.reported)},
              {"total", std::to_string(coverage.expected - coverage.not_applicable)}}
         )},
    };
}

view::NamedValue
bar_of(const TargetSeen& seen, const UnitId& unit, const Figure& figure, const Wording& words)
{
    const auto& row = row_of(seen);
    return {
        view::short_name(seen.directory, unit),
        figure.state == FigureState::value ? view::plotted(figure, row.indicator) : std::nullopt,
        view::value_words(figure, row.measure, row.indicator, words)
    };
}

/// A changed value as a person reads it: names for units, words for comparators.
std::string changed_value(
    const TargetSeen& seen, const std::string& field, const std::string& value, const Wording& words
)
{
    if (field == "comparator") return words.text("figure.target_" + value, {{"amount", "…"}});
    if (field == "indicator") return row_of(seen).indicator.name;
    if (field != "suppliers") return value;
    std::vector<UnitId> units;
    for (const auto& unit : split(value, ';'))
        units.emplace_back(squeeze(unit));
    return view::unit_names(units, seen.directory, words);
}

} // namespace

PageAddress page_of(const TargetSeen& seen)
{
    const auto path = addresses_of(seen).measure(seen.measure);
    PageAddress page{path.substr(0, path.find('?')), {{"ky", seen.figures.period.id.str()}}};
    if (seen.day != seen.today) page.fields.emplace_back("ngay", iso_date(seen.day));
    return page;
}

bool concerns(const TargetSeen& seen, const std::string& path)
{
    return path.starts_with("measure/" + seen.measure.str() + "/") ||
           path.starts_with("target/" + row_of(seen).measure.target + "/");
}

void set_changes(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    view::List changes;
    for (const auto& [path, change] : seen.figures.plan.changed) {
        if (!concerns(seen, path)) continue;
        const auto field = path.substr(path.rfind('/') + 1);
        changes.emplace_back(view::Object{
            {"field", words.text("target_page.field_" + field)},
            {"value", changed_value(seen, field, change.value, words)},
            {"has_reason", !change.reason.empty()},
            {"reason", change.reason},
            {"by",
             words.text(
                 "target_page.changed_by",
                 {{"person", person_of(seen, change.by)}, {"moment", words.moment(change.at)}}
             )},
        });
    }
    data.set("has_changes", !changes.empty());
    data.set("changes", std::move(changes));
}

void set_units(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    const auto& row = row_of(seen);
    view::List rows;
    std::vector<view::NamedValue> bars;
    const auto& shown = *seen.units;
    for (const auto& unit : shown.map().units) {
        std::vector<UnitId> behind;
        for (const auto& part : shown.map().parts_of(unit))
            behind.push_back(part.from);
        const auto figure = part_of(seen, behind);
        rows.emplace_back(
            shown.is_higher() ? group_row(seen, unit, figure, words)
                              : unit_row(seen, unit, figure, words)
        );
        bars.push_back(bar_of(seen, unit, figure, words));
    }
    std::ranges::stable_sort(bars, [](const auto& a, const auto& b) {
        if (!a.value || !b.value) return a.value.has_value() > b.value.has_value();
        return *a.value > *b.value;
    });
    set_units_shown(data, shown, page_of(seen), seen.directory, words);
    data.set("has_units", !row.measure.suppliers.empty());
    data.set("units", std::move(rows));
    data.set("has_bars", bars.size() > 1 && target_value(row.measure).has_value());
    data.set("bars_markup", view::bars_by_unit(bars, target_value(row.measure)));
    data.set("no_source_reason", row.measure.no_source);
    data.set("has_no_source", !row.measure.no_source.empty());
}

} // namespace tiendo::web
