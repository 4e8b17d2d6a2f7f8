#include "base/text.hpp"
#include "domain/history/history_table.hpp"
#include "domain/plan/text_likeness.hpp"

#include <algorithm>

namespace tiendo {
namespace {

// Texts of tables are cut short or said in other words; below this they are about something else.
constexpr double likeness_min = 0.45;
constexpr double likeness_with_number_min = 0.15;
constexpr double lead_min = 0.1; ///< over the second best: else a person decides

class RowMatching {
public:
    RowMatching(
        const std::vector<HistoryRow>& rows,
        const HistoryMapping& mapping,
        const HistoryKnown& known
    )
        : mapping_(mapping), known_(known), likeness_(names_of(known), texts_of(rows))
    {
    }

    MeasureId measure_of(const HistoryRow& row, std::size_t at) const
    {
        const auto chosen = mapping_.measures.find(history_key(row.name, row.number));
        if (chosen != mapping_.measures.end()) return known_measure(chosen->second);
        if (!mapping_.measure.empty()) return known_measure(mapping_.measure);
        return proposed(row, at);
    }

    UnitId unit_of(const HistoryRow& row) const
    {
        const auto chosen = mapping_.units.find(history_key(row.unit_name, row.number));
        if (chosen != mapping_.units.end()) return chosen->second;
        if (!mapping_.unit.empty()) return mapping_.unit;
        if (!row.unit_name.empty()) return named_unit(row.unit_name);
        // A measure that one unit alone answers is that unit's.
        const auto* measure = form_row(row.measure);
        const bool is_alone = measure != nullptr && measure->measure.suppliers.size() == 1;
        return is_alone ? measure->measure.suppliers.front() : UnitId{};
    }

    const FormRow* form_row(const MeasureId& id) const
    {
        const auto found = std::ranges::find_if(known_.measures, [&](const FormRow& row) {
            return row.measure.id == id;
        });
        return found == known_.measures.end() ? nullptr : &*found;
    }

private:
    static std::vector<std::string> names_of(const HistoryKnown& known)
    {
        std::vector<std::string> names;
        for (const auto& row : known.measures) {
            names.push_back(row.measure.title);
            names.push_back(row.indicator.name);
        }
        return names;
    }

    static std::vector<std::string> texts_of(const std::vector<HistoryRow>& rows)
    {
        std::vector<std::string> texts;
        for (const auto& row : rows)
            texts.push_back(row.name);
        return texts;
    }

    MeasureId known_measure(const MeasureId& id) const
    {
        return form_row(id) == nullptr ? MeasureId{} : id;
    }

    bool bears_number(const HistoryRow& row, const MeasureId& id) const
    {
        return name_key(row.name).starts_with(name_key(id.str()) + " ");
    }

    MeasureId proposed(const HistoryRow& row, std::size_t at) const
    {
        MeasureId best;
        double best_value = 0;
        double second_value = 0;
        for (std::size_t i = 0; i < known_.measures.size(); ++i) {
            const auto& id = known_.measures[i].measure.id;
            const auto likeness =
                std::max(likeness_.between(2 * i, at), likeness_.between(2 * i + 1, at));
            if (bears_number(row, id) && likeness >= likeness_with_number_min) return id;
            if (likeness > best_value) {
                second_value = best_value;
                best_value = likeness;
                best = id;
            } else {
                second_value = std::max(second_value, likeness);
            }
        }
        const bool is_sure = best_value >= likeness_min && best_value - second_value >= lead_min;
        return is_sure ? best : MeasureId{};
    }

    UnitId named_unit(const std::string& name) const
    {
        const auto named = known_.directory.named(name, known_.day);
        if (named.size() == 1) return named.front();
        UnitId found;
        for (const auto& unit : known_.directory.units()) {
            if (!unit.is_valid_on(known_.day) || name_key(unit.short_name) != name_key(name))
                continue;
            if (!found.empty()) return {};
            found = unit.id;
        }
        return found;
    }

    const HistoryMapping& mapping_;
    const HistoryKnown& known_;
    TextLikeness likeness_;
};

void tell_what_is_open(HistoryRow& row, const FormRow* measure)
{
    if (measure == nullptr) {
        row.problems.push_back(
            row.name.empty() ? Problem{"history_table.no_name"}
                             : Problem{"history_table.no_measure", {{"name", row.name}}}
        );
        return;
    }
    const auto& suppliers = measure->measure.suppliers;
    if (row.unit.empty())
        row.problems.push_back(
            row.unit_name.empty() ? Problem{"history_table.unit_missing"}
                                  : Problem{"history_table.no_unit", {{"name", row.unit_name}}}
        );
    else if (!suppliers.contains(row.unit))
        row.problems.push_back({"history_table.not_asked", {{"measure", row.measure.str()}}});
}

} // namespace

bool is_number_role(std::string_view role)
{
    return role != "code" && role != "measure" && role != "unit" && !role.empty();
}

std::string history_key(const std::string& words, int row)
{
    return words.empty() ? "#" + std::to_string(row) : name_key(words);
}

void match_rows(
    std::vector<HistoryRow>& rows, const HistoryMapping& mapping, const HistoryKnown& known
)
{
    const RowMatching matching(rows, mapping, known);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& row = rows[i];
        row.measure = matching.measure_of(row, i);
        row.unit = matching.unit_of(row);
        tell_what_is_open(row, matching.form_row(row.measure));
    }
}

} // namespace tiendo
