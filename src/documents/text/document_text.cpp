#include "documents/text/document_text.hpp"

#include "base/text.hpp"

namespace tiendo::documents {

int line_holding(const DocumentText& document, LineRange lines, const std::string& words)
{
    if (lines.first == lines.last) return lines.first;
    for (const auto& source : document.source) {
        if (source.number < lines.first || source.number > lines.last) continue;
        if (to_nfc(source.text).find(words) != std::string::npos) return source.number;
    }
    return lines.first;
}

} // namespace tiendo::documents
