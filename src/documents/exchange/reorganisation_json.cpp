#include "documents/exchange/reorganisation_json.hpp"

#include "documents/exchange/json_reader.hpp"
#include "documents/exchange/unit_json.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

bj::object part_object(const NewPart& part)
{
    bj::object object;
    json::put_if(object, "existing", part.existing.str());
    json::put_if(object, "code", part.unit.code);
    json::put_if(object, "parent", part.unit.parent.str());
    object["unit"] = bj::parse(to_json(part.unit));
    if (part.share) object["share"] = part.share->str();
    return object;
}

NewPart part_in(const bj::object& object)
{
    NewPart part;
    part.existing = UnitId(json::text(object, "existing"));
    part.unit.code = json::text(object, "code");
    part.unit.parent = UnitId(json::text(object, "parent"));
    auto unit = parse_unit(std::move(part.unit), bj::serialize(json::object_at(object, "unit")));
    if (!unit) throw json::Unexpected{"unit"};
    part.unit = std::move(unit).value();
    if (const auto* share = json::member(object, "share")) part.share = json::decimal(*share);
    return part;
}

} // namespace

std::string to_json(const Reorganisation& reorganisation)
{
    bj::array old_units;
    for (const auto& id : reorganisation.old_units)
        old_units.emplace_back(id.str());
    bj::array parts;
    for (const auto& part : reorganisation.parts)
        parts.emplace_back(part_object(part));
    return bj::serialize(bj::object{
        {"kind", tiendo::name_of(reorganisation.kind)},
        {"on", iso_date(reorganisation.on)},
        {"old_units", std::move(old_units)},
        {"parts", std::move(parts)}
    });
}

Result<Reorganisation> parse_reorganisation(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        Reorganisation reorganisation;
        const auto kind = reorganisation_kind_named(json::text(object, "kind"));
        const auto on = json::day(object, "on");
        if (!kind || !on) throw json::Unexpected{"kind"};
        reorganisation.kind = *kind;
        reorganisation.on = *on;
        for (auto& id : json::texts(object, "old_units"))
            reorganisation.old_units.emplace_back(std::move(id));
        json::each_in(object, "parts", [&](const bj::object& part) {
            reorganisation.parts.push_back(part_in(part));
        });
        return reorganisation;
    });
}

} // namespace tiendo::documents
