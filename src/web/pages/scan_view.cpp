#include "web/pages/scan_view.hpp"

#include "app/org/directory.hpp"
#include "web/pages/setup_fields.hpp"

#include <charconv>

namespace tiendo::web {

view::List scan_rows(
    const std::vector<app::SignedScan>& scans,
    int newest_version,
    const std::string& path,
    app::Work& work,
    const Visit& visit
)
{
    const auto& words = visit.words;
    view::List rows;
    for (const auto& scan : scans) {
        rows.emplace_back(view::Object{
            {"path", path + "/" + std::to_string(scan.number) + "/ban-ky.pdf"},
            {"document",
             words.text(
                 "scan.document",
                 {{"number", scan.document_number},
                  {"day", scan.date ? words.day(*scan.date) : std::string{}}}
             )},
            {"signer", scan.signer},
            {"at", words.moment(scan.at)},
            {"by", app::person_named(work, scan.by)},
            {"file_name", scan.file_name},
            {"digest", scan.sha256},
            {"version", std::to_string(scan.version)},
            {"is_old", scan.version != newest_version}
        });
    }
    return rows;
}

Result<app::NewScan> scan_in(const Request& request, int year)
{
    app::NewScan scan;
    scan.document_number = request.form["number"];
    scan.date = TRY(day_in(request.form, "date", year));
    scan.signer = request.form["signer_name"];
    if (const auto* file = request.file("file")) {
        scan.file_name = file->filename;
        scan.bytes = file->bytes;
    }
    return scan;
}

Result<int> number_in_path(const Request& request)
{
    const auto text = request.path_parameters["number"];
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return refuse(Refusal::not_found, "signed_paper.not_found");
    return number;
}

} // namespace tiendo::web
