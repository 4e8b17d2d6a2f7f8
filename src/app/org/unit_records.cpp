#include "app/org/unit_records.hpp"

#include "documents/exchange/unit_json.hpp"

namespace tiendo::app {

store::UnitRecord record_from(const Unit& unit, std::int64_t revision)
{
    return {
        unit.id.str(),
        unit.code,
        unit.parent.str(),
        documents::to_json(unit),
        unit.valid_from,
        unit.valid_to,
        revision
    };
}

store::Succession record_from(const Succession& succession)
{
    return {
        succession.from.str(),
        succession.to.str(),
        succession.on,
        std::string(documents::name_of(succession.kind)),
        succession.share ? succession.share->str() : std::string()
    };
}

} // namespace tiendo::app
