#include "documents/workbook/read_measure_rows.hpp"

#include "base/text.hpp"
#include "domain/form/typed_answers.hpp"

#include <array>
#include <optional>
#include <span>

namespace tiendo::documents {
namespace {

constexpr std::size_t prefix = std::string_view("cell/").size();

/// The choice that the words of a list name.
template <class Choice>
std::optional<Choice>
chosen(const std::string& said, std::span<const Choice> choices, const WorkbookWords& say)
{
    for (const auto choice : choices)
        if (name_key(words_of(choice, say)) == name_key(said)) return choice;
    return std::nullopt;
}

} // namespace

void MeasureRowReader::read(const SheetRow& row, const std::string& key)
{
    const auto item = item_of(key);
    const auto element = key.substr(key.rfind('/') + 1);
    const auto* form_row = reading_.expected.form.row(MeasureId(item.substr(prefix)));
    const auto shape = form_row->indicator.shape;
    auto& found = found_[item];
    const auto value_column = reading_.column_of(MeasureColumn::value);
    auto value = reading_.take(row, value_column, item, number_in);
    if (shape == Shape::yes_no || shape == Shape::months)
        value = yes_or_no(row, value, item, shape);
    const auto where = reading_.place(row, value_column);
    if (found.seen.contains(element) && found.cell.typed[element] != value) {
        reading_.remark(true, item, {"workbook.row_twice"}, where);
        return;
    }
    found.seen.insert(element);
    if (!value.empty()) {
        found.cell.typed[element] = value;
        found.places.push_back({reading_.sheet->name, value_column, row.number});
    }
    take_once(row, MeasureColumn::kind, item, found.kind);
    take_once(row, MeasureColumn::state, item, found.state);
    take_once(row, MeasureColumn::reason, item, found.cell.reason);
    take_once(row, MeasureColumn::note, item, found.cell.note);
    found.where = where;
}

/// A text that stands once for all rows of a measure.
void MeasureRowReader::take_once(
    const SheetRow& row, MeasureColumn which, const std::string& item, std::string& into
)
{
    const auto column = reading_.column_of(which);
    const auto text = reading_.take(row, column, item, text_in);
    if (text.empty()) return;
    if (!into.empty() && into != text)
        reading_.remark(
            true, item, {"workbook.said_twice", {{"typed", text}}}, reading_.place(row, column)
        );
    into = text;
}

std::string MeasureRowReader::yes_or_no(
    const SheetRow& row, const std::string& value, const std::string& item, Shape shape
)
{
    if (value.empty() || state_named(value)) return value;
    const auto& say = reading_.say;
    const auto no = say(shape == Shape::months ? "workbook_file.no" : "value.not_yet", {});
    if (name_key(value) == name_key(say("value.yes", {}))) return "1";
    if (name_key(value) == name_key(no)) return "0";
    reading_.remark(
        true,
        item,
        {"workbook_cell.not_in_list", {{"typed", value}}},
        reading_.place(row, reading_.column_of(MeasureColumn::value))
    );
    return {};
}

void MeasureRowReader::take_kind(const std::string& item, FoundCell& found)
{
    static constexpr std::array kinds{
        ValueKind::estimate, ValueKind::official, ValueKind::adjusted
    };
    found.cell.kind = reading_.expected.is_estimated ? ValueKind::estimate : ValueKind::official;
    if (found.kind.empty()) return;
    if (const auto kind = chosen<ValueKind>(found.kind, kinds, reading_.say))
        found.cell.kind = *kind;
    else
        reading_.remark(
            true, item, {"workbook_cell.not_in_list", {{"typed", found.kind}}}, found.where
        );
}

void MeasureRowReader::take_state(const std::string& item, FoundCell& found)
{
    static constexpr std::array states{
        ValueState::value, ValueState::not_arising, ValueState::not_applicable
    };
    if (found.state.empty()) return;
    auto state = chosen<ValueState>(found.state, states, reading_.say);
    if (!state) state = state_named(found.state);
    if (state)
        found.cell.state = *state;
    else
        reading_.remark(
            true, item, {"workbook_cell.not_in_list", {{"typed", found.state}}}, found.where
        );
}

void MeasureRowReader::settle()
{
    for (auto& [item, found] : found_) {
        auto& cell = found.cell;
        take_kind(item, found);
        take_state(item, found);
        if (cell.state == ValueState::value && cell.typed.empty() && cell.reason.empty() &&
            cell.note.empty())
            continue;
        const auto origin = origin_of(found.places);
        cell.origin = origin.empty() ? found.where : origin;
        reading_.result.origins[item] = cell.origin;
        reading_.result.answers.cells[MeasureId(item.substr(prefix))] = cell;
    }
}

/// "Biểu 1!G7:G8" where the cells stand one below the other, else "Biểu 1!G7, G12".
std::string MeasureRowReader::origin_of(const std::vector<CellPlace>& places)
{
    if (places.empty()) return {};
    auto text =
        places.front().sheet + "!" + cell_address(places.front().column, places.front().row);
    bool is_block = true;
    for (std::size_t i = 1; i < places.size(); ++i)
        is_block = is_block && places[i].sheet == places[0].sheet &&
                   places[i].column == places[0].column && places[i].row == places[i - 1].row + 1;
    if (places.size() > 1 && is_block)
        return text + ":" + cell_address(places.back().column, places.back().row);
    for (std::size_t i = 1; i < places.size(); ++i)
        text += ", " + cell_address(places[i].column, places[i].row);
    return text;
}

} // namespace tiendo::documents
