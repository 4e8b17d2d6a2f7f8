#pragma once

#include "domain/form/data_value.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// Walks over JSON that lies in memory, as far as it is plain; what is not is left to a parser that
/// knows all of it.
class PlainJson {
public:
    explicit PlainJson(std::string_view text) : text_(text) {}

    std::size_t place() const { return place_; }
    /// Answers how many lines ended.
    std::int64_t skip_blank();
    bool skip(char c);
    /// A text without escapes: what stands between its quotes. False where it is no such one, or
    /// its end lies beyond.
    bool text(std::string_view& found);
    /// A number as it stands there, true, false, or null as nothing.
    bool word(std::string_view& found);

private:
    std::string_view text_;
    std::size_t place_ = 0;
};

/// Reads data values that are written as nearly all programs write them: one object with texts and
/// numbers alone. What it reads is what ValueEvents reads.
class PlainValueReader {
public:
    /// False, and both as they may be, where it is another one, or not whole.
    bool read(PlainJson& json, DataValue& value);

    /// Line ends within the value that was read last.
    std::int64_t lines() const { return lines_; }

private:
    std::string DataValue::* field_named(std::string_view name);
    void skip_blank(PlainJson& json) { lines_ += json.skip_blank(); }
    bool read_member(PlainJson& json, DataValue& value);

    std::vector<std::size_t> order_{}; ///< of the fields in the value before
    std::size_t next_ = 0;             ///< where in it the next name probably stands
    std::int64_t lines_ = 0;
};

} // namespace tiendo::documents
