#include "documents/exchange/sheets_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr json::Names<SheetCellKind, 6> kinds{{
    {SheetCellKind::text, "t"},
    {SheetCellKind::number, "n"},
    {SheetCellKind::percent, "p"},
    {SheetCellKind::date, "d"},
    {SheetCellKind::boolean, "b"},
    {SheetCellKind::error, "e"},
}};

bj::array row_array(const SheetRow& row)
{
    bj::array array;
    array.reserve(row.cells.size() + 1);
    array.emplace_back(row.number);
    for (const auto& cell : row.cells) {
        auto kind = std::string(json::name_of(kinds, cell.kind));
        if (cell.is_formula) kind += '=';
        array.emplace_back(bj::array{cell.column, kind, cell.text});
    }
    return array;
}

const bj::array& array_in(const bj::value& value, std::string_view place)
{
    if (!value.is_array()) throw json::Unexpected{std::string(place)};
    return value.get_array();
}

int number_in(const bj::value& value)
{
    if (!value.is_int64() || value.get_int64() < 1 || value.get_int64() > 2'000'000)
        throw json::Unexpected{"place"};
    return static_cast<int>(value.get_int64());
}

SheetCell cell_in(const bj::array& array)
{
    if (array.size() != 3 || !array[1].is_string() || !array[2].is_string())
        throw json::Unexpected{"cell"};
    SheetCell cell;
    cell.column = number_in(array[0]);
    std::string_view kind = array[1].get_string();
    cell.is_formula = kind.ends_with('=');
    if (cell.is_formula) kind.remove_suffix(1);
    const auto known = std::ranges::find(kinds, kind, [](const auto& each) { return each.second; });
    if (known == kinds.end()) throw json::Unexpected{"kind"};
    cell.kind = known->first;
    cell.text = array[2].get_string();
    return cell;
}

SheetRow row_in(const bj::array& array)
{
    if (array.empty()) throw json::Unexpected{"row"};
    SheetRow row;
    row.number = number_in(array[0]);
    for (std::size_t i = 1; i < array.size(); ++i)
        row.cells.push_back(cell_in(array_in(array[i], "cell")));
    return row;
}

} // namespace

std::string to_json(const std::vector<Sheet>& sheets)
{
    bj::array list;
    for (const auto& sheet : sheets) {
        bj::array rows;
        rows.reserve(sheet.rows.size());
        for (const auto& row : sheet.rows)
            rows.emplace_back(row_array(row));
        bj::object object{{"name", sheet.name}};
        if (sheet.is_hidden) object["hidden"] = true;
        object["rows"] = std::move(rows);
        list.emplace_back(std::move(object));
    }
    return bj::serialize(bj::object{{"sheets", std::move(list)}});
}

Result<std::vector<Sheet>> parse_sheets(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        std::vector<Sheet> sheets;
        const auto* list = json::member(object, "sheets");
        if (list == nullptr) throw json::Unexpected{"sheets"};
        for (const auto& value : array_in(*list, "sheets")) {
            if (!value.is_object()) throw json::Unexpected{"sheet"};
            const auto& each = value.get_object();
            Sheet sheet{json::text(each, "name"), json::flag(each, "hidden"), {}};
            if (const auto* rows = json::member(each, "rows")) {
                for (const auto& row : array_in(*rows, "rows"))
                    sheet.rows.push_back(row_in(array_in(row, "row")));
            }
            sheets.push_back(std::move(sheet));
        }
        return sheets;
    });
}

} // namespace tiendo::documents
