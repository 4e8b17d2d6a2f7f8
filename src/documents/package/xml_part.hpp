#pragma once

#include "base/result.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace tiendo::documents {

/// Parses one XML part of a package. Refuses file.broken_docx for what is no XML, and file.bomb for
/// a document type declaration and for nesting deeper than the limit: the readers recurse.
Result<pugi::xml_document> parse_xml_part(const std::string& bytes);

/// The part as it is written back after a change, with the declaration that the original had.
std::string written_xml(const pugi::xml_document& document, const std::string& original);

/// "w:" as this node's document spells it; often empty.
std::string prefix_of(const pugi::xml_node& node);

/// The name without its namespace prefix: "p" for "w:p".
std::string_view local_name(const pugi::xml_node& node);
/// The attribute of that local name, or "".
std::string_view attribute_of(const pugi::xml_node& node, std::string_view local);
/// The first child of that local name; an empty node where there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local);

} // namespace tiendo::documents
