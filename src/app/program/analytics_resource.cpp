#include "app/program/resource_values.hpp"
#include "app/program/resources.hpp"

namespace tiendo::app {
namespace {

namespace bj = boost::json;

bj::object header(const char* name, const char* column, bool is_value)
{
    return {
        {"name", name},
        {"column", column},
        {"valueType", is_value ? "NUMBER" : "TEXT"},
        {"type", is_value ? "java.lang.Double" : "java.lang.String"},
        {"hidden", false},
        {"meta", !is_value},
    };
}

bj::array add_names(const AnalyticsNames& names, bj::object& items)
{
    bj::array ids;
    for (const auto& [id, name] : names) {
        ids.emplace_back(id);
        items[id] = bj::object{{"name", name}};
    }
    return ids;
}

bj::object meta_data(const Analytics& found)
{
    bj::object items;
    bj::object dimensions{
        {"dx", add_names(found.data, items)},
        {"pe", add_names(found.periods, items)},
        {"ou", add_names(found.units, items)},
        {"co", bj::array{}},
    };
    return {{"items", std::move(items)}, {"dimensions", std::move(dimensions)}};
}

/// A dimension in a filter is the same for all rows and has no column.
bj::array headers(const AnalyticsQuery& query)
{
    bj::array headers;
    if (!query.data.is_filter) headers.emplace_back(header("dx", "Data", false));
    if (!query.periods.is_filter) headers.emplace_back(header("pe", "Period", false));
    if (!query.units.is_filter) headers.emplace_back(header("ou", "Organisation unit", false));
    headers.emplace_back(header("value", "Value", true));
    return headers;
}

bj::array cells(const AnalyticsQuery& query, const AnalyticsRow& row)
{
    bj::array cells;
    if (!query.data.is_filter) cells.emplace_back(row.data);
    if (!query.periods.is_filter) cells.emplace_back(row.period);
    if (!query.units.is_filter) cells.emplace_back(row.unit);
    cells.emplace_back(row.value);
    return cells;
}

} // namespace

std::string analytics_resource(const Analytics& found)
{
    bj::array rows;
    bj::array coverage;
    for (const auto& row : found.rows) {
        rows.emplace_back(cells(found.query, row));
        coverage.emplace_back(bj::object{
            {"reported", row.reported}, {"expected", row.expected}, {"estimated", row.estimated}
        });
    }
    bj::array withheld;
    for (const auto& data : found.withheld)
        withheld.emplace_back(data);
    auto columns = headers(found.query);
    const auto width = columns.size();
    const auto height = rows.size();
    return bj::serialize(bj::object{
        {"headers", std::move(columns)},
        {"metaData", meta_data(found)},
        {"rows", std::move(rows)},
        {"width", width},
        {"height", height},
        {"headerWidth", width},
        {"asOf", hour(found.as_of)},
        {"change", found.change},
        {"coverage", std::move(coverage)},
        {"withheld", std::move(withheld)},
    });
}

} // namespace tiendo::app
