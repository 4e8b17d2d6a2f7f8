#include "web/pages/reorganisation_form.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"
#include "web/views/choices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::web {

namespace {

constexpr std::size_t choices_max = 150;
constexpr int parts_of_division = 4;

constexpr std::array kinds{
    ReorganisationKind::merger,
    ReorganisationKind::division,
    ReorganisationKind::renaming,
    ReorganisationKind::moving,
    ReorganisationKind::closing,
};

int parts_of(ReorganisationKind kind)
{
    if (kind == ReorganisationKind::closing) return 0;
    return kind == ReorganisationKind::division ? parts_of_division : 1;
}

ReorganisationKind kind_in(const Request& request)
{
    const auto typed = request.form["kind"];
    return reorganisation_kind_named(typed.empty() ? request.query["hinh-thuc"] : typed)
        .value_or(ReorganisationKind::merger);
}

UnitId above_in(const Request& request)
{
    const auto typed = request.form["above"];
    return UnitId(std::string(typed.empty() ? request.query["duoi"] : typed));
}

std::string field(const char* name, int part)
{
    return fmt::format("{}_{}", name, part);
}

Result<NewPart> part_in(const Request& request, int number)
{
    NewPart part;
    const auto text = [&](const char* name) { return squeeze(request.form[field(name, number)]); };
    part.existing = UnitId(text("existing"));
    part.unit.name = text("name");
    part.unit.short_name = text("short_name");
    part.unit.code = text("code");
    part.unit.parent = UnitId(text("parent"));
    const auto share = text("share");
    if (!share.empty()) {
        part.share = Decimal::parse(replace_all(share, ",", "."));
        if (!part.share)
            return refuse(
                Refusal::invalid,
                "reorganisation.share_not_understood",
                {{"text", share}},
                field("share", number)
            );
    }
    return part;
}

bool is_empty(const NewPart& part)
{
    return part == NewPart{};
}

std::vector<const Unit*> valid_units(const UnitDirectory& units, Date today, const UnitId& above)
{
    std::vector<const Unit*> found;
    for (const auto& unit : units.units())
        if (unit.is_valid_on(today) && (above.empty() || units.is_below(unit, above)))
            found.push_back(&unit);
    return found;
}

void sort_by_name(std::vector<const Unit*>& units)
{
    std::ranges::sort(units, [](const Unit* a, const Unit* b) {
        return collates_before(a->name, b->name);
    });
}

std::vector<const Unit*> committees(const UnitDirectory& units, Date today)
{
    auto found = valid_units(units, today, {});
    std::erase_if(found, [](const Unit* unit) { return unit->kind != UnitKind::committee; });
    sort_by_name(found);
    return found;
}

/// Of very many superiors those at the top and those around the one that was chosen.
std::vector<const Unit*>
near(std::vector<const Unit*> superiors, const UnitDirectory& units, const UnitId& above)
{
    if (superiors.size() <= choices_max) return superiors;
    const auto* chosen = units.find(above);
    std::erase_if(superiors, [&](const Unit* unit) {
        const bool is_beside =
            chosen != nullptr && (unit->id == above || unit->parent == above ||
                                  (!unit->parent.empty() && unit->parent == chosen->parent));
        return !unit->parent.empty() && !is_beside;
    });
    return superiors;
}

std::vector<view::Choice> choices_of(const std::vector<const Unit*>& units)
{
    std::vector<view::Choice> choices;
    for (const auto* unit : units)
        choices.push_back({unit->id.str(), unit->name});
    return choices;
}

view::List kind_links(ReorganisationKind chosen, const Wording& words)
{
    view::List links;
    for (const auto kind : kinds)
        links.emplace_back(view::Object{
            {"path", std::string("/don-vi/sap-xep?hinh-thuc=") + name_of(kind)},
            {"label", words.text(std::string("reorganisation.kind_") + name_of(kind))},
            {"is_current", kind == chosen}
        });
    return links;
}

view::Object part_view(
    const Request& request,
    ReorganisationKind kind,
    int number,
    const std::vector<view::Choice>& targets,
    const std::vector<view::Choice>& superiors
)
{
    const auto typed = [&](const char* name) {
        return std::string(request.form[field(name, number)]);
    };
    const bool is_division = kind == ReorganisationKind::division;
    return {
        {"number", std::to_string(number)},
        {"has_heading", is_division},
        {"has_existing", is_division || kind == ReorganisationKind::merger},
        {"targets", view::choices(targets, typed("existing"))},
        {"has_names", kind != ReorganisationKind::moving},
        {"name", typed("name")},
        {"short_name", typed("short_name")},
        {"code", typed("code")},
        {"has_parent", kind != ReorganisationKind::renaming},
        {"superiors", view::choices(superiors, typed("parent"))},
        {"has_share", is_division},
        {"share", typed("share")},
    };
}

view::List
old_unit_choices(const std::vector<const Unit*>& units, const std::vector<std::string>& chosen)
{
    view::List choices;
    for (const auto* unit : units)
        choices.emplace_back(view::Object{
            {"value", unit->id.str()},
            {"label", unit->name},
            {"is_chosen", std::ranges::find(chosen, unit->id.str()) != chosen.end()}
        });
    return choices;
}

} // namespace

Result<Reorganisation> reorganisation_in(const Request& request)
{
    Reorganisation wanted;
    wanted.kind = kind_in(request);
    for (auto& id : request.form.all("old_units"))
        wanted.old_units.emplace_back(std::move(id));
    const auto on = read_typed_day(request.form["on"]);
    if (!on)
        return refuse(
            Refusal::invalid,
            "unit_admin.day_not_understood",
            {{"text", std::string(request.form["on"])}},
            "on"
        );
    wanted.on = *on;
    for (int number = 1; number <= parts_of(wanted.kind); ++number) {
        auto part = TRY(part_in(request, number));
        const bool is_needed = wanted.kind != ReorganisationKind::division;
        if (is_needed || !is_empty(part)) wanted.parts.push_back(std::move(part));
    }
    return wanted;
}

view::Object reorganisation_form(
    const Wording& words, const Request& request, const UnitDirectory& units, Date today
)
{
    const auto kind = kind_in(request);
    const auto above = above_in(request);
    auto candidates = valid_units(units, today, above);
    const bool has_too_many = candidates.size() > choices_max;
    if (has_too_many) candidates.clear();
    sort_by_name(candidates);
    const auto all_superiors = committees(units, today);
    const auto superior_choices = choices_of(near(all_superiors, units, above));
    const auto targets = choices_of(candidates);
    view::List parts;
    for (int number = 1; number <= parts_of(kind); ++number)
        parts.emplace_back(part_view(request, kind, number, targets, superior_choices));
    const bool takes_many =
        kind == ReorganisationKind::merger || kind == ReorganisationKind::closing;
    return {
        {"kind", name_of(kind)},
        {"kinds", kind_links(kind, words)},
        {"lead", words.text(std::string("reorganisation.lead_") + name_of(kind))},
        {"has_too_many", has_too_many},
        {"asks_superior", has_too_many || !above.empty()},
        {"above", above.str()},
        {"above_choices", view::choices(choices_of(all_superiors), above.str())},
        {"takes_many", takes_many},
        {"old_units", old_unit_choices(candidates, request.form.all("old_units"))},
        {"parts", std::move(parts)},
        {"on", std::string(request.form["on"])},
    };
}

} // namespace tiendo::web
