#include "web/views/standing_words.hpp"

#include "base/text.hpp"

namespace tiendo::web::view {

namespace {

std::string_view style_of(Standing standing)
{
    switch (standing) {
    case Standing::accepted:
        return "accepted";
    case Standing::submitted:
        return "submitted";
    case Standing::returned:
        return "returned";
    case Standing::overdue:
        return "overdue";
    case Standing::not_yet:
    case Standing::cooperating:
        return "owed";
    case Standing::separate:
        return "separate";
    case Standing::excluded:
        return "none";
    }
    return "none";
}

UnitKind kind_of(const UnitId& id, const UnitDirectory& directory)
{
    const auto* unit = directory.find(id);
    return unit == nullptr ? UnitKind::agency : unit->kind;
}

} // namespace

std::string_view standing_in_address(Standing standing)
{
    switch (standing) {
    case Standing::accepted:
        return "da-tiep-nhan";
    case Standing::submitted:
        return "cho-tiep-nhan";
    case Standing::returned:
        return "tra-lai";
    case Standing::overdue:
        return "qua-han";
    case Standing::not_yet:
        return "chua-nop";
    case Standing::separate:
        return "bao-cao-rieng";
    case Standing::cooperating:
        return "phoi-hop";
    case Standing::excluded:
        return "loai-tru";
    }
    return "chua-nop";
}

std::string standing_words(Standing standing, std::size_t count, const Wording& words)
{
    return words.text(
        std::string("standing.") + name_of(standing), {{"count", std::to_string(count)}}
    );
}

LinesByStanding
by_standing(const std::vector<app::ReportLine>& lines, const UnitDirectory& directory)
{
    LinesByStanding groups;
    for (const auto& line : lines) {
        const auto standing =
            standing_of(line.state.stage, line.timing, kind_of(line.unit, directory));
        groups[standing].push_back(&line);
    }
    return groups;
}

Markup
standing_bar(const LinesByStanding& groups, const PlanAddresses& addresses, const Wording& words)
{
    std::vector<Share> shares;
    std::vector<std::string> said;
    std::size_t total = 0;
    for (const auto& [standing, lines] : groups) {
        Share share;
        share.count = static_cast<int>(lines.size());
        share.style = style_of(standing);
        share.words = standing_words(standing, lines.size(), words);
        share.path = addresses.page("don-doc", "tt", standing_in_address(standing));
        said.push_back(share.words);
        total += lines.size();
        shares.push_back(std::move(share));
    }
    return stacked_bar(
        shares,
        words.text(
            "overview.reports_words", {{"total", std::to_string(total)}, {"list", join(said, ", ")}}
        )
    );
}

} // namespace tiendo::web::view
