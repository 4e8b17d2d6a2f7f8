#include "base/text.hpp"
#include "domain/report/contradictions.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/gathered.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_sections.hpp"
#include "domain/report/reported_tasks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

class Assessment {
public:
    explicit Assessment(ReportWriter& report)
        : report_(report), material_(report.material()),
          final_(is_last_period(material_.period, material_.plan))
    {
    }

    void write()
    {
        report_.part("IV.", "report.assessment");
        report_.heading("1.", report_.say("report.strengths"));
        met_bullet();
        own_and_gathered("strengths", "assessment/strengths");
        report_.heading("2.", report_.say("report.shortcomings"));
        unmet_bullet();
        overdue_bullet();
        missing_bullet();
        contradictions_bullet();
        own_and_gathered("shortcomings", "assessment/shortcomings");
        report_.heading("3.", report_.say("report.causes"));
        own_and_gathered("causes", "assessment/causes");
        report_.part("V.", "report.direction");
        direction();
        own_and_gathered("direction", "assessment/direction");
        report_.part("VI.", "report.proposals");
        own_and_gathered("proposals", "proposals");
        polite_request();
        report_.leftovers("assessment/");
    }

private:
    std::vector<const MeasureFigure*> rows_with(Verdict verdict) const
    {
        std::vector<const MeasureFigure*> rows;
        for (const auto& row : material_.rows) {
            if (row.judgement.verdict == verdict) rows.push_back(&row);
        }
        return rows;
    }

    std::vector<const MeasureFigure*> rows_that(bool (*holds)(const Judgement&)) const
    {
        std::vector<const MeasureFigure*> rows;
        for (const auto& row : material_.rows) {
            if (holds(row.judgement)) rows.push_back(&row);
        }
        return rows;
    }

    std::vector<const MeasureFigure*> lacking_rows() const { return rows_that(is_lacking); }

    /// Before the plan's end: those that the line from the baseline shows to be late.
    std::vector<const MeasureFigure*> behind_rows() const
    {
        return rows_that([](const Judgement& judgement) {
            return is_lacking(judgement) && judgement.verdict != Verdict::not_met;
        });
    }

    static Runs count(std::size_t number, const char* part)
    {
        return {sourced(
            count_in_document(static_cast<std::int64_t>(number)), std::string("figures#") + part
        )};
    }

    static Runs tasks(int number, const char* part)
    {
        return {sourced(count_in_document(number), std::string("tasks#") + part)};
    }

    /// "2.1 (tỷ lệ lao động nữ làm công hưởng lương), …"
    Runs list_of(const std::vector<const MeasureFigure*>& rows) const
    {
        Runs runs;
        for (const auto* row : rows) {
            if (!runs.empty()) append(runs, {plain("; ")});
            append(
                runs,
                {plain(without_capital(subject_of(*row, report_.words())) + " ("),
                 sourced(row->measure.id.str(), row->measure.id.str() + "#name"),
                 plain(")")}
            );
        }
        return runs;
    }

    static Runs ids_of(const std::vector<const MeasureFigure*>& rows)
    {
        Runs runs;
        for (const auto* row : rows) {
            if (!runs.empty()) append(runs, {plain(", ")});
            const auto& id = row->measure.id.str();
            append(runs, {sourced(id, id + "#name")});
        }
        return runs;
    }

    void met_bullet()
    {
        const auto met = rows_with(Verdict::met);
        if (met.empty() || !final_) return;
        report_.bullet(
            "assessment/met",
            sentence(
                report_.words(),
                "assessment.met",
                {{"count", {sourced(std::to_string(met.size()), "figures#met")}},
                 {"all", {sourced(std::to_string(material_.rows.size()), "figures#all")}}}
            )
        );
    }

    void unmet_bullet()
    {
        const auto unmet = final_ ? lacking_rows() : behind_rows();
        if (unmet.empty()) return;
        report_.bullet(
            "assessment/unmet",
            sentence(
                report_.words(),
                final_ ? "assessment.unmet" : "assessment.behind",
                {{"count",
                  {sourced(
                      std::to_string(unmet.size()), final_ ? "figures#not_met" : "figures#behind"
                  )}},
                 {"all", {sourced(std::to_string(material_.rows.size()), "figures#all")}},
                 {"list", list_of(unmet)}}
            )
        );
    }

    void overdue_bullet()
    {
        const auto sum = count_tasks(reported_tasks(material_), local_time(material_.now).day);
        if (sum.overdue == 0 && sum.late == 0) return;
        auto runs =
            sum.overdue == 0
                ? sentence(report_.words(), "assessment.late", {{"count", tasks(sum.late, "late")}})
                : sentence(
                      report_.words(),
                      sum.late == 0 ? "assessment.overdue" : "assessment.overdue_and_late",
                      {{"count", tasks(sum.overdue, "overdue")}, {"late", tasks(sum.late, "late")}}
                  );
        report_.bullet("assessment/overdue", std::move(runs));
    }

    void missing_bullet()
    {
        const auto no_data = rows_with(Verdict::no_data);
        if (no_data.empty()) return;
        report_.bullet(
            "assessment/no_data",
            sentence(
                report_.words(),
                "assessment.no_data",
                {{"count", count(no_data.size(), "no_data")}, {"list", list_of(no_data)}}
            )
        );
    }

    void contradictions_bullet()
    {
        const auto found = contradictions(material_.rows, material_.directory);
        if (found.empty()) return;
        report_.bullet(
            "assessment/contradictions",
            sentence(
                report_.words(),
                "assessment.contradictions",
                {{"list", contradiction_words(found, material_, report_.words())}}
            )
        );
    }

    void direction()
    {
        report_.paragraph("direction", {plain(report_.say("report.direction_text"))});
        const auto open = lacking_rows();
        if (!open.empty()) {
            // What stands in full among the shortcomings is not told twice.
            report_.bullet(
                "direction/unmet",
                final_ ? sentence(
                             report_.words(),
                             "direction.unmet_named",
                             {{"count", count(open.size(), "not_met")}, {"list", ids_of(open)}}
                         )
                       : sentence(report_.words(), "direction.unmet", {{"list", list_of(open)}})
            );
        }
        const auto sum = count_tasks(reported_tasks(material_), local_time(material_.now).day);
        const int left = sum.overdue + sum.under_way;
        if (left > 0) {
            report_.bullet(
                "direction/tasks",
                sentence(report_.words(), "direction.tasks", {{"count", tasks(left, "left")}})
            );
        }
        report_.leftovers("direction/");
    }

    /// The Front and the mass organisations are not told to report: they are asked.
    void polite_request()
    {
        const auto reporters = reporters_of(material_);
        if (reporters.cooperating.empty()) return;
        report_.bullet(
            "proposals/cooperation",
            sentence(
                report_.words(),
                "report.ask_to_cooperate",
                {{"units",
                  {sourced(
                      names_in_document(
                          reporters.cooperating, material_.directory, report_.words()
                      ),
                      "reports#cooperating"
                  )}}}
            )
        );
    }

    void own_and_gathered(const std::string& part, const std::string& own_key)
    {
        report_.bullet(own_key, {});
        for (const auto& bullet : gathered_bullets(material_, part))
            report_.bullet(bullet.key(), gathered_words(bullet, material_, report_.words()));
        report_.leftovers("gathered/" + part + "/");
    }

    ReportWriter& report_;
    const ReportMaterial& material_;
    bool final_;
};

} // namespace

void write_assessment(ReportWriter& report)
{
    Assessment(report).write();
}

} // namespace tiendo
