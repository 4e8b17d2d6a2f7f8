#pragma once

#include "domain/report/consolidated_report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tiendo {

/// A rate by its counts, so that whoever computes with it gets the exact one.
struct Share {
    Decimal numerator{};
    Decimal denominator{};
    std::int64_t factor = 1;
    Decimal rounded{}; ///< as figures of its entry are shown
    int decimals = 2;

    friend bool operator==(const Share&, const Share&) = default;
};

/// A cell of a table that is computed with: a count, a rate, or the word that says why there is
/// neither. None of the three where nobody is asked.
struct FigureCell {
    std::optional<Decimal> count{};
    std::optional<Share> share{};
    std::string words{};

    bool is_number() const { return count || share; }
    /// For charts: the count or the rounded rate.
    std::optional<Decimal> number() const;

    friend bool operator==(const FigureCell&, const FigureCell&) = default;
};

/// A measure in the standard table; one by sex has a row for each.
struct FigureTableRow {
    std::string number{};
    std::string measure{};
    std::string unit{};
    std::string target{};
    std::optional<Decimal> target_value{}; ///< none for a change and for words
    FigureCell last_year{};
    FigureCell value{};
    std::string coverage{}; ///< "đã có số liệu 6/8 xã"
    int reported = 0;
    int expected = 0;
    int decimals = 2; ///< of its rates, and of differences between them
    std::optional<Decimal> against_plan{};
    std::optional<Decimal> against_last_year{};
    std::string verdict{};
    std::string remarks{};
    std::vector<std::pair<PeriodId, FigureCell>> history{}; ///< the oldest first
    std::vector<FigureCell> units{};                        ///< in the order of the table's units
    FigureCell together{}; ///< of several units that have one number; last among them, too
};

struct FigureTableGroup {
    std::string title{};
    std::vector<FigureTableRow> rows{};
};

/// A measure over the periods in one unit of the map, or in all of them together.
struct FigureSeriesRow {
    std::string number{};
    std::string measure{};
    std::string unit{};
    bool is_total = false;
    std::vector<FigureCell> cells{}; ///< in the order of the table's periods
    std::string remarks{};           ///< in which periods a part of it is allocated

    friend bool operator==(const FigureSeriesRow&, const FigureSeriesRow&) = default;
};

/// The overview as a value that a spreadsheet is written from.
struct FigureTable {
    std::string issuer{};
    std::string title{};
    std::string period{}; ///< "năm 2023"
    Instant taken_at{};
    std::string mark{};
    std::string notice{};      ///< what a public version leaves out; empty for the whole table
    std::string map{};         ///< "theo địa giới ngày …" where it is another one than reported
    bool is_estimated = false; ///< then its value is "Ước thực hiện"
    PeriodId period_id{};
    std::vector<std::string> units{}; ///< as they stand on the day of the map
    std::vector<FigureTableGroup> groups{};
    std::vector<std::string> series_periods{}; ///< with history only: "năm 2022", the oldest first
    std::vector<FigureSeriesRow> series{};
};

/// The units stand as they do on the day of `map`; without one as when the table is taken.
FigureTable figure_table(
    const ReportMaterial& material, const OfficialWords& say, std::optional<Date> map = {}
);

/// A part of a figure as it is computed with.
FigureCell
number_cell(const FigurePart& part, const Indicator& indicator, const OfficialWords& say);
/// A figure, or the word that says why there is none.
FigureCell cell_of(
    const Figure& figure,
    const std::string& breakdown,
    const Indicator& indicator,
    const OfficialWords& say
);

/// Value less target, of a measure that is judged by one number; none elsewhere.
std::optional<Decimal> against_plan(const MeasureFigure& row, const FigurePart& part);

/// "đã có số liệu 6/8 xã"; for a single supplier its name.
std::string
coverage_words(const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say);

/// Why there is no source, or no verdict; empty elsewhere.
std::string why_open(const MeasureFigure& row);

} // namespace tiendo
