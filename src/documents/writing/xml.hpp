#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// "w:val" = "centre". The value is escaped when the element is made.
struct Attribute {
    Attribute(std::string_view attribute_name, std::string_view text)
        : name(attribute_name), value(text)
    {
    }
    Attribute(std::string_view attribute_name, const char* text) : name(attribute_name), value(text)
    {
    }
    Attribute(std::string_view attribute_name, int number)
        : name(attribute_name), value(std::to_string(number))
    {
    }

    std::string_view name;
    std::string value;
};

/// A piece of well-formed XML. It grows out of element() and characters() alone, and these escape
/// what they are given: text from outside can never become mark-up.
class Xml {
public:
    Xml() = default;

    Xml& operator+=(const Xml& next);
    friend Xml operator+(Xml first, const Xml& second) { return first += second; }

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    explicit Xml(std::string text) : text_(std::move(text)) {}
    friend Xml
    element(std::string_view name, std::initializer_list<Attribute> attributes, const Xml& content);
    friend Xml characters(std::string_view text);

    std::string text_;
};

/// Names are literals of the program and are taken as they are.
Xml element(
    std::string_view name, std::initializer_list<Attribute> attributes = {}, const Xml& content = {}
);

/// Characters that XML 1.0 forbids are left out; bytes that are no UTF-8 become U+FFFD.
Xml characters(std::string_view text);

/// The file of an XML document: the declaration and its root element.
std::string xml_file(const Xml& root);

} // namespace tiendo::documents
