#include "web/pages/attention.hpp"

#include "base/text.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/target_words.hpp"
#include "web/views/verdict_words.hpp"

namespace tiendo::web {

namespace {

constexpr std::size_t shown_at_most = 3;
constexpr std::size_t names_at_most = 3;

std::string
names_of(const std::vector<const app::ReportLine*>& lines, const UnitDirectory& directory)
{
    std::vector<std::string> names;
    for (const auto* line : lines) {
        if (names.size() == names_at_most) {
            names.emplace_back("…");
            break;
        }
        const auto* unit = directory.find(line->unit);
        names.push_back(unit == nullptr ? line->unit.str() : unit->short_name);
    }
    return join(names, ", ");
}

/// The target that is missed by the fewest people, units or months: where a little help counts
/// most. One that lacks no count at all stands behind those.
const MeasureFigure* nearest_miss(const std::vector<MeasureFigure>& rows)
{
    const MeasureFigure* nearest = nullptr;
    for (const auto& row : rows) {
        if (!is_lacking(row.judgement)) continue;
        const auto& lacking = row.judgement.short_by;
        if (nearest == nullptr ||
            (lacking && (!nearest->judgement.short_by || *lacking < *nearest->judgement.short_by)))
            nearest = &row;
    }
    return nearest;
}

view::Object item(std::string text, std::string path, std::string action)
{
    return {{"text", std::move(text)}, {"path", std::move(path)}, {"action", std::move(action)}};
}

view::Object miss(const MeasureFigure& row, const PlanAddresses& addresses, const Wording& words)
{
    const auto shortfall = view::shortfall_words(row.judgement, row.indicator, words);
    Messages::Args args{
        {"number", row.measure.id.str()},
        {"name", view::measure_name(row.measure, row.indicator, words)},
        {"value", view::value_words(row.figure, row.measure, row.indicator, words)},
        {"target", view::target_words(row.measure, row.indicator, words)},
        {"short", shortfall},
    };
    return item(
        words.text(shortfall.empty() ? "overview.missed" : "overview.missed_short", args),
        addresses.measure(row.measure.id),
        words.text("overview.missed_action")
    );
}

} // namespace

view::List attention(const AttentionSources& sources, const Wording& words)
{
    const auto& [figures, groups, directory, addresses] = sources;
    view::List items;
    const auto add = [&](Standing standing, const char* key, const char* action, std::string path) {
        const auto found = groups.find(standing);
        if (found == groups.end() || items.size() == shown_at_most) return;
        items.emplace_back(item(
            words.text(
                key,
                {{"count", std::to_string(found->second.size())},
                 {"names", names_of(found->second, directory)}}
            ),
            std::move(path),
            words.text(action)
        ));
    };
    add(Standing::overdue,
        "overview.overdue",
        "overview.overdue_action",
        addresses.page("don-doc", "tt", "qua-han"));
    if (const auto* row = nearest_miss(figures.rows))
        items.emplace_back(miss(*row, addresses, words));
    add(Standing::submitted,
        "overview.awaiting",
        "overview.awaiting_action",
        addresses.page("bao-cao"));
    add(Standing::returned,
        "overview.returned",
        "overview.returned_action",
        addresses.page("don-doc", "tt", "tra-lai"));
    return items;
}

} // namespace tiendo::web
