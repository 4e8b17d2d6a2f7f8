#pragma once

#include "documents/text/outline.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::documents {

/// Says for every node which kind of section it belongs to.
void classify_sections(Node& root);

/// "Mục tiêu 3: Trong đời sống gia đình" is {"mục tiêu", 3, "Trong đời sống gia đình"}.
struct NamedItem {
    std::string word{};
    std::optional<int> number{};
    std::string rest{};
};

/// "Mục tiêu 1: ...", "Chỉ tiêu: ...", "Nhiệm vụ 2. ..." at the start of an item.
std::optional<NamedItem> named_item(const std::string& text);

/// The heading without the colon or full stop behind it.
std::string heading_text(const std::string& text);

/// "hộ" of "Đơn vị tính: hộ" or "ĐVT: hộ" above a table; empty of any other text.
std::string unit_of_caption(const std::string& text);

/// A paragraph that is all in brackets says something about the list and is none of its items.
bool is_note(const std::string& text);

/// Last line of the node and all below it.
int last_line(const Node& node);

} // namespace tiendo::documents
