#include "app/issuing/superior_forms.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "base/digest.hpp"
#include "documents/exchange/superior_form_json.hpp"
#include "documents/writing/official_words.hpp"

namespace tiendo::app {
namespace {

constexpr std::size_t file_name_bytes_max = 200;

Result<SuperiorFormLine> line_from(const store::SuperiorForm& kept)
{
    const auto fillings = TRY(documents::parse_fillings(kept.places));
    return SuperiorFormLine{
        kept.sha256, kept.name, static_cast<int>(fillings.size()), kept.by, kept.at
    };
}

/// What earlier forms of the plan say of cells with the same words; the newest has the last word.
Result<Fillings> proposed(Work& work, std::int64_t plan, const FormTables& tables)
{
    Fillings found;
    for (const auto& earlier : work.kept.superior_forms().of(plan)) {
        const auto earlier_tables = TRY(documents::parse_form_tables(earlier.tables));
        const auto fillings = TRY(documents::parse_fillings(earlier.places));
        for (const auto& [place, filling] : fillings_like(tables, earlier_tables, fillings))
            found.emplace(place, filling);
    }
    return found;
}

} // namespace

Result<std::vector<SuperiorFormLine>> superior_forms(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    std::vector<SuperiorFormLine> lines;
    for (const auto& kept : work.kept.superior_forms().of(TRY(number_of(plan))))
        lines.push_back(TRY(line_from(kept)));
    return lines;
}

Result<std::string> add_superior_form(Work& work, const PlanId& plan, const NewSuperiorForm& form)
{
    TRY(require(work, Right::write_report));
    const auto number = TRY(number_of(plan));
    const auto id = sha256_hex(form.bytes);
    if (work.kept.superior_forms().get(number, id)) return id;
    store::SuperiorForm kept;
    kept.plan = number;
    kept.sha256 = id;
    kept.name = form.name.substr(0, file_name_bytes_max);
    kept.bytes = form.bytes;
    kept.tables = documents::to_json(form.tables);
    kept.places = documents::to_json(TRY(proposed(work, number, form.tables)));
    kept.by = work.actor.login;
    kept.at = work.now;
    TRY(work.kept.superior_forms().put(kept));
    record(work, "superior_form.added", {plan, {}, {}, kept.name});
    return id;
}

Result<SuperiorForm>
superior_form(Work& work, const PlanId& plan, const PeriodId& period, const std::string& id)
{
    TRY(require(work, Right::see_plan));
    const auto number = TRY(number_of(plan));
    const auto kept = TRY(work.kept.superior_forms().get(number, id));
    auto material = TRY(report_material(work, plan, period));
    SuperiorForm form;
    form.line = TRY(line_from(kept));
    form.tables = TRY(documents::parse_form_tables(kept.tables));
    form.fillings = TRY(documents::parse_fillings(kept.places));
    form.texts = filled_texts(form.fillings, material, documents::official_words);
    form.rows = std::move(material.rows);
    form.revision = kept.revision;
    return form;
}

Result<Done> put_fillings(
    Work& work,
    const PlanId& plan,
    const std::string& id,
    const Fillings& fillings,
    std::int64_t revision
)
{
    TRY(require(work, Right::write_report));
    const auto number = TRY(number_of(plan));
    auto kept = TRY(work.kept.superior_forms().get(number, id));
    kept.places = documents::to_json(fillings);
    kept.by = work.actor.login;
    kept.at = work.now;
    kept.revision = revision;
    TRY(work.kept.superior_forms().put(kept));
    record(work, "superior_form.changed", {plan, {}, {}, kept.name});
    return done;
}

Result<FormToFill>
form_to_fill(Work& work, const PlanId& plan, const PeriodId& period, const std::string& id)
{
    TRY(require(work, Right::see_plan));
    const auto number = TRY(number_of(plan));
    auto kept = TRY(work.kept.superior_forms().get(number, id));
    const auto material = TRY(report_material(work, plan, period));
    const auto fillings = TRY(documents::parse_fillings(kept.places));
    return FormToFill{
        std::move(kept.name),
        std::move(kept.bytes),
        filled_texts(fillings, material, documents::official_words)
    };
}

} // namespace tiendo::app
