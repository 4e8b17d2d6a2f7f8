#include "web/views/explained_tree.hpp"

#include "base/text.hpp"
#include "web/views/html_builder.hpp"

#include <string>

namespace tiendo::web::view {
namespace {

constexpr int shown_decimals = 4;

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
        add_parts(one);
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

    std::string element_label(const FormulaElement& element) const
    {
        std::string key = element.key;
        if (!element.indicator.empty()) key = "[" + element.indicator.str() + "]." + key;
        const auto& own = around_.indicator;
        const bool is_own = element.indicator.empty();
        std::string meaning;
        if (is_own && element.key == "num") meaning = own.numerator;
        if (is_own && element.key == "den") meaning = own.denominator;
        if (is_own && element.key == "value") meaning = own.numerator;
        if (meaning.empty()) return element.sex.empty() ? key : key + "." + element.sex;
        if (!element.sex.empty())
            meaning = words_.text(
                "entry.of_sex",
                {{"sex", words_.text(element.sex == "male" ? "entry.male" : "entry.female")},
                 {"what", meaning}}
            );
        return words_.text("explained.element", {{"key", key}, {"what", meaning}});
    }

    std::string step_label(const Explained& one) const
    {
        switch (one.step.kind) {
        case FormulaStepKind::number:
            return words_.text("explained.number");
        case FormulaStepKind::element:
            return element_label(one.step.element);
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

    /// A unit's only typed number needs no line below the unit's own.
    static bool is_told_already(const Explained& one)
    {
        return one.kind == ExplainedKind::unit && one.parts.size() == 1 &&
               one.parts[0].kind == ExplainedKind::step && one.parts[0].parts.empty();
    }

    void add_parts(const Explained& one)
    {
        if (one.kind == ExplainedKind::unit && around_.cell_address) {
            const auto address = around_.cell_address(one.unit, period_of(one));
            html_.raw(" <a href=\"").text(address).raw("\">");
            html_.text(words_.text("explained.cell")).raw("</a>");
        }
        if (one.parts.empty() || is_told_already(one)) return;
        html_.raw("<ul class=\"derivation\">");
        for (std::size_t i = 0; i < one.parts.size(); ++i) {
            const bool is_quotient = one.kind == ExplainedKind::quotient;
            const char* side = i == 0 ? "explained.above" : "explained.below";
            add(one.parts[i], is_quotient ? words_.text(side) : std::string());
        }
        html_.raw("</ul>");
    }

    static PeriodId period_of(const Explained& one)
    {
        if (!one.period.empty()) return one.period;
        for (const auto& part : one.parts) {
            auto period = period_of(part);
            if (!period.empty()) return period;
        }
        return {};
    }

    const ExplainedSurroundings& around_;
    const Wording& words_;
    Html html_{};
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
