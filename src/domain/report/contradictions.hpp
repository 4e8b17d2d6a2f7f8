#pragma once

#include "domain/report/consolidated_report.hpp"

#include <string>
#include <vector>

namespace tiendo {

/// One of the numbers that should be the same.
struct ContradictingNumber {
    MeasureId measure{};
    UnitId unit{};
    std::string breakdown{}; ///< "" | "male" | "female"
    FigurePart counts{};
};

/// Numbers of two answers that cannot both be right; nothing is decided between them.
struct Contradiction {
    /// What both count: the words of the denominator; empty where it is one measure's whole figure.
    std::string subject{};
    std::vector<ContradictingNumber> numbers{};
};

/// Where two agencies answer the same measure and agree on what is counted above or below the line,
/// but not on both: they count one thing, and differently. Parts of one whole differ in both and
/// are summed. And where one unit gives two measures with the same denominator different ones.
std::vector<Contradiction>
contradictions(const std::vector<MeasureFigure>& rows, const UnitDirectory& directory);

/// "2.3: Phòng A 84/310, Phòng B 80/310; …"
Runs contradiction_words(
    const std::vector<Contradiction>& found,
    const ReportMaterial& material,
    const OfficialWords& say
);

} // namespace tiendo
