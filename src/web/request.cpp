#include "web/request.hpp"

#include <algorithm>

namespace tiendo::web {

std::string_view method_name(Method method)
{
    switch (method) {
    case Method::get:
        return "GET";
    case Method::post:
        return "POST";
    case Method::put:
        return "PUT";
    case Method::patch:
        return "PATCH";
    case Method::remove:
        return "DELETE";
    }
    return "GET";
}

void Fields::add(std::string name, std::string value)
{
    fields_.emplace_back(std::move(name), std::move(value));
}

std::optional<std::string_view> Fields::find(std::string_view name) const
{
    std::optional<std::string_view> found;
    for (const auto& [key, value] : fields_) {
        if (key != name) continue;
        if (found) throw BadRequest("the field is given twice: " + key);
        found = value;
    }
    return found;
}

std::string_view Fields::operator[](std::string_view name) const
{
    return find(name).value_or(std::string_view{});
}

bool Fields::has(std::string_view name) const
{
    return std::ranges::any_of(fields_, [&](const auto& field) { return field.first == name; });
}

std::vector<std::string> Fields::all(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto& [key, value] : fields_)
        if (key == name) values.push_back(value);
    return values;
}

const UploadedFile* Request::file(std::string_view field) const
{
    const auto found = std::ranges::find_if(files, [&](const UploadedFile& file) {
        return file.field == field && !(file.filename.empty() && file.bytes.empty());
    });
    return found == files.end() ? nullptr : &*found;
}

} // namespace tiendo::web
