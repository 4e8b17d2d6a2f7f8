#pragma once

#include "documents/reading/parts.hpp"
#include "documents/text/outline.hpp"
#include "domain/plan/plan_reading.hpp"

#include <optional>

namespace tiendo::documents {

struct HeadRead {
    DocumentHead head{};
    std::optional<int> number_missing_line{};
    std::optional<int> date_missing_line{};
    int year = 0; ///< of issue, where day and month may be blank
};

/// Number, place, date, issuer, title, period, the documents cited and the signer.
HeadRead read_head(const Parts& parts);

/// The days that a section about time states for the plan take the place of the title's years.
void read_stated_period(const Node& root, DocumentHead& head);

std::vector<ReadRecipient> read_recipients(const Parts& parts);

} // namespace tiendo::documents
