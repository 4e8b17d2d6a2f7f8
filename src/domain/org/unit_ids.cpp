#include "domain/org/unit_ids.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo {

UnitIds::UnitIds(std::vector<UnitId> ids)
{
    if (ids.empty()) return;
    auto contents = std::make_shared<Contents>();
    contents->list = std::move(ids);
    contents->order.resize(contents->list.size());
    std::iota(contents->order.begin(), contents->order.end(), 0U);
    std::ranges::sort(contents->order, {}, [&](std::uint32_t place) -> const UnitId& {
        return contents->list[place];
    });
    contents_ = std::move(contents);
}

void UnitIds::push_back(UnitId id)
{
    if (!contents_)
        contents_ = std::make_shared<Contents>();
    else if (contents_.use_count() > 1)
        contents_ = std::make_shared<Contents>(*contents_);
    auto& [list, order] = *contents_;
    const auto by_id = [&](std::uint32_t place) -> const UnitId& { return list[place]; };
    order.insert(
        std::ranges::upper_bound(order, id, {}, by_id), static_cast<std::uint32_t>(list.size())
    );
    list.push_back(std::move(id));
}

bool UnitIds::contains(const UnitId& id) const
{
    if (!contents_) return false;
    return std::ranges::binary_search(
        contents_->order,
        id,
        {},
        [&](std::uint32_t place) -> const UnitId& { return contents_->list[place]; }
    );
}

const std::vector<UnitId>& UnitIds::list() const
{
    static const std::vector<UnitId> none;
    return contents_ ? contents_->list : none;
}

} // namespace tiendo
