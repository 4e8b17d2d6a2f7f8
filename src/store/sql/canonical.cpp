#include "store/sql/canonical.hpp"

namespace tiendo::store::sql {

std::string canonical(std::initializer_list<std::string_view> fields)
{
    std::string text;
    for (const auto field : fields) {
        text += std::to_string(field.size());
        text += ':';
        text += field;
        text += '|';
    }
    return text;
}

} // namespace tiendo::store::sql
