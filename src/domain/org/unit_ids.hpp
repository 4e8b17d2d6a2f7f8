#pragma once

#include "base/id.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace tiendo {

/// A unit's own name for good, such as "sa-loong". Never an official code: codes are used again
/// for other units (23392 was Đắk Kan and is Sa Loong since 01/07/2025).
using UnitId = Id<struct UnitTag>;

/// A list of units that is seldom written and often read: who answers a measure, who reports in a
/// period. In a nation it holds thousands and stands in every copy of a plan, so copies share it,
/// and whether a unit is on it is told without walking along it.
class UnitIds {
public:
    UnitIds() = default;
    UnitIds(std::vector<UnitId> ids); // NOLINT: a list of ids is one
    UnitIds(std::initializer_list<UnitId> ids) : UnitIds(std::vector<UnitId>(ids)) {}

    bool contains(const UnitId& id) const;

    const std::vector<UnitId>& list() const;
    operator const std::vector<UnitId>&() const { return list(); } // NOLINT: it is read like one
    auto begin() const { return list().begin(); }
    auto end() const { return list().end(); }
    std::size_t size() const { return list().size(); }
    bool empty() const { return list().empty(); }
    const UnitId& front() const { return list().front(); }
    const UnitId& operator[](std::size_t place) const { return list()[place]; }

    void clear() { contents_.reset(); }
    void push_back(UnitId id);
    template <class... Arguments> void emplace_back(Arguments&&... arguments)
    {
        push_back(UnitId(std::forward<Arguments>(arguments)...));
    }

    friend bool operator==(const UnitIds& a, const UnitIds& b)
    {
        return a.contents_ == b.contents_ || a.list() == b.list();
    }

private:
    struct Contents {
        std::vector<UnitId> list;
        std::vector<std::uint32_t> order; ///< by id
    };
    std::shared_ptr<Contents> contents_; ///< changed by an only owner, never shared and changed
};

} // namespace tiendo
