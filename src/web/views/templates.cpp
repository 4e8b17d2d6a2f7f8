#include "web/views/templates.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "embedded/web_templates.hpp"
#include "web/assets.hpp"
#include "web/views/html_builder.hpp"

#include <kainjow/mustache.hpp>

namespace tiendo::web::view {

namespace mustache = kainjow::mustache;

namespace {

using Sources = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view markup_ending = "_markup";

/// Puts the parts in the place of {{> name}}. Parts may use parts, but not themselves.
std::string with_parts(std::string text, const Sources& sources, int depth)
{
    ensure(depth < 8, "template parts do not use themselves");
    for (auto at = text.find("{{>"); at != std::string::npos; at = text.find("{{>", at)) {
        const auto end = text.find("}}", at);
        ensure(end != std::string::npos, "a template part tag is closed");
        const auto name = std::string(trim(std::string_view(text).substr(at + 3, end - at - 3)));
        const auto part = sources.find("parts/" + name);
        ensure(part != sources.end(), "a template part exists");
        const auto body = with_parts(part->second, sources, depth + 1);
        text.replace(at, end + 2 - at, body);
        at += body.size();
    }
    return text;
}

mustache::data to_data(const Node& node);

mustache::data to_data(const Object& object)
{
    mustache::data data{mustache::object{}};
    for (const auto& [name, value] : object.members()) {
        const bool is_markup = std::holds_alternative<Markup>(value.value());
        ensure(
            is_markup == name.ends_with(markup_ending),
            "markup, and nothing else, has a name that ends in _markup"
        );
        data.set(name, to_data(value));
    }
    return data;
}

mustache::data to_data(const Node& node)
{
    struct Visitor {
        mustache::data operator()(const std::string& text) const { return mustache::data{text}; }
        mustache::data operator()(bool condition) const { return mustache::data{condition}; }
        mustache::data operator()(const Markup& markup) const
        {
            return mustache::data{markup.str()};
        }
        mustache::data operator()(const Object& object) const { return to_data(object); }
        mustache::data operator()(const List& list) const
        {
            mustache::data data{mustache::data::type::list};
            for (const auto& item : list)
                data << to_data(item);
            return data;
        }
    };
    return std::visit(Visitor{}, node.value());
}

/// Looks names up in the page's data, and "t.key" among the messages.
class Lookup : public mustache::context<std::string> {
public:
    Lookup(const mustache::data* data, const Wording& words) : context(data), words_(words) {}

    const mustache::data* get(const std::string& name) const override
    {
        if (!name.starts_with("t.")) return context::get(name);
        const auto key = std::string_view(name).substr(2);
        auto found = resolved_.find(key);
        if (found == resolved_.end())
            found = resolved_.emplace(key, mustache::data{words_.text(key)}).first;
        return &found->second;
    }

private:
    const Wording& words_;
    mutable std::map<std::string, mustache::data, std::less<>> resolved_;
};

Sources embedded_sources()
{
    Sources sources;
    for (const auto path : embedded::web_templates_paths()) {
        const auto name = path.substr(0, path.rfind('.'));
        sources.emplace(name, std::string(embedded::web_templates(path)));
    }
    return sources;
}

} // namespace

/// Rendering does not change a parsed template as long as it has neither lambdas nor run-time
/// partials, so one of them serves all threads.
struct Templates::Parsed {
    explicit Parsed(const std::string& text) : engine(text)
    {
        ensure(engine.is_valid(), engine.error_message().c_str());
        engine.set_custom_escape([](const std::string& value) { return escape_html(value); });
    }
    mutable mustache::mustache engine;
};

Templates::Templates(const Sources& sources)
{
    for (const auto& [name, text] : sources) {
        if (name.starts_with("parts/")) continue;
        parsed_.emplace(name, std::make_unique<Parsed>(with_parts(text, sources, 0)));
    }
}

Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;

const Templates& Templates::embedded()
{
    static const Templates templates{embedded_sources()};
    return templates;
}

Markup Templates::render(std::string_view name, const Object& data, const Wording& words) const
{
    const auto found = parsed_.find(name);
    ensure(found != parsed_.end(), "a page has a template of its name");
    const auto tree = to_data(data);
    Lookup lookup(&tree, words);
    return Markup(found->second->engine.render(lookup));
}

std::string Templates::page(
    std::string_view name, const Object& data, Object layout, const Wording& words
) const
{
    const auto* title = data.find("title");
    ensure(title != nullptr, "a page has a title");
    layout.set("title", *title);
    const auto* has_problems = data.find("has_problems");
    layout.set("has_problems", has_problems != nullptr ? *has_problems : Node{false});
    layout.set("content_markup", render(name, data, words));
    layout.set("style_markup", Markup(Assets::embedded().style()));
    return render("layout", layout, words).str();
}

} // namespace tiendo::web::view
