#include "documents/exchange/pages_json.hpp"

#include "documents/exchange/json_reader.hpp"

#include <algorithm>
#include <cstdint>

namespace tiendo::documents {

namespace {

namespace bj = boost::json;

constexpr double page_points_max = 100'000;

void put_box(bj::array& array, const Box& box)
{
    for (const auto side : {box.left, box.top, box.right, box.bottom})
        array.emplace_back(side);
}

double points_in(const bj::value& value)
{
    const auto number = value.is_number() ? value.to_number<double>() : -page_points_max - 1;
    if (number < -page_points_max || number > page_points_max) throw json::Unexpected{"points"};
    return number;
}

Box box_at(const bj::array& array, std::size_t first)
{
    if (array.size() < first + 4) throw json::Unexpected{"box"};
    return {
        points_in(array[first]),
        points_in(array[first + 1]),
        points_in(array[first + 2]),
        points_in(array[first + 3])
    };
}

const bj::array& array_in(const bj::object& object, std::string_view key)
{
    const auto* value = json::member(object, key);
    if (value == nullptr || !value->is_array()) throw json::Unexpected{std::string(key)};
    return value->get_array();
}

double side_in(const bj::object& object, std::string_view key)
{
    const auto* value = json::member(object, key);
    if (value == nullptr) throw json::Unexpected{std::string(key)};
    return points_in(*value);
}

PageWord word_in(const bj::value& value)
{
    if (!value.is_array() || value.get_array().size() != 6) throw json::Unexpected{"word"};
    const auto& array = value.get_array();
    if (!array[0].is_string() || !array[5].is_int64()) throw json::Unexpected{"word"};
    PageWord word;
    word.text = array[0].get_string();
    word.box = box_at(array, 1);
    word.confidence = static_cast<int>(std::clamp<std::int64_t>(array[5].get_int64(), 0, certain));
    return word;
}

} // namespace

std::string to_json(const PageLayout& page)
{
    bj::array words;
    for (const auto& word : page.words) {
        bj::array entry{word.text};
        put_box(entry, word.box);
        entry.emplace_back(word.confidence);
        words.emplace_back(std::move(entry));
    }
    bj::array rules;
    for (const auto& rule : page.rules) {
        bj::array entry;
        put_box(entry, rule.box);
        rules.emplace_back(std::move(entry));
    }
    return bj::serialize(bj::object{
        {"width", page.width},
        {"height", page.height},
        {"words", std::move(words)},
        {"rules", std::move(rules)}
    });
}

Result<PageLayout> parse_page(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        PageLayout page;
        page.is_recognised = true;
        page.width = side_in(object, "width");
        page.height = side_in(object, "height");
        for (const auto& word : array_in(object, "words"))
            page.words.push_back(word_in(word));
        for (const auto& rule : array_in(object, "rules")) {
            if (!rule.is_array()) throw json::Unexpected{"rule"};
            page.rules.push_back({box_at(rule.get_array(), 0)});
        }
        return page;
    });
}

} // namespace tiendo::documents
