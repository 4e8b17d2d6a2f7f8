#pragma once

#include "base/result.hpp"
#include "documents/reading/page_layout.hpp"
#include "documents/text/document_text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::reader {

/// Pages that were recognised from their pictures, by number from 1.
using RecognisedPages = std::map<int, documents::PageLayout>;

/// The document of an upload; or, where pages of it are pictures that were not recognised yet,
/// their numbers.
struct Upload {
    documents::DocumentText document{};
    std::vector<int> pictures{};
};

/// Reads a PDF or a picture. Refuses what kind_of refuses, and file.unknown_kind for other kinds.
Result<Upload>
read_page_upload(std::string_view bytes, std::string_view name, const RecognisedPages& recognised);

/// What was recognised on a page, and the picture that it was recognised in, upright, as a JPEG
/// for a person to compare with.
struct RecognisedPage {
    documents::PageLayout layout{};
    std::string jpeg{};
};

/// Refuses file.no_recogniser where there is no model.
Result<RecognisedPage>
recognise_page(std::string_view bytes, std::string_view name, int page, const std::string& model);

} // namespace tiendo::reader
