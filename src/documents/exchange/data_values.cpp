#include "documents/exchange/data_values.hpp"

#include "documents/exchange/csv_rows.hpp"
#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

std::string as_csv(const DataValue& value)
{
    std::vector<std::string_view> fields;
    for (const auto& [name, field] : data_value_fields)
        fields.emplace_back(value.*field);
    return csv_row(fields);
}

std::string as_json(const DataValue& value)
{
    boost::json::object object;
    for (const auto& [name, field] : data_value_fields) {
        const auto& text = value.*field;
        if (field == &DataValue::follow_up || field == &DataValue::deleted)
            object[name] = text == "true";
        else if (!text.empty() || field == &DataValue::value)
            object[name] = text;
    }
    return boost::json::serialize(object);
}

} // namespace

std::string DataValuesWriter::head() const
{
    if (format_ == ValuesFormat::json) return "{\"dataValues\":[\n";
    std::vector<std::string_view> names;
    for (const auto& [name, field] : data_value_fields)
        names.push_back(name);
    return csv_row(names);
}

std::string DataValuesWriter::text(const DataValue& value)
{
    if (format_ == ValuesFormat::csv) return as_csv(value);
    return (std::exchange(is_first_, false) ? "" : ",\n") + as_json(value);
}

std::string DataValuesWriter::tail() const
{
    return format_ == ValuesFormat::json ? "\n]}\n" : "";
}

std::string to_json(const ImportedValues& values)
{
    boost::json::object object;
    object["file"] = values.file;
    object["imported"] = values.imported;
    object["updated"] = values.updated;
    if (!values.replaced.empty()) {
        boost::json::object replaced;
        for (const auto& [measure, cell] : values.replaced)
            replaced[measure] = boost::json::parse(cell);
        object["replaced"] = std::move(replaced);
    }
    return boost::json::serialize(object);
}

} // namespace tiendo::documents
