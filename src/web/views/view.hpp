#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tiendo::web::view {

class Html;
class Node;
class Templates;

/// Text that is HTML already. Only the builder and the template engine can make it, so nothing a
/// user typed becomes markup. Its name in the data ends in "_markup", and the template says
/// {{{name_markup}}}.
class Markup {
public:
    const std::string& str() const { return html_; }

private:
    friend class Html;
    friend class Templates;
    explicit Markup(std::string html) : html_(std::move(html)) {}

    std::string html_;
};

/// The names that a template sees.
class Object {
public:
    Object() = default;
    Object(std::initializer_list<std::pair<std::string, Node>> members);

    void set(std::string name, Node value);
    const Node* find(std::string_view name) const;
    const std::vector<std::pair<std::string, Node>>& members() const { return members_; }

private:
    std::vector<std::pair<std::string, Node>> members_;
};

using List = std::vector<Node>;

/// A value in the data of a template: text (always escaped), a condition, a list, an object, or
/// markup. Numbers are texts: how they are written is decided by Wording.
class Node {
public:
    Node(std::string text) : value_(std::move(text)) {}        // NOLINT: implicit on purpose
    Node(std::string_view text) : value_(std::string(text)) {} // NOLINT
    Node(const char* text) : value_(std::string(text)) {}      // NOLINT
    template <std::same_as<bool> B> Node(B condition) : value_(condition) {} // NOLINT
    Node(Markup markup) : value_(std::move(markup)) {}                       // NOLINT
    Node(Object object) : value_(std::move(object)) {}                       // NOLINT
    Node(List list) : value_(std::move(list)) {}                             // NOLINT

    const auto& value() const { return value_; }

private:
    std::variant<std::string, bool, Markup, Object, List> value_;
};

} // namespace tiendo::web::view
