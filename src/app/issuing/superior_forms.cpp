#include "app/issuing/superior_forms.hpp"

#include "app/consolidation/consolidated_reports.hpp"
#include "base/day_text.hpp"
#include "base/digest.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/exchange/superior_form_json.hpp"
#include "documents/reading/superior_heads.hpp"
#include "documents/writing/official_words.hpp"
#include "domain/report/form_proposal.hpp"
#include "domain/report/report_names.hpp"

#include <algorithm>
#include <charconv>

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

constexpr std::int64_t never_chosen = 1; ///< revision of a form since it was uploaded

/// Units that may stand in a row: those of the period, and what they are part of today.
std::vector<UnitId> units_of(const ReportMaterial& material)
{
    const auto today = local_time(material.now).day;
    std::vector<UnitId> units;
    const auto add = [&](const UnitId& unit) {
        const auto* known = material.directory.find(unit);
        if (known != nullptr && std::ranges::find(units, unit) == units.end())
            units.push_back(unit);
    };
    for (const auto& unit : material.period.units)
        add(material.directory.standing_for(unit, today));
    for (const auto& unit : material.period.units)
        add(unit);
    return units;
}

/// What the form's words say by themselves, until a person has chosen.
std::vector<FormGrid> proposed_grids(
    const FormTables& tables, const ReportMaterial& material, const std::vector<UnitId>& units
)
{
    const auto named = parse_period(material.period.id);
    const ProposalKnown known{
        material.plan,
        material.rows,
        units,
        material.directory,
        documents::superior_heads(),
        named ? named->year : 0
    };
    std::vector<FormGrid> grids;
    for (const auto& table : tables)
        grids.push_back(table.is_hidden ? FormGrid{} : proposed_grid(table, known));
    return grids;
}

/// "C5" as row and cell from 0.
Result<FormPlace> place_at(const FormTables& tables, int sheet, const std::string& address)
{
    const auto wrong = [&](const char* key) {
        return refuse(Refusal::invalid, key, {{"address", address}}, "address");
    };
    const auto text = to_upper(squeeze(address));
    const auto digits = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    FormPlace place{sheet, 0, 0};
    if (digits == std::string::npos || digits == 0 || digits > 3)
        return wrong("superior_form.no_address");
    for (const char letter : text.substr(0, digits))
        place.cell = place.cell * 26 + (letter - 'A' + 1);
    const auto [end, error] =
        std::from_chars(text.data() + digits, text.data() + text.size(), place.row);
    if (error != std::errc{} || end != text.data() + text.size() || place.row < 1)
        return wrong("superior_form.no_address");
    --place.row;
    --place.cell;
    if (sheet < 0 || static_cast<std::size_t>(sheet) >= tables.size())
        return wrong("superior_form.no_such_cell");
    const auto& table = tables[static_cast<std::size_t>(sheet)];
    // Of a merged cell any address is meant for the whole.
    if (const auto origin = table.continued.find({place.row, place.cell});
        origin != table.continued.end()) {
        place.row = origin->second.first;
        place.cell = origin->second.second;
    }
    if (table.text(place.row, place.cell) == nullptr) return wrong("superior_form.no_such_cell");
    if (table.formulas.contains({place.row, place.cell})) return wrong("superior_form.is_formula");
    return place;
}

/// Whether the cell has all that it asks about; a typed day is kept in the form of the store.
Result<Filling> checked_single(Filling filling)
{
    const auto wrong = [](const char* key, const char* place) {
        return refuse(Refusal::invalid, key, {}, place);
    };
    const auto of = about(filling.with);
    if (of == FilledAbout::measure && filling.measure.empty())
        return wrong("superior_form.measure_wanted", "measure");
    if (of == FilledAbout::unit && filling.unit.empty())
        return wrong("superior_form.unit_wanted", "unit");
    if (of == FilledAbout::task && filling.task.empty())
        return wrong("superior_form.task_wanted", "task");
    if (of == FilledAbout::words && filling.text.empty())
        return wrong("superior_form.words_wanted", "text");
    if (filling.with == FilledWith::number && !read_typed_number(filling.text))
        return wrong("superior_form.no_number", "text");
    if (filling.with == FilledWith::day) {
        const auto day = read_typed_day(filling.text);
        if (!day) return wrong("superior_form.no_day", "text");
        filling.text = iso_date(*day);
    }
    filling.is_single = true;
    return filling;
}

struct KeptFillings {
    FormTables tables{};
    Fillings fillings{};
};

/// What a form's cells are filled with, for one who may change it.
Result<KeptFillings> kept_fillings(Work& work, const PlanId& plan, const std::string& id)
{
    TRY(require(work, Right::write_report));
    const auto number = TRY(number_of(plan));
    const auto kept = TRY(work.kept.superior_forms().get(number, id));
    return KeptFillings{
        TRY(documents::parse_form_tables(kept.tables)), TRY(documents::parse_fillings(kept.places))
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

Result<std::string> add_superior_form(Work& work, const PlanId& plan, const FormUpload& form)
{
    TRY(require(work, Right::write_report));
    const auto number = TRY(number_of(plan));
    const auto id = sha256_hex(form.bytes);
    if (work.kept.superior_forms().get(number, id)) return id;
    store::SuperiorForm kept;
    kept.plan = number;
    kept.sha256 = id;
    kept.name = first_bytes(form.name, file_name_bytes_max);
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
    form.cells = filled_cells(form.tables, form.fillings, material, documents::official_words);
    form.revision = kept.revision;
    const auto units = units_of(material);
    form.is_proposed = kept.revision == never_chosen && form.fillings.empty();
    if (form.is_proposed) {
        form.grids = proposed_grids(form.tables, material, units);
    } else {
        for (int table = 0; table < static_cast<int>(form.tables.size()); ++table)
            form.grids.push_back(grid_of(table, form.fillings));
    }
    for (const auto& unit : units)
        form.units.push_back(
            {unit.str(), name_in_document(unit, material.directory, documents::official_words)}
        );
    for (const auto* task : material.plan.active_tasks())
        form.tasks.push_back({task->id, task->text});
    form.rows = std::move(material.rows);
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

Result<Done> put_single_cell(
    Work& work,
    const PlanId& plan,
    const std::string& id,
    const SingleCell& cell,
    std::int64_t revision
)
{
    auto kept = TRY(kept_fillings(work, plan, id));
    const auto place = TRY(place_at(kept.tables, cell.sheet, cell.address));
    kept.fillings[place] = TRY(checked_single(cell.filling));
    return put_fillings(work, plan, id, kept.fillings, revision);
}

Result<Done> remove_single_cell(
    Work& work,
    const PlanId& plan,
    const std::string& id,
    const FormPlace& place,
    std::int64_t revision
)
{
    auto kept = TRY(kept_fillings(work, plan, id));
    kept.fillings.erase(place);
    return put_fillings(work, plan, id, kept.fillings, revision);
}

Result<FormToFill>
form_to_fill(Work& work, const PlanId& plan, const PeriodId& period, const std::string& id)
{
    TRY(require(work, Right::see_plan));
    const auto number = TRY(number_of(plan));
    auto kept = TRY(work.kept.superior_forms().get(number, id));
    const auto material = TRY(report_material(work, plan, period));
    auto tables = TRY(documents::parse_form_tables(kept.tables));
    const auto fillings = TRY(documents::parse_fillings(kept.places));
    auto cells =
        cells_to_write(filled_cells(tables, fillings, material, documents::official_words));
    return FormToFill{
        {std::move(kept.name), std::move(kept.bytes), std::move(tables)}, std::move(cells)
    };
}

} // namespace tiendo::app
