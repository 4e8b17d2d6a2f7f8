#include "documents/package/xlsx_element_stream.hpp"

#include <algorithm>
#include <utility>

namespace tiendo::documents {
namespace {

constexpr auto none = std::string::npos;
/// Before the first element stand widths, views and the like.
constexpr std::size_t head_max = std::size_t{4} << 20;
/// More than a tag of ours is long.
constexpr std::size_t tag_max = 64;

Error broken()
{
    return refuse(Refusal::unreadable, "file.broken_xlsx");
}

bool ends_name(char c)
{
    return std::string_view(" >/\t\r\n").find(c) != std::string_view::npos;
}

} // namespace

XlsxElementStream::XlsxElementStream(std::string_view parent, std::string_view element, Use use)
    : parent_(parent), element_(element), use_(std::move(use))
{
}

Result<Done> XlsxElementStream::take(std::string_view piece)
{
    if (is_complete_) return done;
    pending_ += piece;
    if (!had_element_ && pending_.find("<!DOCTYPE") != none)
        return refuse(Refusal::unreadable, "file.bomb");
    if (!knows_root_ && !find_root()) return pending_.size() > head_max ? broken() : Result(done);
    return use_elements();
}

/// The first element that is no declaration tells the prefix of all names.
bool XlsxElementStream::find_root()
{
    auto root = pending_.find('<');
    while (root != none && root + 1 < pending_.size() &&
           (pending_[root + 1] == '?' || pending_[root + 1] == '!'))
        root = pending_.find('<', root + 1);
    const auto end = root == none ? none : pending_.find_first_of(" >/\t\r\n", root);
    if (end == none) return false;
    const auto name = pending_.substr(root + 1, end - root - 1);
    const auto colon = name.find(':');
    if (colon != none) prefix_ = name.substr(0, colon + 1);
    knows_root_ = true;
    return true;
}

std::size_t XlsxElementStream::find_open(std::string_view name, std::size_t from) const
{
    const auto open = "<" + prefix_ + std::string(name);
    for (auto at = pending_.find(open, from); at != none; at = pending_.find(open, at + 1)) {
        const auto after = at + open.size();
        if (after < pending_.size() && ends_name(pending_[after])) return at;
    }
    return none;
}

/// One past the element that starts there; none while its end has not come.
std::size_t XlsxElementStream::end_of(std::size_t start) const
{
    const auto tag_end = pending_.find('>', start);
    if (tag_end == none) return none;
    if (pending_[tag_end - 1] == '/') return tag_end + 1;
    const auto close = "</" + prefix_ + element_ + ">";
    const auto end = pending_.find(close, std::max(tag_end, searched_));
    return end == none ? none : end + close.size();
}

Result<Done> XlsxElementStream::use_elements()
{
    const auto close = "</" + prefix_ + parent_ + ">";
    std::size_t at = 0;
    for (;;) {
        const auto start = find_open(element_, at);
        if (pending_.substr(at, start == none ? none : start - at).find(close) != none ||
            (start == none && !had_element_ && parent_is_empty())) {
            is_complete_ = true;
            pending_.clear();
            return done;
        }
        if (start == none) break;
        const auto end = end_of(start);
        if (end == none) {
            pending_.erase(0, start);
            searched_ = pending_.size() > tag_max ? pending_.size() - tag_max : 0;
            had_element_ = true;
            return done;
        }
        TRY(use_one(std::string_view(pending_).substr(start, end - start)));
        had_element_ = true;
        at = end;
        searched_ = 0;
    }
    if (!had_element_) return pending_.size() > head_max ? broken() : Result(done);
    // What is left may hold the beginning of a tag.
    pending_.erase(0, std::max(at, pending_.size() - std::min(pending_.size(), tag_max)));
    return done;
}

bool XlsxElementStream::parent_is_empty() const
{
    const auto open = find_open(parent_, 0);
    if (open == none) return false;
    const auto end = pending_.find('>', open);
    return end != none && pending_[end - 1] == '/';
}

Result<Done> XlsxElementStream::use_one(std::string_view text)
{
    const auto parsed = parsed_.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_fragment
    );
    if (!parsed) return broken();
    return use_(parsed_.first_child());
}

} // namespace tiendo::documents
