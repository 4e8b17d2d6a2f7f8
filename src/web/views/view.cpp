#include "web/views/view.hpp"

namespace tiendo::web::view {

Object::Object(std::initializer_list<std::pair<std::string, Node>> members) : members_(members) {}

void Object::set(std::string name, Node value)
{
    for (auto& [key, old] : members_) {
        if (key != name) continue;
        old = std::move(value);
        return;
    }
    members_.emplace_back(std::move(name), std::move(value));
}

const Node* Object::find(std::string_view name) const
{
    for (const auto& [key, value] : members_)
        if (key == name) return &value;
    return nullptr;
}

} // namespace tiendo::web::view
