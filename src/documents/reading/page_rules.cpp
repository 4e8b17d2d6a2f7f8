#include "documents/reading/page_rules.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tiendo::documents {

namespace {

constexpr double thickness_max = 4; ///< points; what is thicker is a filled area
constexpr std::size_t rules_max = 4'000;

/// In points.
struct RuleLimits {
    unsigned char dark_max = 0;
    double across_min = 0;
    double down_min = 0;
    double gap_max = 0; ///< light that does not end a rule
};

/// Longer than a letter is wide, taller than a letter's stroke; a gap is less than the room between
/// two letters.
constexpr RuleLimits of_drawn{175, 24, 13, 0.5};
/// Pale rules are told from rows of letters by their length, and by the light beside them.
constexpr RuleLimits of_scanned{215, 48, 20, 2};
constexpr double beside = 1.2;       ///< points from a scanned rule, where it is light
constexpr double beside_share = 0.6; ///< of its length that may be dark there

struct Run {
    int first = 0;
    int last = 0;
};

struct RunLimits {
    int length_min = 0;
    int gap_max = 0;
    unsigned char dark_max = 0;
};

/// Dark runs along one line of pixels.
template <class Pixel>
std::vector<Run> runs_along(int length, const RunLimits& limits, const Pixel& pixel)
{
    std::vector<Run> runs;
    int first = -1;
    int last = -1;
    for (int i = 0; i <= length; ++i) {
        if (i < length && pixel(i) <= limits.dark_max) {
            if (first < 0) first = i;
            last = i;
        } else if (first >= 0 && (i - last > limits.gap_max || i == length)) {
            if (last - first + 1 >= limits.length_min) runs.push_back({first, last});
            first = -1;
        }
    }
    return runs;
}

/// Runs of neighbouring lines of pixels that touch are one rule, a slightly slanting one too.
class RuleMerger {
public:
    void add(int across, const Run& run)
    {
        for (auto& rule : open_) {
            const bool is_near = across - rule.last_across <= 2;
            const bool touches = run.first <= rule.run.last + 3 && run.last >= rule.run.first - 3;
            if (!is_near || !touches) continue;
            rule.last_across = across;
            rule.run.first = std::min(rule.run.first, run.first);
            rule.run.last = std::max(rule.run.last, run.last);
            return;
        }
        open_.push_back({run, across, across});
    }

    /// Puts by what no later line can touch.
    void pass(int across)
    {
        for (auto rule = open_.begin(); rule != open_.end();) {
            if (across - rule->last_across > 2) {
                done.push_back(*rule);
                rule = open_.erase(rule);
            } else {
                ++rule;
            }
        }
    }

    struct Merged {
        Run run{};
        int first_across = 0;
        int last_across = 0;
    };
    std::vector<Merged> done;

private:
    std::vector<Merged> open_;
};

/// A picture seen along its rules: as it is, or with rows for columns.
template <class Pixel> struct Seen {
    int length = 0; ///< along the rules
    int breadth = 0;
    Pixel pixel; ///< of a place along and one across
};

/// Whether there is light on both sides of a rule, as there is none beside a row of letters.
template <class Pixel>
bool stands_free(
    const RuleMerger::Merged& rule, const Seen<Pixel>& seen, int distance, int dark_max
)
{
    for (const auto across : {rule.first_across - distance, rule.last_across + distance}) {
        if (across < 0 || across >= seen.breadth) continue;
        int dark = 0;
        for (int i = rule.run.first; i <= rule.run.last; ++i)
            dark += seen.pixel(i, across) <= dark_max ? 1 : 0;
        if (dark > beside_share * (rule.run.last - rule.run.first + 1)) return false;
    }
    return true;
}

template <class Pixel>
std::vector<RuleMerger::Merged>
merged_along(const Seen<Pixel>& seen, const RunLimits& limits, int thickness)
{
    RuleMerger merger;
    for (int across = 0; across <= seen.breadth + 3; ++across) {
        merger.pass(across);
        if (across >= seen.breadth || merger.done.size() > rules_max) continue;
        const auto line = [&](int i) { return seen.pixel(i, across); };
        for (const auto& run : runs_along(seen.length, limits, line))
            merger.add(across, run);
    }
    std::erase_if(merger.done, [&](const RuleMerger::Merged& rule) {
        return rule.last_across - rule.first_across > thickness;
    });
    return std::move(merger.done);
}

} // namespace

std::vector<PageRule> rules_in(const GrayPicture& picture)
{
    const auto scale = picture.points_per_pixel;
    const auto& limits = picture.is_scanned ? of_scanned : of_drawn;
    const auto pixels = [&](double points) { return static_cast<int>(points / scale); };
    const auto thick = pixels(thickness_max) + 1;
    const auto at = [&](int x, int y) {
        return picture.pixels[static_cast<std::ptrdiff_t>(y) * picture.row_bytes + x];
    };
    const auto at_turned = [&](int y, int x) { return at(x, y); };
    const Seen flat{picture.width, picture.height, at};
    const Seen upright{picture.height, picture.width, at_turned};
    const auto is_rule = [&](const RuleMerger::Merged& rule, const auto& seen) {
        return !picture.is_scanned || stands_free(rule, seen, pixels(beside) + 1, limits.dark_max);
    };
    std::vector<PageRule> rules;
    const auto add = [&](const Run& x, const Run& y) {
        rules.push_back(
            {{x.first * scale, y.first * scale, (x.last + 1) * scale, (y.last + 1) * scale}}
        );
    };
    const RunLimits across{pixels(limits.across_min), pixels(limits.gap_max), limits.dark_max};
    for (const auto& rule : merged_along(flat, across, thick))
        if (is_rule(rule, flat)) add(rule.run, {rule.first_across, rule.last_across});
    const RunLimits down{pixels(limits.down_min), pixels(limits.gap_max), limits.dark_max};
    for (const auto& rule : merged_along(upright, down, thick))
        if (is_rule(rule, upright)) add({rule.first_across, rule.last_across}, rule.run);
    return rules;
}

} // namespace tiendo::documents
