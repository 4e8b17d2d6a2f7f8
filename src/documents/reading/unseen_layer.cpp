#include "documents/reading/unseen_layer.hpp"

#include "base/text.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tiendo::documents {

namespace {

std::multiset<std::string> keys_of(const std::vector<PageWord>& words)
{
    std::multiset<std::string> keys;
    for (const auto& word : words)
        if (auto key = to_lower(word.text); !is_sign(word)) keys.insert(std::move(key));
    return keys;
}

} // namespace

UnseenLayer compared(const PageLayout& page, int number)
{
    const auto read = keys_of(page.words);
    auto unseen = keys_of(page.unseen_words);
    std::size_t same = 0;
    for (const auto& key : read) {
        const auto found = unseen.find(key);
        if (found == unseen.end()) continue;
        unseen.erase(found);
        ++same;
    }
    return {number, read.empty() ? 0 : static_cast<int>(same * 100 / read.size())};
}

} // namespace tiendo::documents
