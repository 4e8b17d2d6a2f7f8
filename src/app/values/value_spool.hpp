#pragma once

#include "domain/form/data_value.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <vector>

namespace tiendo::app {

/// The values of a bulk file put aside, so that those of one report come together wherever they
/// stood in it. They lie in unnamed files, not in memory: a part at a time is read back.
class ValueSpool {
public:
    static constexpr std::size_t part_count = 64;

    ValueSpool();

    void add(const DataValue& value);
    /// All values of the reports that fall to that part, in the order of the file.
    std::vector<DataValue> part(std::size_t number);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::array<std::unique_ptr<std::FILE, Close>, part_count> parts_{};
};

} // namespace tiendo::app
