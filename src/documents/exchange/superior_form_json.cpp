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
        if (value < 0 || value > 1'100'000) throw json::Unexpected{std::string(key)};
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

std::vector<std::vector<std::string>> rows_in(const bj::array& array)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : array) {
        auto& cells = rows.emplace_back();
        for (const auto& cell : array_of(row)) {
            if (!cell.is_string()) throw json::Unexpected{"cell"};
            cells.emplace_back(cell.get_string());
        }
    }
    return rows;
}

std::vector<int> numbers_in(const bj::array& array, std::size_t count)
{
    std::vector<int> numbers;
    for (const auto& value : array) {
        if (!value.is_int64() || value.get_int64() < 0 || value.get_int64() > 1'100'000)
            throw json::Unexpected{"place"};
        numbers.push_back(static_cast<int>(value.get_int64()));
    }
    if (numbers.size() != count) throw json::Unexpected{"place"};
    return numbers;
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
        for (const auto& row : table.rows)
            rows.push_back(json::to_array(row));
        if (table.name.empty()) {
            all.push_back(std::move(rows));
            continue;
        }
        bj::array formulas;
        for (const auto& [row, cell] : table.formulas)
            formulas.push_back(bj::array{row, cell});
        bj::array continued;
        for (const auto& [covered, origin] : table.continued)
            continued.push_back(
                bj::array{covered.first, covered.second, origin.first, origin.second}
            );
        all.push_back(bj::object{
            {"name", table.name},
            {"hidden", table.is_hidden},
            {"rows", std::move(rows)},
            {"formulas", std::move(formulas)},
            {"continued", std::move(continued)}
        });
    }
    return bj::serialize(bj::object{{"tables", std::move(all)}});
}

Result<FormTables> parse_form_tables(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        FormTables tables;
        for (const auto& table : array_in(object, "tables")) {
            auto& read = tables.emplace_back();
            if (!table.is_object()) {
                read.rows = rows_in(array_of(table));
                continue;
            }
            const auto& sheet = table.get_object();
            read.name = json::text(sheet, "name");
            read.is_hidden = json::flag(sheet, "hidden");
            read.rows = rows_in(array_in(sheet, "rows"));
            for (const auto& place : array_in(sheet, "formulas")) {
                const auto numbers = numbers_in(array_of(place), 2);
                read.formulas.emplace(numbers[0], numbers[1]);
            }
            for (const auto& place : array_in(sheet, "continued")) {
                const auto numbers = numbers_in(array_of(place), 4);
                read.continued[{numbers[0], numbers[1]}] = {numbers[2], numbers[3]};
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
        json::put_if(object, "unit", filling.unit.str());
        json::put_if(object, "task", filling.task);
        if (filling.is_single) object["single"] = true;
        if (filling.measure_of_column) object["measure_of_column"] = true;
        if (filling.unit_of_column) object["unit_of_column"] = true;
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
                *with,
                MeasureId(json::text(filled, "measure")),
                json::text(filled, "text"),
                UnitId(json::text(filled, "unit")),
                json::text(filled, "task"),
                json::flag(filled, "single"),
                json::flag(filled, "measure_of_column"),
                json::flag(filled, "unit_of_column")
            };
        }
        return fillings;
    });
}

std::string to_json(const FilledCells& filled)
{
    bj::array cells;
    for (const auto& [place, cell] : filled) {
        auto object = place_object(place);
        object["text"] = cell.text;
        if (cell.number) object["number"] = cell.number->str();
        if (cell.is_percent) object["percent"] = true;
        if (cell.day) object["day"] = iso_date(*cell.day);
        cells.push_back(std::move(object));
    }
    return bj::serialize(bj::object{{"cells", std::move(cells)}});
}

Result<FilledCells> parse_filled_cells(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        FilledCells cells;
        for (const auto& one : array_in(object, "cells")) {
            const auto& filled = object_of(one);
            auto& cell = cells[read_place(filled)];
            cell.text = json::text(filled, "text");
            cell.number = Decimal::parse(json::text(filled, "number"));
            cell.is_percent = json::flag(filled, "percent");
            cell.day = parse_iso_date(json::text(filled, "day"));
        }
        return cells;
    });
}

} // namespace tiendo::documents
