#pragma once

#include "domain/report/consolidated_report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// A sentence that a unit wrote about itself.
struct GatheredSentence {
    std::string key{}; ///< "strengths/plei-kan/1a2b3c4d": the same as long as the words are
    UnitId unit{};
    std::string words{};

    friend bool operator==(const GatheredSentence&, const GatheredSentence&) = default;
};

/// One bullet of the report: a sentence with those that were merged under it.
struct GatheredBullet {
    std::vector<GatheredSentence> sentences{}; ///< the first one gives the bullet its key
    int place = 0;

    std::string key() const { return "gathered/" + sentences.front().key; }
};

/// What the units wrote for one part, sentence by sentence, in the order of the period's units.
std::vector<GatheredSentence>
gathered_sentences(const ReportMaterial& material, std::string_view part);

/// The bullets as the office chose them. What it has not decided about is used, so that nothing is
/// lost unseen; the same words of several units are one bullet.
std::vector<GatheredBullet> gathered_bullets(const ReportMaterial& material, std::string_view part);

/// "Mô hình địa chỉ tin cậy hoạt động đều (xã Bờ Y)."
Runs gathered_words(
    const GatheredBullet& bullet, const ReportMaterial& material, const OfficialWords& say
);

} // namespace tiendo
