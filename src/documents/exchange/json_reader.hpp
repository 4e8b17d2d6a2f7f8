#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"

#include <boost/json.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reading JSON of known shape. A member that is absent gives the default; one of the wrong kind is
/// a refusal, thrown inside and turned into a Result at the edge by reading().
namespace tiendo::documents::json {

namespace bj = boost::json;

/// Thrown inside this folder only.
struct Unexpected {
    std::string place;
};

template <class Read>
auto reading(std::string_view text, Read&& read)
    -> Result<std::invoke_result_t<Read, const bj::object&>>
{
    try {
        boost::system::error_code error;
        const auto value = bj::parse({text.data(), text.size()}, error);
        if (error || !value.is_object()) return refuse(Refusal::invalid, "json.not_an_object");
        return read(value.get_object());
    } catch (const Unexpected& unexpected) {
        return refuse(Refusal::invalid, "json.unexpected", {{"place", unexpected.place}});
    }
}

inline const bj::value* member(const bj::object& object, std::string_view key)
{
    const auto* found = object.if_contains(key);
    return found == nullptr || found->is_null() ? nullptr : found;
}

inline std::string text(const bj::object& object, std::string_view key)
{
    const auto* value = member(object, key);
    if (value == nullptr) return {};
    if (!value->is_string()) throw Unexpected{std::string(key)};
    return std::string(value->get_string());
}

inline bool flag(const bj::object& object, std::string_view key)
{
    const auto* value = member(object, key);
    if (value == nullptr) return false;
    if (!value->is_bool()) throw Unexpected{std::string(key)};
    return value->get_bool();
}

inline std::int64_t
whole(const bj::object& object, std::string_view key, std::int64_t otherwise = 0)
{
    const auto* value = member(object, key);
    if (value == nullptr) return otherwise;
    if (value->is_int64()) return value->get_int64();
    throw Unexpected{std::string(key)};
}

/// Decimals are kept as texts ("26.05"), so that no reader makes a binary fraction of them.
inline Decimal decimal(const bj::value& value)
{
    const auto parsed =
        value.is_string() ? Decimal::parse(std::string_view(value.get_string())) : std::nullopt;
    if (!parsed) throw Unexpected{"decimal"};
    return *parsed;
}

inline std::optional<Date> day(const bj::object& object, std::string_view key)
{
    const auto written = text(object, key);
    if (written.empty()) return std::nullopt;
    const auto parsed = parse_iso_date(written);
    if (!parsed) throw Unexpected{std::string(key)};
    return parsed;
}

inline const bj::object& object_of(const bj::value& value, std::string_view place)
{
    if (!value.is_object()) throw Unexpected{std::string(place)};
    return value.get_object();
}

/// The member's own members; none where it is absent.
inline const bj::object& object_at(const bj::object& object, std::string_view key)
{
    static const bj::object empty;
    const auto* value = member(object, key);
    return value == nullptr ? empty : object_of(*value, key);
}

/// The member's items; none where it is absent.
inline const bj::array& list_in(const bj::object& object, std::string_view key)
{
    static const bj::array empty;
    const auto* value = member(object, key);
    if (value == nullptr) return empty;
    if (!value->is_array()) throw Unexpected{std::string(key)};
    return value->get_array();
}

/// A list of objects, handed on one by one.
template <class Read> void each_in(const bj::object& object, std::string_view key, Read&& read)
{
    for (const auto& item : list_in(object, key))
        read(object_of(item, key));
}

inline std::vector<std::string> texts(const bj::object& object, std::string_view key)
{
    std::vector<std::string> result;
    for (const auto& item : list_in(object, key)) {
        if (!item.is_string()) throw Unexpected{std::string(key)};
        result.emplace_back(item.get_string());
    }
    return result;
}

inline bj::array to_array(const std::vector<std::string>& texts)
{
    bj::array array;
    for (const auto& item : texts)
        array.emplace_back(item);
    return array;
}

/// Enumerators by their names in JSON.
template <class Enum, std::size_t count>
using Names = std::array<std::pair<Enum, std::string_view>, count>;

template <class Enum, std::size_t count>
std::string_view name_of(const Names<Enum, count>& names, Enum value)
{
    for (const auto& [each, name] : names) {
        if (each == value) return name;
    }
    throw Bug("an enumerator without a name");
}

template <class Enum, std::size_t count>
Enum named(
    const Names<Enum, count>& names, const bj::object& object, std::string_view key, Enum otherwise
)
{
    const auto wanted = text(object, key);
    if (wanted.empty()) return otherwise;
    for (const auto& [each, name] : names) {
        if (name == wanted) return each;
    }
    throw Unexpected{std::string(key)};
}

/// An object that is written in one order always.
inline void put_if(bj::object& object, std::string_view key, const std::string& value)
{
    if (!value.empty()) object[key] = value;
}

} // namespace tiendo::documents::json
