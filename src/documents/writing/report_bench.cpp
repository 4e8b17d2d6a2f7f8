// Writes a unit's report and a consolidated report of some forty pages; for tools/bench.py.
// Beside them a template and its data, from which another program makes the same long report.

#include "documents/writing/sample_report_fixture.hpp"
#include "documents/writing/write_docx.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>

namespace {

using namespace tiendo;
using Clock = std::chrono::steady_clock;

constexpr int communes = 102; ///< of a province since 01/07/2025
constexpr int rounds = 22;    ///< of the sample's body: about forty pages with the annexes
constexpr int runs = 25;

std::string text_of(const Runs& parts)
{
    std::string text;
    for (const auto& part : parts)
        text += part.text;
    return text;
}

Table table_of_communes(const Table& like)
{
    Table table{.columns = like.columns};
    const auto& row = *std::ranges::find(like.rows, false, &TableRow::group);
    for (int commune = 1; commune <= communes; ++commune) {
        table.rows.push_back(row);
        table.rows.back().cells[1] = {{.text = fmt::format("Ủy ban nhân dân xã số {}", commune)}};
    }
    return table;
}

OfficialDocument long_report()
{
    auto report = documents::sample_report();
    const auto once = report.body;
    for (int round = 1; round < rounds; ++round)
        std::ranges::copy(once, std::back_inserter(report.body));
    auto annex = report.annexes.front();
    annex.label = "Phụ lục III";
    annex.blocks = {table_of_communes(std::get<Table>(annex.blocks.front()))};
    report.annexes.push_back(std::move(annex));
    return report;
}

/// The long report with loops in the place of its paragraphs and rows.
OfficialDocument template_of(const OfficialDocument& report)
{
    const auto words = [](const char* text) { return Paragraph{.runs = {{.text = text}}}; };
    auto pattern = report;
    pattern.body = {words("{#blocks}"), words("{text}"), words("{/blocks}")};
    auto& table = std::get<Table>(pattern.annexes.back().blocks.front());
    table.rows.resize(1);
    auto& cells = table.rows.front().cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto* begin = i == 0 ? "{#rows}" : "";
        const auto* end = i + 1 == cells.size() ? "{/rows}" : "";
        cells[i] = {{.text = fmt::format("{}{{c{}}}{}", begin, i, end)}};
    }
    return pattern;
}

boost::json::object data_of(const OfficialDocument& report)
{
    boost::json::array blocks;
    for (const auto& block : report.body) {
        const auto* heading = std::get_if<Heading>(&block);
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (heading != nullptr) blocks.push_back({{"text", heading->label + " " + heading->text}});
        if (paragraph != nullptr) blocks.push_back({{"text", text_of(paragraph->runs)}});
    }
    boost::json::array rows;
    for (const auto& row : std::get<Table>(report.annexes.back().blocks.front()).rows) {
        boost::json::object cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells[fmt::format("c{}", i)] = text_of(row.cells[i]);
        rows.push_back(std::move(cells));
    }
    return {{"blocks", std::move(blocks)}, {"rows", std::move(rows)}};
}

/// The median of the runs, after one that is not counted.
double milliseconds_of(const std::function<std::string()>& write)
{
    std::vector<double> times;
    for (int run = 0; run <= runs; ++run) {
        const auto began = Clock::now();
        if (write().empty()) return 0;
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
    }
    times.erase(times.begin());
    std::ranges::sort(times);
    return times[times.size() / 2];
}

void keep(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) return 2;
    const std::filesystem::path folder(arguments[1]);
    const auto unit = documents::sample_report();
    const auto whole = long_report();
    const auto unit_time = milliseconds_of([&] { return documents::write_docx(unit); });
    const auto whole_time = milliseconds_of([&] { return documents::write_docx(whole); });
    keep(folder / "unit.docx", documents::write_docx(unit));
    keep(folder / "whole.docx", documents::write_docx(whole));
    keep(folder / "template.docx", documents::write_docx(template_of(whole)));
    keep(folder / "data.json", boost::json::serialize(data_of(whole)));
    fmt::print("{} {}\n", unit_time, whole_time);
    return 0;
}
