#pragma once

#include "documents/text/document_text.hpp"
#include "documents/text/label.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// What a part of the plan is about, as its heading says.
enum class SectionKind {
    none,
    purpose,
    results,
    objectives,
    general,
    tasks,
    duties,
    budget,
    reports,
    schedule
};

/// One paragraph or table in its place below its heading.
struct Node {
    std::string text{}; ///< without its label
    Label label{};
    LineRange lines{};
    const Table* table = nullptr;
    int bold_percent = 0;
    SectionKind section = SectionKind::none; ///< set by classify_sections
    std::vector<Node> children{};

    bool is_leaf() const { return children.empty() && table == nullptr; }
    bool ends_with_colon() const { return text.ends_with(':'); }
};

/// The tree that the labels of the blocks describe; the root has no text.
Node outline_of(const std::vector<Block>& blocks);

/// Bytes of the inline heading of "Tuyên truyền: Tổ chức các ..."; npos where there is none.
std::size_t inline_heading_end(const std::string& text);

} // namespace tiendo::documents
