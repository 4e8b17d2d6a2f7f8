#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tiendo::app {

/// Groups of texts that many values of a file have in common, each kept once and called by its
/// number.
class SharedTexts {
public:
    /// Their numbers begin there; it takes no more than so many groups.
    SharedTexts(std::uint32_t first, std::size_t kept_max) : first_(first), kept_max_(kept_max) {}

    std::optional<std::uint32_t> find(std::span<const std::string_view> texts);
    /// Kept from now on; none where there are too many already.
    std::optional<std::uint32_t> number_of(std::span<const std::string_view> texts);
    const std::vector<std::string>& texts(std::uint32_t number) const
    {
        return groups_[number - first_];
    }
    std::uint32_t end() const { return first_ + static_cast<std::uint32_t>(groups_.size()); }

private:
    bool is_at(std::size_t place, std::span<const std::string_view> texts) const;
    std::string_view key_of(std::span<const std::string_view> texts);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::uint32_t first_;
    std::size_t kept_max_;
    std::deque<std::vector<std::string>> groups_{};
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_{};
    std::size_t last_ = 0; ///< place of the group that was asked for last
    std::string key_{};
};

} // namespace tiendo::app
