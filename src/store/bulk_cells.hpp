#pragma once

#include "store/drafts.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::store {

/// Cells of one report that come together, out of a file (decision 0021). The bodies of most of
/// them differ in a few numbers alone, so that those are kept, and once what stands around them.
/// Makes and reads the two texts of a row of draft_bulk.
class BulkCells {
public:
    /// Stands in a pattern for a number; no JSON holds it as it is.
    static constexpr char hole = '\x1A';

    BulkCells(ReportKey report, std::string by, Instant at)
        : report_(std::move(report)), by_(std::move(by)), at_(at)
    {
    }

    const ReportKey& report() const { return report_; }
    Instant at() const { return at_; }
    bool empty() const { return cells_.empty(); }

    /// A cell whose body is that pattern with the numbers in its holes, and whose revision is one
    /// more than the cell had. Each item once.
    void
    add(std::string_view item,
        std::string_view pattern,
        std::span<const std::int64_t> numbers,
        std::int64_t revision);

    /// Adds those of a kept row which are not there yet, and are not `without`.
    void add_kept(std::string_view origins, std::string_view cells, std::string_view without = {});

    std::string origins() const;
    const std::string& cells() const { return cells_; }

    /// Hands on the cells of a kept row.
    static void read(
        const ReportKey& report,
        std::string_view origins,
        std::string_view cells,
        const std::function<void(DraftItem)>& use
    );

private:
    std::size_t place_of(std::string origin);

    ReportKey report_;
    std::string by_;
    Instant at_;
    std::vector<std::string> origins_{};  ///< who, when, the pattern
    std::vector<std::string> patterns_{}; ///< those of one's own, by their place among the origins
    std::string cells_{};
};

} // namespace tiendo::store
