#pragma once

#include "documents/text/document_text.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// A document cut into the parts that Decree 30/2020 gives it.
struct Parts {
    std::vector<Paragraph> letterhead{}; ///< above the name of the type
    std::string type{};                  ///< "KH", "QĐ" ...; empty where no type stands there
    std::vector<Paragraph> title{};
    std::vector<Paragraph> preamble{}; ///< up to the first section
    std::vector<Block> body{};         ///< sections, with the annexes behind the signature
    std::vector<Paragraph> tail{};     ///< recipients and signature
    bool plan_attached = false;        ///< a decision with the plan behind it
};

Parts parts_of(const DocumentText& document);

/// "TM.", "KT. CHỦ TỊCH", "HIỆU TRƯỞNG": what a line of the signature block is, or empty.
std::string signature_role(const std::string& text);

} // namespace tiendo::documents
