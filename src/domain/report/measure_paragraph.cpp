#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_writer.hpp"

namespace tiendo {
namespace {

constexpr std::int64_t few =
    1000; ///< below it people are named by their number: "còn thiếu 1 người"

/// Composes the sentence on one measure from parts that follow from its figure.
class MeasureSentence {
public:
    MeasureSentence(
        const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say
    )
        : row_(row), material_(material), say_(say), final_(!row.judgement.early)
    {
    }

    Runs write() const
    {
        if (row_.figure.parts.empty()) return without_value();
        auto runs = statement();
        append(runs, verdict());
        append(runs, change());
        append(runs, shortfall());
        append(runs, coverage());
        append(runs, {plain(".")});
        return runs;
    }

private:
    std::string source(const char* part) const { return row_.measure.id.str() + "#" + part; }

    Runs without_value() const
    {
        auto runs = sentence(
            say_,
            "report.without_value." + row_.judgement.rule.key.substr(5),
            {{"name", {plain(subject_of(row_, say_))}},
             {"reason", {plain(without_capital(row_.measure.no_source))}}}
        );
        append(runs, coverage());
        append(runs, {plain(".")});
        return runs;
    }

    bool is_met() const { return row_.judgement.verdict == Verdict::met; }
    bool is_on_course() const
    {
        const auto verdict = row_.judgement.verdict;
        return verdict == Verdict::on_track || verdict == Verdict::at_risk ||
               verdict == Verdict::behind;
    }
    bool is_judged() const
    {
        return is_met() || is_on_course() || row_.judgement.verdict == Verdict::not_met;
    }

    /// "Có chuyên mục hằng tháng": a clause is no subject of "đạt".
    bool is_a_clause() const
    {
        return to_lower(row_.indicator.name).starts_with(say_("measure.clause_start", {}) + " ");
    }

    /// "đạt" belongs to what is met; "ở mức" to what should be low.
    Runs statement() const
    {
        std::string key = "measure.";
        if (row_.figure.parts.size() > 1)
            key += "by_sex";
        else if (row_.indicator.shape == Shape::yes_no)
            key += "answered";
        else if (is_a_clause())
            key += "named";
        else if (wants_more(row_.measure) == false || !is_judged())
            key += "stands_at";
        else
            key += is_met() ? "reaches" : "comes_to";
        if (row_.figure.estimated && row_.indicator.shape != Shape::yes_no) key += "_estimated";
        return sentence(
            say_,
            key,
            {{"name", {plain(subject_of(row_, say_))}}, {"value", value_runs(row_, say_)}}
        );
    }

    Runs verdict() const
    {
        if (row_.judgement.verdict == Verdict::not_judged) return not_judged();
        if (!is_judged()) return {};
        const auto target = quantity_words(row_.measure, row_.indicator, say_);
        if (!final_ && row_.judgement.verdict == Verdict::not_met)
            return sentence(say_, "measure.plan_asks", {{"target", {plain(target)}}});
        const Slots slots{
            {"verdict", {sourced(verdict_words(row_, say_), source("verdict"))}},
            {"target", {plain(target)}}
        };
        if (!row_.measure.quantity) return sentence(say_, "measure.verdict_alone", slots);
        if (is_on_course()) return sentence(say_, "measure.on_course", slots);
        auto runs = sentence(say_, "measure.verdict", slots);
        const auto& failing = row_.judgement.failing_part;
        if (!failing.empty())
            append(
                runs, {plain(say_("measure.failing", {{"sex", sex_words(row_, failing, say_)}}))}
            );
        return runs;
    }

    Runs not_judged() const
    {
        const auto reason = without_capital(squeeze(row_.measure.not_judged));
        if (reason.empty()) return {plain(say_("measure.not_judged", {}))};
        const bool says_it = reason.find(say_("verdict.not_judged", {})) != std::string::npos;
        return {plain(
            say_(says_it ? "measure.not_judged_as" : "measure.not_judged_for", {{"reason", reason}})
        )};
    }

    /// A change that speaks against the verdict is joined by "tuy đã" or "song", so that it sounds
    /// neither better nor worse than it is.
    Runs change() const
    {
        const auto difference = change_from_last_year(row_, material_.period.id);
        if (!difference) return {};
        auto runs = change_said(*difference);
        append(runs, unlike_last_year());
        return runs;
    }

    Runs change_said(const Decimal& difference) const
    {
        if (difference.is_zero())
            return sentence(
                say_,
                "change.joined",
                {{"change", {sourced(say_("change.same", {}), source("change"))}}}
            );
        const bool up = difference > Decimal{};
        const auto amount = up ? difference : *subtract(Decimal{}, difference);
        const auto unit =
            row_.indicator.unit == "%" ? say_("report.points", {}) : row_.indicator.unit;
        const auto said = say_(
            up ? "change.up" : "change.down",
            {{"change", vietnamese_number(amount, row_.indicator.decimals) + " " + unit}}
        );
        const auto more = wants_more(row_.measure);
        const bool is_better = more && *more == up;
        std::string key = "change.joined";
        if (more && is_judged() && final_ && is_better != is_met())
            key = is_better ? "change.although" : "change.however";
        return sentence(say_, key, {{"change", {sourced(said, source("change"))}}});
    }

    /// Last year's figure of all is held against this year's of some: that is said.
    Runs unlike_last_year() const
    {
        const auto& last = row_.last_year(material_.period.id)->coverage;
        if (row_.figure.coverage.missing.empty() || last.reported <= row_.figure.coverage.reported)
            return {};
        return sentence(
            say_,
            "change.unlike",
            {{"count",
              {sourced(
                  std::to_string(last.reported) + "/" +
                      std::to_string(last.expected - last.not_applicable),
                  source("last_coverage")
              )}},
             {"noun", {plain(noun_of_units(row_.measure.suppliers, material_.directory, say_))}}}
        );
    }

    Runs shortfall() const
    {
        const auto& short_by = row_.judgement.short_by;
        if (!short_by || !final_ || *short_by <= Decimal{}) return {};
        for (const auto& part : row_.figure.parts) {
            const bool is_it = row_.judgement.failing_part.empty() ||
                               part.breakdown == row_.judgement.failing_part;
            if (!is_it || part.denominator >= Decimal(few)) continue;
            return sentence(
                say_,
                "measure.short",
                {{"count",
                  {sourced(
                      squeeze(count_in_document(*short_by) + " " + row_.indicator.counted),
                      source("short")
                  )}}}
            );
        }
        return {};
    }

    Runs coverage() const
    {
        const auto& coverage = row_.figure.coverage;
        if (coverage.missing.empty()) return {};
        const auto& suppliers = row_.measure.suppliers;
        const auto missing = names_in_document(coverage.missing, material_.directory, say_);
        if (suppliers.size() == 1) {
            if (!row_.figure.parts.empty()) return {};
            return sentence(say_, "report.awaited_from", {{"units", {plain(missing)}}});
        }
        return sentence(
            say_,
            "report.coverage_clause",
            {{"count",
              {sourced(
                  std::to_string(coverage.reported) + "/" +
                      std::to_string(coverage.expected - coverage.not_applicable),
                  source("coverage")
              )}},
             {"noun", {plain(noun_of_units(suppliers, material_.directory, say_))}},
             {"units", {plain(missing)}}}
        );
    }

    const MeasureFigure& row_;
    const ReportMaterial& material_;
    const OfficialWords& say_;
    bool final_;
};

} // namespace

Paragraph measure_paragraph(
    const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say
)
{
    Paragraph paragraph;
    paragraph.bulleted = true;
    paragraph.key = "result/" + row.measure.id.str();
    paragraph.runs = MeasureSentence(row, material, say).write();
    return paragraph;
}

} // namespace tiendo
