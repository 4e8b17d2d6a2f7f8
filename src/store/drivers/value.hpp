#pragma once

#include "base/date.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tiendo::store::sql {

/// Bytes of a file, as opposed to text.
struct Bytes {
    std::string data{};

    friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// What both databases can keep: nothing, a whole number, text, bytes. Instants are kept as
/// seconds, days as ISO text, yes and no as 1 and 0.
class Value {
public:
    Value() = default;
    template <std::integral Number>
    Value(Number number) : content_(static_cast<std::int64_t>(number))
    {
    }
    Value(std::string text) : content_(std::move(text)) {}
    Value(std::string_view text) : content_(std::string(text)) {}
    Value(const char* text) : content_(std::string(text)) {}
    Value(Bytes bytes) : content_(std::move(bytes)) {}
    Value(Instant instant) : content_(instant.seconds) {}
    Value(Date day) : content_(iso_date(day)) {}
    template <class Kept>
    Value(const std::optional<Kept>& kept) : Value(kept ? Value(*kept) : Value())
    {
    }

    bool is_null() const { return content_.index() == 0; }
    const std::variant<std::monostate, std::int64_t, std::string, Bytes>& content() const
    {
        return content_;
    }

private:
    std::variant<std::monostate, std::int64_t, std::string, Bytes> content_;
};

using Values = std::vector<Value>;

/// One row of an answer; columns are counted from 0. Asking for another kind than the column holds
/// is a bug.
class Row {
public:
    explicit Row(Values values) : values_(std::move(values)) {}

    std::int64_t integer(std::size_t column) const;
    bool flag(std::size_t column) const { return integer(column) != 0; }
    const std::string& text(std::size_t column) const;
    const std::string& bytes(std::size_t column) const;
    Instant instant(std::size_t column) const { return {integer(column)}; }
    Date day(std::size_t column) const;

    std::optional<Date> day_if_any(std::size_t column) const;
    std::optional<Instant> instant_if_any(std::size_t column) const;

    const Values& values() const { return values_; }

private:
    Values values_;
};

} // namespace tiendo::store::sql
