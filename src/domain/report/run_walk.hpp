#pragma once

#include "domain/report/official_document.hpp"

#include <string>
#include <string_view>

namespace tiendo {

/// The source of the hour at which a report was made: it is another each time and no change.
inline constexpr std::string_view clock_source = "clock";

/// Calls `use` with each computed run of the document and the place it stands in: the key of its
/// paragraph, "body" for the tables of the body, the label of the annex for those of an annex.
template <class Document, class Use> void each_number(Document& document, Use&& use)
{
    const auto in_runs = [&](auto& runs, const std::string& scope) {
        for (auto& run : runs) {
            if (!run.source.empty()) use(scope, run);
        }
    };
    const auto in_blocks = [&](auto& blocks, const std::string& scope) {
        for (auto& block : blocks) {
            if (auto* paragraph = std::get_if<Paragraph>(&block)) {
                in_runs(paragraph->runs, paragraph->key);
            } else if (auto* table = std::get_if<Table>(&block)) {
                for (auto& row : table->rows) {
                    for (auto& cell : row.cells)
                        in_runs(cell, scope);
                }
            }
        }
    };
    in_blocks(document.body, "body");
    for (auto& annex : document.annexes)
        in_blocks(annex.blocks, annex.label);
}

} // namespace tiendo
