#include "web/pages/unit_form.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {

namespace {

constexpr std::array<std::pair<UnitKind, const char*>, 6> kinds{{
    {UnitKind::commune, "commune"},
    {UnitKind::agency, "agency"},
    {UnitKind::committee, "committee"},
    {UnitKind::police, "police"},
    {UnitKind::front, "front"},
    {UnitKind::mass_organisation, "mass_organisation"},
}};

UnitKind kind_in(const Request& request, UnitKind otherwise)
{
    const auto asked = request.form["kind"];
    const auto found =
        std::ranges::find_if(kinds, [&](const auto& entry) { return asked == entry.second; });
    return found == kinds.end() ? otherwise : found->first;
}

view::List kind_choices(const Visit& visit, UnitKind chosen)
{
    view::List choices;
    for (const auto& [kind, name] : kinds)
        choices.emplace_back(view::Object{
            {"value", name},
            {"label", visit.words.text(std::string("unit_kind.") + name)},
            {"is_chosen", kind == chosen}
        });
    return choices;
}

std::string day_text(const std::optional<Date>& day)
{
    return day ? vietnamese_date(*day) : std::string{};
}

std::vector<std::string> lines_in(std::string_view text)
{
    std::vector<std::string> lines;
    for (const auto& line : split(text, '\n'))
        if (auto squeezed = squeeze(line); !squeezed.empty()) lines.push_back(std::move(squeezed));
    return lines;
}

Result<std::optional<Date>> day_in(const Request& request, const char* field)
{
    const auto text = trim(request.form[field]);
    if (text.empty()) return std::optional<Date>{};
    const auto day = read_typed_day(text);
    if (!day)
        return refuse(
            Refusal::invalid, "unit_admin.day_not_understood", {{"text", std::string(text)}}, field
        );
    return std::optional(*day);
}

} // namespace

Result<Unit> unit_in(const Request& request, const Unit& before)
{
    Unit unit = before;
    unit.name = squeeze(request.form["name"]);
    unit.short_name = squeeze(request.form["short_name"]);
    unit.kind = kind_in(request, before.kind);
    unit.code = squeeze(request.form["code"]);
    unit.parent = UnitId(std::string(request.form["parent"]));
    unit.aliases = lines_in(request.form["aliases"]);
    unit.contact = {
        .name = squeeze(request.form["contact_name"]),
        .phone = squeeze(request.form["contact_phone"]),
        .email = squeeze(request.form["contact_email"]),
    };
    unit.valid_from = TRY(day_in(request, "valid_from"));
    unit.valid_to = TRY(day_in(request, "valid_to"));
    return unit;
}

view::Object unit_fields(const Visit& visit, const Unit& unit, const UnitDirectory& units)
{
    view::List parents;
    for (const auto& other : units.units())
        if (other.kind == UnitKind::committee && other.id != unit.id)
            parents.emplace_back(view::Object{
                {"value", other.id.str()},
                {"label", other.name},
                {"is_chosen", other.id == unit.parent}
            });
    return {
        {"name", unit.name},
        {"short_name", unit.short_name},
        {"code", unit.code},
        {"kinds", kind_choices(visit, unit.kind)},
        {"parents", std::move(parents)},
        {"aliases", join(unit.aliases, "\n")},
        {"valid_from", day_text(unit.valid_from)},
        {"valid_to", day_text(unit.valid_to)},
        {"contact_name", unit.contact.name},
        {"contact_phone", unit.contact.phone},
        {"contact_email", unit.contact.email},
    };
}

} // namespace tiendo::web
