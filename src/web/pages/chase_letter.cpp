#include "web/pages/chase_letter.hpp"

#include "app/chase/letters.hpp"
#include "base/day_text.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/gate.hpp"
#include "web/pages/chase_pages.hpp"
#include "web/views/paper.hpp"

namespace tiendo::web {

namespace {

constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const Fields& fields_of(const Request& request)
{
    return request.method == Method::get ? request.query : request.form;
}

app::LetterWanted letter_in(const Request& request)
{
    const auto& fields = fields_of(request);
    app::LetterWanted wanted;
    if (fields["issuer"] == "committee") wanted.issuer = LetterIssuer::committee;
    wanted.units = chosen_units(request);
    wanted.asked_by = typed_hour(fields["asked_by"]);
    wanted.number = squeeze(fields["number"]);
    wanted.date = read_typed_day(fields["date"]);
    return wanted;
}

Result<Response> shown(Visit& visit, const Request& request, const Error* error)
{
    const auto& words = visit.words;
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto of = TRY(chase_named(work, request));
        const auto chase = TRY(app::chase(work, of.plan, of.period));
        const auto wanted = letter_in(request);
        const auto draft = app::draft_letter(work, of.plan, of.period, wanted);
        const auto* refused = error != nullptr ? error : draft ? nullptr : &draft.error();
        const auto& fields = fields_of(request);
        show_way_to_chase(visit, of);
        view::Object data{
            {"title", words.text("letter.title")},
            {"action", of.page("cong-van")},
            {"period_id", of.period.str()},
            {"units", chosen_view(chase, wanted.units)},
            {"is_committees", wanted.issuer == LetterIssuer::committee},
            {"asked_by", fields["asked_by"]},
            {"number", fields["number"]},
            {"date", fields["date"]},
            {"has_draft", draft.has_value()},
            {"has_problems", false},
        };
        if (draft) data.set("paper_markup", view::paper(*draft, {}, words));
        if (refused != nullptr) show_problems(data, *refused, words);
        return html(
            visit.page("chase_letter", std::move(data)),
            refused == nullptr ? 200 : status_of(refused->kind)
        );
    });
}

} // namespace

Result<Response> get_letter(Visit& visit, const Request& request)
{
    return shown(visit, request, nullptr);
}

Result<Response> post_letter(Visit& visit, const Request& request)
{
    const auto of = TRY(visit.read([&](app::Work& work) { return chase_named(work, request); }));
    const auto wanted = letter_in(request);
    if (request.form["act"] == "record") {
        const auto recorded = visit.write([&](app::Work& work) {
            return app::record_letter(work, of.plan, of.period, wanted);
        });
        if (!recorded) return shown(visit, request, &recorded.error());
        return with_notice(
            see_other(of.page("nhat-ky")), "letter.recorded", {{"count", std::to_string(*recorded)}}
        );
    }
    if (request.form["act"] != "docx") return shown(visit, request, nullptr);
    auto file = visit.read([&](app::Work& work) {
        return app::letter_docx(work, of.plan, of.period, wanted);
    });
    if (!file) return shown(visit, request, &file.error());
    return download(std::move(*file), visit.words.text("letter.file_name"), docx_type);
}

} // namespace tiendo::web
