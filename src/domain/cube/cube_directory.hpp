#pragma once

#include "domain/cube/unit_tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tiendo {

/// Names with their numbers from 0 on, in the order in which they were added.
class DenseNames {
public:
    /// The number of the name, a new one if it has none yet.
    DenseIndex add(std::string_view name);
    std::optional<DenseIndex> find(std::string_view name) const;
    const std::string& at(DenseIndex index) const { return names_.at(index); }
    DenseIndex size() const { return static_cast<DenseIndex>(names_.size()); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::vector<std::string> names_;
    std::unordered_map<std::string, DenseIndex, Hash, std::equal_to<>> indexes_;
};

/// What the numbers of a cube stand for in the layers above.
struct CubeDirectory {
    DenseNames units{};
    DenseNames elements{}; ///< one quantity that is counted: "3.2a/num"
    DenseNames periods{};
    DenseNames options{}; ///< parts of a breakdown; the whole is one of them: "", "male", "female"
};

} // namespace tiendo
