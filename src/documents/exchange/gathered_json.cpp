#include "documents/exchange/gathered_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {

namespace bj = boost::json;

namespace {

constexpr json::Names<SentenceUse, 3> uses{{
    {SentenceUse::used, "used"},
    {SentenceUse::left_out, "left_out"},
    {SentenceUse::merged, "merged"},
}};

} // namespace

std::string to_json(const std::map<std::string, GatheredChoice>& choices)
{
    bj::object object;
    for (const auto& [key, choice] : choices) {
        bj::object one{{"use", json::name_of(uses, choice.use)}, {"place", choice.place}};
        if (!choice.under.empty()) one["under"] = choice.under;
        object[key] = std::move(one);
    }
    return bj::serialize(object);
}

Result<std::map<std::string, GatheredChoice>> parse_gathered_choices(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        std::map<std::string, GatheredChoice> choices;
        for (const auto& [key, value] : object) {
            if (!value.is_object()) throw json::Unexpected{std::string(key)};
            const auto& one = value.get_object();
            choices[std::string(key)] = {
                json::named(uses, one, "use", SentenceUse::used),
                json::text(one, "under"),
                static_cast<int>(json::whole(one, "place"))
            };
        }
        return choices;
    });
}

} // namespace tiendo::documents
