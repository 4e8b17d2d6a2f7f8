#include "app/org/unit_import.hpp"

#include "app/org/directory.hpp"
#include "app/org/unit_records.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/exchange/unit_json.hpp"

#include <fmt/format.h>

namespace tiendo::app {
namespace {

constexpr std::size_t body_bytes_max = std::size_t{8} << 20; // docs/limits.md
constexpr const char* list_kind = "list";

std::string names_of(const UnitImportRequest& request)
{
    std::vector<std::string> names;
    for (const auto& file : request.files)
        names.push_back(file.name);
    return join(names, ", ");
}

/// What the journal tells of an import.
std::string counts_json(const UnitImport& import)
{
    return fmt::format(
        R"({{"added":{},"changed":{},"same":{},"successions":{},"refused":{}}})",
        import.added.size(),
        import.changed.size(),
        import.same,
        import.successions.size(),
        import.refused.size()
    );
}

Result<Done> keep(Work& work, const UnitImport& import)
{
    std::vector<store::UnitRecord> records;
    for (const auto& unit : import.added)
        records.push_back(record_from(unit, 0));
    for (const auto& change : import.changed) {
        const auto kept = TRY(work.kept.units().get(change.after.id.str()));
        records.push_back(record_from(change.after, kept.revision));
    }
    TRY(work.kept.units().put(records));
    std::vector<store::Succession> successions;
    for (const auto& link : import.successions)
        successions.push_back(record_from(link));
    work.kept.units().add(successions);
    return done;
}

} // namespace

Result<documents::UnitListFile>
unit_list_file(const Office& office, std::string_view bytes, std::string_view name)
{
    if (!bytes.starts_with("PK")) return documents::unit_list_file(std::string(name), bytes);
    const auto upload = TRY(office.read_workbook(bytes, name));
    return documents::unit_list_file(
        std::string(name), TRY(documents::parse_sheets(upload.sheets))
    );
}

Result<UnitImport> preview_units(Work& work, const UnitImportRequest& request)
{
    TRY(require(work, Right::manage_units));
    if (request.files.empty()) return refuse(Refusal::invalid, "unit_list.no_file", {}, "file");
    const auto list = TRY(documents::read_unit_list(request.files));
    return compare_list(directory(work), list, request.below);
}

Result<UnitImport> import_units(Work& work, const UnitImportRequest& request, bool skip_refused)
{
    auto import = TRY(preview_units(work, request));
    if (!import.refused.empty() && !skip_refused)
        return refuse(
            Refusal::conflict,
            "unit_list.has_refused",
            {{"count", std::to_string(import.refused.size())}}
        );
    if (import.is_empty()) return import;
    TRY(keep(work, import));
    record(work, "unit.imported", {.thing = names_of(request)}, counts_json(import));
    return import;
}

Result<std::string> receive_units(Work& work, const UnitImportRequest& request)
{
    TRY(preview_units(work, request));
    store::UnitChange change;
    change.id = new_uuid7(work.now.seconds * 1000);
    change.kind = list_kind;
    change.title = request.below;
    change.body = documents::to_json(request.files);
    change.state = "received";
    change.by = work.actor.login;
    change.at = work.now;
    if (change.body.size() > body_bytes_max)
        return refuse(Refusal::too_large, "table_file.too_large", {}, "file");
    work.kept.unit_changes().add(change);
    return change.id;
}

Result<UnitImportRequest> received_units(Work& work, const std::string& id)
{
    TRY(require(work, Right::manage_units));
    const auto change = TRY(work.kept.unit_changes().get(id));
    if (change.kind != list_kind || change.state != "received")
        return refuse(Refusal::not_found, "unit_change.unknown");
    return UnitImportRequest{TRY(documents::parse_unit_list_files(change.body)), change.title};
}

Result<UnitImport> take_received_units(Work& work, const std::string& id)
{
    const auto request = TRY(received_units(work, id));
    const auto import = TRY(import_units(work, request, true));
    work.kept.unit_changes().set_state(id, "taken", counts_json(import));
    return import;
}

} // namespace tiendo::app
