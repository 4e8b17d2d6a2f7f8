#include "web/pages/superior_form_choices.hpp"

#include "base/text.hpp"
#include "web/views/target_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiendo::web {
namespace {

constexpr std::size_t label_bytes_max = 90;

view::Object
group(std::string label, const std::vector<view::Choice>& choices, std::string_view chosen)
{
    return {{"label", std::move(label)}, {"choices", view::choices(choices, chosen)}};
}

const char* group_key(FilledAbout about)
{
    switch (about) {
    case FilledAbout::measure:
        return "superior_form.measures";
    case FilledAbout::unit:
        return "superior_form.units";
    case FilledAbout::task:
        return "superior_form.tasks";
    case FilledAbout::report:
        return "superior_form.of_report";
    case FilledAbout::words:
        return "superior_form.typed";
    }
    return "superior_form.typed";
}

} // namespace

std::string shortened(const std::string& text)
{
    if (text.size() <= label_bytes_max) return text;
    return std::string(first_bytes(text, label_bytes_max)) + "…";
}

std::string letters_of(int column)
{
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

FormSubject subject_named(std::string_view name)
{
    FormSubject subject;
    const std::string id(name.size() > 2 ? name.substr(2) : std::string_view{});
    if (name.starts_with("m:")) subject.measure = MeasureId(id);
    if (name.starts_with("u:")) subject.unit = UnitId(id);
    if (name.starts_with("t:")) subject.task = id;
    return subject;
}

std::string name_of_subject(const FormSubject& subject)
{
    if (!subject.measure.empty()) return "m:" + subject.measure.str();
    if (!subject.unit.empty()) return "u:" + subject.unit.str();
    return subject.task.empty() ? std::string{} : "t:" + subject.task;
}

std::vector<view::Choice>
measure_labels(const app::SuperiorForm& form, const std::string& prefix, const Wording& words)
{
    std::vector<view::Choice> choices;
    for (const auto& row : form.rows) {
        const auto& id = row.measure.id.str();
        choices.push_back(
            {prefix + id,
             shortened(id + " " + view::measure_name(row.measure, row.indicator, words))}
        );
    }
    return choices;
}

std::vector<view::Choice> unit_labels(const app::SuperiorForm& form, const std::string& prefix)
{
    std::vector<view::Choice> choices;
    for (const auto& unit : form.units)
        choices.push_back({prefix + unit.id, shortened(unit.name)});
    return choices;
}

std::vector<view::Choice> task_labels(const app::SuperiorForm& form, const std::string& prefix)
{
    std::vector<view::Choice> choices;
    for (const auto& task : form.tasks)
        choices.push_back({prefix + task.id, shortened(task.id + " " + task.name)});
    return choices;
}

view::List subject_groups(
    const app::SuperiorForm& form, const FormSubject& chosen, bool with_tasks, const Wording& words
)
{
    const auto name = name_of_subject(chosen);
    view::List groups;
    groups.emplace_back(
        group(words.text("superior_form.measures"), measure_labels(form, "m:", words), name)
    );
    groups.emplace_back(group(words.text("superior_form.units"), unit_labels(form, "u:"), name));
    if (with_tasks)
        groups.emplace_back(group(words.text("superior_form.tasks"), task_labels(form, "t:"), name)
        );
    return groups;
}

view::List kind_groups(const std::optional<FilledWith>& chosen, bool with_all, const Wording& words)
{
    view::List groups;
    for (const auto of :
         {FilledAbout::measure,
          FilledAbout::unit,
          FilledAbout::task,
          FilledAbout::report,
          FilledAbout::words}) {
        if (!with_all && of >= FilledAbout::report) continue;
        std::vector<view::Choice> choices;
        for (int i = 0; i <= static_cast<int>(FilledWith::day); ++i) {
            const auto with = static_cast<FilledWith>(i);
            if (about(with) == of)
                choices.push_back(
                    {name_of(with), words.text(std::string("superior_form.with_") + name_of(with))}
                );
        }
        groups.emplace_back(
            group(words.text(group_key(of)), choices, chosen ? name_of(*chosen) : "")
        );
    }
    return groups;
}

std::string name_of_place(const FormPlace& place)
{
    return std::to_string(place.table) + "." + std::to_string(place.row) + "." +
           std::to_string(place.cell);
}

FormPlace place_named(std::string_view name)
{
    std::array<int, 3> numbers{-1, -1, -1};
    const auto parts = split(name, '.');
    for (std::size_t i = 0; i < std::min(parts.size(), numbers.size()); ++i)
        std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), numbers[i]);
    return {numbers[0], numbers[1], numbers[2]};
}

std::string words_of_place(const FormTables& tables, const FormPlace& place, const Wording& words)
{
    const auto table = static_cast<std::size_t>(place.table);
    if (table < tables.size() && !tables[table].name.empty())
        return tables[table].name + "!" + letters_of(place.cell) + std::to_string(place.row + 1);
    return words.text(
        "superior_form.place",
        {{"table", std::to_string(place.table + 1)},
         {"row", std::to_string(place.row + 1)},
         {"cell", std::to_string(place.cell + 1)}}
    );
}

std::string
words_of_filling(const app::SuperiorForm& form, const Filling& filling, const Wording& words)
{
    std::vector<std::string> parts;
    const auto measure = std::ranges::find_if(form.rows, [&](const MeasureFigure& row) {
        return row.measure.id == filling.measure;
    });
    if (measure != form.rows.end())
        parts.push_back(
            filling.measure.str() + " " +
            view::measure_name(measure->measure, measure->indicator, words)
        );
    const auto add = [&](const std::vector<app::FormThing>& things, const std::string& id) {
        const auto found = std::ranges::find(things, id, &app::FormThing::id);
        if (found != things.end()) parts.push_back(shortened(found->name));
    };
    add(form.units, filling.unit.str());
    add(form.tasks, filling.task);
    parts.push_back(words.text(std::string("superior_form.with_") + name_of(filling.with)));
    return join(parts, " – ");
}

} // namespace tiendo::web
