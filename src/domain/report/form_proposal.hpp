#pragma once

#include "domain/report/superior_form.hpp"

namespace tiendo {

/// A head as superiors write it, folded by search_key, and what a column below it holds.
struct FormHead {
    std::string words{};
    FilledWith with = FilledWith::value;
};

/// What a form's words are held against.
struct ProposalKnown {
    const Plan& plan;
    const std::vector<MeasureFigure>& rows;
    const std::vector<UnitId>& units; ///< that may stand in a row
    const UnitDirectory& directory;
    const std::vector<FormHead>& heads; ///< the longest that a head begins with counts
    int year = 0;                       ///< of the period: "Thực hiện năm 2022" is the year before
};

/// What the rows and columns of a table are about by their own words: units by name however marks
/// are written, measures and tasks by number and words, columns by their heads. Only what is beyond
/// doubt; a person confirms it.
FormGrid proposed_grid(const FormTable& table, const ProposalKnown& known);

/// The unit that a text names: "2. UBND xã Đăk Dục", "ĐẮK DỤC"; none where several might be meant.
UnitId unit_in_words(std::string_view words, const ProposalKnown& known);

} // namespace tiendo
