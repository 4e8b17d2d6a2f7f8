#include "web/views/explained_tree.hpp"

#include "base/text.hpp"
#include "web/views/html_builder.hpp"

#include <string>

namespace tiendo::web::view {
namespace {

constexpr int shown_decimals = 4;
/// Of more units only those that are asked for are drawn.
constexpr std::size_t units_max = 100;

class Tree {
public:
    Tree(const ExplainedSurroundings& around, const Wording& words) : around_(around), words_(words)
    {
    }

    void add(const Explained& one, const std::string& prefix = {})
    {
        html_.raw("<li>");
        const auto label = label_of(one);
        html_.text(
            prefix.empty() ? label
                           : words_.text("explained.named", {{"name", prefix}, {"what", label}})
        );
        html_.raw(" <strong>").text(result_of(one)).raw("</strong>");
        const auto outer = unit_;
        const auto outer_period = period_;
        if (one.kind == ExplainedKind::period) period_ = one.period;
        if (one.kind == ExplainedKind::unit) {
            unit_ = one.unit;
            add_link(unit_, around_.period, around_.measure.id, words_.text("explained.cell"));
        }
        if (is_typed_elsewhere(one)) add_links_elsewhere(one);
        add_parts(one);
        unit_ = outer;
        period_ = outer_period;
        html_.raw("</li>");
    }

    Markup done() { return html_.done(); }
    Html& html() { return html_; }

private:
    std::string number(const Fraction& value) const
    {
        if (const auto exact = value.as_decimal()) return words_.number(*exact);
        const auto rounded = value.rounded(shown_decimals);
        if (!rounded) return words_.text("explained.none_too_large");
        return words_.text("explained.about", {{"number", words_.number(*rounded)}});
    }

    std::string result_of(const Explained& one) const
    {
        if (!one.has_arisen) return words_.text("explained.not_arising");
        if (!one.outcome.value)
            return words_.text(std::string("explained.none_") + name_of(one.outcome.why));
        if (one.kind == ExplainedKind::condition)
            return words_.text(
                one.outcome.value->is_zero() ? "explained.not_met" : "explained.met"
            );
        return number(*one.outcome.value);
    }

    std::string gathered(const char* what, const Explained& one) const
    {
        static constexpr const char* ways[] = {"sum", "average", "minimum", "maximum"};
        return words_.text(
            std::string("explained.") + what + "_" + ways[static_cast<int>(one.way)],
            {{"count", std::to_string(one.parts.size())}}
        );
    }

    std::string unit_name(const UnitId& id) const
    {
        const auto* unit = around_.directory.find(id);
        return unit == nullptr ? id.str() : unit->short_name;
    }

    /// The entry whose number an element is.
    const Indicator* entry_of(const Explained& one) const
    {
        const auto& of = one.step.element.of;
        if (of.empty()) return &around_.indicator;
        const auto* measure = around_.plan.measure(one.measure.empty() ? of.measure : one.measure);
        return around_.library.find(measure == nullptr ? of.indicator : measure->indicator);
    }

    std::string element_label(const Explained& one) const
    {
        const auto& element = one.step.element;
        const auto* entry = entry_of(one);
        std::string meaning;
        if (entry != nullptr && (element.key == "num" || element.key == "value"))
            meaning = entry->numerator;
        if (entry != nullptr && element.key == "den") meaning = entry->denominator;
        if (entry != nullptr && meaning.empty() && !element.of.empty()) meaning = entry->name;
        if (meaning.empty()) return formula_text(element);
        if (!element.sex.empty())
            meaning = words_.text(
                "entry.of_sex",
                {{"sex", words_.text(element.sex == "male" ? "entry.male" : "entry.female")},
                 {"what", meaning}}
            );
        auto key = element;
        key.sex.clear();
        return words_.text("explained.element", {{"key", formula_text(key)}, {"what", meaning}});
    }

    /// Of another period than the one that is spoken of it says of which.
    std::string typed_label(const Explained& one) const
    {
        const auto label = element_label(one);
        if (one.period.empty() || one.period == period_) return label;
        return words_.text(
            "explained.in_period", {{"what", label}, {"period", words_.period(one.period)}}
        );
    }

    std::string step_label(const Explained& one) const
    {
        switch (one.step.kind) {
        case FormulaStepKind::number:
            return words_.text("explained.number");
        case FormulaStepKind::element:
            return typed_label(one);
        case FormulaStepKind::add:
            return words_.text("explained.add");
        case FormulaStepKind::subtract:
            return words_.text("explained.subtract");
        case FormulaStepKind::multiply:
            return words_.text("explained.multiply");
        case FormulaStepKind::divide:
            return words_.text("explained.divide");
        case FormulaStepKind::negate:
            return words_.text("explained.negate");
        case FormulaStepKind::minimum:
            return words_.text("explained.minimum");
        case FormulaStepKind::maximum:
            return words_.text("explained.maximum");
        case FormulaStepKind::if_missing:
            return words_.text("explained.if_missing");
        case FormulaStepKind::cumulative:
            return words_.text("explained.cumulative");
        case FormulaStepKind::previous:
            return words_.text("explained.previous");
        case FormulaStepKind::last_year:
            return words_.text("explained.last_year");
        }
        return {};
    }

    std::string label_of(const Explained& one) const
    {
        switch (one.kind) {
        case ExplainedKind::scaled: {
            const auto line = one.factor == 1 ? words_.text("explained.result")
                                              : words_.text(
                                                    "explained.scaled",
                                                    {{"factor", words_.number(Decimal(one.factor))}}
                                                );
            if (one.sex.empty()) return line;
            return words_.text(
                "entry.of_sex",
                {{"sex", words_.text(one.sex == "male" ? "entry.male" : "entry.female")},
                 {"what", line}}
            );
        }
        case ExplainedKind::quotient:
            return words_.text("explained.quotient");
        case ExplainedKind::units:
            return gathered("units", one);
        case ExplainedKind::share:
            return words_.text("explained.share", {{"count", std::to_string(one.parts.size())}});
        case ExplainedKind::unit:
            return unit_name(one.unit);
        case ExplainedKind::periods:
            return gathered("periods", one);
        case ExplainedKind::period:
            return words_.period(one.period);
        case ExplainedKind::condition:
            return words_.text("explained.condition");
        case ExplainedKind::step:
            return step_label(one);
        }
        return {};
    }

    /// Whether a number was typed in another cell than the one beside the unit's name.
    bool is_typed_elsewhere(const Explained& one) const
    {
        const bool is_element = one.kind == ExplainedKind::step &&
                                one.step.kind == FormulaStepKind::element && !unit_.empty();
        const bool is_own = one.measure.empty() && one.step.element.of.empty() &&
                            (one.period.empty() || one.period == around_.period);
        return is_element && !is_own;
    }

    void add_link(
        const UnitId& unit,
        const PeriodId& period,
        const MeasureId& measure,
        const std::string& said
    )
    {
        if (!around_.cell_address) return;
        html_.raw(" <a href=\"").text(around_.cell_address(unit, period, measure)).raw("\">");
        html_.text(said).raw("</a>");
    }

    /// To the cell; where other units stood for this one, to theirs, each with its share.
    void add_links_elsewhere(const Explained& one)
    {
        // What is asked of the unit by no measure has no cell.
        if (!one.step.element.of.empty() && one.measure.empty()) return;
        const auto& measure = one.measure.empty() ? around_.measure.id : one.measure;
        if (one.behind.empty()) add_link(unit_, one.period, measure, words_.text("explained.cell"));
        for (const auto& part : one.behind) {
            const auto name = unit_name(part.from);
            const bool is_part = part.share && !part.share->is_whole();
            const auto said =
                is_part ? words_.text(
                              "unit_map.allocated",
                              {{"unit", name}, {"share", words_.number(part.share->percent())}}
                          )
                        : name;
            add_link(part.from, one.period, measure, said);
        }
    }

    /// A unit's only typed number needs no line below the unit's own.
    bool is_told_already(const Explained& one) const
    {
        return one.kind == ExplainedKind::unit && one.parts.size() == 1 &&
               one.parts[0].kind == ExplainedKind::step && one.parts[0].parts.empty() &&
               !is_typed_elsewhere(one.parts[0]);
    }

    bool is_left_out(const Explained& one) const
    {
        return one.kind == ExplainedKind::unit && around_.units_drawn &&
               !around_.units_drawn->contains(one.unit);
    }

    void add_parts(const Explained& one)
    {
        if (one.parts.empty() || is_told_already(one)) return;
        html_.raw("<ul class=\"derivation\">");
        std::int64_t further = 0;
        for (std::size_t i = 0; i < one.parts.size(); ++i) {
            if (one.parts.size() > units_max && is_left_out(one.parts[i])) {
                ++further;
                continue;
            }
            const bool is_quotient = one.kind == ExplainedKind::quotient;
            const char* side = i == 0 ? "explained.above" : "explained.below";
            add(one.parts[i], is_quotient ? words_.text(side) : std::string());
        }
        if (further > 0)
            html_.raw("<li>")
                .text(words_.text(
                    "explained.further_units", {{"count", words_.number(Decimal(further))}}
                ))
                .raw("</li>");
        html_.raw("</ul>");
    }

    const ExplainedSurroundings& around_;
    const Wording& words_;
    Html html_{};
    UnitId unit_{};                    ///< whose steps are drawn
    PeriodId period_ = around_.period; ///< of which they speak
};

} // namespace

Markup explained_tree(
    const std::vector<Explained>& explained,
    const ExplainedSurroundings& around,
    const Wording& words
)
{
    Tree tree(around, words);
    tree.html().raw("<ul class=\"derivation\">");
    for (const auto& one : explained)
        tree.add(one);
    tree.html().raw("</ul>");
    return tree.done();
}

} // namespace tiendo::web::view
