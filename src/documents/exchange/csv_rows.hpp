#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// Takes rows out of a .csv that comes in pieces (RFC 4180): quotes, line ends of every system, a
/// byte order mark, and the separator that its first row uses, "," or ";" or a tab. Holds one row
/// at a time.
class CsvRows {
public:
    /// Given each row with the line on which it begins, from 1; blank lines are left out.
    using Use =
        std::function<Result<Done>(std::int64_t line, std::span<const std::string_view> row)>;

    explicit CsvRows(Use use) : use_(std::move(use)) {}

    Result<Done> feed(std::string_view piece);
    Result<Done> finish();

private:
    enum class At { field_start, plain, quoted, quote_in_quoted };

    Result<std::size_t> take_whole_line(std::string_view piece);
    Result<Done> take(char c);
    Result<Done> end_row();
    void end_field();
    bool is_separator(char c);

    Use use_;
    At at_ = At::field_start;
    char separator_ = 0;
    bool after_return_ = false;
    std::size_t bytes_seen_ = 0;
    std::size_t row_bytes_ = 0;
    std::int64_t line_ = 1;
    std::int64_t row_line_ = 1;
    std::string field_{};
    std::vector<std::string> row_{};
    std::vector<std::string_view> fields_{}; ///< as they are handed on
};

/// One row with its line end; every field in quotes.
std::string csv_row(const std::vector<std::string_view>& fields);

} // namespace tiendo::documents
