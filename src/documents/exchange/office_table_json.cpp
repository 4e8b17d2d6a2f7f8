#include "documents/exchange/office_table_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

bj::object column_object(const OfficeColumn& column)
{
    bj::object object{{"key", column.key}, {"title", column.title}, {"kind", name_of(column.kind)}};
    if (!column.choices.empty()) object["choices"] = json::to_array(column.choices);
    if (column.is_summed) object["summed"] = true;
    return object;
}

OfficeColumn column_in(const bj::value& value)
{
    const auto& object = json::object_of(value, "columns");
    const auto kind = office_column_kind_named(json::text(object, "kind"));
    if (!kind) throw json::Unexpected{"kind"};
    return {
        json::text(object, "key"),
        json::text(object, "title"),
        *kind,
        json::texts(object, "choices"),
        json::flag(object, "summed")
    };
}

} // namespace

std::string to_json(const OfficeTable& table)
{
    bj::object object{{"title", table.title}};
    json::put_if(object, "note", table.note);
    bj::array columns;
    for (const auto& column : table.columns)
        columns.emplace_back(column_object(column));
    object["columns"] = std::move(columns);
    bj::array units;
    for (const auto& unit : table.units)
        units.emplace_back(unit.str());
    object["units"] = std::move(units);
    return bj::serialize(object);
}

Result<OfficeTable> parse_office_table(std::string key, std::string_view text)
{
    return json::reading(text, [&](const bj::object& object) {
        OfficeTable table;
        table.key = std::move(key);
        table.title = json::text(object, "title");
        table.note = json::text(object, "note");
        for (const auto& column : json::list_in(object, "columns"))
            table.columns.push_back(column_in(column));
        for (const auto& unit : json::texts(object, "units"))
            table.units.emplace_back(unit);
        return table;
    });
}

} // namespace tiendo::documents
