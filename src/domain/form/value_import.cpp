#include "domain/form/value_import.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

bool says_nothing(const TypedCell& cell)
{
    return cell.state == ValueState::value && cell.typed.empty() && cell.reason.empty() &&
           cell.note.empty();
}

/// What a value says beside its number.
bool say_alike(const DataValue& a, const DataValue& b)
{
    return a.state == b.state && a.kind == b.kind && a.reason == b.reason && a.comment == b.comment;
}

std::string line_of(const DataValue& value)
{
    return std::to_string(value.line);
}

Error unknown_element(const DataValue& value)
{
    auto name = value.element;
    if (!value.category.empty() && value.category != "default") name += " (" + value.category + ")";
    return refuse(Refusal::invalid, "values.unknown_element", {{"element", name}});
}

/// One cell with the values that are laid over it.
class CellTaking {
public:
    CellTaking(const FormRow& row, const TypedCell* before, ValueKind kind) : row_(row)
    {
        exists_ = before != nullptr;
        before_ = exists_ ? *before : TypedCell{.kind = kind};
        after_ = before_;
    }

    /// Values are results that are not decided yet.
    void lay(ValueResult& result, const std::string& key)
    {
        const auto& value = result.value;
        if (const auto twice = by_key_.find(key); twice != by_key_.end()) {
            const auto& first = twice->second->value;
            if (first.value != value.value || !say_alike(first, value))
                conflict(
                    result, refuse(Refusal::invalid, "values.twice", {{"line", line_of(first)}})
                );
            return;
        }
        if (!by_key_.empty() && !say_alike(first_->value, value)) {
            conflict(
                result,
                refuse(Refusal::invalid, "values.disagrees", {{"line", line_of(first_->value)}})
            );
            return;
        }
        if (first_ == nullptr) first_ = &result;
        by_key_[key] = &result;
        const auto laid = lay_over(after_, value, key);
        if (!laid) conflict(result, laid.error());
    }

    /// What the cell becomes; none where it stays as it is.
    std::optional<CellChange> finish(const std::string& file)
    {
        if (broken_ != nullptr) return hold_back();
        after_.origin = fmt::format("{}:{}", file, line_of(first_->value));
        const auto read = read_cell(row_, after_);
        for (const auto& remark : read.remarks)
            if (remark.weight == Weight::error) return refuse_all(remark.problem);
        const auto was = read_cell(row_, before_).cell;
        bool is_changed = false;
        for (auto& [key, result] : by_key_) {
            result->outcome = outcome_of(key, was, read.cell);
            is_changed = is_changed || result->outcome != ValueOutcome::ignored;
        }
        if (!is_changed) return std::nullopt;
        return CellChange{before_, after_, read.cell};
    }

private:
    void conflict(ValueResult& result, const Error& error)
    {
        result.outcome = ValueOutcome::conflict;
        result.problem = error.problems.front();
        if (broken_ == nullptr) broken_ = &result;
    }

    std::optional<CellChange> refuse_all(const Problem& problem)
    {
        for (auto& [key, result] : by_key_) {
            result->outcome = ValueOutcome::conflict;
            result->problem = problem;
        }
        return std::nullopt;
    }

    std::optional<CellChange> hold_back()
    {
        for (auto& [key, result] : by_key_) {
            if (result->outcome == ValueOutcome::conflict) continue;
            result->outcome = ValueOutcome::conflict;
            result->problem = {"values.held_back", {{"line", line_of(broken_->value)}}, {}};
        }
        return std::nullopt;
    }

    ValueOutcome outcome_of(const std::string& key, const Cell& was, const Cell& is) const
    {
        const auto number = [&](const Cell& cell) {
            const auto found = cell.numbers.find(key);
            return found == cell.numbers.end() ? std::optional<Decimal>{} : found->second;
        };
        const bool is_same = number(was) == number(is) && was.state == is.state &&
                             was.kind == is.kind && was.reason == is.reason && was.note == is.note;
        if (is_same && exists_) return ValueOutcome::ignored;
        const bool is_first_number = before_.state == ValueState::value &&
                                     !before_.typed.contains(key) && number(is).has_value();
        return says_nothing(before_) || is_first_number ? ValueOutcome::imported
                                                        : ValueOutcome::updated;
    }

    const FormRow& row_;
    bool exists_ = false;
    TypedCell before_{};
    TypedCell after_{};
    ValueResult* first_ = nullptr;
    ValueResult* broken_ = nullptr;
    std::map<std::string, ValueResult*> by_key_{};
};

bool is_asked(const FormRow& row, const std::string& key)
{
    const auto elements = elements_of(row.indicator);
    return std::ranges::find(elements, key) != elements.end();
}

} // namespace

TakenValues take_values(const ValueGround& ground, const std::vector<DataValue>& values)
{
    TakenValues taken;
    for (const auto& value : values)
        taken.results.push_back({value, ValueOutcome::ignored, {}});
    std::map<MeasureId, CellTaking> cells;
    for (auto& result : taken.results) {
        const auto element = data_element_of(result.value);
        const auto* row = element ? ground.form.row(element->measure) : nullptr;
        if (row == nullptr || !is_asked(*row, element->key)) {
            result.outcome = ValueOutcome::conflict;
            result.problem = unknown_element(result.value).problems.front();
            continue;
        }
        const auto before = ground.cells.find(element->measure);
        auto& cell = cells
                         .try_emplace(
                             element->measure,
                             *row,
                             before == ground.cells.end() ? nullptr : &before->second,
                             ground.kind
                         )
                         .first->second;
        cell.lay(result, element->key);
    }
    for (auto& [measure, cell] : cells)
        if (auto change = cell.finish(ground.file)) taken.changes[measure] = std::move(*change);
    return taken;
}

TypedCell typed_from(const Cell& cell)
{
    TypedCell typed;
    typed.state = cell.state == ValueState::missing ? ValueState::value : cell.state;
    typed.kind = cell.kind;
    typed.reason = cell.reason;
    typed.note = cell.note;
    typed.origin = cell.origin;
    for (const auto& [key, number] : cell.numbers)
        typed.typed[key] = replace_all(number.str(), ".", ",");
    return typed;
}

} // namespace tiendo
