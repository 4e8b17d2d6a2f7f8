#include "domain/report/issued_snapshot.hpp"

#include <algorithm>
#include <tuple>

namespace tiendo {
namespace {

IssuedFigure frozen(const MeasureFigure& row)
{
    IssuedFigure issued;
    issued.measure = row.measure.id;
    issued.title = row.indicator.name.empty() ? row.measure.title : row.indicator.name;
    issued.state = row.figure.state;
    for (const auto& part : row.figure.parts)
        issued.parts.push_back({part.breakdown, part.numerator, part.denominator});
    issued.estimated = row.figure.estimated;
    issued.coverage = row.figure.coverage;
    issued.verdict = row.judgement.verdict;
    issued.exceeded = row.judgement.exceeded;
    issued.rule = row.judgement.rule;
    issued.numerator = row.indicator.numerator;
    issued.denominator = row.indicator.denominator;
    issued.factor = row.indicator.factor;
    for (const auto& given : row.figure.contributions) {
        issued.contributions.push_back(
            {given.unit, given.submission, given.version, given.author, given.at}
        );
    }
    return issued;
}

auto said_by(const IssuedFigure& figure)
{
    return std::tie(
        figure.state,
        figure.parts,
        figure.estimated,
        figure.coverage.reported,
        figure.coverage.expected,
        figure.verdict,
        figure.exceeded
    );
}

bool holds(const std::vector<IssuedContribution>& list, const IssuedContribution& sought)
{
    return std::ranges::any_of(list, [&](const IssuedContribution& one) {
        return one.unit == sought.unit && one.submission == sought.submission;
    });
}

/// New versions first; then those whose unit has no version that counts any more.
std::vector<IssuedContribution> reasons_of(const IssuedFigure& before, const IssuedFigure& after)
{
    std::vector<IssuedContribution> reasons;
    for (const auto& now : after.contributions) {
        if (!holds(before.contributions, now)) reasons.push_back(now);
    }
    for (const auto& earlier : before.contributions) {
        const bool is_gone =
            std::ranges::none_of(after.contributions, [&](const IssuedContribution& now) {
                return now.unit == earlier.unit;
            });
        if (is_gone) reasons.push_back(earlier);
    }
    return reasons;
}

} // namespace

std::vector<IssuedFigure> freeze_figures(const std::vector<MeasureFigure>& rows)
{
    std::vector<IssuedFigure> figures;
    figures.reserve(rows.size());
    for (const auto& row : rows)
        figures.push_back(frozen(row));
    return figures;
}

std::vector<ChangedFigure>
changed_since(const std::vector<IssuedFigure>& issued, const std::vector<IssuedFigure>& now)
{
    std::vector<ChangedFigure> changed;
    for (const auto& before : issued) {
        const auto after = std::ranges::find(now, before.measure, &IssuedFigure::measure);
        if (after == now.end() || said_by(before) == said_by(*after)) continue;
        changed.push_back({before, *after, reasons_of(before, *after)});
    }
    return changed;
}

} // namespace tiendo
