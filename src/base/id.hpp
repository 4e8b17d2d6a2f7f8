#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace tiendo {

/// A name for one thing of one kind, so that a UnitId cannot be passed as a PeriodId.
template <class Tag> class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}

    const std::string& str() const { return text_; }
    bool empty() const { return text_.empty(); }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string text_;
};

/// A fresh UUID of version 7 (RFC 9562): sortable by the milliseconds since 1970 given.
std::string new_uuid7(long long unix_milliseconds);

} // namespace tiendo

template <class Tag> struct std::hash<tiendo::Id<Tag>> {
    std::size_t operator()(const tiendo::Id<Tag>& id) const
    {
        return std::hash<std::string>{}(id.str());
    }
};
