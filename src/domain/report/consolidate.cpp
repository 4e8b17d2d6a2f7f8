#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/office_names.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_sections.hpp"
#include "domain/report/run_walk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

class Composer {
public:
    Composer(const ReportMaterial& material, const OfficialWords& say)
        : material_(material), say_(say), report_(material, say)
    {
    }

    OfficialDocument compose()
    {
        head();
        opening();
        coverage();
        write_leadership(report_);
        results();
        write_tasks(report_);
        write_assessment(report_);
        report_.paragraph(
            "closing",
            {plain(say_(
                "report.closing",
                {{"issuer", material_.setup.issuer}, {"title", without_capital(document_.subject)}}
            ))}
        );
        document_.body = report_.done();
        document_.annexes = annexes_of(material_, say_);
        return std::move(document_);
    }

private:
    void head()
    {
        document_ = document_with(material_.setup);
        document_.type_name = say_("report.type_name", {});
        document_.subject = subject();
        document_.mark = material_.mark;
    }

    std::string subject() const
    {
        return subject_of_report(material_.plan.head.title, material_.period.id, say_);
    }

    void opening()
    {
        const auto& head = material_.plan.head;
        const WordArguments arguments{
            {"number", head.number.empty() ? say_("report.blank", {}) : head.number},
            {"symbol", head.symbol},
            {"date", head.date ? vietnamese_date(*head.date) : say_("report.blank_date", {})},
            {"plan_issuer", head.issuer},
            {"title", without_capital(head.title)},
            {"issuer", material_.setup.issuer},
            {"period", period_in_document(material_.period.id, say_)},
            {"from", vietnamese_date(material_.period.window.from)},
            {"to", vietnamese_date(material_.period.window.to)}
        };
        const bool estimated = std::ranges::any_of(material_.rows, [](const MeasureFigure& row) {
            return row.figure.estimated;
        });
        auto words = say_("report.opening", arguments);
        if (estimated) words += say_("report.opening_estimated", arguments);
        report_.paragraph("opening", {plain(words + say_("report.opening_end", {}))});
    }

    Runs names(const std::vector<UnitId>& units, const char* part) const
    {
        return {sourced(
            names_in_document(units, material_.directory, say_), std::string("reports#") + part
        )};
    }

    /// Who has reported, and by rank who has not.
    void coverage()
    {
        const auto reporters = reporters_of(material_);
        auto runs = sentence(
            say_,
            reporters.is_complete() ? "report.all_reported" : "report.some_reported",
            {{"time",
              {sourced(
                  say_(
                      "report.moment",
                      {{"time", clock_time(material_.now)},
                       {"day", vietnamese_date(local_time(material_.now).day)}}
                  ),
                  std::string(clock_source)
              )}},
             {"count",
              {sourced(
                  fmt::format("{}/{}", reporters.reported(), reporters.expected()), "reports#count"
              )}}}
        );
        const auto add = [&](const char* key, const std::vector<UnitId>& units, const char* part) {
            if (units.empty()) return;
            const auto day = vietnamese_date(local_time(material_.period.deadline).day);
            append(
                runs, sentence(say_, key, {{"units", names(units, part)}, {"day", {plain(day)}}})
            );
        };
        add("report.overdue", reporters.overdue, "overdue");
        add("report.not_yet", reporters.not_yet, "not_yet");
        add("report.returned", reporters.returned, "returned");
        add("report.separate", reporters.separate, "separate");
        add("report.cooperating", reporters.cooperating, "cooperating");
        add("report.excluded", reporters.excluded, "excluded");
        if (!reporters.is_complete()) append(runs, {plain(say_("report.missing_annex", {}))});
        report_.paragraph("coverage", std::move(runs));
    }

    void results()
    {
        report_.part("II.", "report.results");
        report_.paragraph("results/summary", verdict_summary());
        int number = 0;
        for (const auto& objective : material_.plan.objectives) {
            report_.heading(fmt::format("{}.", ++number), objective.title);
            for (const auto& row : material_.rows) {
                if (row.measure.objective == objective.id) measure(row);
            }
        }
        for (const auto& row : material_.rows) {
            const bool has_objective =
                std::ranges::find(
                    material_.plan.objectives, row.measure.objective, &Objective::id
                ) != material_.plan.objectives.end();
            if (!has_objective) measure(row);
        }
        report_.leftovers("result/");
    }

    void measure(const MeasureFigure& row)
    {
        auto paragraph = measure_paragraph(row, material_, say_);
        report_.bullet(std::move(paragraph.key), std::move(paragraph.runs));
    }

    Runs verdict_summary() const
    {
        const auto counts = count_verdicts(material_.rows);
        const bool final = std::ranges::none_of(material_.rows, [](const MeasureFigure& row) {
            return row.judgement.early;
        });
        const std::pair<Verdict, const char*> kinds[] = {
            {Verdict::met, final ? "met" : "met_early"},
            {Verdict::on_track, "on_track"},
            {Verdict::at_risk, "at_risk"},
            {Verdict::behind, "behind"},
            {Verdict::not_met, final ? "not_met" : "under_way"},
            {Verdict::not_arising, "not_arising"},
            {Verdict::no_source, "no_source"},
            {Verdict::not_judged, "not_judged"},
            {Verdict::no_data, "no_data"},
        };
        Runs parts;
        for (const auto& [verdict, name] : kinds) {
            const auto found = counts.find(verdict);
            if (found == counts.end()) continue;
            if (!parts.empty()) append(parts, {plain(", ")});
            append(
                parts,
                sentence(
                    say_,
                    std::string("summary.") + name,
                    {{"count",
                      {sourced(count_in_document(found->second), std::string("figures#") + name)}}}
                )
            );
        }
        return sentence(
            say_,
            "report.verdict_summary",
            {{"rows", {sourced(std::to_string(material_.rows.size()), "figures#all")}},
             {"parts", parts}}
        );
    }

    const ReportMaterial& material_;
    const OfficialWords& say_;
    ReportWriter report_;
    OfficialDocument document_;
};

} // namespace

OfficialDocument consolidate(const ReportMaterial& material, const OfficialWords& say)
{
    return Composer(material, say).compose();
}

} // namespace tiendo
