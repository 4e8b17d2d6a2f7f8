#pragma once

#include "base/result.hpp"
#include "documents/reading/page_layout.hpp"
#include "reader/recogniser.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace poppler {
class document;
}

namespace tiendo::reader {

/// Loads what poppler looks for in files, as long as files may be opened.
void prepare_pdf();

enum class PageKind {
    text,
    picture, ///< a stamp of few words may stand over it
    picture_with_unseen_text
};

/// A PDF that has been opened; the bytes outlive it.
class PdfFile {
public:
    /// Refuses file.broken_pdf, file.encrypted, file.too_many_pages.
    static Result<PdfFile> open(std::string_view bytes);

    PdfFile(PdfFile&&) noexcept;
    PdfFile& operator=(PdfFile&&) noexcept;
    ~PdfFile();

    int pages() const;

    /// The text of a page, from 1 on, with the rules of its tables; without words where it is a
    /// picture.
    documents::PageLayout text_of(int page) const;

    PageKind kind_of(int page, const documents::PageLayout& text) const;

    /// The page drawn. Refuses file.broken_pdf where it cannot be.
    Result<PagePicture> picture_of(int page) const;

private:
    PdfFile(std::unique_ptr<poppler::document> document, bool has_pictures);
    std::unique_ptr<poppler::document> document_;
    bool has_pictures_ = false;
};

} // namespace tiendo::reader
