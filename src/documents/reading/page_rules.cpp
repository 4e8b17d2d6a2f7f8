#include "documents/reading/page_rules.hpp"

#include <algorithm>
#include <cstddef>

namespace tiendo::documents {

namespace {

constexpr unsigned char dark_max = 175;
constexpr double across_min = 24;   ///< points; longer than a letter is wide
constexpr double down_min = 13;     ///< points; taller than the stroke of a letter
constexpr double thickness_max = 4; ///< points; what is thicker is a filled area
constexpr double speck_max = 0.5;   ///< points; less than the room between two letters
constexpr std::size_t rules_max = 4'000;

struct Run {
    int first = 0;
    int last = 0;
};

struct RunLimits {
    int length_min = 0;
    int speck_max = 0; ///< light pixels that do not end a run
};

/// Dark runs along one line of pixels.
template <class Pixel>
std::vector<Run> runs_along(int length, const RunLimits& limits, const Pixel& pixel)
{
    std::vector<Run> runs;
    int first = -1;
    int last = -1;
    for (int i = 0; i <= length; ++i) {
        if (i < length && pixel(i) <= dark_max) {
            if (first < 0) first = i;
            last = i;
        } else if (first >= 0 && (i - last > limits.speck_max || i == length)) {
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
            const bool beside = across - rule.last_across <= 2;
            const bool touches = run.first <= rule.run.last + 3 && run.last >= rule.run.first - 3;
            if (!beside || !touches) continue;
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

} // namespace

std::vector<PageRule> rules_in(const GrayPicture& picture)
{
    const auto scale = picture.points_per_pixel;
    const auto pixel = [&](int x, int y) {
        return picture.pixels[static_cast<std::ptrdiff_t>(y) * picture.row_bytes + x];
    };
    std::vector<PageRule> rules;
    const auto pixels = [&](double points) { return static_cast<int>(points / scale); };
    const auto thick = pixels(thickness_max) + 1;
    const RunLimits across_limits{pixels(across_min), pixels(speck_max)};
    const RunLimits down_limits{pixels(down_min), pixels(speck_max)};
    RuleMerger across;
    for (int y = 0; y <= picture.height + 3; ++y) {
        across.pass(y);
        if (y >= picture.height || across.done.size() > rules_max) continue;
        for (const auto& run :
             runs_along(picture.width, across_limits, [&](int x) { return pixel(x, y); }))
            across.add(y, run);
    }
    for (const auto& rule : across.done) {
        if (rule.last_across - rule.first_across > thick) continue;
        rules.push_back(
            {{rule.run.first * scale,
              rule.first_across * scale,
              (rule.run.last + 1) * scale,
              (rule.last_across + 1) * scale}}
        );
    }
    RuleMerger down;
    for (int x = 0; x <= picture.width + 3; ++x) {
        down.pass(x);
        if (x >= picture.width || down.done.size() > rules_max) continue;
        for (const auto& run :
             runs_along(picture.height, down_limits, [&](int y) { return pixel(x, y); }))
            down.add(x, run);
    }
    for (const auto& rule : down.done) {
        if (rule.last_across - rule.first_across > thick) continue;
        rules.push_back(
            {{rule.first_across * scale,
              rule.run.first * scale,
              (rule.last_across + 1) * scale,
              (rule.run.last + 1) * scale}}
        );
    }
    return rules;
}

} // namespace tiendo::documents
