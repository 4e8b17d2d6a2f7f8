#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tiendo {

/// One count of a release: everything that is published at once, with whatever of the same counts
/// was published before. Counts are of persons in need of protection and never negative.
struct ReleaseCell {
    std::int64_t count = 0;
    int owner = -1;            ///< the unit that reported it and knows it; -1: several, or nobody
    bool is_withheld = false;  ///< by a rule of its own: below the lowest geography, hidden before
    bool is_published = false; ///< stood in an earlier release: it cannot be taken back
    bool is_offered = true;    ///< else it is in nobody's hands: it only links other cells

    friend bool operator==(const ReleaseCell&, const ReleaseCell&) = default;
};

/// The count of `whole` is the sum of those of its parts; by index.
struct ReleaseSum {
    std::size_t whole = 0;
    std::vector<std::size_t> parts{};

    friend bool operator==(const ReleaseSum&, const ReleaseSum&) = default;
};

struct Release {
    std::vector<ReleaseCell> cells{};
    std::vector<ReleaseSum> sums{};
};

/// Why a cell is not shown.
enum class Hidden {
    no,
    small,    ///< a count from 1 up to the threshold
    withheld, ///< by a rule of its own
    partner,  ///< large enough, but others could be computed from it
};

/// What somebody outside can make out of a hidden cell; no upper bound where there is none.
struct Bounds {
    std::int64_t least = 0;
    std::optional<std::int64_t> most{};

    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// One line of the audit, for each cell that is hidden for its own sake.
struct AuditLine {
    std::size_t cell = 0;
    Bounds outside{}; ///< for a reader
    Bounds inside{};  ///< for the unit that can tell most, by its own counts
    bool is_protected = true;

    friend bool operator==(const AuditLine&, const AuditLine&) = default;
};

struct Suppression {
    std::vector<Hidden> cells{}; ///< for each cell of the release
    std::vector<AuditLine> audit{};

    /// Whether the release may go out: else what was published before gives something away.
    bool is_safe() const;
};

/// Hides the small counts and those that a rule withholds, then as few others as it takes that
/// neither a reader nor a unit that knows its own counts can narrow a hidden one down: a small
/// count could still be any from 1 to threshold - 1, any other has as much room. Zero is shown.
Suppression suppress(const Release& release, std::int64_t threshold);

} // namespace tiendo
