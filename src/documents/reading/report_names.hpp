#pragma once

#include "documents/reading/read_duties.hpp"
#include "documents/text/agencies.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// The bodies that the plan charges: a name that no list holds ends in running text where it ends
/// there.
class ChargedNames {
public:
    explicit ChargedNames(const std::vector<ReadDuty>& duties);

    /// The end of such a name that begins at the word; the word itself where none does.
    std::size_t end_at(const Words& words, std::size_t i) const;

private:
    std::vector<Words> names_;
};

/// Bodies named one after the other, parted by commas and "và".
std::vector<AgencyMention>
run_at(const Words& words, std::size_t i, std::size_t last, const ChargedNames& charged);

std::vector<std::string> names_of(const Words& words, const std::vector<AgencyMention>& mentions);

} // namespace tiendo::documents
