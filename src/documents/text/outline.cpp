#include "documents/text/outline.hpp"

#include "documents/text/pieces.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <map>

namespace tiendo::documents {

namespace {

constexpr int rank_annex = -1;
constexpr int rank_roman = 3;
constexpr int rank_inner_number = 9;
constexpr int rank_bullet = 20;
constexpr int rank_bare_heading = 15;
constexpr std::size_t heading_bytes_max = 220;

/// How deep a label stands, before the habits of the document are known.
int rank_of(const Label& label, bool capital_outside)
{
    switch (label.kind) {
    case LabelKind::part:
        return 0;
    case LabelKind::article:
    case LabelKind::division:
        return 1;
    case LabelKind::capital:
        return capital_outside ? 2 : 4;
    case LabelKind::roman:
        return rank_roman;
    case LabelKind::decimal:
        return 4 + static_cast<int>(label.numbers.size());
    case LabelKind::letter:
        return 10;
    case LabelKind::bullet:
        return rank_bullet;
    case LabelKind::none:
        break;
    }
    return rank_bare_heading;
}

struct Open {
    Node* node;
    int rank;
    char bullet;
};

class Builder {
public:
    Builder(Node& root, bool capital_outside) : root_(root), capital_outside_(capital_outside) {}

    void add(Node node, bool bullets_follow)
    {
        if (node.label.kind == LabelKind::none) {
            add_bare(std::move(node), bullets_follow);
        } else if (node.label.kind == LabelKind::bullet) {
            add_bullet(std::move(node));
        } else if (is_inner_number(node.label)) {
            add_inner_number(std::move(node));
        } else {
            const auto rank = rank_of(node.label, capital_outside_);
            close_to(rank);
            open(std::move(node), rank);
        }
    }

private:
    Node& top() { return open_.empty() ? root_ : *open_.back().node; }

    void close_to(int rank)
    {
        while (!open_.empty() && open_.back().rank >= rank)
            open_.pop_back();
    }

    void open(Node node, int rank)
    {
        const auto bullet = node.label.bullet;
        auto& children = top().children;
        children.push_back(std::move(node));
        open_.push_back({&children.back(), rank, bullet});
    }

    auto open_bullet(char bullet)
    {
        return std::find_if(open_.begin(), open_.end(), [&](const Open& o) {
            return o.bullet == bullet;
        });
    }

    /// "(1)" and "1)" where a list of another kind is open: below "2." or "a)".
    bool is_inner_number(const Label& label)
    {
        if (label.kind != LabelKind::decimal || label.bullet == 0) return false;
        if (open_bullet(label.bullet) != open_.end()) return true;
        // "(6)" below "2." goes on from "(5)" below "1.".
        const auto last = last_inner_.find(label.bullet);
        const bool goes_on = last != last_inner_.end() && label.numbers.front() == last->second + 1;
        return (label.numbers.front() == 1 || goes_on) &&
               std::any_of(open_.begin(), open_.end(), [](const Open& o) {
                   return o.rank > rank_roman && o.rank < rank_bullet && o.bullet == 0;
               });
    }

    void add_inner_number(Node node)
    {
        last_inner_[node.label.bullet] = node.label.numbers.front();
        const auto same = open_bullet(node.label.bullet);
        const auto outer = open_.empty() ? 0 : open_.back().rank + 1;
        const auto rank = same != open_.end() ? same->rank : std::max(rank_inner_number, outer);
        open_.erase(same, open_.end());
        open(std::move(node), rank);
    }

    void add_bullet(Node node)
    {
        open_.erase(open_bullet(node.label.bullet), open_.end());
        const auto rank = std::max(rank_bullet, open_.empty() ? 0 : open_.back().rank + 1);
        open(std::move(node), rank);
    }

    /// A paragraph without a label belongs to the heading above the bullets, unless it is one.
    void add_bare(Node node, bool bullets_follow)
    {
        const bool upper = node.table == nullptr && is_upper_case(node.text) &&
                           node.text.size() < heading_bytes_max;
        if (node.table == nullptr && begins_annex(node.text)) {
            open_.clear();
            open(std::move(node), rank_annex);
            return;
        }
        if (upper && !open_.empty() && open_.back().node->text.empty()) {
            open_.back().node->text = node.text; // "PHẦN THỨ NHẤT" / "MỤC TIÊU"
            open_.back().node->lines.last = node.lines.last;
            return;
        }
        if (upper) {
            close_to(open_.empty() || open_.front().rank > rank_annex ? 3 : 0);
            open(std::move(node), 3);
            return;
        }
        const bool closed = !node.text.empty() && std::string_view(".;,").find(node.text.back()) !=
                                                      std::string_view::npos;
        const bool bold = node.bold_percent > 80 && !closed;
        const bool heading = node.table == nullptr && node.text.size() < heading_bytes_max &&
                             !closed && (bullets_follow || bold);
        close_to(heading ? rank_bare_heading : rank_bare_heading + 1);
        if (!heading && node.table == nullptr && !open_.empty() &&
            open_.back().rank == rank_bare_heading && open_.back().node->ends_with_colon() &&
            !open_.back().node->is_leaf()) {
            open_.pop_back(); // the lead-in's list is over
        }
        if (heading) {
            open(std::move(node), rank_bare_heading);
        } else {
            top().children.push_back(std::move(node));
        }
    }

    Node& root_;
    bool capital_outside_;
    std::vector<Open> open_;
    std::map<char, int> last_inner_; ///< the last number in each kind of brackets
};

/// "A." stands over "I." where a first Roman number follows a capital, in whichever part of the
/// document, or where capitals are all that there is.
bool capital_before_roman(const std::vector<Block>& blocks)
{
    bool after_capital = false;
    bool capitals = false;
    bool romans = false;
    for (const auto& block : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) continue;
        const auto label = label_of(paragraph->text);
        if (label.kind == LabelKind::none || label.kind == LabelKind::bullet) continue;
        const bool roman = label.kind == LabelKind::roman;
        if (roman && after_capital && label.numbers.front() == 1) return true;
        after_capital = label.kind == LabelKind::capital;
        capitals = capitals || (after_capital && !romans);
        romans = romans || roman;
    }
    return capitals;
}

bool is_bullet(const Block& block)
{
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && label_of(paragraph->text).kind == LabelKind::bullet;
}

Node node_of(const Block& block)
{
    Node node;
    if (const auto* table = std::get_if<Table>(&block)) {
        node.table = table;
        if (!table->rows.empty())
            node.lines = {table->rows.front().lines.first, table->rows.back().lines.last};
        return node;
    }
    const auto& paragraph = std::get<Paragraph>(block);
    node.label = label_of(paragraph.text);
    node.text = paragraph.text.substr(node.label.length);
    // "- + Trang ...": a second sign behind the first means nothing.
    if (node.label.kind == LabelKind::bullet) {
        const auto second = label_of(node.text);
        if (second.kind == LabelKind::bullet) node.text.erase(0, second.length);
    }
    node.lines = paragraph.lines;
    node.bold_percent = paragraph.bold_percent;
    return node;
}

} // namespace

Node outline_of(const std::vector<Block>& blocks)
{
    Node root;
    Builder builder(root, capital_before_roman(blocks));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        builder.add(node_of(blocks[i]), i + 1 < blocks.size() && is_bullet(blocks[i + 1]));
    }
    return root;
}

std::size_t inline_heading_end(const std::string& text)
{
    const auto colon = text.find(": ");
    return colon != std::string::npos && colon < heading_bytes_max ? colon : std::string::npos;
}

} // namespace tiendo::documents
