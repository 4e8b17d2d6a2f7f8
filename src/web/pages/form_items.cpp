#include "web/pages/form_items.hpp"

#include "app/report/draft_items.hpp"
#include "base/day_text.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "web/views/activity_words.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tiendo::web {
namespace {

std::int64_t whole(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Reads the fields of one item.
class ItemFields {
public:
    ItemFields(const Fields& fields, std::string item) : fields_(fields), item_(std::move(item)) {}

    /// Browsers send the line breaks of a text area as CR LF.
    std::string operator[](std::string_view field) const
    {
        return replace_all(std::string(fields_[name(field)]), "\r\n", "\n");
    }
    bool has(std::string_view field) const { return fields_.has(name(field)); }
    const std::string& item() const { return item_; }

private:
    std::string name(std::string_view field) const { return item_ + "/" + std::string(field); }

    const Fields& fields_;
    std::string item_;
};

/// "1/3" typed into the numerator fills both; none where it is something else.
void split_fraction(std::map<std::string, std::string>& typed, const std::string& suffix)
{
    const auto numerator = typed.find("num" + suffix);
    if (numerator == typed.end() || typed.contains("den" + suffix)) return;
    const auto parts = split(numerator->second, '/');
    if (parts.size() != 2 || trim(parts[0]).empty() || trim(parts[1]).empty()) return;
    typed["den" + suffix] = trim(parts[1]);
    numerator->second = trim(parts[0]);
}

void read_months(const ItemFields& fields, const Indicator& indicator, TypedCell& cell)
{
    const auto elements = elements_of(indicator);
    const bool any = fields.has("none") || std::ranges::any_of(elements, [&](const auto& month) {
                         return fields.has(month);
                     });
    if (!any) return;
    for (const auto& month : elements)
        cell.typed[month] = fields.has(month) ? "1" : "0";
}

TypedCell read_posted_cell(const ItemFields& fields, const FormRow& row)
{
    TypedCell cell;
    const auto state = fields["state"];
    if (state == "not_arising") cell.state = ValueState::not_arising;
    if (state == "not_applicable") cell.state = ValueState::not_applicable;
    cell.kind = fields.has("estimate") ? ValueKind::estimate : ValueKind::official;
    cell.reason = fields["reason"];
    cell.note = fields["note"];
    if (row.indicator.shape == Shape::months) {
        read_months(fields, row.indicator, cell);
        return cell;
    }
    for (const auto& element : elements_of(row.indicator)) {
        auto typed = fields[element];
        if (!trim(typed).empty()) cell.typed[element] = std::move(typed);
    }
    for (const auto* suffix : {"", ".male", ".female"})
        split_fraction(cell.typed, suffix);
    return cell;
}

/// Nothing typed, chosen or remarked: the estimate mark alone is no answer.
bool is_untouched(const TypedCell& cell)
{
    return cell.state == ValueState::value && cell.typed.empty() && cell.reason.empty() &&
           cell.note.empty();
}

TypedCell without_empty(TypedCell cell)
{
    std::erase_if(cell.typed, [](const auto& entry) { return trim(entry.second).empty(); });
    return cell;
}

std::string body_of(const TypedCell& cell)
{
    return is_untouched(cell) ? std::string{} : app::item_body(cell);
}

TaskState task_state_from(const std::string& name, bool has_day)
{
    if (name == "not_started") return TaskState::not_started;
    if (name == "finished" || (name.empty() && has_day)) return TaskState::finished;
    return TaskState::under_way;
}

void read_posted_task(const ItemFields& fields, int year, PostedItem& posted)
{
    TaskAnswer answer;
    answer.result = fields["result"];
    answer.product = fields["product"];
    answer.difficulty = fields["difficulty"];
    const auto typed_day = fields["done_on"];
    if (!trim(typed_day).empty()) {
        answer.done_on = read_typed_day(typed_day, year);
        if (!answer.done_on) {
            posted.typed_day = typed_day;
            posted.problems.push_back(
                {"entry.not_a_day", {{"typed", typed_day}}, posted.item + "/done_on"}
            );
        }
    }
    const auto state = fields["state"];
    const bool is_answered = !state.empty() || !trim(typed_day).empty() || !answer.result.empty() ||
                             !answer.product.empty() || !answer.difficulty.empty();
    answer.state = task_state_from(state, answer.done_on.has_value());
    if (is_answered) posted.body = app::item_body(answer);
}

std::vector<ActivityRow> read_posted_rows(
    const ItemFields& fields, const ActivityTable& table, int year, const Wording& words
)
{
    std::vector<ActivityRow> rows;
    for (std::size_t i = 0;; ++i) {
        const auto number = std::to_string(i) + "/";
        if (!fields.has(number + table.columns.front().key)) return rows;
        if (fields["remove"] == std::to_string(i)) continue;
        ActivityRow row;
        for (const auto& column : table.columns) {
            auto typed = squeeze(fields[number + column.key]);
            if (typed.empty()) continue;
            row[column.key] =
                kept_text(column, std::move(typed), year, view::choice_names(table, column, words));
        }
        if (!row.empty()) rows.push_back(std::move(row));
    }
}

std::string body_of(const std::vector<ActivityRow>& rows)
{
    return rows.empty() ? std::string{} : app::item_body(rows);
}

std::string narrative_body(const std::string& text)
{
    return trim(text).empty() ? std::string{} : app::narrative_body(text);
}

/// Collects the items of a request in the order of the form.
class PostedReader {
public:
    PostedReader(const Fields& fields, const app::UnitReport& report, const Wording& words)
        : fields_(fields), report_(report), words_(words),
          year_(static_cast<int>(report.period.window.to.year()))
    {
    }

    std::vector<PostedItem> read()
    {
        const auto& form = report_.form;
        for (const auto& row : form.rows)
            take("cell/" + row.measure.id.str(), [&](const ItemFields& fields, PostedItem& posted) {
                auto cell = with_origin(read_posted_cell(fields, row), row);
                take_proposal(cell, row);
                posted.body = body_of(cell);
            });
        for (const auto& row : form.tasks)
            take_task("task/" + row.task.id);
        for (const auto& clause : form.clauses)
            take_task("duty/" + clause.id);
        for (const auto& table : form.activities)
            take("activity/" + table.key, [&](const ItemFields& fields, PostedItem& posted) {
                posted.body = body_of(read_posted_rows(fields, table, year_, words_));
            });
        for (const auto key : narrative_parts)
            take("narrative/" + std::string(key), [](const ItemFields& fields, PostedItem& posted) {
                posted.body = narrative_body(fields["text"]);
            });
        return std::move(items_);
    }

private:
    /// A cell that still says what its workbook said still came from there.
    TypedCell with_origin(TypedCell cell, const FormRow& row) const
    {
        auto kept = shown_cell(report_, row);
        const auto origin = std::exchange(kept.origin, {});
        if (kept == cell) cell.origin = origin;
        return cell;
    }

    /// The button beside a field, "take/6.3/5,4,6,4": the numbers that the page offered there.
    void take_proposal(TypedCell& cell, const FormRow& row) const
    {
        const auto button = "take/" + row.measure.id.str() + "/";
        const auto action = fields_["action"];
        if (!action.starts_with(button)) return;
        const auto values = split(action.substr(button.size()), ',');
        const auto elements = elements_of(row.indicator);
        if (values.size() != elements.size()) return;
        cell.state = ValueState::value;
        for (std::size_t i = 0; i < elements.size(); ++i)
            cell.typed[elements[i]] = values[i];
    }

    void take_task(const std::string& item)
    {
        take(item, [&](const ItemFields& fields, PostedItem& posted) {
            read_posted_task(fields, year_, posted);
        });
    }

    template <class Read> void take(const std::string& item, Read&& read)
    {
        const ItemFields fields(fields_, item);
        if (!fields.has("revision")) return;
        PostedItem posted;
        posted.item = item;
        posted.revision = whole(fields["revision"]);
        posted.shown = fields["shown"];
        posted.choice = fields["choice"];
        posted.their_revision = whole(fields["their_revision"]);
        read(fields, posted);
        items_.push_back(std::move(posted));
    }

    const Fields& fields_;
    const app::UnitReport& report_;
    const Wording& words_;
    int year_; ///< of days that are typed without one
    std::vector<PostedItem> items_;
};

std::string task_body(const std::map<std::string, app::DraftTask>& answers, const std::string& id)
{
    const auto found = answers.find(id);
    return found == answers.end() ? std::string{} : app::item_body(found->second.answer);
}

} // namespace

bool PostedItem::was_changed() const
{
    return shown != digest_of_body(body) || !problems.empty() || choice == "mine";
}

std::vector<PostedItem>
posted_items(const Fields& fields, const app::UnitReport& report, const Wording& words)
{
    return PostedReader(fields, report, words).read();
}

TypedCell shown_cell(const app::UnitReport& report, const FormRow& row)
{
    const auto found = report.draft.cells.find(row.measure.id);
    if (found != report.draft.cells.end()) {
        auto kept = without_empty(found->second.typed);
        if (!is_untouched(kept)) return kept;
    }
    TypedCell cell;
    if (report.period.closes_after_deadline()) cell.kind = ValueKind::estimate;
    return cell;
}

std::string kept_body(const app::UnitReport& report, const std::string& item)
{
    const auto slash = item.find('/');
    const auto kind = item.substr(0, slash);
    const auto id = item.substr(slash + 1);
    const auto& draft = report.draft;
    if (kind == "cell") {
        const auto* row = report.form.row(MeasureId(id));
        return row == nullptr ? std::string{} : body_of(shown_cell(report, *row));
    }
    if (kind == "task") return task_body(draft.tasks, id);
    if (kind == "duty") return task_body(draft.duties, id);
    if (kind == "activity") {
        const auto found = draft.activities.find(id);
        return found == draft.activities.end() ? std::string{} : body_of(found->second);
    }
    const auto found = draft.narrative.find(id);
    return found == draft.narrative.end() ? std::string{} : narrative_body(found->second);
}

std::int64_t kept_revision(const app::UnitReport& report, const std::string& item)
{
    const auto found = report.draft.revisions.find(item);
    return found == report.draft.revisions.end() ? 0 : found->second;
}

std::string emptied_body(std::string_view item)
{
    if (item.starts_with("cell/")) return app::item_body(TypedCell{});
    if (item.starts_with("activity/")) return app::item_body(std::vector<ActivityRow>{});
    if (item.starts_with("narrative/")) return app::narrative_body("");
    return app::item_body(TaskAnswer{});
}

std::string digest_of_body(const std::string& body)
{
    return sha256_hex(body).substr(0, 12);
}

} // namespace tiendo::web
