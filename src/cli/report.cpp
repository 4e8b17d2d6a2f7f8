#include "app/consolidation/consolidated_reports.hpp"
#include "app/figure/figure_workbook.hpp"
#include "app/figure/publication.hpp"
#include "app/issuing/pdf.hpp"
#include "cli/commands.hpp"

#include <filesystem>
#include <fstream>

namespace tiendo::cli {

namespace {

/// Whole or not at all: written beside the file, then put in its place.
bool write_file(const std::filesystem::path& file, const std::string& bytes)
{
    auto beside = file;
    beside += ".part";
    std::ofstream stream(beside, std::ios::binary);
    stream << bytes;
    stream.close();
    std::error_code error;
    if (stream) std::filesystem::rename(beside, file, error);
    if (stream && !error) return true;
    std::filesystem::remove(beside, error);
    return false;
}

} // namespace

int report(const Surroundings& around, const ReportOptions& options)
{
    const bool is_pdf = options.file.ends_with(".pdf");
    const bool is_table = options.file.ends_with(".xlsx");
    if (!is_pdf && !is_table && !options.file.ends_with(".docx"))
        return around.console.refuse(
            refuse(Refusal::unreadable, "command.report_kind", {{"file", options.file}})
        );
    const PlanId plan(options.plan);
    const PeriodId period(options.period);
    // What goes out is kept, so that later versions give nothing of it away.
    auto office =
        open_office(around.data, options.is_public ? store::Access::write : store::Access::read);
    if (!office) return around.console.refuse(office.error());
    const auto published = [&](app::Work& work) {
        return app::publish(
            work, plan, period, is_table ? app::PublicForm::table : app::PublicForm::document
        );
    };
    const auto whole = [&](app::Work& work) {
        return is_table ? app::figure_workbook(work, plan, period)
                        : app::report_docx(work, plan, period);
    };
    auto bytes = options.is_public ? office->write(operator_actor(), published)
                                   : office->read(operator_actor(), whole);
    if (bytes && is_pdf) bytes = app::pdf_of(*bytes);
    if (!bytes) return around.console.refuse(bytes.error());
    if (!write_file(options.file, *bytes))
        return around.console.fault(
            around.console.words.text("command.file_not_written", {{"file", options.file}})
        );
    around.console.say("command.report_done", {{"file", options.file}});
    return exit_done;
}

} // namespace tiendo::cli
