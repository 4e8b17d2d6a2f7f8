#pragma once

#include "domain/report/consolidated_report.hpp"

#include <string>
#include <vector>

/// Figures in words that the office wrote by hand: as places that are filled anew each time
/// ("{3.2a}", "{3.2a số đếm}"), or typed as they stood.
namespace tiendo {

/// The words with each place filled from the figures; the numbers carry their sources. What is no
/// place stays as it was typed.
Runs with_figures(
    const std::string& text, const ReportMaterial& material, const OfficialWords& say
);

/// The places that name nothing: "{9.9}".
std::vector<std::string>
unknown_places(const std::string& text, const ReportMaterial& material, const OfficialWords& say);

/// A figure of the report that words repeat as typed.
struct QuotedFigure {
    std::string source{}; ///< "3.2a#value"
    std::string text{};   ///< "85,00%"

    friend bool operator==(const QuotedFigure&, const QuotedFigure&) = default;
};

/// The figures of `document` that stand word for word in `text`: all numbers of the paragraph of
/// that key, elsewhere those that cannot be meant by chance (percents, decimals, 17/20).
std::vector<QuotedFigure>
quoted_figures(const std::string& text, const OfficialDocument& document, const std::string& key);

/// A quoted figure that is another by now.
struct StaleFigure {
    QuotedFigure quoted{};
    std::string now{}; ///< empty where the report has it no more

    friend bool operator==(const StaleFigure&, const StaleFigure&) = default;
};
std::vector<StaleFigure>
stale_figures(const std::vector<QuotedFigure>& quoted, const OfficialDocument& document);

} // namespace tiendo
