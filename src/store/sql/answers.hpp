#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>

namespace tiendo::store::sql {

/// The new revision of a row, or the refusal of a writer who had read an older one than is kept.
inline Result<std::int64_t> revision_or_conflict(std::optional<std::int64_t> revision)
{
    if (!revision) return refuse(Refusal::conflict, "store.changed_meanwhile");
    return *revision;
}

/// The value, or the refusal that there is no such thing.
template <class Value> Result<Value> found_or_refused(std::optional<Value> value, const char* key)
{
    if (!value) return refuse(Refusal::not_found, key);
    return std::move(*value);
}

} // namespace tiendo::store::sql
