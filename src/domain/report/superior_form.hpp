#pragma once

#include "domain/report/consolidated_report.hpp"

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A superior's own form: tables of a document, or sheets of a workbook, with cells that wait for
/// figures, and what the office puts into them.
namespace tiendo {

/// Table (or sheet), row and cell, each from 0 as they stand in the file.
struct FormPlace {
    int table = 0;
    int row = 0;
    int cell = 0;

    friend auto operator<=>(const FormPlace&, const FormPlace&) = default;
};

/// The texts of one table by row and cell; of a sheet also what must not be written over.
struct FormTable {
    std::vector<std::vector<std::string>> rows{};
    std::string name{};                       ///< of a sheet; a table of a document has none
    bool is_hidden = false;                   ///< a sheet that nobody sees: kept, never shown
    std::set<std::pair<int, int>> formulas{}; ///< row and cell
    /// What a merged cell covers, and where that one begins.
    std::map<std::pair<int, int>, std::pair<int, int>> continued{};

    const std::string* text(int row, int cell) const;

    friend bool operator==(const FormTable&, const FormTable&) = default;
};
using FormTables = std::vector<FormTable>;

/// Sheets have names, tables of a document have none.
bool is_workbook(const FormTables& form);

enum class FilledWith {
    value, ///< from here on: a side of a measure, of all units or of one
    value_male,
    value_female,
    counts,
    numerator,
    denominator,
    target,
    target_number,
    last_year,
    against_plan,
    against_last_year,
    verdict,
    coverage,
    note,
    measure_name,
    measure_unit,
    unit_name,
    task_text, ///< of a task
    task_lead,
    task_due,
    task_state,
    task_result,
    task_product,
    task_difficulty,
    period, ///< of the report
    issuer,
    report_number,
    report_date,
    strengths,
    shortcomings,
    causes,
    direction,
    proposals,
    text, ///< what was typed: words, a number, a day
    number,
    day,
};

/// What a thing in a form is asked of.
enum class FilledAbout { measure, unit, task, report, words };
FilledAbout about(FilledWith with);

/// What one cell is filled with.
struct Filling {
    FilledWith with = FilledWith::value;
    MeasureId measure{};
    std::string text{}; ///< as typed
    UnitId unit{};      ///< whose part of the measure; empty: of all
    std::string task{};
    bool is_single = false;         ///< pointed at by its address, not by its row and column
    bool measure_of_column = false; ///< which of the two says it
    bool unit_of_column = false;

    friend bool operator==(const Filling&, const Filling&) = default;
};

using Fillings = std::map<FormPlace, Filling>;

/// Whether a text waits to be filled: nothing in it, or dots to write on.
bool waits_to_be_filled(std::string_view text);
/// Whether a cell does: it is no formula's and stands for itself.
bool is_open(const FormTable& table, int row, int cell);

/// The words above and beside a cell, by which it is known again in another form.
std::string label_of_row(const std::vector<std::string>& row);
std::string head_of_column(const FormTable& table, int cell);

/// The fillings of an earlier form for those cells that have the same words beside and above them
/// (and, of sheets, stand in one of the same name), and those of single cells at the same address.
Fillings fillings_like(
    const FormTables& form, const FormTables& earlier_form, const Fillings& earlier_fillings
);

/// What a row or a column as a whole is about, so that one choice fills many cells.
struct FormSubject {
    MeasureId measure{};
    UnitId unit{};
    std::string task{};

    bool empty() const { return measure.empty() && unit.empty() && task.empty(); }
    friend bool operator==(const FormSubject&, const FormSubject&) = default;
};
struct FormColumn {
    std::optional<FilledWith> with{};
    FormSubject subject{}; ///< beside that of the row: the measure of a table by units …

    friend bool operator==(const FormColumn&, const FormColumn&) = default;
};
struct FormGrid {
    std::map<int, FormSubject> rows{};
    std::map<int, FormColumn> columns{};

    friend bool operator==(const FormGrid&, const FormGrid&) = default;
};
/// Filled is what waits and has all that its column asks about: a row per measure, per unit, per
/// task, or units across.
Fillings fillings_of_grid(const FormTable& table, int number, const FormGrid& grid);
/// The grid that a table's fillings came from.
FormGrid grid_of(int number, const Fillings& fillings);

const char* name_of(FilledWith with);
std::optional<FilledWith> filled_with_named(std::string_view name);

} // namespace tiendo
