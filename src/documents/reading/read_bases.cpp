#include "documents/reading/read_bases.hpp"

#include "base/text.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/words.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

struct Citation {
    std::string number{};
    std::size_t end = 0; ///< word behind it
};

/// "786/KH-UBND", "39/2023/NĐ-CP", "33-CT/TW", "73/2006/QH11": up to the next white space.
std::optional<Citation> citation_at(const Words& words, std::size_t i)
{
    if (!words.is_number(i) || i + 2 >= words.size()) return std::nullopt;
    auto end = i + 1;
    bool slash = false;
    bool capitals = false;
    while (end < words.size() && words.at(end).begin == words.at(end - 1).end) {
        const auto word = words.lower(end);
        if (words.is_sign(end) && word != "/" && word != "-" && word != "&") break;
        slash = slash || word == "/";
        capitals = capitals || (words.is_plain(end) && words.is_capitalised(end));
        ++end;
    }
    while (end > i && words.is_sign(end - 1))
        --end;
    if (!slash || !capitals) return std::nullopt;
    return Citation{std::string(words.written(i, end)), end};
}

bool ends_citation(const Words& words, std::size_t i)
{
    return words.is(i, ";") ||
           (words.is(i, ".") && i + 1 < words.size() && words.is_capitalised(i + 1));
}

} // namespace

std::vector<Basis> read_bases(const std::vector<Paragraph>& preamble)
{
    std::vector<Basis> bases;
    for (const auto& paragraph : preamble) {
        const Words words{paragraph.text};
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto citation = citation_at(words, i);
            if (!citation) continue;
            Basis basis{citation->number, std::nullopt, {}};
            for (auto k = citation->end; k < words.size() && !ends_citation(words, k); ++k) {
                if (k > citation->end && citation_at(words, k) && !time_point_at(words, k)) break;
                const auto point = basis.date ? std::nullopt : time_point_at(words, k);
                if (point && point->day != 0) {
                    basis.date = last_day_of(*point);
                    k = point->last - 1;
                } else if ((words.is(k, "của") || words.is(k, "giữa")) && basis.issuer.empty()) {
                    const auto end = agency_end(words, k + 1);
                    basis.issuer = squeeze(words.written(k + 1, end));
                    if (end > k + 1) break;
                }
            }
            const bool known = std::any_of(bases.begin(), bases.end(), [&](const Basis& b) {
                return b.number == basis.number;
            });
            if (!known) bases.push_back(std::move(basis));
            i = citation->end - 1;
        }
    }
    return bases;
}

} // namespace tiendo::documents
