#include "web/views/workbook_voice.hpp"

#include "web/views/cell_result.hpp"
#include "web/views/target_words.hpp"

namespace tiendo::web::view {

app::WorkbookVoice workbook_voice(app::Office& office, const Messages& messages)
{
    const Wording words(messages, Language::vietnamese);
    app::WorkbookVoice voice;
    voice.say = [words](std::string_view key, const app::WorkbookVoice::Args& args) {
        return words.text(key, args);
    };
    voice.target = [words](const Measure& measure, const Indicator& indicator) {
        return target_words(measure, indicator, words);
    };
    voice.result = [words](const Cell& cell, const Indicator& indicator) {
        return result_words(cell, indicator, words);
    };
    voice.period = [words](const PeriodId& id) { return words.period(id); };
    voice.moment = [words](Instant at) { return words.moment(at); };
    voice.key = app::workbook_key(office);
    return voice;
}

} // namespace tiendo::web::view
