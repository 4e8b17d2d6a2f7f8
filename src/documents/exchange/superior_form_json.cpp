#include "documents/exchange/superior_form_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

bj::object place_object(const FormPlace& place)
{
    return {{"table", place.table}, {"row", place.row}, {"cell", place.cell}};
}

FormPlace read_place(const bj::object& object)
{
    const auto number = [&](std::string_view key) {
        const auto value = json::whole(object, key, -1);
        if (value < 0 || value > 1'000'000) throw json::Unexpected{std::string(key)};
        return static_cast<int>(value);
    };
    return {number("table"), number("row"), number("cell")};
}

const bj::array& array_in(const bj::object& object, std::string_view key)
{
    const auto* value = json::member(object, key);
    if (value == nullptr || !value->is_array()) throw json::Unexpected{std::string(key)};
    return value->get_array();
}

const bj::array& array_of(const bj::value& value)
{
    if (!value.is_array()) throw json::Unexpected{"tables"};
    return value.get_array();
}

const bj::object& object_of(const bj::value& value)
{
    if (!value.is_object()) throw json::Unexpected{"cells"};
    return value.get_object();
}

} // namespace

std::string to_json(const FormTables& tables)
{
    bj::array all;
    for (const auto& table : tables) {
        bj::array rows;
        for (const auto& row : table)
            rows.push_back(json::to_array(row));
        all.push_back(std::move(rows));
    }
    return bj::serialize(bj::object{{"tables", std::move(all)}});
}

Result<FormTables> parse_form_tables(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        FormTables tables;
        for (const auto& table : array_in(object, "tables")) {
            auto& rows = tables.emplace_back();
            for (const auto& row : array_of(table)) {
                auto& cells = rows.emplace_back();
                for (const auto& cell : array_of(row)) {
                    if (!cell.is_string()) throw json::Unexpected{"cell"};
                    cells.emplace_back(cell.get_string());
                }
            }
        }
        return tables;
    });
}

std::string to_json(const Fillings& fillings)
{
    bj::array cells;
    for (const auto& [place, filling] : fillings) {
        auto object = place_object(place);
        object["with"] = name_of(filling.with);
        json::put_if(object, "measure", filling.measure.str());
        json::put_if(object, "text", filling.text);
        cells.push_back(std::move(object));
    }
    return bj::serialize(bj::object{{"cells", std::move(cells)}});
}

Result<Fillings> parse_fillings(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        Fillings fillings;
        for (const auto& cell : array_in(object, "cells")) {
            const auto& filled = object_of(cell);
            const auto with = filled_with_named(json::text(filled, "with"));
            if (!with) throw json::Unexpected{"with"};
            fillings[read_place(filled)] = {
                *with, MeasureId(json::text(filled, "measure")), json::text(filled, "text")
            };
        }
        return fillings;
    });
}

std::string to_json(const std::map<FormPlace, std::string>& texts)
{
    bj::array cells;
    for (const auto& [place, text] : texts) {
        auto object = place_object(place);
        object["text"] = text;
        cells.push_back(std::move(object));
    }
    return bj::serialize(bj::object{{"cells", std::move(cells)}});
}

Result<std::map<FormPlace, std::string>> parse_cell_texts(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        std::map<FormPlace, std::string> texts;
        for (const auto& cell : array_in(object, "cells")) {
            const auto& filled = object_of(cell);
            texts[read_place(filled)] = json::text(filled, "text");
        }
        return texts;
    });
}

} // namespace tiendo::documents
