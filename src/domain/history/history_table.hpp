#pragma once

#include "domain/form/form.hpp"
#include "domain/org/unit.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// An office's own table of earlier years, and what is understood of it once a person has pointed
/// at its columns.
namespace tiendo {

/// What a column may hold: what names a row, a number of a measure (elements_of), or a rate, which
/// is only compared with the one that the counts give.
inline constexpr std::array<std::string_view, 15> history_roles{
    "code",
    "measure",
    "unit",
    "num",
    "den",
    "num.male",
    "den.male",
    "num.female",
    "den.female",
    "value",
    "q1",
    "q2",
    "q3",
    "q4",
    "rate"
};

struct HistoryColumn {
    std::string role{}; ///< of history_roles
    PeriodId year{};    ///< of which the numbers are; none for what names a row

    friend bool operator==(const HistoryColumn&, const HistoryColumn&) = default;
};

bool is_number_role(std::string_view role);

/// What a person said of a table.
struct HistoryMapping {
    std::string sheet{};
    int head_row = 0;                            ///< 1 for the first; the rows below it are read
    std::map<int, HistoryColumn> columns{};      ///< 1 for A
    MeasureId measure{};                         ///< that all rows are about, where none names one
    UnitId unit{};                               ///< likewise
    std::map<std::string, MeasureId> measures{}; ///< chosen by hand, by the row's own words
    std::map<std::string, UnitId> units{};       ///< likewise

    friend bool operator==(const HistoryMapping&, const HistoryMapping&) = default;
};

/// One number of an earlier year, as it would be kept.
struct HistoryValue {
    PeriodId year{};
    std::string place{}; ///< "D7, E7"
    std::string typed{}; ///< "17 / 20": what stands there
    Cell cell{};
    bool is_kept = false;
    std::vector<Problem> problems{}; ///< why it is not kept, or what should be looked at
};

/// A row of the table that holds numbers.
struct HistoryRow {
    int number = 0;
    std::string name{};      ///< as it names its measure
    std::string unit_name{}; ///< as it names its unit
    MeasureId measure{};
    UnitId unit{};
    std::vector<Problem> problems{}; ///< why none of its numbers is kept
    std::vector<HistoryValue> values{};
};

/// By which hand-made choices of a mapping find a row again: its words, else its place.
std::string history_key(const std::string& words, int row);

/// What the rows are read against.
struct HistoryKnown {
    std::vector<FormRow> measures{};
    UnitDirectory directory{};
    std::set<PeriodId> own_periods{}; ///< that the office runs in the product: never overwritten
    Date day{};                       ///< on which names of units are understood
};

/// Finds each row's measure and unit: what was chosen by hand, else what its words name beyond
/// doubt. What is in doubt stays open, with a problem that says what to do.
void match_rows(
    std::vector<HistoryRow>& rows, const HistoryMapping& mapping, const HistoryKnown& known
);

} // namespace tiendo
