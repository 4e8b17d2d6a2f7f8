#include "documents/exchange/source_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {

std::string to_json(const std::vector<NumberedLine>& lines)
{
    json::bj::array array;
    for (const auto& line : lines)
        array.push_back({{"line", line.number}, {"text", line.text}});
    return json::bj::serialize(array);
}

Result<std::vector<NumberedLine>> parse_source_lines(std::string_view text)
{
    // The reader of objects takes the list as its only member.
    const auto wrapped = std::string(R"({"lines":)").append(text).append("}");
    return json::reading(wrapped, [](const json::bj::object& object) {
        std::vector<NumberedLine> lines;
        json::each_in(object, "lines", [&](const json::bj::object& line) {
            lines.push_back({static_cast<int>(json::whole(line, "line")), json::text(line, "text")}
            );
        });
        return lines;
    });
}

} // namespace tiendo::documents
