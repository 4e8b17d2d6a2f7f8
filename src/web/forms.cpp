#include "web/forms.hpp"

#include "base/text.hpp"
#include "web/percent.hpp"

#include <optional>

namespace tiendo::web {

namespace {

std::string decoded(std::string_view text)
{
    auto value = percent_decode(text, Plus::is_space);
    if (!value) throw BadRequest("a form value is not UTF-8");
    return std::move(*value);
}

Fields read_urlencoded(std::string_view text)
{
    Fields fields;
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty()) continue;
        if (fields.size() == form_fields_max) throw BadRequest("too many form fields");
        const auto name = pair.substr(0, pair.find('='));
        const auto value =
            name.size() == pair.size() ? std::string_view{} : pair.substr(name.size() + 1);
        fields.add(decoded(name), decoded(value));
    }
    return fields;
}

/// The value of a parameter such as boundary="x" in a header; browsers quote %22 inside names.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name)
{
    for (auto at = header.find(';'); at != std::string_view::npos; at = header.find(';', at + 1)) {
        auto rest = trim(header.substr(at + 1));
        if (!to_lower(rest.substr(0, name.size())).starts_with(name)) continue;
        rest.remove_prefix(name.size());
        if (!rest.starts_with('=')) continue;
        rest.remove_prefix(1);
        if (rest.starts_with('"')) {
            rest.remove_prefix(1);
            return std::string(rest.substr(0, rest.find('"')));
        }
        return std::string(trim(rest.substr(0, rest.find(';'))));
    }
    return std::nullopt;
}

struct PartHead {
    std::string name{};
    std::optional<std::string> filename{};
    std::string content_type{};
};

PartHead read_part_head(std::string_view text)
{
    PartHead head;
    for (const auto& line : split(text, '\n')) {
        const auto colon = line.find(':');
        if (colon == std::string::npos) continue;
        const auto field = to_lower(trim(std::string_view(line).substr(0, colon)));
        const auto value = trim(std::string_view(line).substr(colon + 1));
        if (field == "content-disposition") {
            head.name = header_parameter(value, "name").value_or("");
            head.filename = header_parameter(value, "filename");
        } else if (field == "content-type") {
            head.content_type = value;
        }
    }
    return head;
}

/// Old browsers send the whole path; no folder is of use to us.
std::string base_name(std::string_view filename)
{
    const auto slash = filename.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? filename : filename.substr(slash + 1));
}

std::string checked_text(std::string_view text)
{
    if (!is_valid_utf8(text)) throw BadRequest("a form value is not UTF-8");
    return to_nfc(text);
}

FormOutcome take_part(Request& request, const PartHead& head, std::string_view bytes)
{
    if (!head.filename) {
        request.form.add(checked_text(head.name), checked_text(bytes));
        return FormOutcome::read;
    }
    if (bytes.size() > upload_bytes_max) return FormOutcome::too_large;
    request.files.push_back(
        {checked_text(head.name),
         checked_text(base_name(*head.filename)),
         head.content_type,
         std::string(bytes)}
    );
    return FormOutcome::read;
}

FormOutcome read_multipart(Request& request, std::string_view boundary)
{
    if (boundary.empty() || boundary.size() > 70)
        throw BadRequest("a multipart boundary is missing");
    const std::string first = "--" + std::string(boundary);
    const std::string next = "\r\n" + first;
    std::string_view rest = request.body;
    if (!rest.starts_with(first)) throw BadRequest("a multipart body begins with its boundary");
    rest.remove_prefix(first.size());
    while (!rest.starts_with("--")) {
        if (!rest.starts_with("\r\n")) throw BadRequest("a multipart boundary ends its line");
        if (request.form.size() + request.files.size() == form_fields_max)
            throw BadRequest("too many form fields");
        const auto head_end = rest.find("\r\n\r\n");
        if (head_end == std::string_view::npos) throw BadRequest("a multipart part has a head");
        const auto body_end = rest.find(next, head_end + 2);
        if (body_end == std::string_view::npos) throw BadRequest("a multipart part ends");
        const auto body_start = std::min(head_end + 4, body_end);
        const auto head = read_part_head(rest.substr(0, head_end));
        if (take_part(request, head, rest.substr(body_start, body_end - body_start)) ==
            FormOutcome::too_large)
            return FormOutcome::too_large;
        rest.remove_prefix(body_end + next.size());
    }
    return FormOutcome::read;
}

} // namespace

void read_target(Request& request, std::string_view target)
{
    if (!target.starts_with('/')) throw BadRequest("the target is no path");
    const auto path = target.substr(0, target.find('?'));
    if (path.find('#') != std::string_view::npos) throw BadRequest("the target holds a fragment");
    request.path = path;
    if (path.size() < target.size())
        request.query = read_urlencoded(target.substr(path.size() + 1));
}

Fields read_cookies(std::string_view header)
{
    Fields cookies;
    for (const auto& pair : split(header, ';')) {
        const auto text = trim(pair);
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) continue;
        cookies.add(std::string(text.substr(0, equals)), std::string(text.substr(equals + 1)));
    }
    return cookies;
}

FormOutcome read_form(Request& request)
{
    const std::string type(request.headers["content-type"]);
    const auto kind = to_lower(trim(std::string_view(type).substr(0, type.find(';'))));
    if (kind == "application/x-www-form-urlencoded") {
        request.form = read_urlencoded(request.body);
        return FormOutcome::read;
    }
    if (kind == "multipart/form-data")
        return read_multipart(request, header_parameter(type, "boundary").value_or(""));
    return FormOutcome::read;
}

} // namespace tiendo::web
