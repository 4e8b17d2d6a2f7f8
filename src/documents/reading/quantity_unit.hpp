#pragma once

#include "base/decimal.hpp"
#include "documents/text/words.hpp"

#include <optional>
#include <string>

namespace tiendo::documents {

/// A number of a text with what it counts: "31,8/100.000", "03 tin, bài", "từ 60 - 70%".
struct Amount {
    std::size_t first = 0; ///< words [first, last) hold the numbers and the unit
    std::size_t last = 0;
    Decimal value{};
    std::optional<Decimal> high{}; ///< upper end of a range
    std::string unit{};            ///< as in Plan JSON; empty where no unit can be read
    bool per_year_in_unit = false; ///< "triệu đồng/người/năm"
    bool with_total = false;       ///< "03/9 xã"
};

/// The amount whose number stands at the word; none if that is no number of an amount.
std::optional<Amount> amount_at(const Words& words, std::size_t i);

/// "26,05" is 26.05 and "100.000" is 100000.
std::optional<Decimal> vietnamese_decimal(std::string_view digits);

} // namespace tiendo::documents
