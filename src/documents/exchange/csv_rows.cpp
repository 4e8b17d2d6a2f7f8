#include "documents/exchange/csv_rows.hpp"

namespace tiendo::documents {
namespace {

constexpr std::size_t row_bytes_max = 64 * 1024; // docs/limits.md
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

Result<Done> CsvRows::feed(std::string_view piece)
{
    while (!piece.empty()) {
        if (const auto taken = TRY(take_whole_line(piece)); taken > 0) {
            piece.remove_prefix(taken);
            continue;
        }
        const char c = piece.front();
        piece.remove_prefix(1);
        if (bytes_seen_ < byte_order_mark.size() && c == byte_order_mark[bytes_seen_]) {
            ++bytes_seen_;
            continue;
        }
        bytes_seen_ = byte_order_mark.size();
        if (++row_bytes_ > row_bytes_max)
            return refuse(
                Refusal::unreadable, "values.row_too_long", {{"line", std::to_string(row_line_)}}
            );
        TRY(take(c));
    }
    return done;
}

Result<Done> CsvRows::finish()
{
    if (at_ == At::quoted)
        return refuse(
            Refusal::unreadable, "values.quote_open", {{"line", std::to_string(row_line_)}}
        );
    if (at_ == At::field_start && row_.empty()) return done;
    return end_row();
}

/// A row without quotes that lies in the piece with its line end, at once; answers its bytes, or 0
/// where it is no such one.
Result<std::size_t> CsvRows::take_whole_line(std::string_view piece)
{
    const bool is_at_start = separator_ != 0 && at_ == At::field_start && row_.empty();
    if (!is_at_start) return 0;
    const auto end = piece.substr(0, row_bytes_max).find('\n');
    if (end == std::string_view::npos) return 0;
    auto line = piece.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto has = [&](char c) { return line.find(c) != std::string_view::npos; };
    if (line.empty() || has('"') || has('\r')) return 0;
    fields_.clear();
    for (;;) {
        const auto separator = line.find(separator_);
        fields_.push_back(line.substr(0, separator));
        if (separator == std::string_view::npos) break;
        line.remove_prefix(separator + 1);
    }
    TRY(use_(row_line_, fields_));
    after_return_ = false;
    row_bytes_ = 0;
    row_line_ = ++line_;
    return end + 1;
}

Result<Done> CsvRows::take(char c)
{
    const bool was_return = std::exchange(after_return_, c == '\r' && at_ != At::quoted);
    if (c == '\n') ++line_;
    if (at_ == At::quoted) {
        if (c == '"')
            at_ = At::quote_in_quoted;
        else
            field_ += c;
        return done;
    }
    if (c == '\n' && was_return) return done; // the row ended with the return before
    if (c == '\r' || c == '\n') return end_row();
    if (is_separator(c)) {
        end_field();
        return done;
    }
    if (c == '"' && at_ == At::field_start) {
        at_ = At::quoted;
        return done;
    }
    if (c == '"' && at_ == At::quote_in_quoted) {
        field_ += c;
        at_ = At::quoted;
        return done;
    }
    field_ += c;
    at_ = At::plain;
    return done;
}

Result<Done> CsvRows::end_row()
{
    const bool is_blank = row_.empty() && at_ == At::field_start;
    if (!is_blank) {
        end_field();
        fields_.assign(row_.begin(), row_.end());
        TRY(use_(row_line_, fields_));
        if (separator_ == 0) separator_ = ','; // one column
    }
    row_.clear();
    row_bytes_ = 0;
    row_line_ = line_ + (after_return_ ? 1 : 0);
    return done;
}

void CsvRows::end_field()
{
    row_.push_back(std::move(field_));
    field_.clear();
    at_ = At::field_start;
}

bool CsvRows::is_separator(char c)
{
    if (separator_ == 0 && (c == ',' || c == ';' || c == '\t')) separator_ = c;
    return c == separator_ && separator_ != 0;
}

std::string csv_row(const std::vector<std::string_view>& fields)
{
    std::string row;
    for (const auto field : fields) {
        row += row.empty() ? "\"" : ",\"";
        for (const char c : field) {
            if (c == '"') row += '"';
            row += c;
        }
        row += '"';
    }
    return row + "\n";
}

} // namespace tiendo::documents
