#include "documents/exchange/source_json.hpp"

#include "documents/exchange/json_reader.hpp"

#include <cstdint>

namespace tiendo::documents {

namespace {

namespace bj = json::bj;

constexpr std::int64_t pages_max = 1'000;

bj::array array_of(const PagePlace& place)
{
    return {place.page, place.left, place.top, place.right, place.bottom};
}

int whole_in(const bj::value& value, std::int64_t max)
{
    if (!value.is_int64() || value.get_int64() < 0 || value.get_int64() > max)
        throw json::Unexpected{"place"};
    return static_cast<int>(value.get_int64());
}

PagePlace place_in(const bj::object& object)
{
    const auto* value = json::member(object, "place");
    if (value == nullptr) return {};
    if (!value->is_array() || value->get_array().size() != 5) throw json::Unexpected{"place"};
    const auto& sides = value->get_array();
    return {
        whole_in(sides[0], pages_max),
        whole_in(sides[1], page_parts),
        whole_in(sides[2], page_parts),
        whole_in(sides[3], page_parts),
        whole_in(sides[4], page_parts)
    };
}

bj::object object_of(const NumberedLine& line)
{
    bj::object object{{"line", line.number}, {"text", line.text}};
    if (line.place.page > 0) object["place"] = array_of(line.place);
    if (line.doubts.empty()) return object;
    bj::array doubts;
    for (const auto& doubt : line.doubts)
        doubts.push_back({{"text", doubt.text}, {"place", array_of(doubt.place)}});
    object["doubts"] = std::move(doubts);
    return object;
}

NumberedLine line_in(const bj::object& object)
{
    NumberedLine line;
    line.number = static_cast<int>(json::whole(object, "line"));
    line.text = json::text(object, "text");
    line.place = place_in(object);
    json::each_in(object, "doubts", [&](const bj::object& doubt) {
        line.doubts.push_back({json::text(doubt, "text"), place_in(doubt)});
    });
    return line;
}

} // namespace

std::string to_json(const std::vector<NumberedLine>& lines)
{
    bj::array array;
    for (const auto& line : lines)
        array.push_back(object_of(line));
    return bj::serialize(array);
}

Result<std::vector<NumberedLine>> parse_source_lines(std::string_view text)
{
    // The reader of objects takes the list as its only member.
    const auto wrapped = std::string(R"({"lines":)").append(text).append("}");
    return json::reading(wrapped, [](const bj::object& object) {
        std::vector<NumberedLine> lines;
        json::each_in(object, "lines", [&](const bj::object& line) {
            lines.push_back(line_in(line));
        });
        return lines;
    });
}

} // namespace tiendo::documents
