#include "domain/report/consolidated_report.hpp"
#include "domain/report/run_walk.hpp"

namespace tiendo {
namespace {

using Places = std::map<std::string, std::vector<std::string>>;

} // namespace

void mark_changes(OfficialDocument& document, const OfficialDocument& earlier)
{
    Places texts;
    each_number(earlier, [&](const std::string& scope, const Run& run) {
        texts[scope + "|" + run.source].push_back(run.text);
    });
    std::map<std::string, std::size_t> seen;
    each_number(document, [&](const std::string& scope, Run& run) {
        if (run.source == clock_source) return;
        const auto place = scope + "|" + run.source;
        const auto index = seen[place]++;
        const auto found = texts.find(place);
        // A number that stood nowhere before has no earlier value to show.
        if (found == texts.end() || index >= found->second.size()) return;
        if (found->second[index] != run.text) run.before = found->second[index];
    });
}

std::string words_of(const OfficialDocument& document, const std::string& key)
{
    std::string words;
    for (const auto& block : document.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr || paragraph->key != key) continue;
        for (const auto& run : paragraph->runs)
            words += run.text;
    }
    return words;
}

int count_changes(const OfficialDocument& document)
{
    int changes = 0;
    each_number(document, [&](const std::string&, const Run& run) {
        if (!run.before.empty()) ++changes;
    });
    return changes;
}

} // namespace tiendo
