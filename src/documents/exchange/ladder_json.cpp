#include "documents/exchange/ladder_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {

namespace bj = boost::json;

std::string to_json(const Ladder& ladder)
{
    bj::array rungs;
    for (const auto& rung : ladder.rungs) {
        bj::object step;
        step["kind"] = name_of(rung.kind);
        step["working_days"] = rung.working_days;
        step["by_mail"] = rung.by_mail;
        rungs.emplace_back(std::move(step));
    }
    bj::object object;
    object["automatic"] = ladder.is_automatic;
    object["link_days"] = ladder.link_days;
    object["rungs"] = std::move(rungs);
    return bj::serialize(object);
}

Result<Ladder> parse_ladder(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        Ladder ladder;
        ladder.is_automatic = json::flag(object, "automatic");
        ladder.link_days = static_cast<int>(json::whole(object, "link_days"));
        const auto* rungs = json::member(object, "rungs");
        if (rungs == nullptr || !rungs->is_array()) throw json::Unexpected{"rungs"};
        for (const auto& each : rungs->get_array()) {
            if (!each.is_object()) throw json::Unexpected{"rungs"};
            const auto& step = each.get_object();
            const auto kind = rung_kind_named(json::text(step, "kind"));
            if (!kind) throw json::Unexpected{"kind"};
            ladder.rungs.push_back(
                {*kind,
                 static_cast<int>(json::whole(step, "working_days")),
                 json::flag(step, "by_mail")}
            );
        }
        return ladder;
    });
}

} // namespace tiendo::documents
