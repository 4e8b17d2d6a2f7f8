#include "domain/disclosure/suppression.hpp"

#include "domain/disclosure/linear_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tiendo {
namespace {

constexpr double tolerance = 1e-4;

/// What somebody knows who sees all cells but the unknown ones.
class View {
public:
    View(const Release& release, const std::vector<bool>& is_unknown)
        : place_(release.cells.size()), bounds_({}, 0)
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < release.cells.size(); ++i)
            if (is_unknown[i]) place_[i] = count++;
        std::vector<std::vector<double>> rows;
        for (const auto& sum : release.sums) {
            std::vector<double> row(count + 1, 0);
            const auto put = [&](std::size_t cell, double coefficient) {
                if (place_[cell])
                    row[*place_[cell]] += coefficient;
                else
                    row.back() -= coefficient * static_cast<double>(release.cells[cell].count);
            };
            put(sum.whole, 1);
            for (const auto part : sum.parts)
                put(part, -1);
            if (std::any_of(row.begin(), row.end() - 1, [](double each) { return each != 0; }))
                rows.push_back(std::move(row));
        }
        bounds_ = LinearBounds(std::move(rows), count);
    }

    bool knows(std::size_t cell) const { return !place_[cell]; }

    /// Counts are whole: what lies between two of them is none.
    Bounds of(std::size_t cell)
    {
        const auto most = bounds_.most(*place_[cell]);
        Bounds bounds;
        bounds.least =
            static_cast<std::int64_t>(std::ceil(bounds_.least(*place_[cell]) - tolerance));
        if (most) bounds.most = static_cast<std::int64_t>(std::floor(*most + tolerance));
        return bounds;
    }

private:
    std::vector<std::optional<std::size_t>> place_;
    LinearBounds bounds_;
};

bool is_narrower(const Bounds& a, const Bounds& b)
{
    if (!a.most || !b.most) return a.most.has_value();
    return *a.most - a.least < *b.most - b.least;
}

class Suppressing {
public:
    Suppressing(const Release& release, std::int64_t threshold)
        : release_(release), threshold_(threshold)
    {
        for (const auto& cell : release.cells)
            result_.cells.push_back(reason_of(cell));
        for (const auto& cell : release.cells)
            if (cell.owner >= 0) owners_.insert(cell.owner);
    }

    Suppression run()
    {
        while (true) {
            audit();
            const auto open = std::ranges::find(result_.audit, false, &AuditLine::is_protected);
            if (open == result_.audit.end()) break;
            const auto partner = partner_for(open->cell);
            if (!partner) break;
            result_.cells[*partner] = Hidden::partner;
        }
        return std::move(result_);
    }

private:
    Hidden reason_of(const ReleaseCell& cell) const
    {
        if (cell.is_published) return Hidden::no;
        if (!cell.is_offered || cell.is_withheld) return Hidden::withheld;
        return cell.count > 0 && cell.count < threshold_ ? Hidden::small : Hidden::no;
    }

    bool is_hidden(std::size_t cell) const { return result_.cells[cell] != Hidden::no; }

    /// Those that are hidden for their own sake; a partner only serves them.
    bool is_guarded(std::size_t cell) const
    {
        const auto why = result_.cells[cell];
        return why == Hidden::small || (why == Hidden::withheld && release_.cells[cell].count > 0);
    }

    bool is_wide_enough(std::size_t cell, const Bounds& bounds) const
    {
        if (release_.cells[cell].count < threshold_)
            return bounds.least <= 1 && (!bounds.most || *bounds.most >= threshold_ - 1);
        return !bounds.most || *bounds.most - bounds.least >= threshold_ - 1;
    }

    /// Who knows its own counts must not know another's; that these are small it may guess.
    static bool leaves_doubt(const Bounds& bounds)
    {
        return !bounds.most || *bounds.most > bounds.least;
    }

    void audit()
    {
        result_.audit.clear();
        std::vector<bool> hidden;
        for (std::size_t i = 0; i < release_.cells.size(); ++i)
            hidden.push_back(is_hidden(i));
        View outside(release_, hidden);
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            if (!is_guarded(i)) continue;
            AuditLine line;
            line.cell = i;
            line.outside = line.inside = outside.of(i);
            line.is_protected = is_wide_enough(i, line.outside);
            result_.audit.push_back(line);
        }
        for (const int owner : owners_)
            audit_for(owner, hidden);
    }

    void audit_for(int owner, std::vector<bool> hidden)
    {
        bool knows_more = false;
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            if (!hidden[i] || release_.cells[i].owner != owner) continue;
            hidden[i] = false;
            knows_more = true;
        }
        if (!knows_more) return;
        View inside(release_, hidden);
        for (auto& line : result_.audit) {
            if (inside.knows(line.cell)) continue;
            const auto bounds = inside.of(line.cell);
            if (is_narrower(bounds, line.inside)) line.inside = bounds;
            line.is_protected = line.is_protected && leaves_doubt(bounds);
        }
    }

    /// The cheapest cell that can still be hidden, in a sum with this one or, where there is none,
    /// in one that hangs together with it: the smallest that is not zero, since it loses least.
    std::optional<std::size_t> partner_for(std::size_t cell) const
    {
        std::set<std::size_t> known{cell};
        while (true) {
            auto reached = known;
            for (const auto& sum : release_.sums)
                if (touches(sum, known)) {
                    reached.insert(sum.whole);
                    reached.insert(sum.parts.begin(), sum.parts.end());
                }
            if (const auto partner = cheapest(reached)) return partner;
            if (reached == known) return std::nullopt;
            known = std::move(reached);
        }
    }

    static bool touches(const ReleaseSum& sum, const std::set<std::size_t>& cells)
    {
        return cells.contains(sum.whole) || std::ranges::any_of(sum.parts, [&](std::size_t part) {
                   return cells.contains(part);
               });
    }

    std::optional<std::size_t> cheapest(const std::set<std::size_t>& cells) const
    {
        std::optional<std::size_t> best;
        const auto cost = [&](std::size_t cell) {
            const auto count = release_.cells[cell].count;
            return std::pair(count == 0, count);
        };
        for (const auto cell : cells) {
            if (is_hidden(cell) || release_.cells[cell].is_published) continue;
            if (!best || cost(cell) < cost(*best)) best = cell;
        }
        return best;
    }

    const Release& release_;
    std::int64_t threshold_;
    Suppression result_{};
    std::set<int> owners_{};
};

} // namespace

bool Suppression::is_safe() const
{
    return std::ranges::all_of(audit, &AuditLine::is_protected);
}

Suppression suppress(const Release& release, std::int64_t threshold)
{
    return Suppressing(release, threshold).run();
}

} // namespace tiendo
