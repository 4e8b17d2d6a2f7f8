#include "documents/package/xml_part.hpp"

#include "documents/package/package_limits.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

bool is_too_deep(const pugi::xml_document& document)
{
    int depth = 0;
    pugi::xml_node node = document.first_child();
    while (node) {
        if (depth > PackageLimits::xml_depth_max) return true;
        if (const auto child = node.first_child()) {
            node = child;
            ++depth;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
            if (node == document) return false;
        }
        if (node) node = node.next_sibling();
    }
    return false;
}

/// The declaration with whatever stands before the root.
std::string before_root(const std::string& xml)
{
    for (auto at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
        if (at + 1 < xml.size() && xml[at + 1] != '?' && xml[at + 1] != '!')
            return xml.substr(0, at);
    }
    return {};
}

struct Text : pugi::xml_writer {
    void write(const void* data, std::size_t size) override
    {
        text.append(static_cast<const char*>(data), size);
    }
    std::string text;
};

} // namespace

Result<pugi::xml_document> parse_xml_part(const std::string& bytes)
{
    pugi::xml_document document;
    const auto parsed = document.load_buffer(
        bytes.data(),
        bytes.size(),
        pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata
    );
    if (!parsed) return refuse(Refusal::unreadable, "file.broken_docx");
    for (const auto& node : document.children()) {
        if (node.type() == pugi::node_doctype) return refuse(Refusal::unreadable, "file.bomb");
    }
    if (is_too_deep(document)) return refuse(Refusal::unreadable, "file.bomb");
    return document;
}

std::string written_xml(const pugi::xml_document& document, const std::string& original)
{
    Text written;
    written.text = before_root(original);
    document.save(written, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(written.text);
}

std::string prefix_of(const pugi::xml_node& node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? std::string{} : std::string(name.substr(0, colon + 1));
}

std::string_view local_name(const pugi::xml_node& node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view local)
{
    for (const auto& attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        const auto colon = name.find(':');
        if ((colon == std::string_view::npos ? name : name.substr(colon + 1)) == local)
            return attribute.value();
    }
    return {};
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local)
{
    for (const auto& child : node.children()) {
        if (local_name(child) == local) return child;
    }
    return {};
}

} // namespace tiendo::documents
