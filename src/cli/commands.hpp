#pragma once

#include "cli/console.hpp"
#include "cli/data_folder.hpp"

#include <string>

namespace tiendo::cli {

/// What every command is given; each answers its exit code.
struct Surroundings {
    Console console;
    DataFolder data;
    bool json = false;
};

int init(const Surroundings& around, bool with_sample);

struct ServeOptions {
    std::string listen = "127.0.0.1:8080";
    std::vector<std::string> trusted_proxies{};
};
int serve(const Surroundings& around, const ServeOptions& options);

struct ReadingOptions {
    std::string file{};
    /// The plan above it: a file, or the id of one that the product brings along. Empty: none.
    std::string parent{};
};
/// Prints what is understood of a document; never writes.
int read(const Surroundings& around, const ReadingOptions& options);
/// Prints the findings alone; "no" where one is an error.
int check(const Surroundings& around, const ReadingOptions& options);
/// A document or Plan JSON becomes a plan under review.
int import_file(const Surroundings& around, const std::string& file);

int doctor(const Surroundings& around);

struct UserOptions {
    std::string login{};
    std::string name{};
    std::string unit{};
    std::vector<std::string> roles{};
};
/// Prints the code with which the person chooses a password.
int user_add(const Surroundings& around, const UserOptions& options);
int user_list(const Surroundings& around);
int user_disable(const Surroundings& around, const std::string& login);
/// A further position besides the account's own; `options.name` is not asked for.
int user_give_position(const Surroundings& around, const UserOptions& options);
int user_end_position(const Surroundings& around, const UserOptions& options);
/// The access tokens of an account: name, unit, scope, expiry, last use, whether it still opens.
int user_tokens(const Surroundings& around, const std::string& login);
/// All of them at once: a computer was lost, or a person has left.
int user_revoke_tokens(const Surroundings& around, const std::string& login);

struct UnitsOptions {
    std::vector<std::string> files{};
    std::string below{}; ///< a code of the list; empty: all
    bool dry_run = false;
    bool skip_refused = false;
};
/// Takes over official lists of units and of who followed whom; "no" where a row was refused.
int units_import(const Surroundings& around, const UnitsOptions& options);

int plan_list(const Surroundings& around);
int plan_show(const Surroundings& around, const std::string& id);

struct FiguresOptions {
    std::string plan{};
    std::string period{};
    std::string unit{};
};
int figures(const Surroundings& around, const FiguresOptions& options);

struct ReportOptions {
    std::string plan{};
    std::string period{};
    std::string file{};     ///< .docx, .pdf or .xlsx; overwritten where it is there
    bool is_public = false; ///< the table as it may leave the reporting line
};
/// The consolidated report as it stands now; as .xlsx its figures.
int report(const Surroundings& around, const ReportOptions& options);

struct FormsOptions {
    std::string plan{};
    std::string period{};
    std::string folder{};
};
/// Writes one workbook for each unit of a period into a folder.
int forms(const Surroundings& around, const FormsOptions& options);

struct SubmitOptions {
    std::vector<std::string> files{};
    bool dry_run = false;
};
/// Reads filled workbooks back, prints what differs, and hands in the complete ones; "no" where one
/// of them was not.
int submit(const Surroundings& around, const SubmitOptions& options);

struct ValuesExportOptions {
    std::string format = "csv"; ///< or "json"
    std::string plan{};
    std::string period{};
    std::string unit{};
    std::string file{}; ///< empty: standard output
    bool with_sensitive = false;
    bool for_dhis2 = false;
};
/// Writes the values that count in figures, one after the other.
int values_export(const Surroundings& around, const ValuesExportOptions& options);

struct ValuesImportOptions {
    std::string file{};
    bool dry_run = false;
    bool atomic = false;
    bool submit = false;
    bool each = false; ///< a line for every value, not for conflicts alone
    std::string incomplete_reason{};
};
/// Takes values into the units' drafts and says what became of each; "no" where one was refused.
int values_import(const Surroundings& around, const ValuesImportOptions& options);

int backup(const Surroundings& around, const std::string& file);
int restore(const Surroundings& around, const std::string& file);
int verify(const Surroundings& around);

} // namespace tiendo::cli
