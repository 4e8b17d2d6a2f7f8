#include "harness.hpp"

#include <cstddef>
#include <cstdint>

/// Called by libFuzzer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try_input({reinterpret_cast<const char*>(data), size});
    return 0;
}
