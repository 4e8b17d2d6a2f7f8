#include "web/views/chase_words.hpp"

#include "base/text.hpp"

namespace tiendo::web::view {

namespace {

void add_rows(
    std::string& text, const char* key, const std::vector<app::OwedRow>& rows, const Wording& words
)
{
    for (const auto& row : rows)
        text += "\n- " + words.text(key, {{"number", row.number}, {"title", row.title}});
}

std::string items_of(const app::ChaseLine& line, const Wording& words)
{
    std::string text;
    add_rows(text, "chase.item_measure", line.measures, words);
    add_rows(text, "chase.item_task", line.tasks, words);
    add_rows(text, "chase.item_duty", line.duties, words);
    return text;
}

const char* key_of(const app::ChaseLine& line)
{
    if (!line.unit.is_subordinate()) return "chase.text_cooperating";
    if (line.standing == Standing::returned)
        return line.unit.kind == UnitKind::commune ? "chase.text_returned"
                                                   : "chase.text_completion";
    return line.standing == Standing::overdue ? "chase.text_overdue" : "chase.text_not_yet";
}

} // namespace

std::string chase_text(const app::Chase& chase, const app::ChaseLine& line)
{
    const Wording words(Messages::embedded(), Language::vietnamese);
    const auto items = items_of(line, words);
    const auto deadline = line.report.state.own_deadline.value_or(chase.period.deadline);
    auto text = words.text(
        key_of(line),
        {{"unit", line.unit.name},
         {"period", to_lower(words.period(chase.period.id))},
         {"plan", chase.plan.head.title},
         {"deadline", words.moment(deadline)},
         {"now", words.moment(chase.now)},
         {"reason", line.report.state.reason}}
    );
    if (!items.empty()) text += "\n" + words.text("chase.text_items") + items;
    return text;
}

} // namespace tiendo::web::view
