#pragma once

#include "domain/disclosure/figure_disclosure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// One public version as it is kept: who, when, and which totals of sensitive measures were in it.
struct Publication {
    Instant at{};
    std::string by{}; ///< login
    std::vector<PublishedTotal> totals{};

    friend bool operator==(const Publication&, const Publication&) = default;
};

std::string to_json(const std::vector<Publication>& publications);
Result<std::vector<Publication>> parse_publications(std::string_view json);

/// The audit for the journal: of each sensitive measure whether it went out, and why not.
std::string to_json(const std::vector<DisclosureLine>& lines);

/// "below_province", "small_count" …
std::string_view name_of(WhyHidden why);

} // namespace tiendo::documents
