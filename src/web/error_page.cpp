#include "web/error_page.hpp"

#include "web/context.hpp"
#include "web/json_text.hpp"

namespace tiendo::web {

namespace {

/// The messages of a status are error.<status>_title and error.<status>_advice.
std::string message_key(int status, std::string_view part)
{
    switch (status) {
    case 400:
    case 403:
    case 404:
    case 405:
    case 408:
    case 409:
    case 413:
    case 422:
    case 423:
    case 431:
    case 500:
    case 503:
        return "error.status_" + std::to_string(status) + "_" + std::string(part);
    default:
        return "error.status_500_" + std::string(part);
    }
}

Response api_error(int status, const std::string& message)
{
    return json(
        R"({"httpStatusCode":)" + std::to_string(status) + R"(,"status":"ERROR","message":)" +
            json_text(message) + "}",
        status
    );
}

Response shown(const Request& request, int status, view::Object data)
{
    Context context{
        .words = Wording(Messages::embedded(), request.language), .path = request.path, .frame = {}
    };
    return html(context.page("error", std::move(data)), status);
}

} // namespace

int status_of(Refusal refusal)
{
    switch (refusal) {
    case Refusal::forbidden:
        return 403;
    case Refusal::not_found:
        return 404;
    case Refusal::conflict:
        return 409;
    case Refusal::too_large:
        return 413;
    case Refusal::invalid:
    case Refusal::unreadable:
        return 422;
    }
    return 422;
}

Response error_page(const Request& request, int status, const Error& error)
{
    const Wording words(Messages::embedded(), request.language);
    view::List sentences;
    std::string joined;
    for (const auto& problem : error.problems) {
        sentences.emplace_back(words.sentence(problem));
        joined += (joined.empty() ? "" : " ") + words.sentence(problem);
    }
    const auto title = words.text(message_key(status, "title"));
    if (request.path.starts_with("/api/"))
        return api_error(status, joined.empty() ? title : joined);
    const bool has_sentences = !sentences.empty();
    return shown(
        request,
        status,
        {{"title", title},
         {"has_sentences", has_sentences},
         {"sentences", std::move(sentences)},
         {"advice", words.text(message_key(status, "advice"))}}
    );
}

Response incident_page(const Request& request, int status, std::string_view number)
{
    const Wording words(Messages::embedded(), request.language);
    const auto title = words.text("error.incident_title", {{"number", std::string(number)}});
    if (request.path.starts_with("/api/")) return api_error(status, title);
    return shown(
        request,
        status,
        {{"title", title},
         {"has_sentences", false},
         {"advice", words.text(message_key(status, "advice"))}}
    );
}

void show_problems(view::Object& data, const Error& error, const Wording& words)
{
    show_problems(data, error, words, [](const std::string& place) { return "#" + place; });
}

void show_problems(
    view::Object& data, const Error& error, const Wording& words, const AddressOfPlace& address_of
)
{
    view::List problems;
    for (const auto& problem : error.problems)
        problems.emplace_back(view::Object{
            {"text", words.sentence(problem)},
            {"has_place", !problem.place.empty()},
            {"address", address_of(problem.place)}
        });
    data.set("has_problems", !problems.empty());
    data.set("problems", std::move(problems));
}

} // namespace tiendo::web
