#include "domain/plan/amendment.hpp"

#include "base/text.hpp"
#include "domain/plan/measure_rows.hpp"
#include "domain/plan/plan_fields.hpp"
#include "domain/plan/text_likeness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace tiendo {
namespace {

/// Versions of one document repeat most words: less than half alike is another item.
constexpr double likeness_min = 0.5;

/// "3" of "3.2"; nothing of "2".
std::string above(const std::string& id)
{
    const auto dot = id.rfind('.');
    return dot == std::string::npos ? std::string() : id.substr(0, dot);
}

int number_in(const std::string& id)
{
    int number = 0;
    const auto dot = id.rfind('.');
    const auto first = dot == std::string::npos ? 0 : dot + 1;
    std::from_chars(id.data() + first, id.data() + id.size(), number);
    return number;
}

std::string day_text(const std::optional<Date>& day)
{
    return day ? iso_date(*day) : std::string();
}

/// Ids for what is added: the next number below its objective or group.
class NewIds {
public:
    void take(const std::string& id)
    {
        auto& last = last_[above(id)];
        last = std::max(last, number_in(id));
    }
    std::string next(const std::string& heading)
    {
        const auto number = ++last_[heading];
        return heading.empty() ? fmt::format("{}", number) : fmt::format("{}.{}", heading, number);
    }

private:
    std::map<std::string, int> last_{};
};

void set_level(
    std::vector<FieldSetting>& settings,
    const std::string& measure,
    const std::optional<Quantity>& before,
    const std::optional<Quantity>& now
)
{
    if (!now) return;
    const auto set = [&](const char* field, std::string value, const std::string& was) {
        if (before && value == was) return;
        settings.push_back({"measure/" + measure + "/" + field, std::move(value)});
    };
    const auto old = before.value_or(Quantity{});
    const auto number = [](const std::optional<Decimal>& value) {
        return value ? value->str() : std::string();
    };
    const auto cadence = [](const std::optional<Cadence>& every) {
        return every ? std::string(name_of(*every)) : std::string();
    };
    set("comparator", std::string(name_of(now->comparator)), std::string(name_of(old.comparator)));
    set("value", now->value.str(), old.value.str());
    set("unit", now->unit, old.unit);
    if (old.baseline || now->baseline) set("baseline", number(now->baseline), number(old.baseline));
    if (old.due || now->due) set("due", day_text(now->due), day_text(old.due));
    if (old.every || now->every) set("every", cadence(now->every), cadence(old.every));
}

class TargetAmendments {
public:
    TargetAmendments(const Plan& plan, const PlanReading& newer, const std::string& ground)
        : plan_(plan), newer_(newer), ground_(ground)
    {
        for (const auto& objective : plan.objectives)
            for (const auto& target : objective.targets)
                own_.push_back(&target);
        for (const auto& objective : newer.objectives)
            for (const auto& target : objective.targets)
                new_.push_back(&target);
        for (const auto* target : own_)
            ids_.take(target->id);
    }

    std::vector<Amendment> all()
    {
        const auto match = matched();
        std::vector<Amendment> amendments;
        for (std::size_t i = 0; i < own_.size(); ++i) {
            const auto found = match.find(i);
            auto amendment =
                found == match.end() ? removed(*own_[i]) : changed(*own_[i], *new_[found->second]);
            if (amendment.kind == AmendmentKind::removed || !amendment.settings.empty())
                amendments.push_back(std::move(amendment));
        }
        for (std::size_t j = 0; j < new_.size(); ++j) {
            const bool is_known =
                std::ranges::any_of(match, [&](const auto& pair) { return pair.second == j; });
            if (!is_known) amendments.push_back(added(*new_[j]));
        }
        return amendments;
    }

private:
    std::map<std::size_t, std::size_t> matched() const
    {
        std::vector<std::string> own;
        std::vector<std::string> newer;
        for (const auto* target : own_)
            own.push_back(target->text);
        for (const auto* target : new_)
            newer.push_back(target->text);
        return most_alike(own, newer, likeness_min, Matching::one_to_one);
    }

    std::vector<const Measure*> measures_in_use(const Target& target) const
    {
        std::vector<const Measure*> measures;
        for (const auto& id : target.measures)
            if (const auto* measure = plan_.measure(id)) measures.push_back(measure);
        return measures;
    }

    std::vector<UnitId> suppliers_of(const Target& target) const
    {
        std::vector<UnitId> units;
        for (const auto* measure : measures_in_use(target))
            for (const auto& unit : measure->suppliers)
                if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
        return units;
    }

    Amendment changed(const Target& own, const ReadTarget& now) const
    {
        Amendment amendment;
        amendment.key = "target/" + own.id;
        amendment.before = own.text;
        amendment.now = now.text;
        amendment.lines = now.lines;
        amendment.units = suppliers_of(own);
        if (name_key(own.text) != name_key(now.text))
            amendment.settings.push_back({amendment.key + "/text", now.text});
        const auto in_use = measures_in_use(own);
        const auto read = measures_of(now, {});
        for (std::size_t i = 0; i < std::max(in_use.size(), read.size()); ++i) {
            const auto before = i < in_use.size() ? in_use[i]->quantity : std::nullopt;
            const auto after = i < read.size() ? read[i].quantity : std::nullopt;
            amendment.levels_before.push_back(before);
            amendment.levels_now.push_back(after);
            const auto id = i < in_use.size()
                                ? in_use[i]->id.str()
                                : fmt::format("{}{}", own.id, static_cast<char>('a' + i));
            set_level(amendment.settings, id, before, after);
            if (i < read.size() && read[i].inner &&
                (i >= in_use.size() || !in_use[i]->inner ||
                 in_use[i]->inner->value != read[i].inner->value))
                amendment.settings.push_back(
                    {"measure/" + id + "/inner_value", read[i].inner->value.str()}
                );
            if (i < in_use.size() && i >= read.size())
                amendment.settings.push_back({"measure/" + id + "/no_source", ground_});
        }
        return amendment;
    }

    Amendment removed(const Target& own) const
    {
        Amendment amendment;
        amendment.kind = AmendmentKind::removed;
        amendment.key = "target/" + own.id;
        amendment.before = own.text;
        amendment.units = suppliers_of(own);
        for (const auto* measure : measures_in_use(own)) {
            amendment.levels_before.push_back(measure->quantity);
            amendment.levels_now.emplace_back();
            amendment.settings.push_back({"measure/" + measure->id.str() + "/no_source", ground_});
        }
        return amendment;
    }

    /// The objective of the same title; a new one where there is none.
    std::string objective_for(const ReadTarget& target, std::vector<FieldSetting>& settings)
    {
        const auto read = std::ranges::find_if(newer_.objectives, [&](const ReadObjective& o) {
            return std::ranges::any_of(o.targets, [&](const ReadTarget& t) {
                return t.id == target.id;
            });
        });
        const auto title = read->title.value_or("");
        const auto own = std::ranges::find_if(plan_.objectives, [&](const Objective& objective) {
            return name_key(objective.title) == name_key(title);
        });
        if (own != plan_.objectives.end()) return own->id;
        auto& id = new_objectives_[title];
        if (id.empty()) {
            id = fmt::format("{}", plan_.objectives.size() + new_objectives_.size());
            settings.push_back({"objective/" + id + "/title", title});
        }
        return id;
    }

    Amendment added(const ReadTarget& target)
    {
        Amendment amendment;
        amendment.kind = AmendmentKind::added;
        amendment.now = target.text;
        amendment.lines = target.lines;
        const auto id = ids_.next(objective_for(target, amendment.settings));
        amendment.key = "target/" + id;
        auto renamed = target;
        renamed.id = id;
        const auto measures = measures_of(renamed, {});
        // A lone measure comes with the text; several are named first, or the text would make one.
        for (const auto& measure : measures) {
            amendment.levels_before.emplace_back();
            amendment.levels_now.push_back(measure.quantity);
            if (measures.size() > 1)
                amendment.settings.push_back(
                    {"measure/" + measure.id.str() + "/title", measure.title}
                );
        }
        amendment.settings.push_back({amendment.key + "/text", target.text});
        for (const auto& measure : measures) {
            set_level(amendment.settings, measure.id.str(), std::nullopt, measure.quantity);
            if (measure.inner)
                amendment.settings.push_back(
                    {"measure/" + measure.id.str() + "/inner_value", measure.inner->value.str()}
                );
        }
        return amendment;
    }

    const Plan& plan_;
    const PlanReading& newer_;
    const std::string& ground_;
    std::vector<const Target*> own_{};
    std::vector<const ReadTarget*> new_{};
    NewIds ids_{};
    std::map<std::string, std::string> new_objectives_{};
};

void amend_tasks(const Plan& plan, const PlanReading& newer, std::vector<Amendment>& amendments)
{
    // Merged ones too: the new version may repeat itself as the old one did.
    const auto& own = plan.tasks;
    std::vector<std::string> own_texts;
    std::vector<std::string> new_texts;
    NewIds ids;
    for (const auto& task : own) {
        own_texts.push_back(task.text);
        ids.take(task.id);
    }
    for (const auto& task : newer.tasks)
        new_texts.push_back(task.text);
    const auto match = most_alike(own_texts, new_texts, likeness_min, Matching::one_to_one);
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (!own[i].merged_into.empty()) continue;
        Amendment amendment;
        amendment.key = "task/" + own[i].id;
        amendment.before = own[i].text;
        amendment.units = own[i].lead;
        const auto found = match.find(i);
        if (found == match.end()) {
            amendment.kind = AmendmentKind::removed;
            amendments.push_back(std::move(amendment));
            continue;
        }
        const auto& task = newer.tasks[found->second];
        amendment.now = task.text;
        amendment.lines = task.lines;
        if (name_key(own[i].text) != name_key(task.text))
            amendment.settings.push_back({amendment.key + "/text", task.text});
        if (task.due && task.due != own[i].due)
            amendment.settings.push_back({amendment.key + "/due", iso_date(*task.due)});
        if (task.product && name_key(*task.product) != name_key(own[i].product))
            amendment.settings.push_back({amendment.key + "/product", *task.product});
        if (!amendment.settings.empty()) amendments.push_back(std::move(amendment));
    }
    for (std::size_t j = 0; j < newer.tasks.size(); ++j) {
        const bool is_known =
            std::ranges::any_of(match, [&](const auto& pair) { return pair.second == j; });
        const auto& task = newer.tasks[j];
        if (is_known) continue;
        Amendment amendment;
        amendment.kind = AmendmentKind::added;
        amendment.key = "task/" + ids.next(above(task.id));
        amendment.now = task.text;
        amendment.lines = task.lines;
        amendment.settings.push_back({amendment.key + "/text", task.text});
        if (task.due) amendment.settings.push_back({amendment.key + "/due", iso_date(*task.due)});
        amendments.push_back(std::move(amendment));
    }
}

void amend_period(const Plan& plan, const PlanReading& newer, std::vector<Amendment>& amendments)
{
    const auto compare = [&](const char* key, const auto& before, const auto& now) {
        if (!now || before == now) return;
        Amendment amendment;
        amendment.key = key;
        amendment.before = day_text(before);
        amendment.now = day_text(now);
        amendment.settings.push_back({key, iso_date(*now)});
        amendments.push_back(std::move(amendment));
    };
    compare("document/period_from", plan.head.period_from, newer.document.period_from);
    compare("document/period_to", plan.head.period_to, newer.document.period_to);
}

void amend_reports(const Plan& plan, const PlanReading& newer, std::vector<Amendment>& amendments)
{
    if (plan.reports.empty() || newer.reports.empty()) return;
    const auto& before = plan.reports.front();
    const auto& now = newer.reports.front();
    if (before.due == now.due && before.every == now.every) return;
    Amendment amendment;
    amendment.key = "report/1";
    amendment.before = before.due;
    amendment.now = now.due;
    amendment.lines = now.lines;
    amendments.push_back(std::move(amendment));
}

} // namespace

std::vector<Amendment>
amendments_of(const Plan& plan, const PlanReading& newer, const std::string& ground)
{
    auto amendments = TargetAmendments(plan, newer, ground).all();
    amend_tasks(plan, newer, amendments);
    amend_period(plan, newer, amendments);
    amend_reports(plan, newer, amendments);
    return amendments;
}

} // namespace tiendo
