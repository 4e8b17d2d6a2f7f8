#include "app/period/periods.hpp"
#include "app/workbook/workbooks.hpp"
#include "cli/commands.hpp"
#include "web/views/workbook_voice.hpp"

#include <filesystem>
#include <fstream>

namespace tiendo::cli {

namespace {

void write_file(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream stream(path, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) throw Fault("cannot write " + path.string());
}

} // namespace

int forms(const Surroundings& around, const FormsOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto voice = web::view::workbook_voice(*office, web::Messages::embedded());
    const auto files = office->read(operator_actor(), [&](app::Work& work) {
        return app::period_workbooks(
            work, PlanId(options.plan), app::period_named(work, options.period), voice
        );
    });
    if (!files) return around.console.refuse(files.error());
    const std::filesystem::path folder(options.folder);
    std::filesystem::create_directories(folder);
    for (const auto& file : *files) {
        write_file(folder / file.name, file.bytes);
        around.console.print((folder / file.name).string());
    }
    around.console.note(
        "command.forms_done", {{"count", std::to_string(files->size())}, {"folder", options.folder}}
    );
    return exit_done;
}

} // namespace tiendo::cli
