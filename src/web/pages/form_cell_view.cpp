#include "app/report/draft_items.hpp"
#include "base/text.hpp"
#include "domain/form/counted_rows.hpp"
#include "web/pages/form_view.hpp"
#include "web/views/cell_result.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/question_words.hpp"
#include "web/views/target_words.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

TypedCell cell_on_page(
    const ReportPage& page,
    const SavingOutcome& outcome,
    const FormRow& row,
    const std::string& item
)
{
    const auto* over = typed_over(outcome, item);
    if (over == nullptr) return shown_cell(page.report, row);
    if (over->body.empty()) return {};
    auto typed = app::cell_from(over->body);
    ensure(typed.has_value(), "what our own page wrote can be read");
    return std::move(typed).value();
}

struct Position {
    int line = 0;
    int column = 0;
};

/// By sex each sex has a line of its own; everything else stands on one.
Position position_of(const Indicator& indicator, std::size_t index)
{
    const int at = static_cast<int>(index);
    if (indicator.breakdown == Breakdown::sex && indicator.shape == Shape::ratio)
        return {at / 2, at % 2};
    return {0, at};
}

std::string
element_label(const Indicator& indicator, const std::string& element, const Wording& words)
{
    const auto sex = element.ends_with(".male")     ? words.text("entry.male")
                     : element.ends_with(".female") ? words.text("entry.female")
                                                    : std::string{};
    const auto said = [&](const std::string& what) {
        return sex.empty() ? what : words.text("entry.of_sex", {{"sex", sex}, {"what", what}});
    };
    if (element.starts_with("num")) return said(indicator.numerator);
    if (element.starts_with("den")) return said(indicator.denominator);
    if (indicator.shape == Shape::quarters) return words.text("entry.quarter_" + element.substr(1));
    if (indicator.shape == Shape::months)
        return words.text("entry.month", {{"month", element.substr(1)}});
    return indicator.numerator.empty() ? words.text("entry.number") : indicator.numerator;
}

bool is_wrong(const ReadCell& read, const std::string& place)
{
    return std::ranges::any_of(read.remarks, [&](const Remark& remark) {
        return remark.weight == Weight::error && remark.problem.place == place &&
               remark.problem.key != "cell.incomplete";
    });
}

view::List number_fields(
    const FormRow& row,
    const TypedCell& typed,
    const ReadCell& read,
    int& line,
    const Wording& words
)
{
    view::List fields;
    const auto id = row.measure.id.str();
    const auto elements = elements_of(row.indicator);
    int last = 0;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto& element = elements[i];
        const auto position = position_of(row.indicator, i);
        const auto found = typed.typed.find(element);
        last = std::max(last, position.line);
        const auto place = id + "." + element;
        fields.emplace_back(view::Object{
            {"id", place},
            {"name", "cell/" + id + "/" + element},
            {"label", element_label(row.indicator, element, words)},
            {"value", found == typed.typed.end() ? std::string{} : found->second},
            {"line", std::to_string(line + position.line)},
            {"column", std::to_string(position.column)},
            {"is_wrong", is_wrong(read, place)}
        });
    }
    line += last + 1;
    return fields;
}

view::List month_fields(const FormRow& row, const TypedCell& typed, const Wording& words)
{
    view::List fields;
    const auto id = row.measure.id.str();
    for (const auto& month : elements_of(row.indicator)) {
        const auto found = typed.typed.find(month);
        fields.emplace_back(view::Object{
            {"id", id + "." + month},
            {"name", "cell/" + id + "/" + month},
            {"label", element_label(row.indicator, month, words)},
            {"checked", found != typed.typed.end() && found->second == "1"}
        });
    }
    return fields;
}

bool says(const TypedCell& typed, const char* element, const char* text)
{
    const auto found = typed.typed.find(element);
    return found != typed.typed.end() && found->second == text;
}

bool is_no_month(const TypedCell& typed)
{
    return !typed.typed.empty() &&
           std::ranges::all_of(typed.typed, [](const auto& entry) { return entry.second == "0"; });
}

view::List remark_list(const ReadCell& read, const Wording& words)
{
    view::List list;
    for (const auto& remark : read.remarks) {
        const bool is_error =
            remark.weight == Weight::error && remark.problem.key != "cell.incomplete";
        list.emplace_back(
            view::Object{{"text", words.sentence(remark.problem)}, {"is_error", is_error}}
        );
    }
    return list;
}

/// What looks odd in it, said gently. What stands above what is below is remarked on already.
void add_questions(
    view::List& list, const ReportPage& page, const FormRow& row, const Wording& words
)
{
    for (const auto& question : page.questions) {
        const bool is_here = question.measure == row.measure.id;
        if (!is_here || question.kind == QuestionKind::numerator_above) continue;
        const auto text = view::question_words(question, row.indicator, {}, words);
        list.emplace_back(view::Object{
            {"text", words.text("data_quality.gentle", {{"text", text}})}, {"is_error", false}
        });
    }
}

void show_last_year(
    view::Object& data, const ReportPage& page, const FormRow& row, const Wording& words
)
{
    std::string last;
    if (page.last_year) {
        const auto found = page.last_year->answers.cells.find(row.measure.id);
        if (found != page.last_year->answers.cells.end() &&
            found->second.state != ValueState::missing) {
            last = view::result_words(found->second, row.indicator, words);
            const auto counts = view::counts_words(found->second, row.indicator, words);
            if (!counts.empty()) last += " (" + counts + ")";
        }
    }
    data.set("has_last_year", !last.empty());
    data.set("last_year", last);
}

void show_state(view::Object& data, const TypedCell& typed, const ReadCell& read)
{
    data.set("is_value", typed.state == ValueState::value || typed.state == ValueState::missing);
    data.set("is_not_arising", typed.state == ValueState::not_arising);
    data.set("is_not_applicable", typed.state == ValueState::not_applicable);
    data.set("is_estimate", typed.kind == ValueKind::estimate);
    data.set("reason", typed.reason);
    data.set("note", typed.note);
    const bool asks_reason = std::ranges::any_of(read.remarks, [](const Remark& remark) {
        return remark.problem.place.ends_with(".reason") ||
               remark.problem.key == "cell.numerator_above_denominator";
    });
    data.set("is_explained", !typed.reason.empty() || !typed.note.empty());
    data.set(
        "is_open", asks_reason || !typed.reason.empty() || typed.state == ValueState::not_applicable
    );
}

/// What the rows of part 3 would fill in, where the fields say something else.
void show_proposal(
    view::Object& data,
    const ReportPage& page,
    const FormRow& row,
    const TypedCell& typed,
    const Wording& words
)
{
    const auto numbers = numbers_of_rows(row, page.report.draft.activities, page.report.period);
    data.set("has_proposal", !numbers.empty() && numbers != typed.typed);
    if (numbers.empty()) return;
    TypedCell proposed;
    proposed.typed = numbers;
    const auto cell = read_cell(row, proposed).cell;
    const bool is_monthly = row.indicator.shape == Shape::months;
    data.set(
        "proposal",
        words.text(
            is_monthly ? "entry.from_columns" : "entry.from_news",
            {{"numbers", view::result_words(cell, row.indicator, words)}}
        )
    );
    std::vector<std::string> values;
    for (const auto& element : elements_of(row.indicator))
        values.push_back(numbers.at(element));
    data.set("proposal_action", "take/" + row.measure.id.str() + "/" + join(values, ","));
}

} // namespace

view::Object cell_view(
    const ReportPage& page,
    const SavingOutcome& outcome,
    const FormRow& row,
    int& line,
    const Wording& words
)
{
    const auto id = row.measure.id.str();
    const auto item = "cell/" + id;
    const auto typed = cell_on_page(page, outcome, row, item);
    const auto read = read_cell(row, typed);
    const auto shape = row.indicator.shape;

    view::Object data;
    show_item(data, page, outcome, item, words);
    data.set("id", id);
    data.set("measure_title", row.measure.title);
    data.set("target", view::target_words(row.measure, row.indicator, words));
    data.set("has_numbers", shape != Shape::months && shape != Shape::yes_no);
    data.set("has_months", shape == Shape::months);
    data.set("has_yes_no", shape == Shape::yes_no);
    data.set("is_wide", shape == Shape::quarters);
    data.set(
        "has_result",
        (shape == Shape::ratio && row.indicator.formula.empty()) ||
            read.cell.state != ValueState::value
    );
    data.set(
        "fields",
        shape == Shape::months   ? month_fields(row, typed, words)
        : shape == Shape::yes_no ? view::List{}
                                 : number_fields(row, typed, read, line, words)
    );
    data.set("says_yes", says(typed, "yes", "1"));
    data.set("says_no", says(typed, "yes", "0"));
    data.set("says_none", is_no_month(typed));
    const auto result = read.cell.state == ValueState::missing
                            ? std::string{}
                            : view::result_words(read.cell, row.indicator, words);
    data.set("result", result);
    data.set("factor", std::to_string(row.indicator.factor));
    data.set("result_unit", row.indicator.unit);
    show_state(data, typed, read);
    show_last_year(data, page, row, words);
    show_proposal(data, page, row, typed, words);
    auto remarks = remark_list(read, words);
    add_questions(remarks, page, row, words);
    data.set("has_remarks", !remarks.empty());
    data.set("remarks", std::move(remarks));
    return data;
}

} // namespace tiendo::web
