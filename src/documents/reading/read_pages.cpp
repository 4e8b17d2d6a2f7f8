#include "documents/reading/read_pages.hpp"

#include "base/text.hpp"
#include "documents/reading/page_labels.hpp"
#include "documents/reading/page_lines.hpp"
#include "documents/reading/page_pieces.hpp"
#include "documents/reading/page_tables.hpp"
#include "documents/reading/page_widths.hpp"
#include "documents/reading/unseen_layer.hpp"
#include "documents/text/label.hpp"
#include "documents/text/pieces.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <cmath>

namespace tiendo::documents {

namespace {

constexpr double indent_min = 8; ///< points right of the margin
constexpr double same_left = 2;
constexpr double gap_share = 1.25;
constexpr std::size_t head_lines_min = 2;

/// What is read from one page: its lines without those of tables, and the tables.
struct PageContent {
    std::vector<PageLine> lines{};
    std::vector<PageTable> tables{};
    bool is_recognised = false;
    int number = 0; ///< from 1 on
    double width = 0;
    double left = 0;      ///< of the text
    double right = 0;     ///< likewise
    double pitch = 0;     ///< from line to line inside a paragraph
    bool indents = false; ///< paragraphs begin further right than they go on
};

double share_of(std::vector<double> values, std::size_t percent)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) * percent / 100];
}

void measure(PageContent& page)
{
    constexpr std::size_t words_min = 5; // shorter lines say nothing about the margins
    std::vector<double> lefts;
    std::vector<double> rights;
    std::vector<double> pitches;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const auto& line = page.lines[i];
        if (line.words.size() >= words_min) {
            lefts.push_back(line.box.left);
            rights.push_back(line.box.right);
        }
        if (i > 0) pitches.push_back(line.box.middle() - page.lines[i - 1].box.middle());
    }
    page.left = share_of(lefts, 10);
    const auto indented =
        std::ranges::count_if(lefts, [&](double left) { return left > page.left + indent_min; });
    const auto lines = static_cast<std::ptrdiff_t>(lefts.size());
    page.indents = indented * 5 >= lines && (lines - indented) * 5 >= lines;
    page.right = share_of(rights, 95);
    page.pitch = share_of(pitches, 25);
}

/// Dust and scratches that were taken for signs.
void drop_dust(PageLayout& page)
{
    constexpr int confidence_min = 70;
    std::erase_if(page.words, [](const PageWord& word) {
        return word.confidence < confidence_min && is_sign(word) && word.text != "-";
    });
}

PageContent content_of(PageLayout page, int number)
{
    drop_dust(page);
    if (page.is_recognised) {
        doubt_wide_numbers(page.words);
        mend_words(page.words);
    }
    PageContent content;
    content.number = number;
    content.width = page.width;
    content.is_recognised = page.is_recognised;
    content.tables = take_ruled_tables(page);
    content.lines = lines_of(std::move(page.words), number);
    return content;
}

class PageReader {
public:
    explicit PageReader(PieceMaker& maker) : maker_(maker) {}

    void read(const PageContent& page)
    {
        auto first = std::size_t{0};
        if (!body_begun_) first = read_head(page);
        const auto aligned = aligned_tables(page.lines, columns_);
        columns_.clear();
        auto next_table = std::size_t{0};
        for (auto i = first; i < page.lines.size();) {
            const auto& line = page.lines[i];
            for (; next_table < page.tables.size(); ++next_table) {
                if (page.tables[next_table].box.top >= line.box.top) break;
                add_table(page.tables[next_table].table, page.tables[next_table].places, page);
            }
            const auto drawn = std::ranges::find(aligned, i, &AlignedTable::first);
            if (drawn != aligned.end() && !tail_open_) {
                add_table(drawn->table, drawn->places, page);
                i = drawn->end;
                if (i == page.lines.size()) columns_ = drawn->columns;
                continue;
            }
            i = read_line(page, i);
        }
        for (; next_table < page.tables.size(); ++next_table)
            add_table(page.tables[next_table].table, page.tables[next_table].places, page);
        flush_tail_lines(page);
        page_begins_ = true;
    }

    void finish() { pour_tail(); }

private:
    void add_table(const Table& table, const std::vector<RowPlace>& places, const PageContent& page)
    {
        pour_tail();
        maker_.add_table(table, places, page.number);
        last_.reset();
    }

    /// Letterhead and motto stand in two columns above the name of the type, or of a title that
    /// has none: as many lines as leave room between the columns.
    std::size_t read_head(const PageContent& page)
    {
        std::size_t end = 0;
        while (end < page.lines.size() && !is_type_name(page.lines[end].text) &&
               label_of(page.lines[end].text).kind != LabelKind::roman)
            ++end;
        body_begun_ = true;
        if (end == page.lines.size()) return 0;
        const auto begin = page.lines.begin();
        for (auto lines = end; lines >= head_lines_min; --lines) {
            const std::vector<PageLine> head{begin, begin + static_cast<std::ptrdiff_t>(lines)};
            const auto gutter = gutter_between(head, page.width);
            if (!gutter) continue;
            add_columns(head, *gutter, page.number);
            return lines;
        }
        for (std::size_t i = 0; i < end; ++i)
            maker_.add_apart(page.lines[i]);
        return end;
    }

    void add_columns(const std::vector<PageLine>& lines, double gutter, int page)
    {
        std::vector<PageWord> left;
        std::vector<PageWord> right;
        for (const auto& line : lines) {
            for (const auto& word : line.words)
                (word.box.centre() < gutter ? left : right).push_back(word);
        }
        for (const auto& line : lines_of(std::move(left), page))
            maker_.add_apart(line);
        for (const auto& line : with_whole_sentences(lines_of(std::move(right), page)))
            maker_.add_apart(line);
    }

    /// In a narrow column motto and date go on below.
    static std::vector<PageLine> with_whole_sentences(std::vector<PageLine> lines)
    {
        for (std::size_t i = 1; i < lines.size();) {
            auto& before = lines[i - 1];
            if (!is_cut_in_motto(before.text, lines[i].text) &&
                !is_cut_in_date(before.text, lines[i].text)) {
                ++i;
                continue;
            }
            before.text += " " + lines[i].text;
            before.box = around(before.box, lines[i].box);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
        }
        return lines;
    }

    /// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT" over "NAM".
    static bool is_cut_in_motto(const std::string& line, const std::string& next)
    {
        const auto key = search_key(line);
        return key.starts_with("cong hoa xa hoi") && !key.ends_with("viet nam") &&
               search_key(next).ends_with("nam");
    }

    /// "Cẩm Giang, ngày 15 tháng 01 năm" over "2024".
    static bool is_cut_in_date(const std::string& line, const std::string& next)
    {
        const Words words{line};
        const Words more{next};
        const auto is_part = [](const Words& of, std::size_t i) {
            return of.is(i, "ngày") || of.is(i, "tháng") || of.is(i, "năm");
        };
        bool names_day = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            names_day = names_day || words.is(i, "ngày");
            if (words.is(i, "năm") && words.is_number(i + 1)) return false;
        }
        return names_day && (more.is_number(0) || is_part(more, 0));
    }

    std::size_t read_line(const PageContent& page, std::size_t i)
    {
        const auto& line = page.lines[i];
        if (!tail_open_ && begins_recipients_line(page, i)) {
            tail_open_ = true;
            take_back_beside(page, i);
        }
        if (tail_open_ && (is_type_name(line.text) || begins_annex(line.text))) {
            flush_tail_lines(page);
            pour_tail();
        }
        if (tail_open_) {
            tail_lines_.push_back(line);
            return i + 1;
        }
        add_body_line(page, i);
        return i + 1;
    }

    /// "Nơi nhận:" may have "TM. ỦY BAN NHÂN DÂN" to its right on the same line.
    static bool begins_recipients_line(const PageContent& page, std::size_t i)
    {
        const auto& line = page.lines[i];
        if (begins_recipients(line.text)) return true;
        return begins_recipients(cut_at(line, page.width / 2).first.text) ||
               (line.words.size() > 2 &&
                begins_recipients(line.words[0].text + " " + line.words[1].text) &&
                line.words[2].box.left - line.words[1].box.right > line.box.height());
    }

    /// The signature block begins a little higher than the recipients on some papers.
    void take_back_beside(const PageContent& page, std::size_t i)
    {
        if (i == 0 || maker_.pieces.empty()) return;
        const auto& above = page.lines[i - 1];
        const bool beside = above.box.left > page.width * 0.4 &&
                            page.lines[i].box.top - above.box.bottom < above.box.height() / 2 &&
                            is_upper_case(above.text);
        if (!beside) return;
        maker_.take_back();
        tail_lines_.push_back(above);
    }

    void add_body_line(const PageContent& page, std::size_t i)
    {
        const auto& line = page.lines[i];
        bool fills = false;
        if (last_) {
            fills = is_full(last_->line, line, last_->right - 2);
            const auto distance = line.box.middle() - last_->line.box.middle();
            if (!page_begins_ && distance > page.pitch * gap_share + 1) fills = false;
        }
        const bool indented = line.box.left > page.left + indent_min;
        const auto further = last_ ? line.box.left - last_->line.box.left : 0;
        const bool begins =
            indented && further > indent_min && label_of(last_->line.text).kind == LabelKind::none;
        // Where wrapped lines go back to the margin, one below a beginning begins, too.
        const bool below_beginning =
            fills && indented && page.indents && !page_begins_ && std::abs(further) < same_left;
        const bool goes_on = fills && !below_beginning;
        maker_.add_line(line, !fills || begins, goes_on, indented);
        maker_.pieces.back().at_margin = page.indents && !indented;
        last_ = Last{line, page.right};
        page_begins_ = false;
    }

    void flush_tail_lines(const PageContent& page)
    {
        const auto gutter = gutter_between(tail_lines_, page.width);
        for (const auto& line : tail_lines_) {
            auto [left, right] = cut_at(line, gutter.value_or(page.width));
            if (page.is_recognised) {
                left.text = mended_tail_line(left.text);
                // Nothing but dust stands before a name or a post.
                right.text = mended_tail_line(right.text);
                if (right.text.starts_with("- ")) right.text.erase(0, 2);
                for (auto* part : {&left, &right})
                    if (is_sign(PageWord{part->text})) part->text.clear();
            }
            if (!left.text.empty()) tail_left_.push_back(std::move(left));
            if (!right.text.empty()) tail_right_.push_back(std::move(right));
        }
        tail_lines_.clear();
    }

    /// The recipients, then the signature beside them.
    void pour_tail()
    {
        if (!tail_open_) return;
        for (const auto& line : with_whole_items(tail_left_))
            maker_.add_apart(line);
        for (const auto& line : tail_right_)
            maker_.add_apart(line);
        tail_left_.clear();
        tail_right_.clear();
        tail_open_ = false;
        last_.reset();
    }

    /// A recipient's name that needed two lines.
    static std::vector<PageLine> with_whole_items(const std::vector<PageLine>& lines)
    {
        std::vector<PageLine> items;
        for (const auto& line : lines) {
            const auto kind = label_of(line.text).kind;
            const bool goes_on = !items.empty() && kind == LabelKind::none &&
                                 label_of(items.back().text).kind == LabelKind::bullet &&
                                 !items.back().text.ends_with(';') &&
                                 !items.back().text.ends_with('.');
            if (!goes_on) {
                items.push_back(line);
                continue;
            }
            auto& item = items.back();
            item.text += " " + line.text;
            item.box = around(item.box, line.box);
            item.words.insert(item.words.end(), line.words.begin(), line.words.end());
        }
        return items;
    }

    struct Last {
        PageLine line{};
        double right = 0;
    };

    PieceMaker& maker_;
    bool body_begun_ = false;
    bool page_begins_ = true;
    bool tail_open_ = false;
    std::optional<Last> last_;
    std::vector<double> columns_; ///< of a table that the page end may have cut
    std::vector<PageLine> tail_lines_;
    std::vector<PageLine> tail_left_;
    std::vector<PageLine> tail_right_;
};

} // namespace

DocumentText read_pages(std::vector<PageLayout> pages)
{
    std::vector<PageContent> contents;
    std::vector<std::vector<PageLine>> lines;
    std::vector<PictureSize> pictures;
    DocumentText document;
    const auto height = pages.empty() ? 0 : pages.front().height;
    for (auto& page : pages) {
        pictures.push_back(
            page.is_recognised ? PictureSize{page.width, page.height} : PictureSize{}
        );
        const auto number = static_cast<int>(contents.size()) + 1;
        if (!page.unseen_words.empty()) document.unseen_layers.push_back(compared(page, number));
        contents.push_back(content_of(std::move(page), number));
        lines.push_back(std::move(contents.back().lines));
    }
    drop_running_lines(lines, height);
    std::vector<PageLine*> recognised;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (!contents[i].is_recognised) continue;
        ++document.recognised_pages;
        for (auto& line : lines[i])
            recognised.push_back(&line);
    }
    LabelMender().mend(recognised);
    PieceMaker maker(document, std::move(pictures));
    PageReader reader(maker);
    for (std::size_t i = 0; i < contents.size(); ++i) {
        contents[i].lines = std::move(lines[i]);
        measure(contents[i]);
        reader.read(contents[i]);
    }
    reader.finish();
    join_pieces(std::move(maker.pieces), document);
    return document;
}

} // namespace tiendo::documents
