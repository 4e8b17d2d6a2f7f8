#include "store/drivers/connection.hpp"

#include "base/result.hpp"
#include "base/text.hpp"

namespace tiendo::store::sql {

void ensure_storable(const Values& values)
{
    for (const auto& value : values) {
        const auto* text = std::get_if<std::string>(&value.content());
        if (text == nullptr) continue;
        ensure(text->find('\0') == std::string::npos, "text for the store holds no NUL");
        ensure(is_valid_utf8(*text), "text for the store is UTF-8");
    }
}

} // namespace tiendo::store::sql
