#pragma once

#include "documents/writing/xml.hpp"
#include "domain/report/official_document.hpp"

/// What stands around the text of an official document; the numbers of the boxes are those of
/// Decree 30/2020, Annex I, IV.
namespace tiendo::documents {

/// Boxes 1 to 5 and 9a: who writes, when, what and to whom.
Xml document_head(const OfficialDocument& document);

/// Boxes 7 and 9b: recipients at the left, the signature at the right.
Xml signature_block(const OfficialDocument& document);

/// "Phụ lục I", its title, and the document that it goes with.
Xml annex_head(const OfficialDocument& document, const Annex& annex);

} // namespace tiendo::documents
