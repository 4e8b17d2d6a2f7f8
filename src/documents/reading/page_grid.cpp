#include "documents/reading/page_grid.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tiendo::documents {

namespace {

constexpr double same_place = 4;
constexpr double border_share = 0.6; ///< of a cell's side that a rule has to cover
constexpr double long_share = 0.5;   ///< of a table's side
constexpr double broken_max = 60;    ///< points from a broken rule's end to the next rule across
constexpr std::size_t grid_max = 400;

std::vector<double> places_of(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::vector<double> places;
    for (const auto value : values) {
        if (places.empty() || value - places.back() > same_place) places.push_back(value);
    }
    return places;
}

/// Index of the band that the value lies in.
std::size_t band(const std::vector<double>& places, double value)
{
    const auto after = std::upper_bound(places.begin(), places.end(), value);
    const auto index = static_cast<std::size_t>(after - places.begin());
    return std::clamp<std::size_t>(index, 1, places.size() - 1) - 1;
}

bool stands_at(const std::vector<Box>& rules, double x, double y)
{
    return std::ranges::any_of(rules, [&](const Box& rule) {
        return x >= rule.left - same_place && x <= rule.right + same_place &&
               y >= rule.top - same_place && y <= rule.bottom + same_place;
    });
}

/// A piece of a rule along its direction, and where it stands across it.
struct Piece {
    double begin = 0;
    double end = 0;
    double place = 0;
};

Piece piece_of(const Box& rule, bool is_flat)
{
    return is_flat ? Piece{rule.left, rule.right, rule.middle()}
                   : Piece{rule.top, rule.bottom, rule.centre()};
}

/// Whether the pieces at the same place cover much of the table's width or height together: a rule
/// that a scanner broke is long all the same.
bool is_long(const std::vector<Box>& rules, const Box& rule, bool is_flat)
{
    const auto piece = piece_of(rule, is_flat);
    double covered = 0;
    double first = piece.begin;
    double last = piece.end;
    for (const auto& box : rules) {
        const auto other = piece_of(box, is_flat);
        first = std::min(first, other.begin);
        last = std::max(last, other.end);
        if (std::abs(other.place - piece.place) < same_place / 2)
            covered += other.end - other.begin;
    }
    return covered > (last - first) * long_share;
}

void drop_strokes_among(std::vector<Box>& rules, const std::vector<Box>& across, bool is_flat)
{
    const auto all = rules;
    std::erase_if(rules, [&](const Box& rule) {
        const bool is_whole = is_flat ? stands_at(across, rule.left, rule.middle()) &&
                                            stands_at(across, rule.right, rule.middle())
                                      : stands_at(across, rule.centre(), rule.top) &&
                                            stands_at(across, rule.centre(), rule.bottom);
        return !is_whole && !is_long(all, rule, is_flat);
    });
}

/// Whether a rule may end there.
bool is_at(const std::vector<double>& across, double end)
{
    return std::ranges::any_of(across, [&](double place) {
        return std::abs(place - end) <= same_place;
    });
}

/// The next rule across, where one is near.
double mended_end(double end, const std::vector<double>& across, bool forwards)
{
    if (is_at(across, end)) return end;
    double best = end;
    double nearest = broken_max;
    for (const auto place : across) {
        const auto distance = forwards ? place - end : end - place;
        if (distance < 0 || distance > nearest) continue;
        nearest = distance;
        best = place;
    }
    return best;
}

/// Two pieces that face each other in the middle of nowhere were one; others end at the next rule.
void mend_pieces(std::vector<Box>& rules, const std::vector<double>& across, bool is_flat)
{
    for (auto& rule : rules) {
        const auto piece = piece_of(rule, is_flat);
        if (is_at(across, piece.end)) continue;
        const Box* next = nullptr;
        for (const auto& other : rules) {
            const auto beside = piece_of(other, is_flat);
            const bool follows =
                beside.begin > piece.end && std::abs(beside.place - piece.place) < same_place / 2;
            if (follows && (next == nullptr || beside.begin < piece_of(*next, is_flat).begin))
                next = &other;
        }
        if (next == nullptr || is_at(across, piece_of(*next, is_flat).begin)) continue;
        (is_flat ? rule.right : rule.bottom) = piece_of(*next, is_flat).begin;
    }
    for (auto& rule : rules) {
        auto& begin = is_flat ? rule.left : rule.top;
        auto& end = is_flat ? rule.right : rule.bottom;
        begin = mended_end(begin, across, false);
        end = mended_end(end, across, true);
    }
}

/// What of the stretch the rules at the place cover.
double covered(
    const std::vector<Box>& rules, double place, std::pair<double, double> stretch, bool is_flat
)
{
    double sum = 0;
    for (const auto& rule : rules) {
        const auto piece = piece_of(rule, is_flat);
        if (std::abs(piece.place - place) > same_place) continue;
        sum += std::max(
            0.0, std::min(piece.end, stretch.second) - std::max(piece.begin, stretch.first)
        );
    }
    return sum;
}

} // namespace

PageGrid::PageGrid(const std::vector<PageRule>& rules)
{
    for (const auto& rule : rules)
        (rule.is_horizontal() ? horizontal_ : vertical_).push_back(rule.box);
    drop_strokes();
    std::vector<double> across;
    std::vector<double> down;
    for (const auto& rule : vertical_)
        across.push_back(rule.centre());
    for (const auto& rule : horizontal_)
        down.push_back(rule.middle());
    xs_ = places_of(std::move(across));
    ys_ = places_of(std::move(down));
    mend_broken_rules();
}

bool PageGrid::is_table() const
{
    return xs_.size() >= 3 && ys_.size() >= 3 && xs_.size() * ys_.size() <= grid_max * 16 &&
           xs_.size() <= grid_max;
}

std::size_t PageGrid::column_at(double x) const
{
    return band(xs_, x);
}

std::size_t PageGrid::row_at(double y) const
{
    return band(ys_, y);
}

bool PageGrid::ruled_right(std::size_t row, std::size_t column) const
{
    const std::pair stretch{ys_[row], ys_[row + 1]};
    return covered(vertical_, xs_[column + 1], stretch, false) >=
           border_share * (stretch.second - stretch.first);
}

bool PageGrid::ruled_below(std::size_t row, std::size_t column) const
{
    const std::pair stretch{xs_[column], xs_[column + 1]};
    return covered(horizontal_, ys_[row + 1], stretch, true) >=
           border_share * (stretch.second - stretch.first);
}

/// A letter's stroke that touches a rule is none: a rule ends at rules on both sides, or is long.
void PageGrid::drop_strokes()
{
    drop_strokes_among(vertical_, horizontal_, false);
    drop_strokes_among(horizontal_, vertical_, true);
}

void PageGrid::mend_broken_rules()
{
    mend_pieces(vertical_, ys_, false);
    mend_pieces(horizontal_, xs_, true);
}

} // namespace tiendo::documents
