#include "domain/report/figure_places.hpp"

#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/report_writer.hpp"
#include "domain/report/run_walk.hpp"

#include <algorithm>
#include <cctype>

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
            return {sourced(verdict_words(row, material, say), id + "#verdict")};
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

bool is_digit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// Whether the words hold the number by itself: "5/9" not within "15/90", "78,26" not in "178,26".
bool holds_number(const std::string& text, const std::string& number)
{
    const auto continues = [](char c) { return is_digit(c) || c == '/' || c == ','; };
    for (auto at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
        const auto end = at + number.size();
        const bool starts = at == 0 || !continues(text[at - 1]);
        const bool ends = end >= text.size() || !continues(text[end]) ||
                          (end + 1 >= text.size() || !is_digit(text[end + 1]));
        if (starts && ends) return true;
    }
    return false;
}

bool is_telling(const std::string& number)
{
    return number.find_first_of("%,/") != std::string::npos;
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

std::vector<std::string>
unknown_places(const std::string& text, const ReportMaterial& material, const OfficialWords& say)
{
    std::vector<std::string> unknown;
    each_piece(
        text,
        [](const std::string&) {},
        [&](const std::string& typed, const std::string& place) {
            if (runs_of_place(place, material, say).empty()) unknown.push_back(typed);
        }
    );
    return unknown;
}

std::vector<QuotedFigure>
quoted_figures(const std::string& text, const OfficialDocument& document, const std::string& key)
{
    std::vector<QuotedFigure> quoted;
    each_number(document, [&](const std::string& scope, const Run& run) {
        const bool counts = scope == key ? std::ranges::any_of(run.text, is_digit)
                                         : is_telling(run.text) && is_digit(run.text.front());
        if (!counts || !holds_number(text, run.text)) return;
        QuotedFigure figure{run.source, run.text};
        if (std::ranges::find(quoted, figure) == quoted.end()) quoted.push_back(std::move(figure));
    });
    return quoted;
}

std::vector<StaleFigure>
stale_figures(const std::vector<QuotedFigure>& quoted, const OfficialDocument& document)
{
    std::vector<StaleFigure> stale;
    for (const auto& figure : quoted) {
        StaleFigure found{figure, {}};
        bool still_there = false;
        each_number(document, [&](const std::string&, const Run& run) {
            if (run.source != figure.source) return;
            if (run.text == figure.text) still_there = true;
            if (found.now.empty()) found.now = run.text;
        });
        if (!still_there) stale.push_back(std::move(found));
    }
    return stale;
}

} // namespace tiendo
