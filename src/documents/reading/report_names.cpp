#include "documents/reading/report_names.hpp"

#include "base/text.hpp"
#include "documents/text/plain_letters.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

bool parts_names(const Words& words, std::size_t i)
{
    return words.is(i, ",") || words.is(i, "và") || words.is(i, ";");
}

} // namespace

ChargedNames::ChargedNames(const std::vector<ReadDuty>& duties)
{
    for (const auto& duty : duties) {
        for (const auto& unit : duty.units)
            names_.emplace_back(unit);
    }
}

std::size_t ChargedNames::end_at(const Words& words, std::size_t i) const
{
    auto end = i;
    for (const auto& name : names_) {
        std::size_t k = 0;
        while (k < name.size() && words.is(i + k, name.lower(k)))
            ++k;
        if (k > 0 && k == name.size()) end = std::max(end, i + k);
    }
    return end;
}

std::vector<AgencyMention>
run_at(const Words& words, std::size_t i, std::size_t last, const ChargedNames& charged)
{
    std::vector<AgencyMention> run;
    while (i < last) {
        const auto end = std::min(std::max(agency_end(words, i), charged.end_at(words, i)), last);
        if (end == i) break;
        run.push_back({i, end});
        i = end;
        if (words.is(i, "(")) {
            while (i < last && !words.is(i, ")"))
                ++i;
            ++i;
        }
        while (i < last && parts_names(words, i))
            ++i;
    }
    return run;
}

std::vector<std::string> names_of(const Words& words, const std::vector<AgencyMention>& mentions)
{
    std::vector<std::string> names;
    for (const auto& mention : mentions) {
        auto name = squeeze(words.written(mention.first, mention.last));
        if (words.is(mention.first, "phòng") || words.is(mention.first, "sở")) {
            name = upper_first(name);
        }
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace tiendo::documents
