#include "domain/indicator/what_would_change.hpp"

#include "domain/indicator/factor.hpp"

#include <algorithm>
#include <string>

namespace tiendo {
namespace {

constexpr std::int64_t count_at_most = 1'000'000'000;

/// Counts as they would be.
struct Counts {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
};

class Turning {
public:
    Turning(
        const Measure& measure,
        const Indicator& indicator,
        const Figure& figure,
        const Judgement& judgement
    )
        : measure_(measure), indicator_(indicator), is_met_(judgement.verdict == Verdict::met),
          awaited_(static_cast<std::int64_t>(figure.coverage.missing.size()))
    {
    }

    std::optional<Problem> of(const FigurePart& part) const
    {
        if (!part.ratio || !part.numerator.is_whole() || !part.denominator.is_whole())
            return std::nullopt;
        now_ = {part.numerator.units(), part.denominator.units()};
        std::optional<Problem> said;
        if (awaited_ == 0 || indicator_.shape == Shape::count)
            said = by_counts();
        else if (indicator_.across_units == AcrossUnits::share_of_units)
            said = by_awaited_units();
        else if (is_share())
            said = by_awaited_counts();
        if (said) said->args["sex"] = part.breakdown;
        return said;
    }

private:
    bool would_be_met(const Counts& counts) const
    {
        const auto ratio = Ratio::of(counts.numerator, counts.denominator, factor_of(indicator_));
        return ratio && reaches(*ratio, measure_);
    }

    bool wants_more() const { return more_is_better(measure_.quantity->comparator).value_or(true); }

    /// A part of a whole: what is counted above the line is counted below it too.
    bool is_share() const
    {
        return factor_of(indicator_) == 100 && now_.numerator <= now_.denominator &&
               measure_.quantity->value <= Decimal(100);
    }

    /// The least k from 1 on with which the verdict turns; `counts(k)` go one way only.
    template <class CountsOf>
    std::optional<std::int64_t> least(CountsOf&& counts, std::int64_t most = count_at_most) const
    {
        const auto turns = [&](std::int64_t k) { return would_be_met(counts(k)) != is_met_; };
        std::int64_t high = 1;
        while (high < most && !turns(high))
            high = std::min(high * 2, most);
        if (!turns(high)) return std::nullopt;
        std::int64_t low = high / 2;
        while (high - low > 1) {
            const auto middle = low + (high - low) / 2;
            (turns(middle) ? high : low) = middle;
        }
        return high;
    }

    Problem said(const char* key, std::int64_t count, const Counts& then) const
    {
        Problem problem;
        problem.key = key;
        problem.args["count"] = std::to_string(count);
        problem.args["missing"] = std::to_string(awaited_);
        problem.args["numerator"] = std::to_string(then.numerator);
        problem.args["denominator"] = std::to_string(then.denominator);
        return problem;
    }

    /// Each unit that is still awaited meets its condition or does not: all cases are known.
    std::optional<Problem> by_awaited_units() const
    {
        if (!wants_more()) return std::nullopt;
        const auto with = [&](std::int64_t meeting) {
            return Counts{now_.numerator + meeting, now_.denominator + awaited_};
        };
        if (is_met_) {
            if (would_be_met(with(0))) return said("change.units_cannot_lose", awaited_, with(0));
            const auto count = *least([&](std::int64_t k) { return with(awaited_ - k); }, awaited_);
            return said("change.units_lose", count, with(awaited_ - count));
        }
        if (!would_be_met(with(awaited_)))
            return said("change.units_cannot_win", awaited_, with(awaited_));
        const auto count = *least(with, awaited_);
        return said("change.units_win", count, with(count));
    }

    /// The smallest report of those awaited that turns the verdict: all of theirs are counted above
    /// the line ("2/2"), or none is ("0/2").
    std::optional<Problem> by_awaited_counts() const
    {
        const bool by_all = is_met_ != wants_more();
        const auto with = [&](std::int64_t k) {
            return Counts{now_.numerator + (by_all ? k : 0), now_.denominator + k};
        };
        const auto count = least(with);
        if (!count) {
            if (is_met_) return std::nullopt;
            const auto against = wants_more() ? now_.denominator - now_.numerator : now_.numerator;
            return said("change.counts_cannot_win", against, now_);
        }
        auto problem =
            said(is_met_ ? "change.counts_lose" : "change.counts_win", *count, with(*count));
        problem.args["above"] = by_all ? std::to_string(*count) : "0";
        return problem;
    }

    /// What is counted above the line grows or shrinks; what is below it stays.
    std::optional<Problem> by_counts() const
    {
        const bool grows = is_met_ != wants_more();
        const auto with = [&](std::int64_t k) {
            return Counts{now_.numerator + (grows ? k : -k), now_.denominator};
        };
        auto most = grows ? count_at_most : now_.numerator;
        if (grows && is_share()) most = now_.denominator - now_.numerator;
        const auto count = most < 1 ? std::nullopt : least(with, most);
        if (!count) return std::nullopt;
        if (!is_met_) return said(grows ? "change.more" : "change.fewer", *count, with(*count));
        if (*count == 1) return said("change.no_room", 1, with(1));
        // How far it may go without a change, and what it then is.
        return said(
            grows ? "change.room_above" : "change.room_below", *count - 1, with(*count - 1)
        );
    }

    const Measure& measure_;
    const Indicator& indicator_;
    bool is_met_;
    std::int64_t awaited_;
    mutable Counts now_{};
};

bool decides(const Measure& measure, const Judgement& judgement)
{
    if (!measure.quantity || measure.quantity->change) return false;
    // Where a number is to be hit exactly, both directions lose it; all of a whole is an end.
    if (measure.quantity->comparator == Comparator::exactly &&
        measure.quantity->value != Decimal(100))
        return false;
    return judgement.verdict == Verdict::met || judgement.verdict == Verdict::on_track ||
           is_lacking(judgement);
}

} // namespace

std::optional<Problem> what_would_change(
    const Measure& measure,
    const Indicator& indicator,
    const Figure& figure,
    const Judgement& judgement
)
{
    if (!decides(measure, judgement) || indicator.shape == Shape::yes_no ||
        !has_own_counts(indicator))
        return std::nullopt;
    const Turning turning(measure, indicator, figure, judgement);
    std::optional<Problem> nearest;
    for (const auto& part : figure.parts) {
        const bool misses = part.ratio && !reaches(*part.ratio, measure);
        // What misses is told of the sex that misses it; what is met, of the one with less room.
        if (misses == (judgement.verdict == Verdict::met)) continue;
        auto said = turning.of(part);
        if (!said) continue;
        const auto count = [](const Problem& one) { return Decimal::parse(one.args.at("count")); };
        if (!nearest || (judgement.verdict == Verdict::met && count(*said) < count(*nearest)))
            nearest = std::move(said);
    }
    return nearest;
}

} // namespace tiendo
