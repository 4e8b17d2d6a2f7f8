#include "documents/exchange/history_mapping_json.hpp"

#include "documents/exchange/json_reader.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr std::int64_t row_max = 2'000'000;

template <class Id> bj::object object_of_ids(const std::map<std::string, Id>& ids)
{
    bj::object object;
    for (const auto& [words, id] : ids)
        object[words] = id.str();
    return object;
}

template <class Id> std::map<std::string, Id> ids_in(const bj::object& object, const char* key)
{
    std::map<std::string, Id> ids;
    for (const auto& [words, id] : json::object_at(object, key)) {
        if (!id.is_string()) throw json::Unexpected{key};
        ids.emplace(std::string(words), Id(std::string(id.get_string())));
    }
    return ids;
}

int place_in(const bj::object& object, const char* key)
{
    const auto place = json::whole(object, key);
    if (place < 0 || place > row_max) throw json::Unexpected{key};
    return static_cast<int>(place);
}

} // namespace

std::string to_json(const HistoryMapping& mapping)
{
    bj::array columns;
    for (const auto& [column, what] : mapping.columns) {
        bj::object object{{"column", column}, {"role", what.role}};
        json::put_if(object, "year", what.year.str());
        columns.push_back(std::move(object));
    }
    bj::object object{
        {"sheet", mapping.sheet}, {"head_row", mapping.head_row}, {"columns", std::move(columns)}
    };
    json::put_if(object, "measure", mapping.measure.str());
    json::put_if(object, "unit", mapping.unit.str());
    object["measures"] = object_of_ids(mapping.measures);
    object["units"] = object_of_ids(mapping.units);
    return bj::serialize(object);
}

Result<HistoryMapping> parse_history_mapping(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        HistoryMapping mapping;
        mapping.sheet = json::text(object, "sheet");
        mapping.head_row = place_in(object, "head_row");
        json::each_in(object, "columns", [&](const bj::object& column) {
            HistoryColumn what{json::text(column, "role"), PeriodId(json::text(column, "year"))};
            if (std::ranges::find(history_roles, what.role) == history_roles.end())
                throw json::Unexpected{"role"};
            mapping.columns[place_in(column, "column")] = std::move(what);
        });
        mapping.measure = MeasureId(json::text(object, "measure"));
        mapping.unit = UnitId(json::text(object, "unit"));
        mapping.measures = ids_in<MeasureId>(object, "measures");
        mapping.units = ids_in<UnitId>(object, "units");
        return mapping;
    });
}

} // namespace tiendo::documents
