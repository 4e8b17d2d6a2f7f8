#include "app/org/unit_import.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "web/json_text.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace tiendo::cli {

namespace {

/// Larger files are refused; one byte more is enough to tell.
constexpr std::size_t bytes_max = (25u << 20) + 1;
constexpr std::size_t lines_shown = 20;

Result<std::string> bytes_of(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file) || !stream)
        return refuse(Refusal::unreadable, "command.file_not_there", {{"file", file}});
    std::string bytes(std::min<std::uintmax_t>(std::filesystem::file_size(file), bytes_max), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (bytes.size() == bytes_max) return refuse(Refusal::too_large, "table_file.too_large");
    return bytes;
}

Result<app::UnitImportRequest> request_of(const app::Office& office, const UnitsOptions& options)
{
    app::UnitImportRequest request;
    request.below = options.below;
    for (const auto& file : options.files) {
        const auto bytes = TRY(bytes_of(file));
        request.files.push_back(
            TRY(app::unit_list_file(office, bytes, std::filesystem::path(file).filename().string()))
        );
    }
    return request;
}

std::string refused_line(const RefusedRow& row, const Console& console)
{
    return console.words.text(
        "command.units_refused",
        {{"file", row.place.file},
         {"line", std::to_string(row.place.line)},
         {"text", row.text},
         {"reason", console.words.sentence(row.problem)}}
    );
}

void print(const UnitImport& import, const Console& console)
{
    std::size_t shown = 0;
    for (const auto& unit : import.added) {
        if (++shown > lines_shown) break;
        console.say("command.units_added", {{"code", unit.code}, {"name", unit.name}});
    }
    if (shown > lines_shown)
        console.say(
            "command.units_more", {{"count", std::to_string(import.added.size() - lines_shown)}}
        );
    for (const auto& change : import.changed)
        console.say(
            "command.units_changed", {{"code", change.after.code}, {"name", change.after.name}}
        );
    for (const auto& row : import.refused)
        console.print(refused_line(row, console));
    console.say(
        "command.units_counts",
        {{"added", std::to_string(import.added.size())},
         {"changed", std::to_string(import.changed.size())},
         {"same", std::to_string(import.same)},
         {"successions", std::to_string(import.successions.size())},
         {"refused", std::to_string(import.refused.size())}}
    );
}

void print_json(const UnitImport& import, const Console& console)
{
    std::string refused;
    for (const auto& row : import.refused)
        refused += fmt::format(
            R"({}{{"file":{},"line":{},"text":{},"key":{},"reason":{}}})",
            refused.empty() ? "" : ",",
            web::json_text(row.place.file),
            row.place.line,
            web::json_text(row.text),
            web::json_text(row.problem.key),
            web::json_text(console.words.sentence(row.problem))
        );
    console.print(fmt::format(
        R"({{"added":{},"changed":{},"same":{},"successions":{},"same_successions":{},"refused":[{}]}})",
        import.added.size(),
        import.changed.size(),
        import.same,
        import.successions.size(),
        import.same_successions,
        refused
    ));
}

} // namespace

int units_import(const Surroundings& around, const UnitsOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto request = request_of(*office, options);
    if (!request) return around.console.refuse(request.error());
    // What is refused is told whether or not anything is taken.
    const auto preview = office->read(operator_actor(), [&](app::Work& work) {
        return app::preview_units(work, *request);
    });
    if (!preview) return around.console.refuse(preview.error());
    if (around.json)
        print_json(*preview, around.console);
    else
        print(*preview, around.console);
    if (!options.dry_run) {
        const auto taken = office->write(operator_actor(), [&](app::Work& work) {
            return app::import_units(work, *request, options.skip_refused);
        });
        if (!taken) return around.console.refuse(taken.error());
        if (!around.json)
            around.console.say(taken->is_empty() ? "command.units_same" : "command.units_taken");
    }
    return preview->refused.empty() ? exit_done : exit_no;
}

} // namespace tiendo::cli
