#pragma once

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tiendo {

/// How a number was written; each but `plain` is told to the person who typed it.
enum class NumberReading {
    plain,
    dot_as_thousands, ///< "1.234" was taken as 1234
    dot_as_decimal    ///< "26.05" was taken as 26,05
};

struct TypedNumber {
    Decimal value{};
    NumberReading reading = NumberReading::plain;
    std::string unit{}; ///< what stood behind the number: "%", "lần", "vụ"; squeezed

    friend bool operator==(const TypedNumber&, const TypedNumber&) = default;
};

/// Reads what officers type: "26,05", "26,05 %", "1.234.567,5", "1 234", "1.234", "26.05", "-3,5",
/// "12 vụ". None for everything else. The same cases are tested in the browser's code
/// (tests/data/typed-numbers.json).
std::optional<TypedNumber> read_typed_number(std::string_view text);

/// "1.234.567,5": thousands dot and decimal comma.
std::string vietnamese_number(const Decimal& number);
/// With exactly that many decimals: 85 at 2 is "85,00".
std::string vietnamese_number(const Decimal& number, int decimals);
/// "1,234,567.5" for the English interface.
std::string english_number(const Decimal& number);
std::string english_number(const Decimal& number, int decimals);

} // namespace tiendo
