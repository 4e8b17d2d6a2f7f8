#include "web/pages/help.hpp"

#include "web/visit.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {

namespace {

struct Topic {
    const char* key;
    std::array<Role, 2> roles;
};

constexpr std::array topics{
    Topic{"unit", {Role::entry, Role::unit_leader}},
    Topic{"monitor", {Role::monitor, Role::monitor}},
    Topic{"leader", {Role::leader, Role::field_lead}},
    Topic{"admin", {Role::admin, Role::admin}},
};

view::Object topic_view(const Visit& visit, const Topic& topic)
{
    const auto key = std::string("help.") + topic.key;
    view::List steps;
    for (int number = 1;; ++number) {
        const auto step = key + "_" + std::to_string(number);
        if (!visit.words.messages().has(visit.words.language(), step)) break;
        steps.emplace_back(visit.words.text(step));
    }
    return {{"name", visit.words.text(key)}, {"steps", std::move(steps)}};
}

} // namespace

Result<Response> get_help(Visit& visit, const Request&)
{
    auto ordered = topics;
    std::ranges::stable_partition(ordered, [&](const Topic& topic) {
        return visit.actor.has(topic.roles[0]) || visit.actor.has(topic.roles[1]);
    });
    view::List shown;
    for (const auto& topic : ordered)
        shown.emplace_back(topic_view(visit, topic));
    return html(visit.page(
        "help", {{"title", visit.words.text("help.title")}, {"topics", std::move(shown)}}
    ));
}

} // namespace tiendo::web
