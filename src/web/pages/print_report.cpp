#include "web/pages/print_report.hpp"

#include "base/text.hpp"
#include "web/pages/report_view.hpp"

namespace tiendo::web {
namespace {

/// "PHÓ CHỦ TỊCH" signs for a commune, the head for an agency; the name is written by hand.
std::string signer_of(const Unit& unit, const Wording& words)
{
    switch (unit.kind) {
    case UnitKind::commune:
    case UnitKind::committee:
        return words.text("print.signer_committee");
    case UnitKind::front:
    case UnitKind::mass_organisation:
        return words.text("print.signer_organisation");
    case UnitKind::agency:
    case UnitKind::police:
        return words.text("print.signer_agency");
    }
    return {};
}

/// "Sa Loong, ngày 11 tháng 12 năm 2023"
std::string place_and_day(const ReportPage& page, Instant at, const Wording& words)
{
    const auto day = local_time(at).day;
    const auto two = [](unsigned number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return words.text(
        "print.place_and_day",
        {{"place", page.unit.short_name},
         {"day", two(static_cast<unsigned>(day.day()))},
         {"month", std::to_string(static_cast<unsigned>(day.month()))},
         {"year", std::to_string(static_cast<int>(day.year()))}}
    );
}

} // namespace

Result<Response> get_printed_report(Visit& visit, const Request& request)
{
    const auto of = report_named(request);
    auto loaded = visit.read([&](app::Work& work) { return load_report_page(work, of); });
    const auto page = TRY(std::move(loaded));
    // An official paper is Vietnamese, whatever the language of the screens.
    Visit printed = visit;
    printed.words = Wording(visit.words.messages(), Language::vietnamese);
    const auto& words = printed.words;
    const bool is_handed_in = page.report.newest && !is_unsent(page.report.state.stage);
    view::Object data;
    data.set("title", words.text("print.title", {{"period", words.period(of.period)}}));
    show_report_head(data, page, printed);
    data.set("unit_capitals", to_upper(page.unit.name));
    data.set(
        "place_and_day",
        place_and_day(page, is_handed_in ? page.report.newest->at : page.now, words)
    );
    data.set("period_in_sentence", to_lower(words.period(of.period)));
    data.set("signer", signer_of(page.unit, words));
    data.set("is_draft", !is_handed_in);
    data.set("receipt", is_handed_in ? page.report.newest->id : std::string{});
    show_answers(data, page, answers_to_show(page.report), nullptr, words);
    return html(printed.page("print_report", data));
}

} // namespace tiendo::web
