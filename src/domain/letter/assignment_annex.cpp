#include "domain/letter/assignment_annex.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

Runs words(std::string text, bool bold = false)
{
    Run run;
    run.text = std::move(text);
    run.bold = bold;
    return {std::move(run)};
}

class AnnexWriter {
public:
    AnnexWriter(const Plan& plan, const UnitDirectory& directory, const OfficialWords& say)
        : plan_(plan), directory_(directory), say_(say)
    {
        const auto day = plan.head.period_to.value_or(date(9999, 12, 31));
        const auto issuer = issuer_of(plan.head, directory);
        for (const auto* unit : directory.of_kind_on(UnitKind::commune, day, issuer))
            communes_.push_back(unit->id);
    }

    Table table() const
    {
        Table table;
        const auto column = [&](const char* key, int width, Alignment alignment) {
            table.columns.push_back({say_(std::string("assignment.") + key, {}), width, alignment});
        };
        column("number", 12, Alignment::centre);
        column("task", 100, Alignment::left);
        column("lead", 45, Alignment::left);
        column("with", 50, Alignment::left);
        column("due", 24, Alignment::centre);
        column("product", 36, Alignment::left);
        for (const auto& objective : plan_.objectives)
            add_objective(table, objective);
        return table;
    }

private:
    void add_objective(Table& table, const Objective& objective) const
    {
        std::vector<TableRow> rows;
        for (const auto* task : plan_.active_tasks()) {
            if (task->objective != objective.id) continue;
            rows.push_back(
                {{words(task->id),
                  words(task->text),
                  words(names(task->lead)),
                  words(names(task->with)),
                  words(task->due ? vietnamese_date(*task->due) : std::string{}),
                  words(task->product)},
                 false}
            );
        }
        if (rows.empty()) return;
        const auto title =
            say_("report.objective", {{"id", objective.id}, {"title", objective.title}});
        table.rows.push_back({{words(title, true)}, true});
        table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    }

    bool names_all_communes(const std::vector<UnitId>& units) const
    {
        return communes_.size() > 1 && std::ranges::all_of(communes_, [&](const UnitId& commune) {
                   return std::ranges::find(units, commune) != units.end();
               });
    }

    std::string names(const std::vector<UnitId>& units) const
    {
        const bool has_group = names_all_communes(units);
        std::vector<std::string> said;
        for (const auto& id : units) {
            if (has_group && std::ranges::find(communes_, id) != communes_.end()) continue;
            const auto* unit = directory_.find(id);
            said.push_back(unit == nullptr ? id.str() : unit->name);
        }
        if (has_group) said.push_back(say_("assignment.all_communes", {}));
        return join(said, "; ");
    }

    const Plan& plan_;
    const UnitDirectory& directory_;
    const OfficialWords& say_;
    std::vector<UnitId> communes_;
};

std::string plan_number(const Plan& plan, const OfficialWords& say)
{
    return plan.head.number.empty() ? say("report.blank", {}) : plan.head.number;
}

Paragraph paragraph(std::string text)
{
    Paragraph words_of_it;
    words_of_it.runs = words(std::move(text));
    return words_of_it;
}

} // namespace

OfficialDocument assignment_annex(
    const Plan& plan,
    const UnitDirectory& directory,
    const ReportSetup& setup,
    const OfficialWords& say
)
{
    OfficialDocument letter;
    letter.superior = setup.superior;
    letter.issuer = to_upper(setup.issuer);
    letter.issuer_name = setup.issuer;
    // A công văn has no type in its symbol: "BC-LĐTBXH" without its head.
    letter.symbol = setup.symbol.substr(setup.symbol.find('-') + 1);
    letter.place = setup.place;
    letter.subject = say("assignment.subject", {{"title", plan.head.title}});
    letter.addressees = {say("assignment.agencies", {}), say("assignment.communes", {})};
    const WordArguments arguments{
        {"number", plan_number(plan, say)},
        {"symbol", plan.head.symbol},
        {"date", plan.head.date ? vietnamese_date(*plan.head.date) : say("report.blank_date", {})},
        {"plan_issuer", plan.head.issuer},
        {"issuer", setup.issuer}
    };
    letter.body = {
        paragraph(say("assignment.opening", arguments)),
        paragraph(say("assignment.request", arguments))
    };
    letter.recipients = {say("setup.as_above", {})};
    letter.file_copy = setup.file_copy;
    letter.signing = setup.signing;

    Annex annex;
    annex.label = say("assignment.label", {});
    annex.title = say("assignment.title", {{"title", plan.head.title}});
    annex.landscape = true;
    annex.blocks.emplace_back(AnnexWriter(plan, directory, say).table());
    letter.annexes.push_back(std::move(annex));
    return letter;
}

} // namespace tiendo
