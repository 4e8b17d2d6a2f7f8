#include "domain/disclosure/published_periods.hpp"

#include <algorithm>
#include <vector>

namespace tiendo {
namespace {

bool overlap(const Window& a, const Window& b)
{
    return a.from <= b.to && b.from <= a.to;
}

/// Whether some of the windows follow one another from that day to the end of the whole.
bool make_up(const std::vector<Window>& windows, Date from, Date to)
{
    return std::ranges::any_of(windows, [&](const Window& window) {
        if (window.from != from || to < window.to) return false;
        return window.to == to || make_up(windows, add_days(window.to, 1), to);
    });
}

bool is_published(
    const std::vector<PublishedTotal>& totals,
    const MeasureId& measure,
    const std::string& breakdown
)
{
    return std::ranges::any_of(totals, [&](const PublishedTotal& total) {
        return total.measure == measure && total.breakdown == breakdown;
    });
}

} // namespace

bool overlaps_nothing_published(
    const PeriodId& period,
    const MeasureId& measure,
    const std::string& breakdown,
    const EarlierReleases& earlier
)
{
    const auto name = parse_period(period);
    if (!name) return false;
    const auto whole = calendar_window(*name);
    std::vector<Window> windows;
    for (const auto& [other, totals] : earlier.others) {
        const auto other_name = parse_period(other);
        if (!other_name || !is_published(totals, measure, breakdown)) continue;
        const auto window = calendar_window(*other_name);
        if (overlap(window, whole)) windows.push_back(window);
    }
    return windows.empty() || make_up(windows, whole.from, whole.to);
}

} // namespace tiendo
