#pragma once

#include "domain/indicator/plan_figures.hpp"
#include "domain/report/consolidated_report.hpp"
#include "domain/report/issuing.hpp"

#include <optional>
#include <string>
#include <vector>

/// What stands behind an issued report, frozen with it, and what has changed since.
namespace tiendo {

/// One counted part of an issued figure.
struct IssuedPart {
    std::string breakdown{};
    Decimal numerator{};
    Decimal denominator{};

    friend bool operator==(const IssuedPart&, const IssuedPart&) = default;
};

struct IssuedContribution {
    UnitId unit{};
    std::string submission{};
    int version = 0;
    std::string author{};
    Instant at{};

    friend bool operator==(const IssuedContribution&, const IssuedContribution&) = default;
};

struct IssuedFigure {
    MeasureId measure{};
    std::string title{};
    FigureState state = FigureState::no_data;
    std::vector<IssuedPart> parts{};
    bool estimated = false;
    Coverage coverage{};
    Verdict verdict = Verdict::no_data;
    bool exceeded = false;
    Problem rule{};          ///< as it was printed: key and numbers
    std::string numerator{}; ///< what is counted, in words
    std::string denominator{};
    std::int64_t factor = 100;
    std::vector<IssuedContribution> contributions{};

    friend bool operator==(const IssuedFigure&, const IssuedFigure&) = default;
};

/// What the office wrote over the computed words, with those.
struct IssuedText {
    std::string key{};
    std::string text{};
    std::string computed{};
    std::string reason{};
    std::string by{};
    Instant at{};

    friend bool operator==(const IssuedText&, const IssuedText&) = default;
};

struct IssuedSnapshot {
    OfficialDocument document{};
    std::vector<IssuedFigure> figures{};
    std::vector<PlanChange> decisions{}; ///< of the plan, as they were in force
    std::vector<IssuedText> texts{};
    std::optional<IssuingStep> correction{}; ///< why this version was made
    std::optional<IssuingStep> submitted_allowed{};

    friend bool operator==(const IssuedSnapshot&, const IssuedSnapshot&) = default;
};

std::vector<IssuedFigure> freeze_figures(const std::vector<MeasureFigure>& rows);

/// A figure that is another than it was issued, with whose reports are new since.
struct ChangedFigure {
    IssuedFigure before{};
    IssuedFigure after{};
    std::vector<IssuedContribution> because{}; ///< new or other versions; withdrawn ones as before

    friend bool operator==(const ChangedFigure&, const ChangedFigure&) = default;
};

/// The figures whose counts, state or verdict differ.
std::vector<ChangedFigure>
changed_since(const std::vector<IssuedFigure>& issued, const std::vector<IssuedFigure>& now);

/// One place where two documents differ.
struct Difference {
    std::string place{}; ///< "Kính gửi", "result/3.2a", "Phụ lục: 3.2a, Ước thực hiện"
    std::string before{};
    std::string after{};

    friend bool operator==(const Difference&, const Difference&) = default;
};
std::vector<Difference> differences(
    const OfficialDocument& before, const OfficialDocument& after, const OfficialWords& say
);

/// A version that replaces an issued one: says so in its first paragraph, gives the reason, and
/// lists what changed in an annex (Decree 30/2020, Article 18.3).
OfficialDocument replacing(
    OfficialDocument document,
    const OfficialDocument& issued,
    const std::string& reason,
    const OfficialWords& say
);
/// The công văn that corrects what is wrong in form; the report itself stays as issued.
OfficialDocument correcting(
    const OfficialDocument& document,
    const OfficialDocument& issued,
    const std::string& reason,
    const OfficialWords& say
);

} // namespace tiendo
