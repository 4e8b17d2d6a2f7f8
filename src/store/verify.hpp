#pragma once

#include "base/result.hpp"

#include <cstdint>

namespace tiendo::store {

class Store;

/// How much was found as it was written.
struct Verified {
    std::int64_t submissions = 0;
    std::int64_t journal_entries = 0;
    std::int64_t plan_sources = 0;
    std::int64_t report_versions = 0;
    std::int64_t issued_reports = 0;
    std::int64_t signed_papers = 0;
    std::int64_t evidence = 0;
};

/// Recomputes every digest and follows the chain of the journal. A refusal names the first record
/// that is not as it was written, or that is missing.
Result<Verified> verify(Store& store);

} // namespace tiendo::store
