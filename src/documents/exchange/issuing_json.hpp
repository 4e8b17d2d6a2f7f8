#pragma once

#include "domain/report/issued_snapshot.hpp"
#include "domain/report/issuing.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// One step on the way to being issued; who and when are kept beside it.
std::string to_json(const IssuingStep& step);
Result<IssuingStep> parse_issuing_step(std::string_view text);

/// All that an issued report was made from. Canonical: the same snapshot gives the same bytes,
/// which are what its digest covers.
std::string to_json(const IssuedSnapshot& snapshot);
Result<IssuedSnapshot> parse_issued_snapshot(std::string_view text);

} // namespace tiendo::documents
