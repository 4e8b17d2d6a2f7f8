#pragma once

#include "documents/reading/page_layout.hpp"
#include "documents/text/document_text.hpp"

namespace tiendo::documents {

/// How far the layer of text over a picture says what was read in the picture.
UnseenLayer compared(const PageLayout& page, int number);

} // namespace tiendo::documents
