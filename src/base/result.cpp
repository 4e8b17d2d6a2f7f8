#include "base/result.hpp"

#include <fmt/core.h>

namespace tiendo {

Error refuse(
    Refusal kind, std::string key, std::map<std::string, std::string> args, std::string place
)
{
    return Error{kind, {Problem{std::move(key), std::move(args), std::move(place)}}};
}

void ensure(bool condition, const char* what, std::source_location where)
{
    if (!condition) throw Bug(fmt::format("{} ({}:{})", what, where.file_name(), where.line()));
}

} // namespace tiendo
