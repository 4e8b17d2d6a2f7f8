#include "app/values/shared_texts.hpp"

#include <algorithm>

namespace tiendo::app {

std::optional<std::uint32_t> SharedTexts::find(std::span<const std::string_view> texts)
{
    // Files go through the same units and elements in the same order, over and over.
    for (const auto place : {last_, last_ + 1, std::size_t{0}}) {
        if (!is_at(place, texts)) continue;
        last_ = place;
        return first_ + static_cast<std::uint32_t>(place);
    }
    const auto found = numbers_.find(key_of(texts));
    if (found == numbers_.end()) return std::nullopt;
    last_ = found->second - first_;
    return found->second;
}

std::optional<std::uint32_t> SharedTexts::number_of(std::span<const std::string_view> texts)
{
    if (const auto known = find(texts)) return known;
    if (groups_.size() >= kept_max_) return std::nullopt;
    const auto number = end();
    last_ = groups_.size();
    groups_.emplace_back(texts.begin(), texts.end());
    numbers_.emplace(key_of(texts), number);
    return number;
}

bool SharedTexts::is_at(std::size_t place, std::span<const std::string_view> texts) const
{
    return place < groups_.size() && std::ranges::equal(groups_[place], texts);
}

/// The texts in one, each led by its length.
std::string_view SharedTexts::key_of(std::span<const std::string_view> texts)
{
    key_.clear();
    for (const auto text : texts) {
        key_ += std::to_string(text.size());
        key_ += ':';
        key_ += text;
    }
    return key_;
}

} // namespace tiendo::app
