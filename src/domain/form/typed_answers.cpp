#include "domain/form/typed_answers.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

class CellReader {
public:
    CellReader(const FormRow& row, const TypedCell& typed) : row_(row), typed_(typed) {}

    ReadCell read()
    {
        auto& cell = result_.cell;
        cell.kind = typed_.kind;
        cell.reason = squeeze(typed_.reason);
        cell.note = typed_.note;
        cell.origin = typed_.origin;
        cell.state = stated();
        if (cell.state == ValueState::not_applicable && cell.reason.empty()) {
            remark(Weight::error, "cell.reason_missing", "reason");
        }
        if (cell.state == ValueState::value) read_numbers();
        return std::move(result_);
    }

private:
    /// The state chosen, or the one typed as words into a number field.
    ValueState stated() const
    {
        if (typed_.state != ValueState::value) return typed_.state;
        for (const auto& [element, text] : typed_.typed) {
            if (const auto state = state_named(text)) return *state;
        }
        return ValueState::value;
    }

    void read_numbers()
    {
        bool all_there = true;
        bool any_typed = false;
        for (const auto& element : elements_of(row_.indicator)) {
            const auto found = typed_.typed.find(element);
            if (found == typed_.typed.end() || trim(found->second).empty()) {
                all_there = false;
                continue;
            }
            any_typed = true;
            all_there = read_number(element, found->second) && all_there;
        }
        if (!any_typed)
            result_.cell.state = ValueState::missing;
        else if (!all_there)
            incomplete();
        else
            compare_counts();
    }

    void incomplete()
    {
        result_.cell.state = ValueState::missing;
        if (result_.remarks.empty())
            remark(Weight::error, "cell.incomplete", first_empty_element());
    }

    std::string first_empty_element() const
    {
        for (const auto& element : elements_of(row_.indicator)) {
            const auto found = typed_.typed.find(element);
            if (found == typed_.typed.end() || trim(found->second).empty()) return element;
        }
        return {};
    }

    bool read_number(const std::string& element, const std::string& text)
    {
        const auto number = read_typed_number(text);
        if (!number) {
            remark(Weight::error, "cell.not_a_number", element, {{"typed", text}});
            return false;
        }
        if (number->value < Decimal{}) {
            remark(Weight::error, "cell.negative", element);
            return false;
        }
        if (!number->value.is_whole() && counts_whole_things()) {
            remark(Weight::error, "cell.not_whole", element, {{"typed", text}});
            return false;
        }
        if (number->reading == NumberReading::dot_as_thousands) {
            remark(
                Weight::warning, "cell.dot_as_thousands", element, {{"value", number->value.str()}}
            );
        }
        if (number->reading == NumberReading::dot_as_decimal) {
            remark(
                Weight::warning, "cell.dot_as_decimal", element, {{"value", number->value.str()}}
            );
        }
        result_.cell.numbers[element] = number->value;
        return true;
    }

    /// A ratio "lần" compares means (hours of work), all others count people, cases or items.
    bool counts_whole_things() const { return row_.indicator.factor != 1; }

    void compare_counts()
    {
        if (row_.indicator.shape != Shape::ratio) return;
        const bool by_sex = row_.indicator.breakdown == Breakdown::sex;
        const auto suffixes =
            by_sex ? std::vector<std::string>{".male", ".female"} : std::vector<std::string>{""};
        for (const auto& suffix : suffixes) {
            const auto numerator = result_.cell.numbers.at("num" + suffix);
            const auto denominator = result_.cell.numbers.at("den" + suffix);
            // Only a percentage is a part of a whole; boys may well outnumber girls.
            if (row_.indicator.unit == "%" && numerator > denominator) {
                // An odd count may be right (a case carried over from last year); then it is
                // explained.
                remark(
                    result_.cell.reason.empty() ? Weight::error : Weight::warning,
                    "cell.numerator_above_denominator",
                    "num" + suffix,
                    {{"numerator", numerator.str()}, {"denominator", denominator.str()}}
                );
            }
            if (denominator.is_zero()) {
                remark(
                    Weight::error,
                    numerator.is_zero() ? "cell.zero_of_zero" : "cell.denominator_zero",
                    "den" + suffix
                );
            }
        }
    }

    void remark(
        Weight weight,
        const char* key,
        const std::string& element,
        std::map<std::string, std::string> args = {}
    )
    {
        const auto place =
            element.empty() ? row_.measure.id.str() : row_.measure.id.str() + "." + element;
        args["measure"] = row_.measure.id.str();
        result_.remarks.push_back({weight, {key, std::move(args), place}});
    }

    const FormRow& row_;
    const TypedCell& typed_;
    ReadCell result_;
};

} // namespace

std::optional<ValueState> state_named(std::string_view typed)
{
    const auto words = name_key(typed);
    for (const auto* name : {"kps", "không ps", "không phát sinh"}) {
        if (words == name) return ValueState::not_arising;
    }
    for (const auto* name : {"kad", "không áp dụng"}) {
        if (words == name) return ValueState::not_applicable;
    }
    return std::nullopt;
}

ReadCell read_cell(const FormRow& row, const TypedCell& typed)
{
    return CellReader(row, typed).read();
}

Completion completion_of(const Form& form, const Answers& answers)
{
    // A line that is empty in all its columns is none.
    const auto has_row = [](const Answers& of, const std::string& table) {
        const auto found = of.activities.find(table);
        return found != of.activities.end() &&
               std::ranges::any_of(found->second, [](const ActivityRow& row) {
                   return std::ranges::any_of(row, [](const auto& cell) {
                       return !squeeze(cell.second).empty();
                   });
               });
    };
    Completion completion;
    const auto ask = [&](bool answered, std::string place) {
        ++completion.total;
        if (answered)
            ++completion.filled;
        else
            completion.missing.push_back(std::move(place));
    };
    for (const auto& row : form.rows) {
        const auto found = answers.cells.find(row.measure.id);
        ask(found != answers.cells.end() && found->second.state != ValueState::missing,
            row.measure.id.str());
    }
    for (const auto& row : form.tasks) {
        if (row.part == Part::lead) ask(answers.tasks.contains(row.task.id), "task/" + row.task.id);
    }
    for (const auto& duty : form.duties) {
        const auto is_answered = [&](const ClauseRow& clause) {
            return clause.duty != duty.id || answers.duties.contains(clause.id);
        };
        ask(std::ranges::all_of(form.clauses, is_answered), "duty/" + duty.id);
    }
    for (const auto& table : form.activities)
        if (is_office_table(table)) ask(has_row(answers, table.key), "activity/" + table.key);
    return completion;
}

} // namespace tiendo
