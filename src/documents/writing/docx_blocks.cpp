#include "documents/writing/docx_blocks.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "documents/writing/docx_table.hpp"

#include <array>

namespace tiendo::documents {
namespace {

constexpr std::array<std::string_view, 3> heading_styles{"Heading1", "Heading2", "Heading3"};

class BlockWriter {
public:
    BlockWriter(int width, Bookmarks& bookmarks, bool keep_next)
        : width_(width), bookmarks_(bookmarks), keep_next_(keep_next)
    {
    }

    Xml operator()(const Heading& heading) const
    {
        ensure(heading.level >= 1 && heading.level <= 3, "a heading has level 1, 2 or 3");
        const auto text = heading.level == 1 ? to_upper(heading.text) : heading.text;
        const auto style = heading_styles[static_cast<std::size_t>(heading.level) - 1];
        return paragraph(
            {.style = style}, heading.label.empty() ? text : heading.label + " " + text
        );
    }

    Xml operator()(const Paragraph& one) const
    {
        Xml runs;
        if (one.bulleted) runs += plain_run("- ");
        runs += runs_xml(one.runs, bookmarks_);
        return paragraph({.style = "BodyText", .keep_next = keep_next_}, runs);
    }

    Xml operator()(const Table& table) const
    {
        return ruled_table(table, width_, bookmarks_, keep_next_);
    }

private:
    int width_;
    Bookmarks& bookmarks_;
    bool keep_next_;
};

bool is_table(const Block& block)
{
    return std::holds_alternative<Table>(block);
}

} // namespace

Xml blocks_xml(const std::vector<Block>& blocks, int width, Bookmarks& bookmarks, bool keep_last)
{
    Xml result;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool last = i + 1 == blocks.size();
        result += std::visit(BlockWriter{width, bookmarks, keep_last && last}, blocks[i]);
        // Two tables without a paragraph between them would become one.
        if (!last && is_table(blocks[i])) result += paragraph({.style = "TableText"}, "");
    }
    return result;
}

} // namespace tiendo::documents
