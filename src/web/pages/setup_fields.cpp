#include "web/pages/setup_fields.hpp"

#include "base/day_text.hpp"
#include "base/text.hpp"

namespace tiendo::web {
namespace {

/// A list is typed one item a line.
std::vector<std::string> lines_in(const Fields& form, std::string_view field)
{
    std::vector<std::string> lines;
    for (const auto& line : split(form[field], '\n')) {
        if (!squeeze(line).empty()) lines.push_back(squeeze(line));
    }
    return lines;
}

} // namespace

void show_setup(view::Object& data, const ReportSetup& setup)
{
    data.set("superior", setup.superior);
    data.set("issuer", setup.issuer);
    data.set("number", setup.number);
    data.set("symbol", setup.symbol);
    data.set("place", setup.place);
    data.set("date", setup.date ? vietnamese_date(*setup.date) : std::string{});
    data.set("addressees", join(setup.addressees, "\n"));
    data.set("recipients", join(setup.recipients, "\n"));
    data.set("file_copy", setup.file_copy);
    data.set("signing", join(setup.signing, "\n"));
    data.set("signer_name", setup.signer_name);
}

void show_typed_setup(view::Object& data, const Fields& form)
{
    for (const auto field : setup_fields)
        data.set(std::string(field), std::string(form[field]));
}

Result<std::optional<Date>> day_in(const Fields& form, std::string_view field, int year)
{
    const auto typed = squeeze(form[field]);
    if (typed.empty()) return std::optional<Date>{};
    const auto day = read_typed_day(typed, year);
    if (!day)
        return refuse(Refusal::invalid, "entry.not_a_day", {{"typed", typed}}, std::string(field));
    return std::optional<Date>{*day};
}

Result<ReportSetup> setup_in(const Fields& form, int year)
{
    ReportSetup setup;
    setup.superior = squeeze(form["superior"]);
    setup.issuer = squeeze(form["issuer"]);
    setup.number = squeeze(form["number"]);
    setup.symbol = squeeze(form["symbol"]);
    setup.place = squeeze(form["place"]);
    setup.date = TRY(day_in(form, "date", year));
    setup.addressees = lines_in(form, "addressees");
    setup.recipients = lines_in(form, "recipients");
    setup.file_copy = squeeze(form["file_copy"]);
    setup.signing = lines_in(form, "signing");
    setup.signer_name = squeeze(form["signer_name"]);
    if (setup.issuer.empty()) return refuse(Refusal::invalid, "setup.issuer_missing", {}, "issuer");
    return setup;
}

} // namespace tiendo::web
