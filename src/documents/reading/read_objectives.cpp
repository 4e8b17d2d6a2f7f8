#include "documents/reading/read_objectives.hpp"

#include "base/text.hpp"
#include "documents/reading/read_tables.hpp"
#include "documents/reading/sections.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

constexpr std::size_t title_bytes_max = 300;

/// "Mục tiêu cụ thể", "Các chỉ tiêu chủ yếu": names no objective of its own.
bool is_generic(const std::string& heading)
{
    const Words words{search_key(heading)};
    std::size_t i = 0;
    while (i < words.size() &&
           (words.is(i, "cac") || words.is(i, "mot") || words.is(i, "so") || words.is(i, "nhung")))
        ++i;
    bool named = false;
    while (i < words.size()) {
        const auto match = folded_vocabulary("generic_headings").at(words, i);
        const bool filler = words.is_sign(i) || words.is_number(i);
        if (!match && !filler) return false;
        named = named || match;
        i += std::max<std::size_t>(match.length, 1);
    }
    return named;
}

std::optional<Date> due_of_heading(const std::string& heading, const TargetFrame& frame)
{
    const Words words{heading};
    const auto points = time_points(words);
    if (points.size() != 1) return std::nullopt;
    const auto i = points[0].first;
    const bool term = i == 0 || words.is(i - 1, "đến") || words.is(i - 1, "hết") ||
                      words.is(i - 1, "cuối") || words.is(i - 1, "trong") ||
                      words.is(i - 1, "tiêu") || words.is(i - 1, "vào");
    if (!term) return std::nullopt;
    return last_day_of(points[0], frame.plan_to ? static_cast<int>(frame.plan_to->year()) : 0);
}

class Walker {
public:
    Walker(const TargetFrame& frame, FindingList& findings) : frame_(frame), findings_(findings) {}

    void walk(const Node& node)
    {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const auto& child = node.children[i];
            current_.unit = child.table != nullptr && i > 0
                                ? unit_of_caption(node.children[i - 1].text)
                                : std::string{};
            const bool target_table = child.table != nullptr && holds_targets(*child.table) &&
                                      child.section != SectionKind::results &&
                                      child.section != SectionKind::budget;
            const bool shares = child.table != nullptr && !target_table &&
                                child.section == SectionKind::objectives &&
                                holds_shares(*child.table);
            if (target_table) {
                add_rows(read_target_table(*child.table, frame()));
            } else if (shares) {
                add_rows(read_share_table(*child.table, frame()));
            } else if (child.section != SectionKind::objectives) {
                walk_foreign(child);
            } else if (child.table == nullptr) {
                take(child, node);
            }
        }
    }

    ObjectivesRead read;

private:
    /// Sections about something else may still hold targets below ("b) Mục tiêu"); their headings
    /// are no objectives.
    void walk_foreign(const Node& node)
    {
        const auto saved = current_;
        current_ = {};
        if (!node.children.empty()) walk(node);
        current_ = saved;
    }

    void take(const Node& node, const Node& parent)
    {
        if (node.is_leaf()) {
            if (!node.ends_with_colon() && !node.text.empty() && !is_note(node.text))
                add_target(node);
            return;
        }
        const auto saved = current_;
        const auto heading = heading_text(node.text);
        const auto due = due_of_heading(heading, frame_);
        if (due) current_.due = due;
        const bool bullet = node.label.kind == LabelKind::bullet;
        const bool outermost = parent.section != SectionKind::objectives;
        const auto named = named_item(node.text);
        const bool objective = named && named->word == "mục tiêu" && named->number;
        if (is_sentence(node)) {
            add_target(node);
        } else if (objective || (!bullet && !outermost && !is_generic(heading) &&
                                 heading.size() < title_bytes_max && !lead_in(node))) {
            current_.heading = &node;
            current_.objective.reset();
        }
        walk(node);
        current_ = saved;
        if (current_.heading == nullptr) current_.objective.reset();
    }

    static bool lead_in(const Node& node)
    {
        return node.label.kind == LabelKind::none && node.ends_with_colon() &&
               node.text.size() > 90;
    }

    /// A parent that is itself a target: a full sentence with a quantity.
    bool is_sentence(const Node& node) const
    {
        return !node.ends_with_colon() && !node.text.empty() &&
               (node.text.back() == '.' || node.text.back() == ';') &&
               !read_quantities(node.text, frame_).quantities.empty();
    }

    ReadObjective& objective()
    {
        if (!current_.objective) {
            // Targets below no heading of their own go to the one unnamed objective.
            if (current_.heading == nullptr) {
                const auto unnamed =
                    std::find_if(read.objectives.begin(), read.objectives.end(), [](const auto& o) {
                        return !o.title;
                    });
                if (unnamed != read.objectives.end()) return *unnamed;
            } else {
                for (std::size_t i = 0; i < headings_.size(); ++i) {
                    if (headings_[i] == current_.heading) return read.objectives[i];
                }
            }
            open_objective();
        }
        return read.objectives[*current_.objective];
    }

    void open_objective()
    {
        ReadObjective objective;
        objective.id = std::to_string(read.objectives.size() + 1);
        if (current_.heading != nullptr) {
            const auto& text = current_.heading->text;
            const auto named = named_item(text);
            const bool strip = named && named->word == "mục tiêu" && !named->rest.empty();
            objective.title = heading_text(strip ? named->rest : text);
            objective.lines = current_.heading->lines;
            if (named && named->number && named->word == "mục tiêu")
                read.id_by_number[*named->number] = objective.id;
        }
        headings_.push_back(current_.heading);
        current_.objective = read.objectives.size();
        read.objectives.push_back(std::move(objective));
    }

    TargetFrame frame() const
    {
        auto frame = frame_;
        frame.due = current_.due;
        frame.unit = current_.unit;
        return frame;
    }

    ReadTarget& add(std::string text, LineRange lines, QuantitiesRead quantities)
    {
        auto& list = objective().targets;
        auto& owner = objective();
        ReadTarget target{
            owner.id + "." + std::to_string(list.size() + 1),
            std::move(text),
            lines,
            std::move(quantities.quantities)
        };
        if (quantities.unit_unknown) findings_.add("unit_unknown", lines, {{"quote", target.text}});
        if (list.empty() && owner.lines.first == 0) owner.lines = lines;
        list.push_back(std::move(target));
        return list.back();
    }

    void add_target(const Node& node)
    {
        const auto named = named_item(node.text);
        const bool strip = named && named->word == "chỉ tiêu" && !named->rest.empty();
        auto text = strip ? named->rest : node.text;
        auto quantities = read_quantities(text, frame());
        add(std::move(text), node.lines, std::move(quantities));
    }

    void add_rows(std::vector<TargetRow> rows)
    {
        for (auto& row : rows) {
            const auto saved = current_;
            if (row.group) open_group(*row.group, row.group_lines);
            if (!row.unread.empty())
                findings_.add(
                    "table_cell_not_read", row.lines, {{"quote", join(row.unread, "; ")}}
                );
            auto& target = add(std::move(row.text), row.lines, std::move(row.quantities));
            if (!row.owners.empty()) read.owners_by_target[target.id] = row.owners;
            current_ = saved;
        }
    }

    /// A row over the whole width ("I. Lĩnh vực chính trị") heads the rows below it.
    void open_group(const std::string& heading, LineRange lines)
    {
        const auto named = named_item(heading); // "Mục tiêu 1. Trong lĩnh vực chính trị"
        const bool strip = named && named->word == "mục tiêu" && !named->rest.empty();
        const auto title = strip ? heading_text(named->rest) : heading;
        for (std::size_t i = 0; i < read.objectives.size(); ++i) {
            if (read.objectives[i].title == title) {
                current_.objective = i;
                return;
            }
        }
        current_.objective = read.objectives.size();
        read.objectives.push_back({std::to_string(read.objectives.size() + 1), title, lines, {}});
        headings_.push_back(nullptr);
    }

    struct Current {
        const Node* heading = nullptr;
        std::optional<std::size_t> objective{};
        std::optional<Date> due{};
        std::string unit{}; ///< said above the table
    };

    const TargetFrame& frame_;
    FindingList& findings_;
    Current current_;
    std::vector<const Node*> headings_;
};

} // namespace

ObjectivesRead read_objectives(const Node& root, const TargetFrame& frame, FindingList& findings)
{
    Walker walker(frame, findings);
    walker.walk(root);
    return std::move(walker.read);
}

} // namespace tiendo::documents
