#include "app/chase/notices.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/chase_notices.hpp"
#include "web/pages/chase_pages.hpp"

#include <array>
#include <charconv>

namespace tiendo::web {

namespace {

constexpr std::array kinds{
    RungKind::reminder, RungKind::overdue, RungKind::head_list, RungKind::letter, RungKind::estimate
};
constexpr std::size_t empty_rows = 2;

std::optional<int> whole(std::string_view text)
{
    text = trim(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    // A typed minus may be the printed one.
    const auto plain = replace_all(std::string(text), "\u2212", "-");
    int number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
    return number;
}

view::List kind_choices(std::optional<RungKind> chosen, const Wording& words)
{
    view::List choices;
    for (const auto kind : kinds)
        choices.emplace_back(view::Object{
            {"value", name_of(kind)},
            {"label", words.text(std::string("rung.") + name_of(kind))},
            {"is_chosen", chosen == kind}
        });
    return choices;
}

struct TypedRung {
    std::optional<RungKind> kind{};
    std::string days{};
    bool by_mail = false;
};

std::vector<TypedRung> typed_rungs(const Fields& form)
{
    std::vector<TypedRung> rungs;
    const auto names = form.all("kind");
    const auto days = form.all("days");
    for (std::size_t i = 0; i < names.size() && i < days.size(); ++i)
        rungs.push_back(
            {rung_kind_named(names[i]), days[i], form.has("by_mail_" + std::to_string(i))}
        );
    return rungs;
}

std::vector<TypedRung> as_typed(const Ladder& ladder)
{
    std::vector<TypedRung> rungs;
    for (const auto& rung : ladder.rungs)
        rungs.push_back({rung.kind, std::to_string(rung.working_days), rung.by_mail});
    return rungs;
}

Result<Ladder> ladder_in(const Fields& form)
{
    Ladder ladder;
    ladder.is_automatic = form.has("automatic");
    const auto link_days = whole(form["link_days"]);
    if (!link_days)
        return refuse(Refusal::invalid, "ladder.link_days_not_possible", {}, "link_days");
    ladder.link_days = *link_days;
    for (const auto& typed : typed_rungs(form)) {
        if (squeeze(typed.days).empty()) continue;
        const auto days = whole(typed.days);
        if (!days || !typed.kind)
            return refuse(
                Refusal::invalid, "ladder.days_not_understood", {{"text", typed.days}}, "days"
            );
        ladder.rungs.push_back({*typed.kind, *days, typed.by_mail});
    }
    return ladder;
}

view::List rung_rows(std::vector<TypedRung> rungs, const Wording& words)
{
    for (std::size_t i = 0; i < empty_rows; ++i)
        rungs.push_back({});
    view::List rows;
    for (std::size_t i = 0; i < rungs.size(); ++i)
        rows.emplace_back(view::Object{
            {"index", std::to_string(i)},
            {"number", std::to_string(i + 1)},
            {"kinds", kind_choices(rungs[i].kind, words)},
            {"days", rungs[i].days},
            {"by_mail", rungs[i].by_mail}
        });
    return rows;
}

Result<Response> shown(Visit& visit, const Request& request, const Error* error)
{
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(chase_named(work, request));
        const auto kept = TRY(app::ladder_of(work, of.plan));
        const bool is_fresh = error == nullptr;
        show_way_to_chase(visit, of);
        view::Object data{
            {"title", words.text("ladder.title")},
            {"action", of.page("lich-nhac")},
            {"period_id", of.period.str()},
            {"revision", std::to_string(kept.revision)},
            {"is_automatic", is_fresh ? kept.ladder.is_automatic : request.form.has("automatic")},
            {"link_days",
             is_fresh ? std::to_string(kept.ladder.link_days)
                      : std::string(request.form["link_days"])},
            {"rungs", rung_rows(is_fresh ? as_typed(kept.ladder) : typed_rungs(request.form), words)
            },
            {"has_problems", false},
        };
        if (error != nullptr) show_problems(data, *error, words);
        return html(
            visit.page("chase_ladder", std::move(data)), is_fresh ? 200 : status_of(error->kind)
        );
    });
}

} // namespace

Result<Response> get_ladder(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr);
}

Result<Response> post_ladder(Visit& visit, const Request& request)
{
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    const auto ladder = ladder_in(request.form);
    if (!ladder) return shown(visit, request, &ladder.error());
    const auto revision = whole(request.form["revision"]).value_or(0);
    const auto changed = visit.write([&](app::Work& work) {
        return app::change_ladder(work, of.plan, {*ladder, revision});
    });
    if (!changed) return shown(visit, request, &changed.error());
    return with_notice(
        see_other(of.addresses().page("don-doc")),
        ladder->is_automatic ? "ladder.kept_automatic" : "ladder.kept"
    );
}

} // namespace tiendo::web
