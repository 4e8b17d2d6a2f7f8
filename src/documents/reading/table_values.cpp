#include "documents/reading/table_values.hpp"

#include "base/text.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

bool has_digit(const std::string& text)
{
    return text.find_first_of("0123456789") != std::string::npos;
}

/// "4,5", "70%": nothing says whether more or less of it is wanted.
bool is_bare(const std::string& cell)
{
    return !cell.empty() && cell.front() >= '0' && cell.front() <= '9' &&
           search_key(cell).find("tro ") == std::string::npos;
}

/// "Mức giảm tỷ lệ sinh", "Giảm số vụ tai nạn so với năm trước": the number is the size of a
/// change.
std::optional<Change> change_named(const std::string& name, bool from_baseline)
{
    const Words words{search_key(name)};
    const bool size = words.is(0, "muc") || (words.is(0, "ty") && words.is(1, "le"));
    const std::size_t verb = words.is(0, "muc") ? 1 : size ? 2 : 0;
    if (!size && from_baseline) return std::nullopt;
    if (words.is(verb, "giam")) return Change::decrease;
    if (words.is(verb, "tang") && !words.is(verb + 1, "truong")) return Change::increase;
    return std::nullopt;
}

bool is_wanted_low(const std::string& name)
{
    const Words words{name};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (vocabulary("wanted_low").at(words, i)) return true;
    }
    return false;
}

bool is_rate(const Quantity& quantity)
{
    return quantity.unit == "percent" || quantity.unit.starts_with("per_");
}

/// "4,2 | 3,5 | 3 | < 2,5" behind the year of the start: lower from column to column.
bool falls_on(const std::vector<Quantity>& quantities)
{
    if (quantities.size() < 2 || !quantities.front().baseline) return false;
    auto before = *quantities.front().baseline;
    for (const auto& quantity : quantities) {
        if (quantity.change || !(quantity.value < before)) return false;
        before = quantity.value;
    }
    return true;
}

/// A column of units says the whole noun: "bộ dữ liệu", where a sentence would be read as "bộ".
void take_whole_unit(const std::string& unit, Quantity& quantity)
{
    auto lower = to_lower(unit);
    if (!quantity.unit.empty() && lower.starts_with(quantity.unit + " "))
        quantity.unit = std::move(lower);
}

/// What a cell of a target may hold instead of a number without saying anything about its level.
bool is_sign_only(const std::string& cell)
{
    const Words words{search_key(cell)};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words.is_sign(i) && !words.is(i, "x")) return false;
    }
    return true;
}

void keep_unread(const std::string& cell, TargetRow& row)
{
    if (std::find(row.unread.begin(), row.unread.end(), cell) == row.unread.end())
        row.unread.push_back(cell);
}

} // namespace

/// Bare numbers below the one that they start from are levels to come down to, where they fall on
/// and on, are rates, or of something that nobody wants more of. The sum of one year may well be
/// smaller than that of the year before.
void settle_direction(const std::string& name, std::vector<Quantity>& bare)
{
    const auto below = [](const Quantity& q) { return q.baseline && q.value < *q.baseline; };
    const bool falls = !bare.empty() && std::all_of(bare.begin(), bare.end(), below);
    const bool low = is_wanted_low(name) || falls_on(bare);
    for (auto& quantity : bare) {
        if (quantity.comparator != Comparator::at_least || quantity.change) continue;
        const auto change = change_named(name, quantity.baseline && !is_rate(quantity));
        const bool level = quantity.baseline && quantity.value < *quantity.baseline;
        if (const bool sized = change && (!quantity.baseline || !level || name.starts_with("Mức"));
            sized) {
            quantity.change = change;
        } else if (falls && (is_rate(quantity) || low)) {
            quantity.comparator = Comparator::at_most;
        }
    }
}

std::string unit_in_brackets(const std::string& name)
{
    const auto text = std::string(trim(name));
    const auto open = text.rfind('(');
    if (open == std::string::npos || !text.ends_with(')')) return {};
    auto unit = text.substr(open + 1, text.size() - open - 2);
    const auto colon = unit.find(':');
    if (colon != std::string::npos) unit = unit.substr(colon + 1); // "(ĐVT: triệu đồng)"
    constexpr std::size_t unit_bytes_max = 40;
    return unit.size() > unit_bytes_max || has_digit(unit) ? std::string{}
                                                           : std::string(trim(unit));
}

std::string unit_implied(const std::string& name)
{
    const Words words{name};
    if ((words.is(0, "tỷ") || words.is(0, "tỉ")) && words.is(1, "lệ")) return "%";
    if (words.is(0, "điểm") && !words.is(1, "du")) return "điểm";
    if (!words.is(0, "số")) return {};
    const auto noun = vocabulary("counted_nouns").at(words, 1);
    return noun ? std::string(words.written(1, 1 + noun.length)) : std::string{};
}

void add_value(
    TargetRow& row, const std::string& cell, const std::string& unit, const TargetFrame& frame
)
{
    auto read = read_cell_quantity(cell, unit, frame);
    row.quantities.unit_unknown = row.quantities.unit_unknown || read.unit_unknown;
    for (auto& quantity : read.quantities)
        row.quantities.quantities.push_back(std::move(quantity));
}

void read_values(
    const Table& table,
    std::size_t row,
    const Heads& heads,
    const ValueFrame& frame,
    TargetRow& into
)
{
    auto unit = one_line(shared_text(table, row, heads.column_of("unit")));
    if (unit.empty()) unit = unit_in_brackets(frame.name);
    std::optional<Decimal> baseline;
    std::vector<Quantity> bare;
    std::vector<std::size_t> bare_at;
    auto& quantities = into.quantities.quantities;
    for (const auto& [index, column] : heads.columns) {
        const auto cell = one_line(cell_text(table.rows[row], &index));
        const bool past =
            column.role == "baseline" ||
            (column.role == "value" && column.year != 0 && column.year < first_year(frame.plan));
        auto own_unit = unit.empty() ? unit_in_brackets(column.title) : unit;
        if (own_unit.empty()) own_unit = frame.plan.unit;
        if (own_unit.empty()) own_unit = unit_implied(frame.name);
        if (past && has_digit(cell)) {
            auto read = read_cell_quantity(cell, own_unit, {});
            if (!read.quantities.empty()) baseline = read.quantities.front().value;
        } else if (column.role == "value" && has_digit(cell)) {
            auto own = frame.plan;
            if (column.due) own.due = column.due;
            const auto before = quantities.size();
            add_value(into, cell, own_unit, own);
            for (auto i = before; i < quantities.size(); ++i) {
                take_whole_unit(own_unit, quantities[i]);
                if (is_bare(cell)) bare_at.push_back(i);
            }
            if (quantities.size() == before) keep_unread(cell, into);
        } else if (column.role == "value" && !is_sign_only(cell)) {
            keep_unread(cell, into);
        }
    }
    for (auto& quantity : quantities) {
        if (!quantity.baseline) quantity.baseline = baseline;
    }
    for (const auto i : bare_at)
        bare.push_back(quantities[i]);
    settle_direction(frame.name, bare);
    for (std::size_t i = 0; i < bare.size(); ++i)
        quantities[bare_at[i]] = bare[i];
    if (quantities.empty()) into.quantities = read_quantities(into.text, frame.plan);
}

} // namespace tiendo::documents
