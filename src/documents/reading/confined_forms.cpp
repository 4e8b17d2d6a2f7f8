#include "documents/reading/confined_forms.hpp"

#include "documents/exchange/superior_form_json.hpp"
#include "documents/reading/child_process.hpp"

#include <array>

namespace tiendo::documents {
namespace {

constexpr std::size_t upload_bytes_max = std::size_t{25} << 20;
constexpr std::size_t answer_bytes_max = std::size_t{64} << 20;
constexpr std::chrono::seconds time_max{20};

constexpr int exit_read = 0;
constexpr int exit_unconfined = 3;

constexpr std::array<std::string_view, 6> refusals{
    "file.broken_zip",
    "file.broken_docx",
    "file.bomb",
    "file.encrypted",
    "file.no_table",
    "file.too_large"
};

} // namespace

Result<std::string> ConfinedForms::ask(const std::string& what, std::string_view input) const
{
    auto answer = run_child(program_, what, input, {time_max, answer_bytes_max});
    if (answer.timed_out) return refuse(Refusal::unreadable, "file.reader_timeout");
    if (answer.exit_code == exit_unconfined)
        return refuse(Refusal::unreadable, "file.reader_unavailable");
    if (answer.exit_code == exit_read && !answer.too_long) return std::move(answer.output);
    for (const auto key : refusals) {
        if (answer.output.find('"' + std::string(key) + '"') != std::string::npos)
            return refuse(Refusal::invalid, std::string(key), {}, "file");
    }
    return refuse(Refusal::unreadable, "file.reader_failed");
}

Result<FormTables> ConfinedForms::read(std::string_view bytes) const
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    return parse_form_tables(TRY(ask("form.docx", bytes)));
}

Result<std::string>
ConfinedForms::fill(std::string_view bytes, const std::map<FormPlace, std::string>& texts) const
{
    // One line of JSON, then the file.
    auto input = to_json(texts) + "\n";
    input += bytes;
    auto filled = TRY(ask("filled-form.docx", input));
    if (!filled.starts_with("PK")) return refuse(Refusal::unreadable, "file.reader_failed");
    return filled;
}

} // namespace tiendo::documents
