#include "domain/report/figure_series.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const auto merger_day = date(2025, 7, 1);

std::string say(std::string_view key, const WordArguments& arguments)
{
    std::string words = "[" + std::string(key);
    for (const auto& [name, value] : arguments)
        words += " " + name + "=" + value;
    return words + "]";
}

Contribution said(const char* unit, std::int64_t num, std::int64_t den)
{
    Contribution one;
    one.unit = UnitId(unit);
    one.cell.state = ValueState::value;
    one.cell.numbers = {{"num", num}, {"den", den}};
    return one;
}

Unit unit(const char* id, std::optional<Date> from, std::optional<Date> to)
{
    Unit made;
    made.id = UnitId(id);
    made.short_name = id;
    made.valid_from = from;
    made.valid_to = to;
    return made;
}

/// "n: 7/10, 5/10" of each row, the unit's number in each period.
std::vector<std::string> lines(const FigureTable& table)
{
    std::vector<std::string> found;
    for (const auto& row : table.series) {
        std::string line = row.unit + ":";
        for (const auto& cell : row.cells)
            line += " " + (cell.share
                               ? cell.share->numerator.str() + "/" + cell.share->denominator.str()
                               : "–" + cell.words);
        found.push_back(line + (row.remarks.empty() ? "" : " " + row.remarks));
    }
    return found;
}

/// a and b reported 2024; a went to n, b was divided between n and m, who report 2025.
class SeriesThroughAMerger : public testing::Test {
protected:
    SeriesThroughAMerger()
    {
        const auto last = add_days(merger_day, -1);
        row_.measure.id = MeasureId("1.1");
        row_.measure.objective = "1";
        row_.measure.suppliers = {UnitId("n"), UnitId("m")};
        row_.indicator.name = "Tỷ lệ";
        row_.figure = compute(row_.measure, row_.indicator, {said("n", 8, 10), said("m", 3, 10)});
        row_.history[PeriodId("2024")] = compute_for(
            row_.measure,
            row_.indicator,
            {said("a", 7, 10), said("b", 5, 10)},
            {UnitId("a"), UnitId("b")}
        );
        material_.period.id = PeriodId("2025");
        material_.directory = with_shares(Decimal(40), Decimal(60), last);
    }

    static UnitDirectory with_shares(std::optional<Decimal> n, std::optional<Decimal> m, Date last)
    {
        return {
            {unit("a", {}, last),
             unit("b", {}, last),
             unit("n", merger_day, {}),
             unit("m", merger_day, {})},
            {{UnitId("a"), UnitId("n"), merger_day, SuccessionKind::merged, {}},
             {UnitId("b"), UnitId("n"), merger_day, SuccessionKind::divided, n},
             {UnitId("b"), UnitId("m"), merger_day, SuccessionKind::divided, m}}
        };
    }

    std::vector<std::string> on(Date day)
    {
        material_.rows = {row_};
        FigureTable table;
        put_series(table, material_, day, say);
        return lines(table);
    }

    MeasureFigure row_{};
    ReportMaterial material_{};
};

TEST_F(SeriesThroughAMerger, IsToldByTheNewUnitsWithAllocatedPartsMarked)
{
    EXPECT_EQ(
        on(merger_day),
        (std::vector<std::string>{
            "n: 9/14 8/10 [sheet.series_allocated periods=[period.year year=2024 number=1]]",
            "m: 3/6 3/10 [sheet.series_allocated periods=[period.year year=2024 number=1]]",
            "[sheet.whole]: 12/20 11/20",
        })
    );
}

TEST_F(SeriesThroughAMerger, IsToldByTheOldUnitsWhereThatIsKnown)
{
    EXPECT_EQ(
        on(date(2024, 12, 31)),
        (std::vector<std::string>{
            "a: 7/10 –[sheet.unknown_alone]",
            "b: 5/10 –[sheet.unknown_alone]",
            "[sheet.together]: – 11/20",
            "[sheet.whole]: 12/20 11/20",
        })
    );
}

TEST_F(SeriesThroughAMerger, GuessesNothingWithoutShares)
{
    material_.directory = with_shares({}, {}, add_days(merger_day, -1));
    EXPECT_EQ(
        on(merger_day),
        (std::vector<std::string>{
            "n: –[sheet.unknown_alone] 8/10",
            "m: –[sheet.unknown_alone] 3/10",
            "[sheet.together]: 12/20 –",
            "[sheet.whole]: 12/20 11/20",
        })
    );
}

} // namespace
} // namespace tiendo
