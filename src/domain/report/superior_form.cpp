#include "domain/report/superior_form.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

constexpr std::array<std::pair<FilledWith, const char*>, 36> names{{
    {FilledWith::value, "value"},
    {FilledWith::value_male, "value_male"},
    {FilledWith::value_female, "value_female"},
    {FilledWith::counts, "counts"},
    {FilledWith::numerator, "numerator"},
    {FilledWith::denominator, "denominator"},
    {FilledWith::target, "target"},
    {FilledWith::target_number, "target_number"},
    {FilledWith::last_year, "last_year"},
    {FilledWith::against_plan, "against_plan"},
    {FilledWith::against_last_year, "against_last_year"},
    {FilledWith::verdict, "verdict"},
    {FilledWith::coverage, "coverage"},
    {FilledWith::note, "note"},
    {FilledWith::measure_name, "measure_name"},
    {FilledWith::measure_unit, "measure_unit"},
    {FilledWith::unit_name, "unit_name"},
    {FilledWith::task_text, "task_text"},
    {FilledWith::task_lead, "task_lead"},
    {FilledWith::task_due, "task_due"},
    {FilledWith::task_state, "task_state"},
    {FilledWith::task_result, "task_result"},
    {FilledWith::task_product, "task_product"},
    {FilledWith::task_difficulty, "task_difficulty"},
    {FilledWith::period, "period"},
    {FilledWith::issuer, "issuer"},
    {FilledWith::report_number, "report_number"},
    {FilledWith::report_date, "report_date"},
    {FilledWith::strengths, "strengths"},
    {FilledWith::shortcomings, "shortcomings"},
    {FilledWith::causes, "causes"},
    {FilledWith::direction, "direction"},
    {FilledWith::proposals, "proposals"},
    {FilledWith::text, "text"},
    {FilledWith::number, "number"},
    {FilledWith::day, "day"},
}};

/// By its label and head a cell is looked for in another form.
std::string key_of(const FormTable& table, int row, int cell)
{
    const auto& cells = table.rows[static_cast<std::size_t>(row)];
    return name_key(table.name) + "\n" + name_key(label_of_row(cells)) + "\n" +
           name_key(head_of_column(table, cell));
}

bool has_all_it_asks_about(const Filling& filling)
{
    switch (about(filling.with)) {
    case FilledAbout::measure:
        return !filling.measure.empty();
    case FilledAbout::unit:
        return !filling.unit.empty();
    case FilledAbout::task:
        return !filling.task.empty();
    case FilledAbout::report:
        return true;
    case FilledAbout::words:
        return false;
    }
    return false;
}

} // namespace

const std::string* FormTable::text(int row, int cell) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= rows.size()) return nullptr;
    const auto& cells = rows[static_cast<std::size_t>(row)];
    if (cell < 0 || static_cast<std::size_t>(cell) >= cells.size()) return nullptr;
    return &cells[static_cast<std::size_t>(cell)];
}

bool is_workbook(const FormTables& form)
{
    return std::ranges::any_of(form, [](const FormTable& table) { return !table.name.empty(); });
}

FilledAbout about(FilledWith with)
{
    if (with <= FilledWith::measure_unit) return FilledAbout::measure;
    if (with == FilledWith::unit_name) return FilledAbout::unit;
    if (with <= FilledWith::task_difficulty) return FilledAbout::task;
    return with <= FilledWith::proposals ? FilledAbout::report : FilledAbout::words;
}

bool waits_to_be_filled(std::string_view text)
{
    const auto written = replace_all(squeeze(text), "…", "");
    return written.find_first_not_of("._- ") == std::string::npos;
}

bool is_open(const FormTable& table, int row, int cell)
{
    const auto* text = table.text(row, cell);
    return text != nullptr && waits_to_be_filled(*text) && !table.formulas.contains({row, cell}) &&
           !table.continued.contains({row, cell});
}

std::string label_of_row(const std::vector<std::string>& row)
{
    std::string longest;
    for (const auto& cell : row) {
        const auto text = squeeze(cell);
        if (!waits_to_be_filled(text) && text.size() > longest.size()) longest = text;
    }
    return longest;
}

std::string head_of_column(const FormTable& table, int cell)
{
    for (const auto& row : table.rows) {
        if (static_cast<std::size_t>(cell) >= row.size()) continue;
        const auto text = squeeze(row[static_cast<std::size_t>(cell)]);
        if (!waits_to_be_filled(text)) return text;
    }
    return {};
}

Fillings fillings_like(
    const FormTables& form, const FormTables& earlier_form, const Fillings& earlier_fillings
)
{
    std::map<std::string, Filling> by_words;
    Fillings found;
    for (const auto& [place, filling] : earlier_fillings) {
        const auto table = static_cast<std::size_t>(place.table);
        if (table >= earlier_form.size()) continue;
        const auto& earlier = earlier_form[table];
        if (earlier.text(place.row, place.cell) == nullptr) continue;
        if (!filling.is_single) {
            by_words[key_of(earlier, place.row, place.cell)] = filling;
        } else if (table < form.size() && form[table].name == earlier.name &&
                   form[table].text(place.row, place.cell) != nullptr) {
            found[place] = filling;
        }
    }
    for (int table = 0; table < static_cast<int>(form.size()); ++table) {
        const auto& here = form[static_cast<std::size_t>(table)];
        for (int row = 0; row < static_cast<int>(here.rows.size()); ++row) {
            const auto& cells = here.rows[static_cast<std::size_t>(row)];
            if (label_of_row(cells).empty()) continue;
            for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell) {
                if (!is_open(here, row, cell)) continue;
                const auto known = by_words.find(key_of(here, row, cell));
                if (known != by_words.end())
                    found.emplace(FormPlace{table, row, cell}, known->second);
            }
        }
    }
    return found;
}

Fillings fillings_of_grid(const FormTable& table, int number, const FormGrid& grid)
{
    Fillings fillings;
    for (const auto& [row, subject] : grid.rows) {
        if (subject.empty()) continue;
        for (const auto& [cell, column] : grid.columns) {
            if (!column.with || !is_open(table, row, cell)) continue;
            Filling filling;
            filling.with = *column.with;
            filling.measure_of_column = subject.measure.empty();
            filling.measure = filling.measure_of_column ? column.subject.measure : subject.measure;
            filling.unit_of_column = subject.unit.empty();
            filling.unit = filling.unit_of_column ? column.subject.unit : subject.unit;
            filling.task = subject.task;
            if (has_all_it_asks_about(filling)) fillings[{number, row, cell}] = filling;
        }
    }
    return fillings;
}

FormGrid grid_of(int number, const Fillings& fillings)
{
    FormGrid grid;
    for (const auto& [place, filling] : fillings) {
        if (place.table != number || filling.is_single || filling.with == FilledWith::text)
            continue;
        auto& row = grid.rows[place.row];
        auto& column = grid.columns[place.cell];
        column.with = filling.with;
        if (!filling.task.empty()) row.task = filling.task;
        if (!filling.measure.empty())
            (filling.measure_of_column ? column.subject : row).measure = filling.measure;
        if (!filling.unit.empty())
            (filling.unit_of_column ? column.subject : row).unit = filling.unit;
    }
    return grid;
}

const char* name_of(FilledWith with)
{
    return std::ranges::find(names, with, &std::pair<FilledWith, const char*>::first)->second;
}

std::optional<FilledWith> filled_with_named(std::string_view name)
{
    const auto found =
        std::ranges::find_if(names, [&](const auto& entry) { return name == entry.second; });
    if (found == names.end()) return std::nullopt;
    return found->first;
}

} // namespace tiendo
