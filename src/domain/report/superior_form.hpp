#pragma once

#include "domain/report/consolidated_report.hpp"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A superior's own form: tables with empty cells, into which the office puts figures.
namespace tiendo {

/// Table, row and cell, each from 0 as they stand in the file.
struct FormPlace {
    int table = 0;
    int row = 0;
    int cell = 0;

    friend auto operator<=>(const FormPlace&, const FormPlace&) = default;
};

/// The texts of the cells, by table, row and cell.
using FormTables = std::vector<std::vector<std::vector<std::string>>>;

enum class FilledWith { value, counts, numerator, denominator, target, last_year, verdict, text };

/// What one cell is filled with: a side of a measure, or words.
struct Filling {
    FilledWith with = FilledWith::value;
    MeasureId measure{};
    std::string text{};

    friend bool operator==(const Filling&, const Filling&) = default;
};

using Fillings = std::map<FormPlace, Filling>;

/// Whether a cell waits to be filled: nothing in it, or dots to write on.
bool waits_to_be_filled(std::string_view text);

/// The words above and beside a cell, by which it is known again in another form.
std::string label_of_row(const std::vector<std::string>& row);
std::string head_of_column(const std::vector<std::vector<std::string>>& table, int cell);

/// What stands in each cell now: "85,00", "17/20", "từ 80% trở lên".
std::map<FormPlace, std::string>
filled_texts(const Fillings& fillings, const ReportMaterial& material, const OfficialWords& say);

/// The fillings of an earlier form for those cells that have the same words beside and above them.
Fillings fillings_like(
    const FormTables& form, const FormTables& earlier_form, const Fillings& earlier_fillings
);

const char* name_of(FilledWith with);
std::optional<FilledWith> filled_with_named(std::string_view name);

} // namespace tiendo
