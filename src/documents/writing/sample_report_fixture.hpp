#pragma once

#include "domain/report/official_document.hpp"

namespace tiendo::documents {

/// The yearly report of an office with all that a document can hold: levels of headings, bullets,
/// two addressees, computed numbers, and the table of ten columns in a landscape annex.
OfficialDocument sample_report();

} // namespace tiendo::documents
