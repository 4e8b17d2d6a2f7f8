#include "reader/read_upload.hpp"

#include "documents/reading/file_kind.hpp"
#include "documents/reading/read_document.hpp"
#include "documents/reading/read_pages.hpp"
#include "documents/reading/secrecy.hpp"
#include "reader/pdf_pages.hpp"

namespace tiendo::reader {

namespace {

/// Fewer letters than this are a stamp or a page number over a picture.
constexpr std::size_t text_letters_min = 30;

std::size_t letters_of(const documents::PageLayout& page)
{
    std::size_t letters = 0;
    for (const auto& word : page.words)
        letters += word.text.size();
    return letters;
}

Result<documents::DocumentText> read_pdf(std::string_view bytes)
{
    const auto file = TRY(PdfFile::open(bytes));
    std::vector<documents::PageLayout> pages;
    bool any_text = false;
    for (int page = 0; page < file.pages(); ++page) {
        pages.push_back(file.text_of(page));
        any_text = any_text || letters_of(pages.back()) >= text_letters_min;
    }
    if (!any_text) return refuse(Refusal::unreadable, "file.no_text");
    auto document = documents::read_pages(std::move(pages));
    if (documents::is_secret(document)) return refuse(Refusal::unreadable, "file.secret");
    return document;
}

} // namespace

Result<documents::DocumentText> read_upload(std::string_view bytes, std::string_view name)
{
    const auto kind = TRY(documents::kind_of(bytes, name));
    if (kind == documents::FileKind::pdf) return read_pdf(bytes);
    return documents::read_document(bytes, name);
}

} // namespace tiendo::reader
