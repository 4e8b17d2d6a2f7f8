#include "reader/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace tiendo::reader {

namespace {

/// Where a sheet's edge is looked for, the picture is so small that letters are gone.
constexpr int small_side = 300;
constexpr int scanline_step = 4;
constexpr double outer_share = 0.4; ///< of the picture, from its border inwards
constexpr double window_share = 0.03;
constexpr double step_min = 40; ///< of brightness, from what the sheet lies on to the sheet
constexpr double outside_darker = 25;
constexpr double slope_max = 0.35;
constexpr double straight = 0.012;  ///< of the picture's side, from the edge to one that is on it
constexpr double seen_share = 0.45; ///< of the edge
constexpr double sheet_area_min = 0.3;
constexpr double a4 = 1.41421;

struct DestroyPta {
    void operator()(Pta* points) const { ptaDestroy(&points); }
};
using OwnPta = std::unique_ptr<Pta, DestroyPta>;

struct Point {
    double x = 0;
    double y = 0;
};

enum class Side { left, right, top, bottom };

/// Brightness seen from one border inwards, on one scanline after the other.
class Inwards {
public:
    Inwards(Pix* pix, Side side) : pix_(pix), side_(side) {}

    bool is_across() const { return side_ == Side::left || side_ == Side::right; }
    int depth() const { return is_across() ? pixGetWidth(pix_) : pixGetHeight(pix_); }
    int scanlines() const { return is_across() ? pixGetHeight(pix_) : pixGetWidth(pix_); }

    int at(int scanline, int inwards) const
    {
        const bool is_far = side_ == Side::right || side_ == Side::bottom;
        const auto place = is_far ? depth() - 1 - inwards : inwards;
        const auto x = is_across() ? place : scanline;
        const auto y = is_across() ? scanline : place;
        const auto* row = pixGetData(pix_) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix_);
        return GET_DATA_BYTE(row, x);
    }

private:
    Pix* pix_;
    Side side_;
};

/// A place on the edge: how far inwards on which scanline.
struct Seen {
    double scanline = 0;
    double inwards = 0;
};

/// Where one scanline gets lighter most, from something dark to the sheet.
std::optional<Seen> edge_on(const Inwards& picture, int scanline)
{
    const auto window = std::max(4, static_cast<int>(picture.depth() * window_share));
    const auto end = static_cast<int>(picture.depth() * outer_share);
    std::vector<double> sums{0};
    for (int i = 0; i < end + window; ++i)
        sums.push_back(sums.back() + picture.at(scanline, i));
    const auto mean = [&](int first, int behind) {
        return (sums[static_cast<std::size_t>(behind)] - sums[static_cast<std::size_t>(first)]) /
               (behind - first);
    };
    int best = 0;
    double most = step_min;
    for (int i = 2; i < end; ++i) {
        const auto step = mean(i, i + window) - mean(std::max(0, i - window), i);
        if (step <= most) continue;
        most = step;
        best = i;
    }
    if (best == 0 || mean(0, best) > mean(best, best + window) - outside_darker)
        return std::nullopt;
    return Seen{static_cast<double>(scanline), static_cast<double>(best)};
}

/// inwards = at_zero + slope * scanline
struct Edge {
    double at_zero = 0;
    double slope = 0;
    double inwards(double scanline) const { return at_zero + slope * scanline; }
};

Edge through(const std::vector<Seen>& places)
{
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const auto& place : places) {
        n += 1;
        x += place.scanline;
        y += place.inwards;
        xx += place.scanline * place.scanline;
        xy += place.scanline * place.inwards;
    }
    const auto spread = n * xx - x * x;
    const auto slope = spread == 0 ? 0 : (n * xy - x * y) / spread;
    return {(y - slope * x) / n, slope};
}

/// The straight line on which most of the places lie; none where they are too few.
std::optional<Edge> edge_of(const Inwards& picture)
{
    std::vector<Seen> places;
    std::size_t scanlines = 0;
    for (int i = scanline_step; i < picture.scanlines() - scanline_step; i += scanline_step) {
        ++scanlines;
        if (const auto seen = edge_on(picture, i)) places.push_back(*seen);
    }
    const auto tolerance = picture.depth() * straight;
    std::vector<Seen> best;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (auto j = i + places.size() / 4 + 1; j < places.size(); ++j) {
            const auto line = through({places[i], places[j]});
            if (std::abs(line.slope) > slope_max) continue;
            std::vector<Seen> on_it;
            std::ranges::copy_if(places, std::back_inserter(on_it), [&](const Seen& place) {
                return std::abs(line.inwards(place.scanline) - place.inwards) <= tolerance;
            });
            if (on_it.size() > best.size()) best = std::move(on_it);
        }
    }
    if (static_cast<double>(best.size()) < static_cast<double>(scanlines) * seen_share)
        return std::nullopt;
    return through(best);
}

/// From the upper left one, clockwise.
using Corners = std::array<Point, 4>;

/// `across` says x for each y, `down` says y for each x.
Point crossing(const Edge& across, const Edge& down)
{
    const auto y = (down.at_zero + down.slope * across.at_zero) / (1 - down.slope * across.slope);
    return {across.inwards(y), y};
}

double area_of(const Corners& corners)
{
    double twice = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto& a = corners.at(i);
        const auto& b = corners.at((i + 1) % corners.size());
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

std::optional<Corners> corners_in(Pix* pix)
{
    const auto factor = static_cast<float>(small_side) /
                        static_cast<float>(std::min(pixGetWidth(pix), pixGetHeight(pix)));
    const OwnPix small(pixScale(pix, factor, factor));
    const OwnPix smooth(small == nullptr ? nullptr : pixBlockconvGray(small.get(), nullptr, 1, 1));
    if (smooth == nullptr) return std::nullopt;
    const double width = pixGetWidth(smooth.get());
    const double height = pixGetHeight(smooth.get());
    const auto left = edge_of({smooth.get(), Side::left});
    const auto right = edge_of({smooth.get(), Side::right});
    const auto top = edge_of({smooth.get(), Side::top});
    const auto bottom = edge_of({smooth.get(), Side::bottom});
    if (!left && !right && !top && !bottom) return std::nullopt;
    const auto from_far = [](const std::optional<Edge>& edge, double depth) {
        return edge ? Edge{depth - 1 - edge->at_zero, -edge->slope} : Edge{depth - 1, 0};
    };
    const auto near_x = left.value_or(Edge{});
    const auto far_x = from_far(right, width);
    const auto near_y = top.value_or(Edge{});
    const auto far_y = from_far(bottom, height);
    Corners corners{
        crossing(near_x, near_y),
        crossing(far_x, near_y),
        crossing(far_x, far_y),
        crossing(near_x, far_y)
    };
    if (area_of(corners) < sheet_area_min * width * height) return std::nullopt;
    for (auto& corner : corners) {
        corner.x /= factor;
        corner.y /= factor;
    }
    return corners;
}

double distance(const Point& a, const Point& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// As large as it is seen, of the form of A4 where it is nearly so.
Point size_of(const Corners& corners, double width_max, double height_max)
{
    constexpr double nearly = 1.2;
    Point size{
        (distance(corners[0], corners[1]) + distance(corners[3], corners[2])) / 2,
        (distance(corners[0], corners[3]) + distance(corners[1], corners[2])) / 2
    };
    const auto form = size.y / size.x;
    for (const auto paper : {a4, 1 / a4})
        if (form < paper * nearly && form > paper / nearly) size.y = size.x * paper;
    const auto shrunk = std::min({1.0, width_max / size.x, height_max / size.y});
    return {std::floor(size.x * shrunk), std::floor(size.y * shrunk)};
}

OwnPta points_of(const Corners& corners)
{
    OwnPta points(ptaCreate(static_cast<int>(corners.size())));
    if (points == nullptr) return points;
    for (const auto& corner : corners)
        ptaAddPt(points.get(), static_cast<float>(corner.x), static_cast<float>(corner.y));
    return points;
}

} // namespace

OwnPix flattened(OwnPix photograph)
{
    constexpr l_uint8 white = 255;
    const auto corners = corners_in(photograph.get());
    if (!corners) return photograph;
    const auto size =
        size_of(*corners, pixGetWidth(photograph.get()), pixGetHeight(photograph.get()));
    const auto seen = points_of(*corners);
    const auto wanted =
        points_of({Point{0, 0}, {size.x - 1, 0}, {size.x - 1, size.y - 1}, {0, size.y - 1}});
    if (seen == nullptr || wanted == nullptr) return photograph;
    const OwnPix turned(pixProjectivePtaGray(photograph.get(), wanted.get(), seen.get(), white));
    const std::unique_ptr<Box, DestroyBox> place(
        boxCreate(0, 0, static_cast<int>(size.x), static_cast<int>(size.y))
    );
    if (turned == nullptr || place == nullptr) return photograph;
    OwnPix sheet(pixClipRectangle(turned.get(), place.get(), nullptr));
    return sheet == nullptr ? std::move(photograph) : std::move(sheet);
}

} // namespace tiendo::reader
