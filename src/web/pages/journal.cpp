#include "web/pages/journal.hpp"

#include "app/admin/journal.hpp"
#include "web/percent.hpp"
#include "web/visit.hpp"

#include <charconv>

namespace tiendo::web {

namespace {

std::string verb_words(const Visit& visit, const std::string& verb)
{
    const auto key = "journal_verb." + verb;
    return visit.words.messages().has(visit.words.language(), key) ? visit.words.text(key) : verb;
}

app::JournalFilter filter_in(const Request& request)
{
    app::JournalFilter filter;
    filter.by = request.query["nguoi"];
    filter.verb = request.query["viec"];
    filter.unit = UnitId(std::string(request.query["don-vi"]));
    const auto before = request.query["truoc"];
    std::from_chars(before.data(), before.data() + before.size(), filter.before);
    return filter;
}

std::string query_of(const app::JournalFilter& filter, std::int64_t before)
{
    return "/nhat-ky?nguoi=" + percent_encode(filter.by) + "&viec=" + percent_encode(filter.verb) +
           "&don-vi=" + percent_encode(filter.unit.str()) + "&truoc=" + std::to_string(before);
}

/// The operator at the machine itself has no account.
std::string person_words(const Visit& visit, const app::JournalLine& line)
{
    if (!line.by_name.empty()) return line.by_name;
    return line.by == "console" ? visit.words.text("journal.console") : line.by;
}

view::Object line_view(const Visit& visit, const app::JournalLine& line)
{
    return {
        {"number", std::to_string(line.number)},
        {"moment", visit.words.moment(line.at)},
        {"by", person_words(visit, line)},
        {"login", line.by},
        {"verb", verb_words(visit, line.verb)},
        {"unit", line.unit_name},
        {"has_period", !line.period.empty()},
        {"period", line.period.empty() ? "" : visit.words.period(line.period)},
        {"thing", line.thing == line.by ? std::string() : line.thing},
        {"has_detail", line.detail != "{}" && !line.detail.empty()},
        {"detail", line.detail},
    };
}

view::List
verb_choices(const Visit& visit, const std::vector<std::string>& verbs, const std::string& chosen)
{
    view::List choices;
    for (const auto& verb : verbs)
        choices.emplace_back(view::Object{
            {"value", verb}, {"label", verb_words(visit, verb)}, {"is_chosen", verb == chosen}
        });
    return choices;
}

} // namespace

Result<Response> get_journal(Visit& visit, const Request& request)
{
    const auto filter = filter_in(request);
    const auto page = TRY(visit.read([&](app::Work& work) { return app::journal(work, filter); }));
    view::List lines;
    for (const auto& line : page.lines)
        lines.emplace_back(line_view(visit, line));
    view::Object data{
        {"title", visit.words.text("journal.title")},
        {"by", filter.by},
        {"verbs", verb_choices(visit, page.verbs, filter.verb)},
        {"has_lines", !lines.empty()},
        {"lines", std::move(lines)},
        {"has_older", page.older > 0},
        {"older_path", query_of(filter, page.older)},
    };
    if (request.query.has("kiem-tra")) {
        const auto check =
            TRY(visit.read([](app::Work& work) { return app::check_journal(work); }));
        const bool holds = check.broken_at == 0;
        data.set("is_checked", true);
        data.set("holds", holds);
        data.set(
            "check",
            holds
                ? visit.words.text("journal.holds", {{"count", std::to_string(check.entries)}})
                : visit.words.text("journal.broken", {{"number", std::to_string(check.broken_at)}})
        );
    }
    return html(visit.page("journal", std::move(data)));
}

} // namespace tiendo::web
