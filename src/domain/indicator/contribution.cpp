#include "domain/indicator/contribution.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo {
namespace {

std::vector<Contributions::Shared> share(const auto& contributions)
{
    std::vector<Contributions::Shared> shared;
    shared.reserve(contributions.size());
    for (const auto& contribution : contributions)
        shared.push_back(std::make_shared<const Contribution>(contribution));
    return shared;
}

const UnitId& unit_of(const Contributions::Shared& contribution)
{
    return contribution->unit;
}

} // namespace

Contributions::Contributions(std::initializer_list<Contribution> contributions)
    : Contributions(share(contributions))
{
}

Contributions::Contributions(const std::vector<Contribution>& contributions)
    : Contributions(share(contributions))
{
}

Contributions::Contributions(std::vector<Shared> contributions)
{
    if (contributions.empty()) return;
    auto contents = std::make_shared<Contents>();
    contents->list = std::move(contributions);
    if (!std::ranges::is_sorted(contents->list, {}, unit_of)) {
        contents->order.resize(contents->list.size());
        std::iota(contents->order.begin(), contents->order.end(), 0U);
        std::ranges::stable_sort(contents->order, {}, [&](std::uint32_t place) -> const UnitId& {
            return contents->list[place]->unit;
        });
    }
    contents_ = std::move(contents);
}

const Contributions::Shared* Contributions::find(const UnitId& unit) const
{
    if (!contents_) return nullptr;
    const auto& [list, order] = *contents_;
    if (order.empty()) {
        const auto found = std::ranges::lower_bound(list, unit, {}, unit_of);
        return found == list.end() || (*found)->unit != unit ? nullptr : &*found;
    }
    const auto unit_at = [&](std::uint32_t place) -> const UnitId& {
        return contents_->list[place]->unit;
    };
    const auto found = std::ranges::lower_bound(order, unit, {}, unit_at);
    return found == order.end() || unit_at(*found) != unit ? nullptr : &list[*found];
}

const std::vector<Contributions::Shared>& Contributions::shared() const
{
    static const std::vector<Shared> none;
    return contents_ ? contents_->list : none;
}

bool operator==(const Contributions& a, const Contributions& b)
{
    return a.contents_ == b.contents_ || std::ranges::equal(a, b);
}

} // namespace tiendo
