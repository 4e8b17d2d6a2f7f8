#include "documents/writing/xml.hpp"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace tiendo::documents {
namespace {

/// XML 1.0, production 2.
bool is_xml_character(UChar32 c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) ||
           (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

void append_utf8(std::string& out, std::uint32_t c)
{
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    for (std::int32_t i = 0; i < length; ++i) {
        out += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
    }
}

void append_escaped(std::string& out, UChar32 c)
{
    switch (c) {
    case '<':
        out += "&lt;";
        break;
    case '>':
        out += "&gt;";
        break;
    case '&':
        out += "&amp;";
        break;
    case '"':
        out += "&quot;";
        break;
    case '\t':
        out += "&#9;";
        break; // in an attribute it would be read as a space
    case '\n':
        out += "&#10;";
        break;
    case '\r':
        out += "&#13;";
        break;
    default:
        append_utf8(out, static_cast<std::uint32_t>(c));
    }
}

std::string escaped(std::string_view text)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    std::string out;
    out.reserve(text.size());
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0) c = 0xfffd;
        if (is_xml_character(c)) append_escaped(out, c);
    }
    return out;
}

} // namespace

Xml& Xml::operator+=(const Xml& next)
{
    text_ += next.text_;
    return *this;
}

Xml element(std::string_view name, std::initializer_list<Attribute> attributes, const Xml& content)
{
    std::string text{"<"};
    text += name;
    for (const auto& attribute : attributes) {
        text += ' ';
        text += attribute.name;
        text += "=\"" + escaped(attribute.value) + '"';
    }
    if (content.empty()) return Xml{text + "/>"};
    text += '>';
    text += content.text();
    text += "</";
    text += name;
    text += '>';
    return Xml{std::move(text)};
}

Xml characters(std::string_view text)
{
    return Xml{escaped(text)};
}

std::string xml_file(const Xml& root)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root.text() + "\n";
}

} // namespace tiendo::documents
