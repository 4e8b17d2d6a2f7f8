#include "web/views/paper.hpp"

#include "web/views/html_builder.hpp"

namespace tiendo::web::view {
namespace {

class PaperWriter {
public:
    PaperWriter(const OfficialDocument& document, const PaperMargins& margins, const Wording& words)
        : document_(document), margins_(margins), words_(words),
          official_(words.messages(), Language::vietnamese)
    {
    }

    Markup write()
    {
        html_.raw("<article class=\"paper\" lang=\"vi\">");
        head();
        blocks(document_.body);
        foot();
        html_.raw("</article>");
        for (const auto& annex : document_.annexes)
            write_annex(annex);
        return html_.done();
    }

private:
    void line(std::string_view text) { html_.raw("<p>").text(text).raw("</p>"); }
    void strong_line(std::string_view text)
    {
        html_.raw("<p><strong>").text(text).raw("</strong></p>");
    }

    void head()
    {
        if (!document_.mark.empty())
            html_.raw("<p class=\"paper-mark\">").text(document_.mark).raw("</p>");
        html_.raw("<div class=\"paper-head\"><div>");
        line(document_.superior);
        strong_line(document_.issuer);
        line(official_.text(
            "paper.number", {{"number", document_.number}, {"symbol", document_.symbol}}
        ));
        html_.raw("</div><div>");
        strong_line(official_.text("paper.national_title"));
        strong_line(official_.text("paper.motto"));
        html_.raw("<p><em>").text(place_and_date()).raw("</em></p></div></div>");
        html_.raw("<p class=\"centre\"><strong>").text(document_.type_name).raw("</strong></p>");
        html_.raw("<p class=\"centre\"><strong>").text(document_.subject).raw("</strong></p>");
        if (document_.addressees.empty()) return;
        html_.raw("<p class=\"centre\">").text(official_.text("paper.addressed_to")).raw(" ");
        for (std::size_t i = 0; i < document_.addressees.size(); ++i) {
            if (i > 0) html_.raw(";<br>");
            html_.text(document_.addressees[i]);
        }
        html_.raw(".</p>");
    }

    std::string place_and_date() const
    {
        if (!document_.date)
            return official_.text("paper.place_without_date", {{"place", document_.place}});
        return official_.text(
            "paper.place_and_date",
            {{"place", document_.place},
             {"day", vietnamese_date(*document_.date).substr(0, 2)},
             {"month", vietnamese_date(*document_.date).substr(3, 2)},
             {"year", std::to_string(static_cast<int>(document_.date->year()))}}
        );
    }

    void blocks(const std::vector<Block>& blocks)
    {
        bool in_list = false;
        for (const auto& block : blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block);
            const bool bulleted = paragraph != nullptr && paragraph->bulleted;
            if (bulleted != in_list) {
                if (bulleted)
                    html_.raw("<ul class=\"paper-list\">");
                else
                    html_.raw("</ul>");
                in_list = bulleted;
            }
            if (paragraph != nullptr)
                write_paragraph(*paragraph);
            else if (const auto* heading = std::get_if<Heading>(&block))
                write_heading(*heading);
            else
                table(std::get<Table>(block));
        }
        if (in_list) html_.raw("</ul>");
    }

    void write_heading(const Heading& heading)
    {
        if (heading.level == 1)
            html_.raw("<h2 id=\"");
        else
            html_.raw("<h3 id=\"");
        html_.text(heading_id(++headings_)).raw("\">");
        html_.text(heading.label).raw(" ").text(heading.text);
        if (heading.level == 1)
            html_.raw("</h2>");
        else
            html_.raw("</h3>");
    }

    void write_paragraph(const Paragraph& paragraph)
    {
        if (paragraph.bulleted)
            html_.raw("<li>");
        else
            html_.raw("<p>");
        runs(paragraph.runs);
        if (!paragraph.bulleted) html_.raw("</p>");
        if (margins_.below && !paragraph.key.empty()) html_.add(margins_.below(paragraph));
        if (paragraph.bulleted) html_.raw("</li>");
    }

    void runs(const Runs& runs)
    {
        for (const auto& run : runs) {
            if (run.bold) html_.raw("<strong>");
            const auto address = run.source.empty() ? std::string{} : margins_.link(run.source);
            if (address.empty())
                html_.text(run.text);
            else
                number(run, address);
            if (run.bold) html_.raw("</strong>");
        }
    }

    void number(const Run& run, const std::string& address)
    {
        if (!run.before.empty()) {
            html_.raw("<span class=\"changed\" title=\"")
                .text(words_.text(
                    "paper.was", {{"before", run.before}, {"since", margins_.changed_since}}
                ))
                .raw("\">");
        }
        html_.raw("<a class=\"figure\" href=\"")
            .text(address)
            .raw("\">")
            .text(run.text)
            .raw("</a>");
        if (!run.before.empty()) {
            html_.raw(" <del>").text(run.before).raw("</del></span>");
        }
    }

    void table(const Table& table)
    {
        html_.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .text(
                table.caption.empty()
                    ? words_.text("paper.table", {{"number", std::to_string(++tables_)}})
                    : table.caption
            )
            .raw("\"><table><thead><tr>");
        for (const auto& column : table.columns)
            html_.raw("<th scope=\"col\">").text(column.title).raw("</th>");
        html_.raw("</tr></thead><tbody>");
        for (const auto& row : table.rows)
            table_row(table, row);
        html_.raw("</tbody></table></div>");
    }

    void table_row(const Table& table, const TableRow& row)
    {
        html_.raw("<tr>");
        if (row.group) {
            html_.raw("<th scope=\"colgroup\" colspan=\"")
                .number(static_cast<long long>(table.columns.size()))
                .raw("\">");
            if (!row.cells.empty()) runs(row.cells.front());
            html_.raw("</th></tr>");
            return;
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool right =
                i < table.columns.size() && table.columns[i].alignment == Alignment::right;
            if (right)
                html_.raw("<td class=\"number\">");
            else
                html_.raw("<td>");
            runs(row.cells[i]);
            html_.raw("</td>");
        }
        html_.raw("</tr>");
    }

    void foot()
    {
        html_.raw("<div class=\"paper-foot\"><div><p><strong><em>")
            .text(official_.text("paper.recipients"))
            .raw("</em></strong></p>");
        for (const auto& recipient : document_.recipients)
            html_.raw("<p>- ").text(recipient).raw(";</p>");
        if (!document_.file_copy.empty()) html_.raw("<p>- ").text(document_.file_copy).raw(".</p>");
        html_.raw("</div><div class=\"centre\">");
        for (const auto& signing : document_.signing)
            strong_line(signing);
        strong_line(document_.signer_name);
        html_.raw("</div></div>");
    }

    void write_annex(const Annex& annex)
    {
        html_.raw("<article class=\"paper paper-wide\" lang=\"vi\" id=\"")
            .text(annex_id(++annexes_))
            .raw("\"><p class=\"centre\"><strong>")
            .text(annex.label)
            .raw("</strong></p><p class=\"centre\"><strong>")
            .text(annex.title)
            .raw("</strong></p>");
        blocks(annex.blocks);
        html_.raw("</article>");
    }

    const OfficialDocument& document_;
    const PaperMargins& margins_;
    const Wording& words_;
    int headings_ = 0;
    int annexes_ = 0;
    int tables_ = 0;   ///< without a caption: two regions may not have one name
    Wording official_; ///< an official document is in Vietnamese, whoever reads the page
    Html html_;
};

} // namespace

std::string heading_id(int number)
{
    return "muc-" + std::to_string(number);
}

std::string annex_id(int number)
{
    return "phu-luc-" + std::to_string(number);
}

Markup paper(const OfficialDocument& document, const PaperMargins& margins, const Wording& words)
{
    return PaperWriter(document, margins, words).write();
}

} // namespace tiendo::web::view
