#include "documents/reading/secrecy.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

/// A stamp stands among the first paragraphs.
constexpr std::size_t stamp_blocks_max = 30;

bool is_stamp(const std::string& text)
{
    static constexpr std::array<std::string_view, 3> stamps{"MẬT", "TỐI MẬT", "TUYỆT MẬT"};
    auto plain = squeeze(text);
    const auto is_frame = [](char c) {
        return std::string_view("()[]{}.:-*_|").find(c) != std::string_view::npos;
    };
    while (!plain.empty() && is_frame(plain.front()))
        plain.erase(0, 1);
    while (!plain.empty() && is_frame(plain.back()))
        plain.pop_back();
    plain = squeeze(plain);
    // Letters before Unicode have no marked capitals: "TUYệT MậT".
    if (std::ranges::none_of(plain, [](char c) { return c >= 'a' && c <= 'z'; }))
        plain = to_upper(plain);
    if (plain.starts_with("ĐỘ MẬT: ")) plain = plain.substr(std::string_view("ĐỘ MẬT: ").size());
    return std::find(stamps.begin(), stamps.end(), plain) != stamps.end();
}

} // namespace

bool is_secret(const DocumentText& document)
{
    if (std::ranges::any_of(document.margins, is_stamp)) return true;
    for (std::size_t i = 0; i < document.blocks.size() && i < stamp_blocks_max; ++i) {
        if (const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i])) {
            if (is_stamp(paragraph->text)) return true;
            continue;
        }
        for (const auto& row : std::get<Table>(document.blocks[i]).rows) {
            for (const auto& cell : row.cells) {
                for (const auto& line : split(cell.text, '\n')) {
                    if (is_stamp(line)) return true;
                }
            }
        }
    }
    return false;
}

} // namespace tiendo::documents
