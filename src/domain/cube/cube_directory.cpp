#include "domain/cube/cube_directory.hpp"

namespace tiendo {

DenseIndex DenseNames::add(std::string_view name)
{
    if (const auto known = find(name)) return *known;
    const auto index = size();
    names_.emplace_back(name);
    indexes_.emplace(name, index);
    return index;
}

std::optional<DenseIndex> DenseNames::find(std::string_view name) const
{
    const auto at = indexes_.find(name);
    if (at == indexes_.end()) return std::nullopt;
    return at->second;
}

} // namespace tiendo
