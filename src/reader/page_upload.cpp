#include "reader/page_upload.hpp"

#include "documents/reading/file_kind.hpp"
#include "documents/reading/read_pages.hpp"
#include "documents/reading/secrecy.hpp"
#include "reader/pdf_pages.hpp"
#include "reader/recogniser.hpp"

namespace tiendo::reader {

namespace {

using documents::FileKind;

/// A page whose letters were recognised to less than this part is one whose text was not drawn: a
/// font that the file does not bring along is none that can be drawn.
bool is_drawn(const documents::PageLayout& recognised, const documents::PageLayout& text)
{
    constexpr std::size_t drawn_share = 4;
    return letters_of(recognised) * drawn_share >= letters_of(text);
}

Result<Upload> document_of(std::vector<documents::PageLayout> pages)
{
    Upload upload;
    upload.document = documents::read_pages(std::move(pages));
    if (documents::is_secret(upload.document)) return refuse(Refusal::unreadable, "file.secret");
    return upload;
}

Result<Upload> read_pdf(std::string_view bytes, const RecognisedPages& recognised)
{
    const auto file = TRY(PdfFile::open(bytes));
    std::vector<documents::PageLayout> pages;
    Upload unfinished;
    for (int page = 1; page <= file.pages(); ++page) {
        auto text = file.text_of(page);
        const auto kind = file.kind_of(page, text);
        const auto known = recognised.find(page);
        const bool is_known = known != recognised.end();
        if (!is_known && kind != PageKind::text) unfinished.pictures.push_back(page);
        if (!is_known || !is_drawn(known->second, text)) {
            pages.push_back(std::move(text));
            continue;
        }
        pages.push_back(known->second);
        if (kind == PageKind::picture_with_unseen_text)
            pages.back().unseen_words = std::move(text.words);
    }
    if (!unfinished.pictures.empty()) return unfinished;
    return document_of(std::move(pages));
}

Result<PagePicture> page_picture(std::string_view bytes, std::string_view name, int page)
{
    const auto kind = TRY(documents::kind_of(bytes, name));
    if (kind == FileKind::picture) return PagePicture::from_file(bytes);
    if (kind != FileKind::pdf) return refuse(Refusal::unreadable, "file.unknown_kind");
    return TRY(PdfFile::open(bytes)).picture_of(page);
}

} // namespace

Result<Upload>
read_page_upload(std::string_view bytes, std::string_view name, const RecognisedPages& recognised)
{
    const auto kind = TRY(documents::kind_of(bytes, name));
    if (kind == FileKind::pdf) return read_pdf(bytes, recognised);
    if (kind != FileKind::picture) return refuse(Refusal::unreadable, "file.unknown_kind");
    if (recognised.empty()) return Upload{{}, {1}};
    return document_of({recognised.begin()->second});
}

Result<RecognisedPage>
recognise_page(std::string_view bytes, std::string_view name, int page, const std::string& model)
{
    const auto picture = TRY(page_picture(bytes, name, page));
    auto recogniser = TRY(Recogniser::with_model(model));
    return RecognisedPage{recogniser.words_of(picture), picture.jpeg()};
}

} // namespace tiendo::reader
