#pragma once

#include <cstddef>
#include <string_view>

namespace tiendo::store::sql {

/// One SQL statement, as it stands in the source. Text made at run time does not become one: the
/// constructor runs in the compiler only. Parameters are $1, $2, …
class Sql {
public:
    template <std::size_t size> consteval Sql(const char (&text)[size]) : text_(text, size - 1) {}

    constexpr std::string_view text() const { return text_; }
    constexpr const char* c_str() const { return text_.data(); }

private:
    std::string_view text_;
};

} // namespace tiendo::store::sql
