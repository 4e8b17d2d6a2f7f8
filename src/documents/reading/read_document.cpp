#include "documents/reading/read_document.hpp"

#include "base/text.hpp"
#include "documents/reading/read_docx.hpp"
#include "documents/reading/read_plain_text.hpp"
#include "documents/reading/read_workbook.hpp"
#include "documents/text/label.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

constexpr std::size_t upload_bytes_max = std::size_t{25} << 20;
/// A stamp of secrecy stands above the text (Decree 26/2020/NĐ-CP), among the first paragraphs.
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
    if (plain.starts_with("ĐỘ MẬT: ")) plain = plain.substr(std::string_view("ĐỘ MẬT: ").size());
    return std::find(stamps.begin(), stamps.end(), plain) != stamps.end();
}

bool is_secret(const DocumentText& document)
{
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

Result<DocumentText> read_by_kind(std::string_view bytes, std::string_view extension)
{
    if (is_encrypted_package(bytes)) return refuse(Refusal::unreadable, "file.encrypted");
    if (extension == "docx") return read_docx(bytes);
    const bool other =
        is_old_office_file(bytes) || bytes.starts_with("PK\x03\x04") || bytes.starts_with("%PDF-");
    if (extension == "txt" && !other) return read_plain_text(bytes);
    return refuse(Refusal::unreadable, "file.unknown_kind");
}

} // namespace

Result<DocumentText> read_document(std::string_view bytes, std::string_view file_name)
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    if (bytes.empty()) return refuse(Refusal::unreadable, "file.empty");
    const auto dot = file_name.rfind('.');
    const auto extension =
        dot == std::string_view::npos ? std::string{} : to_lower(file_name.substr(dot + 1));
    auto document = TRY(read_by_kind(bytes, extension));
    if (is_secret(document)) return refuse(Refusal::unreadable, "file.secret");
    return document;
}

} // namespace tiendo::documents
