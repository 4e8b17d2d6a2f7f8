#pragma once

#include "domain/report/official_document.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <functional>
#include <string>

namespace tiendo::web::view {

/// What a page adds to an official document: where a number leads, and what stands below a
/// paragraph.
struct PaperMargins {
    std::function<std::string(const std::string& source)> link{};
    /// Below a paragraph with a key, e.g. the form to edit it; empty markup for none.
    std::function<Markup(const Paragraph&)> below{};
    std::string changed_since{}; ///< "so với bản v1 lúc 08:00 ngày 11/12/2023"
};

/// The anchors of the headings and annexes, from 1: contents lead there.
std::string heading_id(int number);
std::string annex_id(int number);

/// The document as it will be printed (Decree 30/2020), each computed number a link to what it was
/// computed from, and each changed one with the value that it had.
Markup paper(const OfficialDocument& document, const PaperMargins& margins, const Wording& words);

} // namespace tiendo::web::view
