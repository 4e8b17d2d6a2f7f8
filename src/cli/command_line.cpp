#include "cli/command_line.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <functional>
#include <iostream>

namespace tiendo::cli {

namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// The language of --lang, which must be known before the options are described in it; else of
/// LC_ALL or LANG, where it is English.
web::Language language_of(int argc, char** argv)
{
    std::string asked;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        if (argument == "--lang" && i + 1 < argc) asked = argv[i + 1];
        if (argument.starts_with("--lang=")) asked = argument.substr(7);
    }
    if (asked.empty()) asked = environment("LC_ALL");
    if (asked.empty()) asked = environment("LANG");
    return asked.starts_with("en") ? web::Language::english : web::Language::vietnamese;
}

/// The commands as CLI11 knows them; parsing chooses one of them to run.
class CommandLine {
public:
    CommandLine(Surroundings& around) : around_(around), app_(text("command.about"), "tiendo")
    {
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.set_help_flag("-h,--help", text("command.option_help"));
        app_.add_option("--data", around.data.folder, text("command.option_data"))
            ->envname("TIENDO_DATA")
            ->capture_default_str();
        app_.add_option("--database", around.data.database, text("command.option_database"))
            ->envname("TIENDO_DATABASE");
        app_.add_option("--lang", language_, text("command.option_lang"))
            ->check(CLI::IsMember({"vi", "en"}));
        app_.add_flag("--json", around.json, text("command.option_json"));
        add_reading();
        add_init();
        add_serve();
        add_plan();
        add_figures();
        add_report();
        add_workbooks();
        add_values();
        add_units();
        add_user();
        add_copies();
    }

    /// Answers an exit code where the command line itself is the matter.
    std::optional<int> parse(int argc, char** argv)
    {
        try {
            app_.parse(argc, argv);
            return std::nullopt;
        } catch (const CLI::CallForHelp& help) {
            return app_.exit(help, std::cout, std::cerr);
        } catch (const CLI::ParseError& error) {
            std::cerr << "tiendo: "
                      << around_.console.words.text("command.misused", {{"what", error.what()}})
                      << '\n';
            return exit_unusable;
        }
    }

    int run() const { return chosen_(); }

private:
    std::string text(std::string_view key) const { return around_.console.words.text(key); }

    CLI::App* add(const char* name, std::string_view key, std::function<int()> run)
    {
        return add(app_, name, key, std::move(run));
    }

    CLI::App*
    add(CLI::App& parent, const char* name, std::string_view key, std::function<int()> run)
    {
        auto* command = parent.add_subcommand(name, text(key));
        command->callback([this, run = std::move(run)] { chosen_ = run; });
        return command;
    }

    void add_file(CLI::App* command)
    {
        command->add_option("FILE", argument_, text("command.option_file"))->required();
    }

    void add_readable(CLI::App* command)
    {
        command->add_option("FILE", reading_.file, text("command.option_file"))->required();
        command->add_option("--parent", reading_.parent, text("command.option_parent"));
    }

    void add_reading()
    {
        add_readable(add("read", "command.read", [this] { return read(around_, reading_); }));
        add_readable(add("check", "command.check", [this] { return check(around_, reading_); }));
        add_file(add("import", "command.import", [this] { return import_file(around_, argument_); })
        );
        add("doctor", "command.doctor", [this] { return doctor(around_); });
    }

    void add_init()
    {
        auto* command = add("init", "command.init", [this] { return init(around_, with_sample_); });
        command->add_flag("--sample", with_sample_, text("command.option_sample"));
    }

    void add_serve()
    {
        auto* command = add("serve", "command.serve", [this] { return serve(around_, serve_); });
        command->add_option("--listen", serve_.listen, text("command.option_listen"))
            ->capture_default_str();
        command->add_option(
            "--trusted-proxy", serve_.trusted_proxies, text("command.option_trusted_proxy")
        );
    }

    void add_plan()
    {
        auto* group = app_.add_subcommand("plan", text("command.plan"));
        group->require_subcommand(1);
        add(*group, "list", "command.plan_list", [this] { return plan_list(around_); });
        auto* show = add(*group, "show", "command.plan_show", [this] {
            return plan_show(around_, argument_);
        });
        show->add_option("PLAN", argument_, text("command.option_plan"))->required();
    }

    void add_figures()
    {
        auto* command =
            add("figures", "command.figures", [this] { return figures(around_, figures_); });
        command->add_option("PLAN", figures_.plan, text("command.option_plan"))->required();
        command->add_option("PERIOD", figures_.period, text("command.option_period"))->required();
        command->add_option("--unit", figures_.unit, text("command.option_unit"));
    }

    void add_report()
    {
        auto* command =
            add("report", "command.report", [this] { return report(around_, report_); });
        command->add_option("PLAN", report_.plan, text("command.option_plan"))->required();
        command->add_option("PERIOD", report_.period, text("command.option_period"))->required();
        command->add_option("-o,--output", report_.file, text("command.option_output"))->required();
        command->add_flag("--public", report_.is_public, text("command.option_public"));
    }

    void add_workbooks()
    {
        auto* made = add("forms", "command.forms", [this] { return forms(around_, forms_); });
        made->add_option("PLAN", forms_.plan, text("command.option_plan"))->required();
        made->add_option("PERIOD", forms_.period, text("command.option_period"))->required();
        made->add_option("-o,--output", forms_.folder, text("command.option_folder"))->required();
        auto* read_back =
            add("submit", "command.submit", [this] { return submit(around_, submit_); });
        read_back->add_option("FILE", submit_.files, text("command.option_workbooks"))->required();
        read_back->add_flag("--dry-run", submit_.dry_run, text("command.option_dry_run"));
    }

    void add_values()
    {
        auto* group = app_.add_subcommand("values", text("command.values"));
        group->require_subcommand(1);
        auto* out = add(*group, "export", "command.values_export", [this] {
            return values_export(around_, values_export_);
        });
        out->add_option("--format", values_export_.format, text("command.option_values_format"))
            ->check(CLI::IsMember({"csv", "json"}))
            ->capture_default_str();
        out->add_option("--plan", values_export_.plan, text("command.option_plan"));
        out->add_option("--period", values_export_.period, text("command.option_period"));
        out->add_option("--unit", values_export_.unit, text("command.option_unit"));
        out->add_option("-o,--output", values_export_.file, text("command.option_values_output"));
        out->add_flag(
            "--with-sensitive", values_export_.with_sensitive, text("command.option_with_sensitive")
        );
        out->add_flag("--dhis2", values_export_.for_dhis2, text("command.option_dhis2"));
        auto* in = add(*group, "import", "command.values_import", [this] {
            return values_import(around_, values_import_);
        });
        in->add_option("FILE", values_import_.file, text("command.option_values_file"))->required();
        in->add_flag("--dry-run", values_import_.dry_run, text("command.option_values_dry_run"));
        in->add_flag("--atomic", values_import_.atomic, text("command.option_atomic"));
        in->add_flag("--each", values_import_.each, text("command.option_each"));
        auto* submit =
            in->add_flag("--submit", values_import_.submit, text("command.option_values_submit"));
        in->add_option(
              "--reason", values_import_.incomplete_reason, text("command.option_incomplete_reason")
        )
            ->needs(submit);
    }

    void add_units()
    {
        auto* group = app_.add_subcommand("units", text("command.units"));
        group->require_subcommand(1);
        auto* made = add(*group, "import", "command.units_import", [this] {
            return units_import(around_, units_);
        });
        made->add_option("FILE", units_.files, text("command.option_unit_lists"))->required();
        made->add_option("--below", units_.below, text("command.option_below"));
        made->add_flag("--dry-run", units_.dry_run, text("command.option_units_dry_run"));
        made->add_flag("--skip-refused", units_.skip_refused, text("command.option_skip_refused"));
    }

    void add_user()
    {
        auto* group = app_.add_subcommand("user", text("command.user"));
        group->require_subcommand(1);
        add(*group, "list", "command.user_list", [this] { return user_list(around_); });
        auto* made =
            add(*group, "add", "command.user_add", [this] { return user_add(around_, user_); });
        made->add_option("LOGIN", user_.login, text("account.login"))->required();
        made->add_option("--name", user_.name, text("account.name"))->required();
        made->add_option("--unit", user_.unit, text("command.option_unit"));
        made->add_option("--role", user_.roles, text("command.option_role"))->required();
        auto* ended = add(*group, "disable", "command.user_disable", [this] {
            return user_disable(around_, argument_);
        });
        ended->add_option("LOGIN", argument_, text("account.login"))->required();
        add_positions(*group);
        add_tokens(*group);
    }

    void add_positions(CLI::App& group)
    {
        auto* given = add(group, "give-position", "command.user_give_position", [this] {
            return user_give_position(around_, user_);
        });
        given->add_option("LOGIN", user_.login, text("account.login"))->required();
        given->add_option("--unit", user_.unit, text("command.option_unit"))->required();
        given->add_option("--role", user_.roles, text("command.option_role"))->required();
        auto* ended = add(group, "end-position", "command.user_end_position", [this] {
            return user_end_position(around_, user_);
        });
        ended->add_option("LOGIN", user_.login, text("account.login"))->required();
        ended->add_option("--unit", user_.unit, text("command.option_unit"))->required();
    }

    void add_tokens(CLI::App& group)
    {
        auto* listed = add(group, "tokens", "command.user_tokens", [this] {
            return user_tokens(around_, argument_);
        });
        listed->add_option("LOGIN", argument_, text("account.login"))->required();
        auto* revoked = add(group, "revoke-tokens", "command.user_revoke_tokens", [this] {
            return user_revoke_tokens(around_, argument_);
        });
        revoked->add_option("LOGIN", argument_, text("account.login"))->required();
    }

    void add_copies()
    {
        add_file(add("backup", "command.backup", [this] { return backup(around_, argument_); }));
        add_file(add("restore", "command.restore", [this] { return restore(around_, argument_); }));
        add("verify", "command.verify", [this] { return verify(around_); });
    }

    Surroundings& around_;
    CLI::App app_;
    std::function<int()> chosen_;
    std::string language_;
    bool with_sample_ = false;
    ReadingOptions reading_{};
    ServeOptions serve_;
    FiguresOptions figures_;
    ReportOptions report_;
    FormsOptions forms_;
    SubmitOptions submit_;
    ValuesExportOptions values_export_;
    ValuesImportOptions values_import_;
    UnitsOptions units_;
    UserOptions user_;
    std::string argument_;
};

} // namespace

int run(int argc, char** argv)
{
    Surroundings around{.console = Console(language_of(argc, argv)), .data = {"var/tiendo", ""}};
    try {
        CommandLine line(around);
        if (const auto code = line.parse(argc, argv)) return *code;
        return line.run();
    } catch (const Fault& fault) {
        return around.console.fault(fault.what());
    } catch (const std::exception& exception) {
        return around.console.fault(exception.what());
    }
}

} // namespace tiendo::cli
