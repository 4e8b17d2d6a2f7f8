#include "app/org/directory.hpp"
#include "app/workbook/workbooks.hpp"
#include "cli/commands.hpp"
#include "web/json_text.hpp"
#include "web/views/workbook_voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace tiendo::cli {

namespace {

/// The reader refuses what is larger; one byte more is enough to tell.
constexpr std::size_t bytes_max = (25u << 20) + 1;

Result<std::string> bytes_of(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(bytes_max, '\0');
    if (!std::filesystem::is_regular_file(file) || !stream)
        return refuse(Refusal::unreadable, "command.file_not_there", {{"file", file}});
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

/// One file on its way in.
class Submitting {
public:
    Submitting(const Surroundings& around, app::Office& office, const app::WorkbookVoice& voice)
        : around_(around), office_(office), voice_(voice)
    {
    }

    /// The exit code for this file.
    int run(const std::string& file, bool dry_run)
    {
        file_ = file;
        auto compared = compare();
        if (!compared) return refused(compared.error());
        print(*compared);
        if (dry_run) {
            say("command.submit_would");
            return is_whole(*compared) ? exit_done : exit_no;
        }
        const auto receipt = hand_in(*compared);
        if (!receipt) return refused(receipt.error());
        if (receipt->empty()) {
            say("command.submit_kept");
            return exit_no;
        }
        say("command.submit_done", {{"id", *receipt}});
        return exit_done;
    }

private:
    void say(std::string_view key, const web::Messages::Args& args = {}) const
    {
        if (!around_.json) around_.console.say(key, args);
    }

    Result<app::WorkbookComparison> compare()
    {
        const auto bytes = TRY(bytes_of(file_));
        upload_ =
            TRY(office_.read_workbook(bytes, std::filesystem::path(file_).filename().string()));
        return office_.read(
            operator_actor(),
            [&](app::Work& work) -> Result<app::WorkbookComparison> {
                of_ = TRY(app::report_of_workbook(work, upload_, {}, voice_));
                const auto units = app::directory(work);
                const auto* unit = units.find(of_.unit);
                unit_ = unit == nullptr ? of_.unit.str() : unit->name;
                return app::compare_workbook(work, of_, upload_, voice_);
            }
        );
    }

    static bool is_whole(const app::WorkbookComparison& comparison)
    {
        for (const auto& change : comparison.changes)
            if (!change.errors.empty()) return false;
        return true;
    }

    /// Everything that the file has goes into the draft; a complete draft is handed in. Answers the
    /// receipt's id, or nothing where only the draft could be kept.
    Result<std::string> hand_in(const app::WorkbookComparison& comparison)
    {
        app::WorkbookChoice choice;
        for (const auto& change : comparison.changes)
            if (change.is_readable && !change.is_emptied()) choice[change.item] = change.before;
        if (!choice.empty()) {
            const auto taken =
                office_.write(operator_actor(), [&](app::Work& work) -> Result<app::TakenWorkbook> {
                    const auto id = TRY(app::receive_workbook(work, of_, upload_));
                    return app::take_workbook(work, of_, id, choice, voice_);
                });
            if (!taken) return taken.error();
        }
        app::Handing handing;
        handing.channel = app::Channel::excel;
        if (!is_whole(comparison)) return std::string{};
        const auto receipt = office_.write(operator_actor(), [&](app::Work& work) {
            return app::submit_report(work, of_, handing);
        });
        if (receipt) return receipt->id;
        // The same file once more: what it says has been handed in already.
        if (receipt.error().kind == Refusal::conflict && choice.empty()) {
            const auto versions = office_.read(operator_actor(), [&](app::Work& work) {
                return app::submissions_of(work, of_);
            });
            if (versions && !versions->empty()) return versions->front().id;
        }
        if (receipt.error().kind != Refusal::invalid) return receipt.error();
        for (const auto& problem : receipt.error().problems)
            say("command.submit_problem", {{"text", sentence(problem)}});
        return std::string{};
    }

    std::string sentence(const Problem& problem) const
    {
        const auto text = around_.console.words.sentence(problem);
        return problem.place.find('!') == std::string::npos ? text : problem.place + ": " + text;
    }

    void print(const app::WorkbookComparison& comparison) const
    {
        if (around_.json) {
            print_json(comparison);
            return;
        }
        say("command.submit_file",
            {{"file", file_}, {"unit", unit_}, {"period", around_.console.words.period(of_.period)}}
        );
        const auto blank = around_.console.words.text("command.submit_blank");
        for (const auto& change : comparison.changes) {
            if (change.is_readable)
                say("command.submit_change",
                    {{"item", change.item},
                     {"before", change.before.empty() ? blank : change.before},
                     {"after", change.after.empty() ? blank : change.after}});
            else
                say("command.submit_unreadable", {{"item", change.item}});
            for (const auto& problem : change.errors)
                say("command.submit_problem", {{"text", sentence(problem)}});
            for (const auto& problem : change.notes)
                say("command.submit_note", {{"text", sentence(problem)}});
        }
        for (const auto& problem : comparison.problems)
            say("command.submit_note", {{"text", sentence(problem)}});
        if (comparison.changes.empty()) say("command.submit_same");
    }

    std::string list_json(const std::vector<Problem>& problems) const
    {
        std::string json;
        for (const auto& problem : problems)
            json += fmt::format(
                R"({}{{"key":{},"place":{},"text":{}}})",
                json.empty() ? "" : ",",
                web::json_text(problem.key),
                web::json_text(problem.place),
                web::json_text(sentence(problem))
            );
        return "[" + json + "]";
    }

    void print_json(const app::WorkbookComparison& comparison) const
    {
        const auto body = [](const std::string& kept) { return kept.empty() ? "null" : kept; };
        std::string changes;
        for (const auto& change : comparison.changes)
            changes += fmt::format(
                R"({}{{"item":{},"origin":{},"readable":{},"before":{},"after":{},"errors":{},"notes":{}}})",
                changes.empty() ? "" : ",",
                web::json_text(change.item),
                web::json_text(change.origin),
                change.is_readable,
                body(change.before),
                body(change.after),
                list_json(change.errors),
                list_json(change.notes)
            );
        around_.console.print(fmt::format(
            R"({{"file":{},"unit":{},"period":{},"equal":{},"changes":[{}],"problems":{}}})",
            web::json_text(file_),
            web::json_text(of_.unit.str()),
            web::json_text(of_.period.str()),
            comparison.equal,
            changes,
            list_json(comparison.problems)
        ));
    }

    int refused(const Error& error) const
    {
        if (around_.json)
            around_.console.print(fmt::format(
                R"({{"file":{},"refused":{}}})", web::json_text(file_), list_json(error.problems)
            ));
        return around_.console.refuse(error);
    }

    const Surroundings& around_;
    app::Office& office_;
    const app::WorkbookVoice& voice_;
    std::string file_;
    std::string unit_;
    app::ReportOf of_{};
    app::WorkbookUpload upload_{};
};

} // namespace

int submit(const Surroundings& around, const SubmitOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto voice = web::view::workbook_voice(*office, web::Messages::embedded());
    Submitting submitting(around, *office, voice);
    int code = exit_done;
    for (const auto& file : options.files)
        code = std::max(code, submitting.run(file, options.dry_run));
    return code;
}

} // namespace tiendo::cli
