#include "reader/pdf_pages.hpp"

#include "base/text.hpp"
#include "documents/package/pdf_marks.hpp"
#include "documents/reading/page_rules.hpp"
#include "documents/reading/page_tables.hpp"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tiendo::reader {

namespace {

using documents::PageLayout;
using documents::PageWord;

// docs/limits.md
constexpr int pages_max = 500;
constexpr std::size_t page_words_max = 20'000;

constexpr double points_per_inch = 72;
constexpr double rules_dots_per_inch = 100;
/// Of a page that is drawn to be recognised: the short side in dots, and what the long one may be
/// of it.
constexpr double picture_side = 1'700;
constexpr double long_side_max = 4;

void say_nothing(const std::string&, void*) {}

std::string utf8(const poppler::ustring& text)
{
    const std::u16string units(text.begin(), text.end());
    std::string bytes;
    icu::UnicodeString(units.data(), static_cast<std::int32_t>(units.size())).toUTF8String(bytes);
    return to_nfc(bytes);
}

bool is_bold(const poppler::text_box& box)
{
    const auto name = box.get_font_name();
    return name.find("Bold") != std::string::npos || name.find("bold") != std::string::npos;
}

std::vector<PageWord> words_of(const poppler::page& page)
{
    std::vector<PageWord> words;
    for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
        if (box.rotation() != 0) continue; // a watermark or a stamp across the page
        if (words.size() == page_words_max) break;
        const auto place = box.bbox();
        PageWord word;
        word.text = utf8(box.text());
        word.box = {place.left(), place.top(), place.right(), place.bottom()};
        word.bold = box.has_font_info() && is_bold(box);
        if (!squeeze(word.text).empty() && word.box.height() > 0) words.push_back(std::move(word));
    }
    return words;
}

/// Rules are drawn, not written: they are looked for in a picture of the page.
std::vector<documents::PageRule> rules_of(const poppler::page& page)
{
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    const auto picture = renderer.render_page(&page, rules_dots_per_inch, rules_dots_per_inch);
    if (!picture.is_valid()) return {};
    return documents::rules_in(
        {reinterpret_cast<const unsigned char*>(picture.const_data()),
         picture.width(),
         picture.height(),
         picture.bytes_per_row(),
         points_per_inch / rules_dots_per_inch}
    );
}

/// Drawn small, on paper of that colour.
poppler::image drawn(const poppler::page& page, poppler::argb paper, bool smooth_letters)
{
    constexpr double dots_per_inch = 60;
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_paper_color(paper);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, smooth_letters);
    return renderer.render_page(&page, dots_per_inch, dots_per_inch);
}

unsigned char pixel(const poppler::image& picture, int x, int y)
{
    const auto at = static_cast<std::ptrdiff_t>(y) * picture.bytes_per_row() + x;
    return static_cast<unsigned char>(picture.const_data()[at]);
}

/// Black paper is seen wherever no picture lies over it.
bool covers_paper(const poppler::page& page)
{
    constexpr poppler::argb black = 0xFF000000;
    constexpr unsigned char covered_min = 60;
    const auto picture = drawn(page, black, false);
    if (!picture.is_valid()) return false;
    std::int64_t covered = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            covered += pixel(picture, x, y) >= covered_min ? 1 : 0;
    return covered * 10 > std::int64_t{picture.width()} * picture.height() * 6;
}

/// The letters of the words that are drawn: they look otherwise where their edges are smooth, as a
/// picture of letters does not.
std::size_t letters_drawn(const poppler::page& page, const PageLayout& text)
{
    constexpr poppler::argb white = 0xFFFFFFFF;
    const auto rough = drawn(page, white, false);
    const auto smooth = drawn(page, white, true);
    const bool comparable = rough.is_valid() && smooth.is_valid() &&
                            rough.width() == smooth.width() && rough.height() == smooth.height();
    if (!comparable) return 0;
    const auto factor = rough.width() / text.width;
    const auto differs_in = [&](const documents::Box& box) {
        const auto end_x = std::min(static_cast<int>(box.right * factor) + 1, rough.width());
        const auto end_y = std::min(static_cast<int>(box.bottom * factor) + 1, rough.height());
        for (int y = std::max(0, static_cast<int>(box.top * factor)); y < end_y; ++y)
            for (int x = std::max(0, static_cast<int>(box.left * factor)); x < end_x; ++x)
                if (pixel(rough, x, y) != pixel(smooth, x, y)) return true;
        return false;
    };
    std::size_t letters = 0;
    for (const auto& word : text.words)
        letters += differs_in(word.box) ? word.text.size() : 0;
    return letters;
}

} // namespace

void prepare_pdf()
{
    // Never closed, so that the modules stay.
    (void)::iconv_open("UTF-16", "UTF-8");
    (void)::iconv_open("UTF-8", "UTF-16");
    poppler::set_debug_error_function(say_nothing, nullptr);
}

PdfFile::PdfFile(std::unique_ptr<poppler::document> document, bool has_pictures)
    : document_(std::move(document)), has_pictures_(has_pictures)
{
}
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;
PdfFile::~PdfFile() = default;

Result<PdfFile> PdfFile::open(std::string_view bytes)
{
    // What came half is refused: poppler would read the pages that are there as if they were all.
    if (!documents::is_whole_pdf(bytes)) return refuse(Refusal::unreadable, "file.broken_pdf");
    if (bytes.size() > std::size_t{std::numeric_limits<int>::max()})
        return refuse(Refusal::too_large, "file.too_large");
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()))
    );
    if (document == nullptr) return refuse(Refusal::unreadable, "file.broken_pdf");
    if (document->is_locked()) return refuse(Refusal::unreadable, "file.encrypted");
    if (document->pages() < 1) return refuse(Refusal::unreadable, "file.broken_pdf");
    if (document->pages() > pages_max) return refuse(Refusal::unreadable, "file.too_many_pages");
    return PdfFile(std::move(document), documents::may_hold_pictures(bytes));
}

int PdfFile::pages() const
{
    return document_->pages();
}

PageLayout PdfFile::text_of(int page) const
{
    PageLayout layout;
    const std::unique_ptr<poppler::page> source(document_->create_page(page - 1));
    if (source == nullptr) return layout;
    const auto size = source->page_rect();
    layout.width = size.width();
    layout.height = size.height();
    layout.words = words_of(*source);
    const bool drawable =
        layout.width > 0 && layout.width < 3'000 && layout.height > 0 && layout.height < 3'000;
    if (drawable && documents::may_hold_table(layout.words)) layout.rules = rules_of(*source);
    return layout;
}

PageKind PdfFile::kind_of(int page, const PageLayout& text) const
{
    constexpr std::size_t letters_min = 30; ///< fewer are a page number
    constexpr std::size_t letters_of_stamps_max = 400;
    const auto letters = documents::letters_of(text);
    if (letters < letters_min) return PageKind::picture;
    if (!has_pictures_ || text.width <= 0 || text.height <= 0) return PageKind::text;
    const std::unique_ptr<poppler::page> source(document_->create_page(page - 1));
    if (source == nullptr || !covers_paper(*source)) return PageKind::text;
    if (letters < letters_of_stamps_max) return PageKind::picture;
    const bool is_seen = letters_drawn(*source, text) * 2 > letters;
    return is_seen ? PageKind::text : PageKind::picture_with_unseen_text;
}

Result<PagePicture> PdfFile::picture_of(int page) const
{
    const std::unique_ptr<poppler::page> source(document_->create_page(page - 1));
    if (source == nullptr) return refuse(Refusal::unreadable, "file.broken_pdf");
    const auto size = source->page_rect();
    const auto short_side = std::min(size.width(), size.height());
    const auto long_side = std::max(size.width(), size.height());
    if (short_side < 1 || long_side > short_side * long_side_max)
        return refuse(Refusal::unreadable, "file.broken_pdf");
    // The size that a page says of itself is not believed: programs of phones write anything.
    const auto dots_per_inch = picture_side * points_per_inch / short_side;
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_gray8);
    const auto picture = renderer.render_page(source.get(), dots_per_inch, dots_per_inch);
    if (!picture.is_valid()) return refuse(Refusal::unreadable, "file.broken_pdf");
    return PagePicture::from_pixels(
        reinterpret_cast<const unsigned char*>(picture.const_data()),
        picture.width(),
        picture.height(),
        picture.bytes_per_row()
    );
}

} // namespace tiendo::reader
