#include "documents/exchange/unit_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr json::Names<UnitKind, 6> kinds{{
    {UnitKind::committee, "committee"},
    {UnitKind::agency, "agency"},
    {UnitKind::commune, "commune"},
    {UnitKind::police, "police"},
    {UnitKind::front, "front"},
    {UnitKind::mass_organisation, "mass_organisation"},
}};

constexpr json::Names<SuccessionKind, 4> succession_kinds{{
    {SuccessionKind::merged, "merged"},
    {SuccessionKind::divided, "divided"},
    {SuccessionKind::renamed, "renamed"},
    {SuccessionKind::moved, "moved"},
}};

} // namespace

std::string_view name_of(SuccessionKind kind)
{
    return json::name_of(succession_kinds, kind);
}

std::optional<SuccessionKind> succession_kind_named(std::string_view name)
{
    for (const auto& [kind, each] : succession_kinds) {
        if (each == name) return kind;
    }
    return std::nullopt;
}

std::string_view name_of(UnitKind kind)
{
    return json::name_of(kinds, kind);
}

std::optional<UnitKind> unit_kind_named(std::string_view name)
{
    for (const auto& [kind, each] : kinds) {
        if (each == name) return kind;
    }
    return std::nullopt;
}

std::string to_json(const Unit& unit)
{
    bj::object contact;
    json::put_if(contact, "name", unit.contact.name);
    json::put_if(contact, "phone", unit.contact.phone);
    json::put_if(contact, "email", unit.contact.email);
    if (unit.contact.since) contact["since"] = iso_date(*unit.contact.since);
    bj::object object;
    object["name"] = unit.name;
    object["short_name"] = unit.short_name;
    object["kind"] = name_of(unit.kind);
    object["aliases"] = json::to_array(unit.aliases);
    object["contact"] = std::move(contact);
    return bj::serialize(object);
}

Result<Unit> parse_unit(Unit unit, std::string_view text)
{
    return json::reading(text, [&](const bj::object& object) {
        unit.name = json::text(object, "name");
        unit.short_name = json::text(object, "short_name");
        unit.kind = json::named(kinds, object, "kind", UnitKind::agency);
        unit.aliases = json::texts(object, "aliases");
        if (const auto* contact = json::member(object, "contact");
            contact != nullptr && contact->is_object()) {
            unit.contact.name = json::text(contact->get_object(), "name");
            unit.contact.phone = json::text(contact->get_object(), "phone");
            unit.contact.email = json::text(contact->get_object(), "email");
            unit.contact.since = json::day(contact->get_object(), "since");
        }
        return std::move(unit);
    });
}

} // namespace tiendo::documents
