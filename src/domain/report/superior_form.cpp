#include "domain/report/superior_form.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace tiendo {
namespace {

constexpr std::array<std::pair<FilledWith, const char*>, 8> names{{
    {FilledWith::value, "value"},
    {FilledWith::counts, "counts"},
    {FilledWith::numerator, "numerator"},
    {FilledWith::denominator, "denominator"},
    {FilledWith::target, "target"},
    {FilledWith::last_year, "last_year"},
    {FilledWith::verdict, "verdict"},
    {FilledWith::text, "text"},
}};

const MeasureFigure* row_of(const ReportMaterial& material, const MeasureId& id)
{
    const auto found = std::ranges::find_if(material.rows, [&](const MeasureFigure& row) {
        return row.measure.id == id;
    });
    return found == material.rows.end() ? nullptr : &*found;
}

/// One text for each part, both sexes where there are two.
std::string of_parts(
    const std::vector<FigurePart>& parts, const std::function<std::string(const FigurePart&)>& say
)
{
    std::vector<std::string> texts;
    for (const auto& part : parts)
        texts.push_back(say(part));
    return join(texts, "; ");
}

std::string value_of(const MeasureFigure& row, const OfficialWords& say)
{
    if (row.figure.state == FigureState::not_arising) return say("report.not_arising", {});
    return of_parts(row.figure.parts, [&](const FigurePart& part) {
        return rate_words(part, row.indicator, say);
    });
}

std::string
last_year_of(const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say)
{
    const auto* last = row.last_year(material.period.id);
    if (last == nullptr) return {};
    return of_parts(last->parts, [&](const FigurePart& part) {
        return rate_words(part, row.indicator, say);
    });
}

std::string
text_of(const Filling& filling, const ReportMaterial& material, const OfficialWords& say)
{
    if (filling.with == FilledWith::text) return filling.text;
    const auto* row = row_of(material, filling.measure);
    if (row == nullptr) return {};
    switch (filling.with) {
    case FilledWith::value:
        return value_of(*row, say);
    case FilledWith::counts:
        return of_parts(row->figure.parts, counts_words);
    case FilledWith::numerator:
        return of_parts(row->figure.parts, [](const FigurePart& part) {
            return vietnamese_number(part.numerator);
        });
    case FilledWith::denominator:
        return of_parts(row->figure.parts, [](const FigurePart& part) {
            return vietnamese_number(part.denominator);
        });
    case FilledWith::target:
        return quantity_words(row->measure, row->indicator, say);
    case FilledWith::last_year:
        return last_year_of(*row, material, say);
    case FilledWith::verdict:
        return verdict_words(*row, say);
    case FilledWith::text:
        break;
    }
    return {};
}

/// By its label and head a cell is looked for in another form.
std::string key_of(const std::vector<std::vector<std::string>>& table, int row, int cell)
{
    const auto& cells = table[static_cast<std::size_t>(row)];
    return name_key(label_of_row(cells)) + "\n" + name_key(head_of_column(table, cell));
}

} // namespace

bool waits_to_be_filled(std::string_view text)
{
    const auto written = replace_all(squeeze(text), "…", "");
    return written.find_first_not_of("._- ") == std::string::npos;
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

std::string head_of_column(const std::vector<std::vector<std::string>>& table, int cell)
{
    for (const auto& row : table) {
        if (static_cast<std::size_t>(cell) >= row.size()) continue;
        const auto text = squeeze(row[static_cast<std::size_t>(cell)]);
        if (!waits_to_be_filled(text)) return text;
    }
    return {};
}

std::map<FormPlace, std::string>
filled_texts(const Fillings& fillings, const ReportMaterial& material, const OfficialWords& say)
{
    std::map<FormPlace, std::string> texts;
    for (const auto& [place, filling] : fillings)
        texts[place] = text_of(filling, material, say);
    return texts;
}

Fillings fillings_like(
    const FormTables& form, const FormTables& earlier_form, const Fillings& earlier_fillings
)
{
    std::map<std::string, Filling> by_words;
    for (const auto& [place, filling] : earlier_fillings) {
        const auto table = static_cast<std::size_t>(place.table);
        const auto row = static_cast<std::size_t>(place.row);
        if (table < earlier_form.size() && row < earlier_form[table].size())
            by_words[key_of(earlier_form[table], place.row, place.cell)] = filling;
    }
    Fillings found;
    for (int table = 0; table < static_cast<int>(form.size()); ++table) {
        const auto& rows = form[static_cast<std::size_t>(table)];
        for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
            const auto& cells = rows[static_cast<std::size_t>(row)];
            if (label_of_row(cells).empty()) continue;
            for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell) {
                if (!waits_to_be_filled(cells[static_cast<std::size_t>(cell)])) continue;
                const auto known = by_words.find(key_of(rows, row, cell));
                if (known != by_words.end()) found[{table, row, cell}] = known->second;
            }
        }
    }
    return found;
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
