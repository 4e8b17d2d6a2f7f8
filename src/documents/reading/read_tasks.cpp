#include "documents/reading/read_tasks.hpp"

#include "base/text.hpp"
#include "documents/reading/read_deadline.hpp"
#include "documents/reading/read_tables.hpp"
#include "documents/reading/sections.hpp"
#include "documents/reading/task_fields.hpp"
#include "documents/reading/task_owners.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <cstdlib>

namespace tiendo::documents {

namespace {

std::vector<TaskField> fields_of(const Node& node)
{
    return node.table != nullptr ? std::vector<TaskField>{} : fields_of_line(node.text);
}

bool is_sentence(const std::string& text)
{
    return text.ends_with('.') || text.ends_with(';');
}

/// "... các nhiệm vụ sau:" leads on to what follows. A whole sentence before the colon is a task: a
/// scan takes the full stop for one.
bool leads_on(const std::string& text)
{
    constexpr std::size_t words_of_a_sentence = 20;
    const Words words{text};
    if (!words.is(words.size() - 1, ":")) return false;
    if (words.size() < words_of_a_sentence) return true;
    for (auto i = words.size() - 3; i + 1 < words.size(); ++i) {
        const auto match = vocabulary("announcing_words").at(words, i);
        if (match && i + match.length + 1 == words.size()) return true;
    }
    return false;
}

/// "Nhiệm vụ, giải pháp thực hiện Mục tiêu 2", "... nhằm đạt mục tiêu số 3": the one that a heading
/// names.
std::optional<int> objective_number_in(const std::string& heading)
{
    constexpr std::size_t words_max = 25;
    const Words words{heading};
    std::optional<int> number;
    for (std::size_t i = 0; i + 2 < words.size() && words.size() <= words_max; ++i) {
        if (!words.is(i, "mục") || !words.is(i + 1, "tiêu")) continue;
        const auto at = words.is(i + 2, "số") ? i + 3 : i + 2;
        const auto digits = words.written(at);
        if (!words.is_number(at) || digits.size() > 2 || number) return std::nullopt;
        number = std::atoi(std::string(digits).c_str());
    }
    return number;
}

class Walker {
public:
    Walker(const ObjectivesRead& objectives, const TargetFrame& frame)
        : objectives_(objectives), frame_(frame)
    {
    }

    void walk(const Node& node)
    {
        auto since_fields = tasks_.size();
        bool in_fields = false;
        for (const auto& child : node.children) {
            const bool foreign =
                child.section == SectionKind::results || child.section == SectionKind::budget;
            if (child.table != nullptr) {
                if (!foreign && holds_tasks(*child.table)) take_table(*child.table);
                continue;
            }
            if (const auto fields = fields_of(child); !fields.empty()) {
                for (auto i = since_fields; i < tasks_.size(); ++i)
                    fill(tasks_[i], fields);
                in_fields = true;
                continue;
            }
            if (child.section != SectionKind::tasks) {
                walk_other(child);
                continue;
            }
            if (in_fields) since_fields = tasks_.size();
            in_fields = false;
            take(child, node);
        }
    }

    std::vector<ReadTask> take_all()
    {
        number();
        return std::move(tasks_);
    }

private:
    struct Heading {
        std::optional<std::string> objective{};
        std::optional<std::string> group{};
    };

    /// "2. Trồng, chăm sóc" over "(Chi tiết tại Phụ lục kèm theo)" is a heading.
    static bool only_notes(const Node& node)
    {
        return std::none_of(node.children.begin(), node.children.end(), [](const Node& c) {
            return !fields_of(c).empty();
        });
    }

    void walk_other(const Node& node)
    {
        const auto saved = heading_;
        heading_ = {};
        walk(node);
        heading_ = saved;
    }

    void take(const Node& node, const Node& parent)
    {
        const bool only_fields =
            !node.children.empty() &&
            std::all_of(node.children.begin(), node.children.end(), [](const Node& c) {
                return !fields_of(c).empty() || is_note(c.text);
            });
        const bool outermost = parent.section != SectionKind::tasks;
        if (node.is_leaf() || (only_fields && !outermost)) {
            if ((leads_on(node.text) && !only_fields) || is_note(node.text)) return;
            if (!node.is_leaf() && !is_sentence(node.text) && only_notes(node)) return;
            add(node);
            for (const auto& child : node.children)
                fill(tasks_.back(), fields_of(child));
            if (only_fields) tasks_.back().lines.last = node.lines.last;
            return;
        }
        const auto saved = heading_;
        const bool bullet = node.label.kind == LabelKind::bullet;
        const auto section_head = outermost && node.label.kind != LabelKind::letter;
        if (!bullet && (!section_head || names_objective(node))) {
            heading_.objective = objective_named(node);
            if (!heading_.objective) heading_.group = group_title(node.text);
            if (heading_.objective) heading_.group.reset();
        }
        walk(node);
        heading_ = saved;
    }

    /// "1. Nhiệm vụ 1: Tuyên truyền" is named by what it is about.
    static std::string group_title(const std::string& text)
    {
        const auto named = named_item(text);
        const bool numbered = named && named->number && !named->rest.empty();
        return heading_text(numbered ? named->rest : text);
    }

    bool names_objective(const Node& node) const { return objective_named(node).has_value(); }

    std::optional<std::string> objective_named(const Node& node) const
    {
        const auto named = named_item(node.text);
        if (named && named->number && named->word == "mục tiêu") {
            const auto found = objectives_.id_by_number.find(*named->number);
            if (found != objectives_.id_by_number.end()) return found->second;
        }
        if (const auto number = objective_number_in(node.text)) {
            const auto found = objectives_.id_by_number.find(*number);
            if (found != objectives_.id_by_number.end()) return found->second;
        }
        const auto key =
            name_key(heading_text(named && !named->rest.empty() ? named->rest : node.text));
        for (const auto& objective : objectives_.objectives) {
            if (objective.title && name_key(*objective.title) == key) return objective.id;
        }
        return heading_.objective;
    }

    void add(const Node& node)
    {
        ReadTask task;
        task.objective = heading_.objective;
        task.group = heading_.group;
        const auto named = named_item(node.text);
        const bool strip =
            named && named->word != "mục tiêu" && named->word != "chỉ tiêu" && !named->rest.empty();
        task.text = strip ? named->rest : node.text;
        task.lines = node.lines;
        const auto owners = owners_in_text(task.text);
        task.lead = owners.lead;
        task.with = owners.with;
        task.due = read_deadline(task.text, frame_, false);
        for (const auto& field : fields_inside(task.text)) {
            if (field.role != "product") fill(task, field);
        }
        tasks_.push_back(std::move(task));
    }

    void fill(ReadTask& task, const std::vector<TaskField>& fields) const
    {
        for (const auto& field : fields)
            fill(task, field);
    }

    void fill(ReadTask& task, const TaskField& field) const
    {
        if (field.role == "lead") {
            const auto owners = owners_of_field(field.value);
            task.lead = owners.lead;
            if (!owners.with.empty()) task.with = owners.with;
        } else if (field.role == "with") {
            task.with = owners_of_field(field.value).lead;
        } else if (field.role == "due") {
            if (const auto due = read_deadline(field.value, frame_, true)) task.due = due;
        } else if (field.role == "product") {
            task.product = heading_text(field.value);
        }
    }

    void take_table(const Table& table)
    {
        for (auto& row : read_task_table(table)) {
            auto* task = same_task(row.text);
            if (task == nullptr) {
                ReadTask fresh;
                fresh.objective = heading_.objective;
                fresh.group = row.group ? row.group : heading_.group;
                if (fresh.group) {
                    const auto key = name_key(*fresh.group);
                    for (const auto& objective : objectives_.objectives) {
                        if (objective.title && name_key(*objective.title) == key)
                            fresh.objective = objective.id;
                    }
                    if (fresh.objective) fresh.group.reset();
                }
                fresh.text = row.text;
                fresh.lines = row.lines;
                tasks_.push_back(std::move(fresh));
                task = &tasks_.back();
            }
            if (!row.lead.empty()) task->lead = row.lead;
            if (!row.with.empty()) task->with = row.with;
            if (const auto due = read_deadline(row.due, frame_, true)) task->due = due;
            if (!task->due && row.marked.month != 0)
                task->due = last_day_of(
                    TimePoint{.month = row.marked.month}, first_year(frame_) + row.marked.years_on
                );
            if (!row.product.empty()) task->product = heading_text(row.product);
        }
    }

    /// A row of an annex that repeats an item of the body completes it.
    ReadTask* same_task(const std::string& text)
    {
        const auto key = name_key(text);
        for (auto& task : tasks_) {
            const auto other = name_key(task.text);
            if (other == key) return &task;
            const bool contained = key.size() > 40 &&
                                   (other.starts_with(key) || key.starts_with(other)) &&
                                   other.size() > 40;
            if (contained) return &task;
        }
        return nullptr;
    }

    /// "<objective or group>.<n>", or "<n>" in a list without headings.
    void number()
    {
        std::vector<std::string> groups;
        std::map<std::string, int> counts;
        for (auto& task : tasks_) {
            std::string prefix;
            if (task.objective) {
                prefix = *task.objective;
            } else if (task.group) {
                const auto found = std::find(groups.begin(), groups.end(), *task.group);
                prefix = std::to_string(found - groups.begin() + 1);
                if (found == groups.end()) groups.push_back(*task.group);
            }
            const auto n = std::to_string(++counts[prefix]);
            task.id = prefix.empty() ? n : prefix + "." + n;
        }
    }

    const ObjectivesRead& objectives_;
    const TargetFrame& frame_;
    Heading heading_;
    std::vector<ReadTask> tasks_;
};

} // namespace

std::vector<ReadTask>
read_tasks(const Node& root, const ObjectivesRead& objectives, const TargetFrame& frame)
{
    Walker walker(objectives, frame);
    walker.walk(root);
    return walker.take_all();
}

} // namespace tiendo::documents
