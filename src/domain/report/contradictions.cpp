#include "domain/report/contradictions.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_writer.hpp"

#include <algorithm>

namespace tiendo {
namespace {

bool is_ratio(const MeasureFigure& row)
{
    return row.indicator.shape == Shape::ratio && row.indicator.across_units == AcrossUnits::sum;
}

/// What one unit reported of a measure, whole or by sex; empty where it reported no counts.
std::vector<ContradictingNumber> numbers_of(const MeasureFigure& row, const UnitId& unit)
{
    std::vector<ContradictingNumber> numbers;
    const auto figure = compute_for(row.measure, row.indicator, row.figure.contributions, {unit});
    for (const auto& part : figure.parts)
        numbers.push_back({row.measure.id, unit, part.breakdown, part});
    return numbers;
}

void compare_agencies(
    const MeasureFigure& row, const UnitDirectory& directory, std::vector<Contradiction>& found
)
{
    std::vector<ContradictingNumber> said;
    for (const auto& part : row.figure.contributions) {
        if (is_commune(part.unit, directory)) continue;
        for (auto& number : numbers_of(row, part.unit))
            said.push_back(std::move(number));
    }
    for (std::size_t i = 0; i < said.size(); ++i) {
        for (std::size_t j = i + 1; j < said.size(); ++j) {
            const auto& [a, b] = std::tie(said[i], said[j]);
            if (a.unit == b.unit || a.breakdown != b.breakdown) continue;
            const bool same_above = a.counts.numerator == b.counts.numerator;
            const bool same_below = a.counts.denominator == b.counts.denominator;
            if (same_above != same_below) found.push_back({{}, {a, b}});
        }
    }
}

void compare_denominators(
    const MeasureFigure& row, const MeasureFigure& other, std::vector<Contradiction>& found
)
{
    const auto& subject = row.indicator.denominator;
    if (subject.empty() || name_key(subject) != name_key(other.indicator.denominator)) return;
    for (const auto& contribution : row.figure.contributions) {
        const auto here = numbers_of(row, contribution.unit);
        const auto there = numbers_of(other, contribution.unit);
        for (const auto& a : here) {
            const auto b = std::ranges::find(there, a.breakdown, &ContradictingNumber::breakdown);
            if (b == there.end() || a.counts.denominator == b->counts.denominator) continue;
            found.push_back({subject, {a, *b}});
        }
    }
}

const MeasureFigure& row_of(const ReportMaterial& material, const MeasureId& id)
{
    return *std::ranges::find_if(material.rows, [&](const MeasureFigure& row) {
        return row.measure.id == id;
    });
}

Runs number_runs(
    const ContradictingNumber& number,
    bool is_denominator,
    const ReportMaterial& material,
    const OfficialWords& say
)
{
    const auto& counts = number.counts;
    const auto text = is_denominator ? vietnamese_number(counts.denominator) : counts_words(counts);
    Runs runs{sourced(text, number.unit.str() + "." + number.measure.str())};
    if (!number.breakdown.empty()) {
        const auto sex = sex_words(row_of(material, number.measure), number.breakdown, say);
        append(runs, {plain(" " + sex)});
    }
    return runs;
}

} // namespace

std::vector<Contradiction>
contradictions(const std::vector<MeasureFigure>& rows, const UnitDirectory& directory)
{
    std::vector<Contradiction> found;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        if (!is_ratio(*row)) continue;
        compare_agencies(*row, directory, found);
        for (auto other = std::next(row); other != rows.end(); ++other) {
            if (is_ratio(*other)) compare_denominators(*row, *other, found);
        }
    }
    return found;
}

Runs contradiction_words(
    const std::vector<Contradiction>& found,
    const ReportMaterial& material,
    const OfficialWords& say
)
{
    constexpr std::size_t told_max = 20; // a sentence that somebody reads
    Runs runs;
    for (const auto& one : found) {
        if (!runs.empty()) append(runs, {plain("; ")});
        if (&one == found.data() + told_max) {
            const auto more = sourced(
                count_in_document(static_cast<std::int64_t>(found.size() - told_max)),
                "figures#contradictions"
            );
            append(runs, sentence(say, "contradicting.more", {{"count", {more}}}));
            break;
        }
        const bool is_denominator = !one.subject.empty();
        const auto& first = one.numbers.front();
        const auto about =
            is_denominator
                ? say("contradicting.denominator", {{"name", without_capital(one.subject)}})
                : say("contradicting.measure", {{"id", first.measure.str()}});
        append(runs, {plain(about)});
        for (std::size_t i = 0; i < one.numbers.size(); ++i) {
            const auto& number = one.numbers[i];
            append(
                runs,
                sentence(
                    say,
                    is_denominator ? "contradicting.in_measure" : "contradicting.by_unit",
                    {{"joined", {plain(i == 0 ? "" : ", ")}},
                     {"unit", {plain(name_in_document(number.unit, material.directory, say))}},
                     {"id", {plain(number.measure.str())}},
                     {"number", number_runs(number, is_denominator, material, say)}}
                )
            );
        }
    }
    return runs;
}

} // namespace tiendo
