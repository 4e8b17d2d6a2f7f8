#include "web/pages/consolidated.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "app/consolidation/gathered_opinions.hpp"
#include "app/consolidation/plan_letters.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "base/text.hpp"
#include "domain/report/report_writer.hpp"
#include "web/error_page.hpp"
#include "web/pages/consolidated_difference.hpp"
#include "web/pages/consolidated_paths.hpp"
#include "web/pages/consolidated_source.hpp"
#include "web/pages/opinions.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/report_editor.hpp"
#include "web/pages/report_sources.hpp"
#include "web/pages/setup_fields.hpp"
#include "web/percent.hpp"
#include "web/views/paper.hpp"
#include "web/visit.hpp"

#include <array>

namespace tiendo::web {
namespace {

constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What the office may add where nothing was computed.
constexpr std::array<std::string_view, 4> free_keys{
    "assessment/strengths", "assessment/shortcomings", "assessment/causes", "proposals"
};

std::string head_text(const OfficialDocument& document, std::string_view field)
{
    if (field == "superior") return document.superior;
    if (field == "issuer") return document.issuer_name;
    if (field == "number") return document.number;
    if (field == "symbol") return document.symbol;
    if (field == "place") return document.place;
    if (field == "date") return document.date ? vietnamese_date(*document.date) : std::string{};
    if (field == "addressees") return join(document.addressees, "\n");
    if (field == "recipients") return join(document.recipients, "\n");
    if (field == "file_copy") return document.file_copy;
    if (field == "signing") return join(document.signing, "\n");
    return document.signer_name;
}

using OpinionCounts = std::vector<std::pair<std::string, int>>;

/// "CÔNG TÁC LÃNH ĐẠO" as "Công tác lãnh đạo": capitals all along are for the paper.
std::string with_one_capital(const std::string& text)
{
    return with_capital(to_lower(text));
}

/// Draws the page of one report.
class ReportPage {
public:
    ReportPage(
        Visit& visit,
        const PlanId& plan,
        const PeriodId& period,
        const app::ConsolidatedReport& report,
        const OpinionCounts& counts
    )
        : visit_(visit), plan_(plan), period_(period), report_(report), counts_(counts)
    {
    }

    std::string draw() const
    {
        const bool may_write = may(visit_.actor, Right::write_report);
        view::PaperMargins margins;
        margins.changed_since = newest_words();
        margins.link = [this](const std::string& source) {
            return address_of_source(source, plan_, period_);
        };
        if (may_write)
            margins.below = [this](const Paragraph& paragraph) {
                return report_editor(
                    visit_, report_path(plan_, period_, "noi-dung"), report_, paragraph
                );
            };
        return visit_.page(
            "consolidated",
            {{"title",
              visit_.words.text("consolidated.title", {{"period", visit_.words.period(period_)}})},
             {"may_write", may_write},
             {"docx_path", report_path(plan_, period_, "bao-cao.docx")},
             {"issuing_path",
              "/ke-hoach/" + percent_encode(plan_.str()) +
                  "/phat-hanh?ky=" + percent_encode(period_.str())},
             {"difference_path", report_path(plan_, period_, "so-sanh")},
             {"last_period_path", report_path(plan_, period_, "so-sanh") + "?voi=ky-truoc"},
             {"freeze_path", report_path(plan_, period_, "phien-ban")},
             {"text_path", report_path(plan_, period_, "noi-dung")},
             {"has_changes", report_.changes > 0},
             {"changes",
              visit_.words.text(
                  "consolidated.changes",
                  {{"count", std::to_string(report_.changes)}, {"since", newest_words()}}
              )},
             {"has_versions", !report_.versions.empty()},
             {"versions", versions()},
             {"head_fields", head_rows()},
             {"free_texts", free_rows()},
             {"contents", contents()},
             {"opinion_links", opinion_links(counts_, plan_, period_, {}, visit_.words)},
             {"paper_markup", view::paper(report_.document, margins, visit_.words)}}
        );
    }

private:
    std::string newest_words() const
    {
        if (report_.versions.empty()) return {};
        const auto& newest = report_.versions.front();
        return visit_.words.text(
            "consolidated.version_of",
            {{"number", std::to_string(newest.number)}, {"moment", visit_.words.moment(newest.at)}}
        );
    }

    view::List versions() const
    {
        view::List rows;
        for (const auto& version : report_.versions) {
            rows.emplace_back(view::Object{
                {"number", std::to_string(version.number)},
                {"moment", visit_.words.moment(version.at)},
                {"by", version.by},
                {"difference_path",
                 report_path(plan_, period_, "so-sanh") + "?voi=" + std::to_string(version.number)},
                {"path",
                 report_path(
                     plan_, period_, "phien-ban/" + std::to_string(version.number) + "/bao-cao.docx"
                 )}
            });
        }
        return rows;
    }

    view::List head_rows() const
    {
        view::List rows;
        for (const auto field : setup_fields) {
            const auto key = "setup/" + std::string(field);
            const bool is_list =
                field == "addressees" || field == "recipients" || field == "signing";
            rows.emplace_back(view::Object{
                {"key", key},
                {"id", "setup-" + std::string(field)},
                {"label", visit_.words.text("consolidated.field_" + std::string(field))},
                {"text", head_text(report_.document, field)},
                {"revision", revision_of(report_, key)},
                {"is_list", is_list}
            });
        }
        return rows;
    }

    view::List free_rows() const
    {
        view::List rows;
        for (const auto key : free_keys) {
            if (report_.texts.contains(std::string(key))) continue;
            rows.emplace_back(view::Object{
                {"key", key},
                {"id", "text-" + slug(key)},
                {"label",
                 visit_.words.text(
                     "consolidated.free_" + std::string(key.substr(key.find('/') + 1))
                 )}
            });
        }
        return rows;
    }

    /// Where in the report each part and annex begins.
    view::List contents() const
    {
        view::List list;
        int number = 0;
        for (const auto& block : report_.document.body) {
            const auto* heading = std::get_if<Heading>(&block);
            if (heading == nullptr) continue;
            const auto id = view::heading_id(++number);
            if (heading->level > 1) continue;
            list.emplace_back(view::Object{
                {"path", "#" + id}, {"text", heading->label + " " + with_one_capital(heading->text)}
            });
        }
        number = 0;
        for (const auto& annex : report_.document.annexes) {
            list.emplace_back(view::Object{
                {"path", "#" + view::annex_id(++number)}, {"text", annex.label + ". " + annex.title}
            });
        }
        return list;
    }

    Visit& visit_;
    const PlanId& plan_;
    const PeriodId& period_;
    const app::ConsolidatedReport& report_;
    const OpinionCounts& counts_;
};

Result<Response> get_consolidated(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    return visit.read([&](app::Work& work) -> Result<Response> {
        auto period = PeriodId(std::string(request.query["ky"]));
        if (period.empty()) period = TRY(app::period_to_show(work, plan)).id;
        auto report = TRY(app::consolidated_report(work, plan, period));
        for (auto& version : report.versions)
            version.by = app::person_named(work, version.by);
        for (auto& [key, text] : report.texts)
            text.by = app::person_named(work, text.by);
        const auto counts = TRY(app::count_opinions(work, plan, period));
        return html(ReportPage(visit, plan, period, report, counts).draw());
    });
}

Result<Response> post_text(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto period = period_in_path(request);
    const std::string key(request.form["key"]);
    TRY(visit.write([&](app::Work& work) -> Result<Done> {
        if (request.form.has("restore")) return app::remove_report_text(work, plan, period, key);
        return app::put_report_text(
            work,
            plan,
            period,
            {key,
             std::string(request.form["text"]),
             std::string(request.form["reason"]),
             whole_number(request.form["revision"]).value_or(0)}
        );
    }));
    return see_other(report_path(plan, period) + "#text-" + slug(key));
}

Result<Response> post_version(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto period = period_in_path(request);
    TRY(visit.write([&](app::Work& work) { return app::freeze_report(work, plan, period); }));
    return see_other(report_path(plan, period));
}

std::string file_name(const PeriodId& period)
{
    return "bao-cao-tong-hop-" + period.str() + ".docx";
}

Result<Response> get_docx(Visit& visit, const Request& request)
{
    const auto period = period_in_path(request);
    auto bytes = TRY(visit.read([&](app::Work& work) {
        return app::report_docx(work, plan_in_path(request), period);
    }));
    return download(std::move(bytes), file_name(period), docx_type);
}

Result<Response> get_version_docx(Visit& visit, const Request& request)
{
    const auto period = period_in_path(request);
    const auto number = whole_number(request.path_parameters["number"]);
    if (!number) return refuse(Refusal::not_found, "consolidated.no_such_version");
    auto bytes = TRY(visit.read([&](app::Work& work) {
        return app::report_docx(work, plan_in_path(request), period, *number);
    }));
    return download(std::move(bytes), file_name(period), docx_type);
}

Result<Response> get_contradiction_letter(Visit& visit, const Request& request)
{
    auto bytes = TRY(visit.read([&](app::Work& work) {
        return app::contradiction_letter_docx(work, plan_in_path(request));
    }));
    return download(std::move(bytes), "cong-van-de-nghi-xac-nhan.docx", docx_type);
}

Result<Response> get_reading_table(Visit& visit, const Request& request)
{
    auto bytes = TRY(visit.read([&](app::Work& work) {
        return app::reading_table_docx(work, plan_in_path(request));
    }));
    return download(std::move(bytes), "bang-doi-chieu.docx", docx_type);
}

constexpr std::array<Route, 11> routes{
    Route{
        Method::get,
        "/ke-hoach/{plan}/tong-hop/{period}/y-kien/{part}",
        get_opinions,
        Right::see_plan
    },
    Route{
        Method::post,
        "/ke-hoach/{plan}/tong-hop/{period}/y-kien/{part}",
        post_opinions,
        Right::write_report
    },
    Route{
        Method::get, "/ke-hoach/{plan}/tong-hop/{period}/so-sanh", get_difference, Right::see_plan
    },
    Route{
        Method::get,
        "/ke-hoach/{plan}/tong-hop/{period}/nguon/{table}",
        get_activity_source,
        Right::see_plan
    },
    Route{
        Method::get,
        "/ke-hoach/{plan}/ra-soat/cong-van-de-nghi-xac-nhan.docx",
        get_contradiction_letter,
        Right::see_plan
    },
    Route{
        Method::get,
        "/ke-hoach/{plan}/ra-soat/bang-doi-chieu.docx",
        get_reading_table,
        Right::see_plan
    },
    Route{Method::get, "/ke-hoach/{plan}/tong-hop", get_consolidated, Right::see_plan},
    Route{
        Method::post, "/ke-hoach/{plan}/tong-hop/{period}/noi-dung", post_text, Right::write_report
    },
    Route{
        Method::post,
        "/ke-hoach/{plan}/tong-hop/{period}/phien-ban",
        post_version,
        Right::write_report
    },
    Route{
        Method::get, "/ke-hoach/{plan}/tong-hop/{period}/bao-cao.docx", get_docx, Right::see_plan
    },
    Route{
        Method::get,
        "/ke-hoach/{plan}/tong-hop/{period}/phien-ban/{number}/bao-cao.docx",
        get_version_docx,
        Right::see_plan
    },
};

} // namespace

std::span<const Route> consolidated_routes()
{
    return routes;
}

} // namespace tiendo::web
