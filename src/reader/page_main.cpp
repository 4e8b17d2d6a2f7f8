// tiendo-page-reader NAME: what tiendo-reader is asked about PDFs and pictures.
//   upload.*      {"plan": {...}, "source": [...]}, or {"pictures": [1, ...]} where pages have to
//                 be recognised first
//   page-N.*      the recognised words of a page (documents/exchange/pages_json.hpp) on one line,
//                 then a JPEG of the picture that they were recognised in
//   pages.*       what upload.* answers, from the file behind one line "N {...}" for each
//                 recognised page and an empty line
// Errors and exits are those of tiendo-reader.

#include "documents/exchange/pages_json.hpp"
#include "documents/reading/file_kind.hpp"
#include "reader/answer.hpp"
#include "reader/page_upload.hpp"
#include "reader/pdf_pages.hpp"
#include "reader/recogniser.hpp"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace tiendo;
using namespace tiendo::reader;

// docs/limits.md
constexpr unsigned reading_seconds = 10;
constexpr unsigned recognising_seconds = 60;
constexpr int recognising_niceness = 15; ///< whoever submits a report goes first

/// The number that the text begins with; 0 where it begins with none.
int number_in(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int answer_upload(const Result<Upload>& upload)
{
    if (!upload) return refuse_with(upload.error());
    if (upload->pictures.empty()) return answer_plan(upload->document);
    std::string numbers;
    for (const auto page : upload->pictures)
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(page);
    write_output(R"({"pictures": [)" + numbers + "]}\n");
    return exit_read;
}

int answer_pages(std::string_view input, std::string_view name)
{
    RecognisedPages pages;
    while (!input.starts_with('\n')) {
        const auto end = input.find('\n');
        const auto space = input.find(' ');
        if (end == std::string_view::npos || space > end) return refuse_with("file.broken_pdf");
        auto page = documents::parse_page(input.substr(space + 1, end - space - 1));
        if (!page) return refuse_with("file.broken_pdf");
        pages[number_in(input.substr(0, space))] = std::move(*page);
        input.remove_prefix(end + 1);
    }
    return answer_upload(read_page_upload(input.substr(1), name, pages));
}

int answer_page(std::string_view name, const std::string& model)
{
    const auto page = recognise_page(read_input(), name, number_in(name.substr(5)), model);
    if (!page) return refuse_with(page.error());
    write_output(documents::to_json(page->layout) + "\n" + page->jpeg);
    return exit_read;
}

int answer(std::string_view name, const std::string& model)
{
    if (name.starts_with("page-")) return answer_page(name, model);
    const auto input = read_input();
    if (name.starts_with("pages.")) return answer_pages(input, name);
    return answer_upload(read_page_upload(input, name, {}));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) return exit_unconfined;
    const std::string_view name = argv[1];
    const bool recognises = name.starts_with("page-");
    // The library that tesseract computes with reads this when it is loaded; no thread may be
    // started here.
    if (recognises && std::getenv("OMP_THREAD_LIMIT") == nullptr) {
        setenv("OMP_THREAD_LIMIT", "1", 1);
        execv("/proc/self/exe", argv);
        return exit_unconfined;
    }
    if (recognises) (void)!nice(recognising_niceness);
    const auto model = recognises ? Recogniser::installed_model() : std::string();
    if (documents::kind_named(name) == documents::FileKind::pdf) prepare_pdf();
    const auto seconds = recognises ? recognising_seconds : reading_seconds;
    return answer_confined(seconds, [&] { return answer(name, model); });
}
