#include "documents/reading/superior_heads.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "documents/text/vocabulary.hpp"

namespace tiendo::documents {

const std::vector<FormHead>& superior_heads()
{
    static const auto heads = [] {
        std::vector<FormHead> read;
        for (const auto line : vocabulary_lines("superior_heads")) {
            const auto sign = line.find('=');
            const auto with = filled_with_named(trim(line.substr(sign + 1)));
            ensure(with.has_value(), "every head of superior_heads.txt has a meaning");
            read.push_back({search_key(trim(line.substr(0, sign))), *with});
        }
        return read;
    }();
    return heads;
}

} // namespace tiendo::documents
