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

/// Reads an upload of any kind: PDF and pictures here, the others by documents/reading.
Result<Upload>
read_upload(std::string_view bytes, std::string_view name, const RecognisedPages& recognised);

/// Refuses file.no_recogniser where there is no model.
Result<documents::PageLayout>
recognise_page(std::string_view bytes, std::string_view name, int page, const std::string& model);

/// A PNG of the page as it was recognised, for a person to compare with.
Result<std::string> picture_of_page(std::string_view bytes, std::string_view name, int page);

} // namespace tiendo::reader
