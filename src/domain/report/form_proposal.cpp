#include "domain/report/form_proposal.hpp"

#include "base/text.hpp"
#include "domain/plan/text_likeness.hpp"

#include <algorithm>

namespace tiendo {
namespace {

// Superiors cut texts short or say them in other words; below this they are about something else.
constexpr double likeness_min = 0.45;
constexpr double likeness_with_number_min = 0.15;
constexpr double lead_min = 0.1; ///< over the second best: else a person decides
constexpr std::size_t words_before_name_max = 4;

/// Without the number that it has in its list: "2. ", "III) ", "- ".
std::string without_label(std::string_view words)
{
    auto text = squeeze(words);
    const auto space = text.find(' ');
    const auto first = text.substr(0, space);
    const bool is_label =
        space != std::string::npos &&
        (first.find_first_not_of("0123456789.,)-+*") == std::string::npos ||
         (first.find_first_not_of("IVXivx.)-") == std::string::npos && first.size() > 1 &&
          std::string_view(".)").find(first.back()) != std::string_view::npos));
    return is_label ? text.substr(space + 1) : text;
}

/// The one on the left that a text on the right is about; none in doubt.
std::optional<std::size_t>
surely_alike(const TextLikeness& likeness, std::size_t count, std::size_t right)
{
    std::optional<std::size_t> best;
    double best_value = 0;
    double second = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = likeness.between(i, right);
        if (value > best_value) {
            second = best_value;
            best_value = value;
            best = i;
        } else {
            second = std::max(second, value);
        }
    }
    const bool is_sure = best_value >= likeness_min && best_value - second >= lead_min;
    return is_sure ? best : std::nullopt;
}

std::vector<std::string> measure_names(const std::vector<MeasureFigure>& rows)
{
    std::vector<std::string> names;
    for (const auto& row : rows)
        names.push_back(row.measure.title + " " + row.indicator.name);
    return names;
}

std::vector<std::string> task_texts(const std::vector<const Task*>& tasks)
{
    std::vector<std::string> texts;
    for (const auto* task : tasks)
        texts.push_back(task->text);
    return texts;
}

/// Looks through one table.
class Proposing {
public:
    Proposing(const FormTable& table, const ProposalKnown& known)
        : table_(table), known_(known), tasks_(known.plan.active_tasks())
    {
    }

    FormGrid propose()
    {
        propose_rows();
        if (grid_.rows.empty()) return grid_;
        propose_columns();
        return grid_;
    }

private:
    void propose_rows()
    {
        std::vector<int> numbers;
        std::vector<std::string> labels;
        for (int row = 0; row < static_cast<int>(table_.rows.size()); ++row) {
            if (!has_open(row)) continue;
            numbers.push_back(row);
            labels.push_back(label_of_row(table_.rows[static_cast<std::size_t>(row)]));
        }
        const TextLikeness measures(measure_names(known_.rows), labels);
        const TextLikeness tasks(task_texts(tasks_), labels);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            FormSubject subject;
            subject.measure = measure_of(numbers[i], measures, i);
            if (subject.empty()) subject.unit = unit_of(numbers[i]);
            if (subject.empty()) {
                const auto task = surely_alike(tasks, tasks_.size(), i);
                if (task) subject.task = tasks_[*task]->id;
            }
            if (!subject.empty()) grid_.rows[numbers[i]] = subject;
        }
    }

    bool has_open(int row) const
    {
        const auto cells = static_cast<int>(table_.rows[static_cast<std::size_t>(row)].size());
        for (int cell = 0; cell < cells; ++cell)
            if (is_open(table_, row, cell)) return true;
        return false;
    }

    MeasureId measure_of(int row, const TextLikeness& likeness, std::size_t label) const
    {
        for (std::size_t i = 0; i < known_.rows.size(); ++i) {
            const auto& id = known_.rows[i].measure.id;
            if (bears(row, id.str()) && likeness.between(i, label) >= likeness_with_number_min)
                return id;
        }
        const auto found = surely_alike(likeness, known_.rows.size(), label);
        return found ? known_.rows[*found].measure.id : MeasureId{};
    }

    /// Whether a number stands in a cell of the row, or before its words.
    bool bears(int row, const std::string& id) const
    {
        return std::ranges::any_of(
            table_.rows[static_cast<std::size_t>(row)],
            [&](const std::string& text) {
                const auto key = name_key(text);
                return key == name_key(id) || key.starts_with(name_key(id) + " ");
            }
        );
    }

    UnitId unit_of(int row) const
    {
        for (const auto& text : table_.rows[static_cast<std::size_t>(row)]) {
            auto unit = unit_in_words(text, known_);
            if (!unit.empty()) return unit;
        }
        return {};
    }

    void propose_columns()
    {
        const int first = grid_.rows.begin()->first;
        std::size_t count = 0;
        for (const auto& row : table_.rows)
            count = std::max(count, row.size());
        for (int cell = 0; cell < static_cast<int>(count); ++cell) {
            const bool has_open = std::ranges::any_of(grid_.rows, [&](const auto& row) {
                return is_open(table_, row.first, cell);
            });
            if (!has_open) continue;
            const auto heads = heads_above(first, cell);
            FormColumn column;
            column.with = meaning_of(heads);
            column.subject = subject_of(heads);
            if (!column.subject.empty() && !column.with) column.with = FilledWith::value;
            if (column.with) grid_.columns[cell] = column;
        }
    }

    /// The texts over a column, the nearest first; a merged head stands over all that it covers.
    std::vector<std::string> heads_above(int first_row, int cell) const
    {
        std::vector<std::string> heads;
        for (int row = first_row - 1; row >= 0; --row) {
            const auto continued = table_.continued.find({row, cell});
            const auto place =
                continued == table_.continued.end() ? std::pair(row, cell) : continued->second;
            const auto* text = table_.text(place.first, place.second);
            if (text == nullptr || waits_to_be_filled(*text)) continue;
            auto head = squeeze(*text);
            if (heads.empty() || heads.back() != head) heads.push_back(std::move(head));
        }
        return heads;
    }

    std::optional<FilledWith> meaning_of(const std::vector<std::string>& heads) const
    {
        for (const auto& head : heads) {
            const auto key = search_key(without_label(head));
            const FormHead* longest = nullptr;
            for (const auto& known : known_.heads) {
                const bool begins =
                    key.starts_with(known.words) &&
                    (key.size() == known.words.size() ||
                     key.find_first_of("abcdefghijklmnopqrstuvwxyz", known.words.size()) !=
                         known.words.size());
                if (begins && (longest == nullptr || known.words.size() > longest->words.size()))
                    longest = &known;
            }
            if (longest != nullptr) return fitting(longest->with, key);
        }
        return std::nullopt;
    }

    /// Rows about tasks and rows about measures have heads in common.
    std::optional<FilledWith> fitting(FilledWith with, const std::string& head) const
    {
        const auto last_year = std::to_string(known_.year - 1);
        if (with == FilledWith::value && head.find(last_year) != std::string::npos)
            with = FilledWith::last_year;
        // Sheets compute with what stands in them.
        if (with == FilledWith::target && !table_.name.empty()) with = FilledWith::target_number;
        const auto of_tasks = std::ranges::count_if(grid_.rows, [](const auto& row) {
            return !row.second.task.empty();
        });
        const bool are_tasks = 2 * of_tasks > static_cast<std::ptrdiff_t>(grid_.rows.size());
        if (!are_tasks)
            return about(with) == FilledAbout::task ? std::nullopt : std::optional(with);
        if (with == FilledWith::value) return FilledWith::task_result;
        if (with == FilledWith::verdict) return FilledWith::task_state;
        return about(with) == FilledAbout::task ? std::optional(with) : std::nullopt;
    }

    /// A table by units has measures as heads, one by measures units.
    FormSubject subject_of(const std::vector<std::string>& heads) const
    {
        FormSubject subject;
        const bool by_units = std::ranges::any_of(grid_.rows, [](const auto& row) {
            return !row.second.unit.empty();
        });
        const bool by_measures = std::ranges::any_of(grid_.rows, [](const auto& row) {
            return !row.second.measure.empty();
        });
        const TextLikeness likeness(measure_names(known_.rows), heads);
        for (std::size_t i = 0; i < heads.size() && subject.empty(); ++i) {
            if (by_units) subject.measure = measure_in_head(heads[i], likeness, i);
            if (by_measures) subject.unit = unit_in_words(heads[i], known_);
        }
        return subject;
    }

    MeasureId
    measure_in_head(const std::string& head, const TextLikeness& likeness, std::size_t at) const
    {
        const auto key = " " + search_key(head) + " ";
        for (const auto& row : known_.rows) {
            const auto id = search_key(row.measure.id.str());
            for (const auto* end : {" ", ".", ":", ")", "-"})
                if (key.find(" " + id + end) != std::string::npos ||
                    key.find("(" + id + end) != std::string::npos)
                    return row.measure.id;
        }
        const auto found = surely_alike(likeness, known_.rows.size(), at);
        return found ? known_.rows[*found].measure.id : MeasureId{};
    }

    const FormTable& table_;
    const ProposalKnown& known_;
    std::vector<const Task*> tasks_;
    FormGrid grid_{};
};

bool bears_name(const Unit& unit, const std::string& key)
{
    return search_key(unit.name) == key || search_key(unit.short_name) == key ||
           std::ranges::any_of(unit.aliases, [&](const std::string& alias) {
               return search_key(alias) == key;
           });
}

/// "tt. plei kan": some words before the place's own name.
bool ends_with_name(const Unit& unit, const std::string& key)
{
    if (unit.kind != UnitKind::commune) return false;
    const auto name = " " + search_key(unit.short_name);
    if (!key.ends_with(name)) return false;
    const auto before = key.substr(0, key.size() - name.size());
    return static_cast<std::size_t>(std::ranges::count(before, ' ')) < words_before_name_max;
}

} // namespace

UnitId unit_in_words(std::string_view words, const ProposalKnown& known)
{
    const auto key = search_key(without_label(words));
    if (key.empty()) return {};
    for (const auto matches : {&bears_name, &ends_with_name}) {
        UnitId found;
        for (const auto& id : known.units) {
            const auto* unit = known.directory.find(id);
            if (unit == nullptr || !matches(*unit, key)) continue;
            if (!found.empty()) return {};
            found = id;
        }
        if (!found.empty()) return found;
    }
    return {};
}

FormGrid proposed_grid(const FormTable& table, const ProposalKnown& known)
{
    return Proposing(table, known).propose();
}

} // namespace tiendo
