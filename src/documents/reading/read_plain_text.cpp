#include "documents/reading/read_plain_text.hpp"

#include "base/text.hpp"
#include "documents/reading/text_lines.hpp"
#include "documents/reading/text_tables.hpp"
#include "documents/text/label.hpp"
#include "documents/text/pieces.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

/// Lines up to this long were broken by a margin, longer ones by a paragraph mark.
constexpr std::size_t wrap_width_max = 130;

/// The width of the text where its lines are wrapped; 0 where a line is a paragraph.
std::size_t wrap_width(const std::vector<TextLine>& lines)
{
    std::vector<std::size_t> lengths;
    std::size_t adjacent = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text.empty() || lines[i].text.find('|') != std::string::npos) continue;
        lengths.push_back(lines[i].width);
        if (i > 0 && !lines[i - 1].text.empty()) ++adjacent;
    }
    if (lengths.size() < 8 || adjacent * 3 < lengths.size()) return 0;
    std::sort(lengths.begin(), lengths.end());
    const auto longest = lengths[lengths.size() - 1 - lengths.size() / 40];
    return longest >= 50 && longest <= wrap_width_max ? longest : 0;
}

std::size_t first_word_width(const std::string& text)
{
    return character_count(text.substr(0, text.find(' ')));
}

class Composer {
public:
    explicit Composer(std::size_t width) : width_(width) {}

    void add(const TextLine& line, std::string text)
    {
        if (is_page_number(text) && gap_) return;
        Piece piece;
        piece.block = Paragraph{std::move(text), {line.number, line.number}, line.bold ? 100 : 0};
        piece.gap_before = gap_;
        piece.indented = line.indent > last_indent_ + 1;
        const auto& paragraph = std::get<Paragraph>(piece.block);
        piece.fills_line =
            !gap_ && width_ > 0 &&
            last_width_ + 1 + first_word_width(paragraph.text) > width_ - width_ / 12;
        last_width_ = line.width;
        last_indent_ = line.indent;
        gap_ = false;
        pieces.push_back(std::move(piece));
    }

    void add(Table table)
    {
        pieces.push_back({Block{std::move(table)}, true, false, false});
        gap_ = true;
    }

    void leave_gap() { gap_ = true; }

    std::vector<Piece> pieces;

private:
    std::size_t width_;
    std::size_t last_width_ = 0;
    std::size_t last_indent_ = 0;
    bool gap_ = true;
};

/// The head and the signature block stand in two columns; the right one is read after the left one.
class Tail {
public:
    bool open() const { return open_; }
    void begin() { open_ = true; }

    void take(const TextLine& line)
    {
        auto [left, right] = columns_of(line);
        if (!left.empty()) left_.emplace_back(line, std::move(left));
        if (!right.empty()) right_.emplace_back(line, std::move(right));
    }

    void pour_into(Composer& composer)
    {
        composer.leave_gap();
        for (auto& [line, text] : left_)
            composer.add(line, std::move(text));
        composer.leave_gap();
        for (auto& [line, text] : right_)
            composer.add(line, std::move(text));
        left_.clear();
        right_.clear();
        open_ = false;
    }

private:
    bool open_ = false;
    std::vector<std::pair<TextLine, std::string>> left_;
    std::vector<std::pair<TextLine, std::string>> right_;
};

std::vector<Piece> compose(const std::vector<TextLine>& lines)
{
    Composer composer(wrap_width(lines));
    Tail tail;
    bool head = true;
    for (std::size_t i = 0; i < lines.size();) {
        const auto& line = lines[i];
        const auto [left, right] = columns_of(line);
        if (begins_recipients(left)) tail.begin();
        // Tabs set the signature beside the recipients.
        const bool columns = tail.open() && line.raw.find('|') == std::string::npos;
        if (auto table = columns ? std::nullopt : table_at(lines, i); table && !head) {
            if (tail.open()) tail.pour_into(composer);
            composer.add(std::move(table->table));
            i = table->end;
            continue;
        }
        ++i;
        if (line.text.empty() || is_rule(line.text)) {
            composer.leave_gap();
            continue;
        }
        if (tail.open() && (is_type_name(line.text) || begins_annex(line.text) ||
                            title_behind_type(line.text) > 0))
            tail.pour_into(composer);
        if (tail.open()) {
            tail.take(line);
        } else if (head && !right.empty()) {
            if (!left.empty()) composer.add(line, left);
            composer.add(line, right);
        } else {
            composer.add(line, line.text);
        }
        if (is_type_name(line.text) || title_behind_type(line.text) > 0 ||
            label_of(line.text).kind == LabelKind::roman)
            head = false;
    }
    if (tail.open()) tail.pour_into(composer);
    return std::move(composer.pieces);
}

} // namespace

Result<DocumentText> read_plain_text(std::string_view bytes)
{
    const auto decoded = TRY(decode_text(bytes));
    DocumentText document;
    document.old_letters = decoded.old_letters;
    const auto lines = text_lines(decoded.text, document.source);
    join_pieces(compose(lines), document);
    return document;
}

} // namespace tiendo::documents
