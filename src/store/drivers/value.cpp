#include "store/drivers/value.hpp"

#include "base/result.hpp"

namespace tiendo::store::sql {
namespace {

template <class Kind> const Kind& kept_as(const Values& values, std::size_t column)
{
    ensure(column < values.size(), "the answer has this column");
    const auto* kept = std::get_if<Kind>(&values[column].content());
    ensure(kept != nullptr, "the column holds this kind of value");
    return *kept;
}

} // namespace

std::int64_t Row::integer(std::size_t column) const
{
    return kept_as<std::int64_t>(values_, column);
}

const std::string& Row::text(std::size_t column) const
{
    return kept_as<std::string>(values_, column);
}

const std::string& Row::bytes(std::size_t column) const
{
    return kept_as<Bytes>(values_, column).data;
}

Date Row::day(std::size_t column) const
{
    const auto day = parse_iso_date(text(column));
    ensure(day.has_value(), "a kept day is a day");
    return *day;
}

std::optional<Date> Row::day_if_any(std::size_t column) const
{
    if (values_.at(column).is_null()) return std::nullopt;
    return day(column);
}

std::optional<Instant> Row::instant_if_any(std::size_t column) const
{
    if (values_.at(column).is_null()) return std::nullopt;
    return instant(column);
}

} // namespace tiendo::store::sql
