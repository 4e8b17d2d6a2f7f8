#include "store/bulk_cells.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace tiendo::store {
namespace {

// A row's texts: origins "who|when|pattern", cells "item|place of its origin|revision|number|…",
// with a control character for each stroke and another one at the end of each.
constexpr char field_end = '\x1F';
constexpr char record_end = '\x1E';

void append(std::string& text, std::int64_t number)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

bool is_plain(std::string_view text)
{
    return text.find(field_end) == std::string_view::npos &&
           text.find(record_end) == std::string_view::npos;
}

/// Takes off what stands before the end mark, and the mark.
std::string_view take(std::string_view& text, char end)
{
    const auto at = text.find(end);
    const auto taken = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return taken;
}

std::int64_t take_number(std::string_view& text)
{
    const auto digits = take(text, field_end);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    ensure(error == std::errc{} && end == digits.data() + digits.size(), "a kept number is one");
    return number;
}

std::vector<std::string_view> records(std::string_view text)
{
    std::vector<std::string_view> all;
    while (!text.empty())
        all.push_back(take(text, record_end));
    return all;
}

std::string filled(std::string_view pattern, std::string_view numbers)
{
    std::string body;
    for (const char c : pattern) {
        if (c == BulkCells::hole)
            body += take(numbers, field_end);
        else
            body += c;
    }
    return body;
}

} // namespace

void BulkCells::add(
    std::string_view item,
    std::string_view pattern,
    std::span<const std::int64_t> numbers,
    std::int64_t revision
)
{
    auto place =
        static_cast<std::size_t>(std::ranges::find(patterns_, pattern) - patterns_.begin());
    if (place == patterns_.size()) {
        ensure(origins_.size() == patterns_.size(), "kept cells are added last");
        ensure(is_plain(by_) && is_plain(item) && is_plain(pattern), "no control characters");
        std::string origin = by_ + field_end;
        append(origin, at_.seconds);
        origin += field_end;
        origin += pattern;
        origins_.push_back(std::move(origin));
        patterns_.emplace_back(pattern);
    }
    cells_ += item;
    cells_ += field_end;
    append(cells_, static_cast<std::int64_t>(place));
    cells_ += field_end;
    append(cells_, revision);
    for (const auto number : numbers) {
        cells_ += field_end;
        append(cells_, number);
    }
    cells_ += record_end;
}

void BulkCells::add_kept(std::string_view origins, std::string_view cells, std::string_view without)
{
    const auto kept_origins = records(origins);
    std::set<std::string, std::less<>> items;
    for (auto cell : records(cells_))
        items.emplace(take(cell, field_end));
    for (auto cell : records(cells)) {
        const auto item = take(cell, field_end);
        const auto origin = take_number(cell);
        if (item == without || items.contains(item)) continue;
        cells_ += item;
        cells_ += field_end;
        append(
            cells_,
            static_cast<std::int64_t>(
                place_of(std::string(kept_origins.at(static_cast<std::size_t>(origin))))
            )
        );
        cells_ += field_end;
        cells_ += cell;
        cells_ += record_end;
    }
}

std::size_t BulkCells::place_of(std::string origin)
{
    const auto found = std::ranges::find(origins_, origin);
    const auto place = static_cast<std::size_t>(found - origins_.begin());
    if (found == origins_.end()) origins_.push_back(std::move(origin));
    return place;
}

std::string BulkCells::origins() const
{
    std::string text;
    for (const auto& origin : origins_) {
        text += origin;
        text += record_end;
    }
    return text;
}

void BulkCells::read(
    const ReportKey& report,
    std::string_view origins,
    std::string_view cells,
    const std::function<void(DraftItem)>& use
)
{
    const auto kept_origins = records(origins);
    for (auto cell : records(cells)) {
        DraftItem item;
        item.report = report;
        item.item = take(cell, field_end);
        auto origin = kept_origins.at(static_cast<std::size_t>(take_number(cell)));
        item.revision = take_number(cell);
        item.by = take(origin, field_end);
        item.at = {take_number(origin)};
        item.body = filled(origin, cell);
        use(std::move(item));
    }
}

} // namespace tiendo::store
