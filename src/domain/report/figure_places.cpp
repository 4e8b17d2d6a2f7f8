#include "domain/report/figure_places.hpp"

#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/report_writer.hpp"

namespace tiendo {
namespace {

/// What one place stands for; empty where it names nothing.
Runs runs_of_place(
    const std::string& place, const ReportMaterial& material, const OfficialWords& say
)
{
    const auto name = squeeze(place);
    const auto space = name.find(' ');
    const auto id = name.substr(0, space);
    const auto what = space == std::string::npos ? std::string{} : to_lower(name.substr(space + 1));
    for (const auto& row : material.rows) {
        if (row.measure.id.str() != id) continue;
        if (what.empty()) return value_runs(row, say);
        if (what == say("place.counts", {})) return counts_runs(row, say);
        if (what == say("place.verdict", {}))
            return {sourced(verdict_words(row, say), id + "#verdict")};
        return {};
    }
    return {};
}

/// Calls `words` with what stands between places and `place` with what stands in them.
template <class Words, class Place>
void each_piece(const std::string& text, Words&& words, Place&& place)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto open = text.find('{', at);
        const auto close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) break;
        words(text.substr(at, open - at));
        place(text.substr(open, close + 1 - open), text.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    words(text.substr(at));
}

} // namespace

Runs with_figures(const std::string& text, const ReportMaterial& material, const OfficialWords& say)
{
    Runs runs;
    each_piece(
        text,
        [&](std::string words) { append(runs, {plain(std::move(words))}); },
        [&](std::string typed, const std::string& place) {
            auto filled = runs_of_place(place, material, say);
            if (filled.empty()) filled = {plain(std::move(typed))};
            append(runs, std::move(filled));
        }
    );
    return runs;
}

} // namespace tiendo
