// Writes the workbooks of a district's units and reads them back; for tools/bench.py.

#include "documents/package/xlsx_reader.hpp"
#include "documents/workbook/read_unit_workbook.hpp"
#include "documents/workbook/unit_workbook_fixture.hpp"
#include "documents/workbook/write_unit_workbook.hpp"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <fstream>

namespace {

using namespace tiendo;
using namespace tiendo::documents;
using Clock = std::chrono::steady_clock;

constexpr int units = 102; ///< the communes of a province since 01/07/2025
constexpr int tasks = 30;

UnitWorkbook workbook_of(int unit)
{
    auto workbook = empty_workbook();
    workbook.identity.unit = UnitId("xa-" + std::to_string(unit));
    workbook.unit_name = "Ủy ban nhân dân xã số " + std::to_string(unit);
    workbook.answers = full_answers();
    for (int i = 0; i < tasks; ++i) {
        auto row = workbook.form.tasks.front();
        row.task.id = "9." + std::to_string(i);
        row.task.text =
            "Tuyên truyền, phổ biến chính sách, pháp luật về bình đẳng giới tới cán bộ, "
            "công chức, viên chức và nhân dân, nội dung số " +
            std::to_string(i);
        workbook.answers.tasks[row.task.id] = workbook.answers.tasks.at("1.1");
        workbook.form.tasks.push_back(std::move(row));
    }
    return workbook;
}

double milliseconds_since(Clock::time_point began)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

/// Whether the file says what the workbook held.
bool is_read_right(const std::string& bytes, const UnitWorkbook& workbook)
{
    const auto sheets = unpack_xlsx(bytes);
    if (!sheets) return false;
    const auto ids = read_ids(*sheets, sealed);
    if (!ids) return false;
    const auto read = read_unit_workbook(*sheets, *ids, workbook, said);
    return read.answers.tasks == workbook.answers.tasks &&
           read.answers.cells.size() == workbook.answers.cells.size();
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) return 2;
    const std::filesystem::path folder(arguments[1]);
    std::vector<UnitWorkbook> workbooks;
    for (int unit = 0; unit < units; ++unit)
        workbooks.push_back(workbook_of(unit));

    const auto began_writing = Clock::now();
    std::vector<std::string> files;
    for (const auto& workbook : workbooks)
        files.push_back(write_unit_workbook(workbook, said, sealed));
    const auto writing = milliseconds_since(began_writing);

    const auto began_reading = Clock::now();
    bool is_right = true;
    for (int unit = 0; unit < units; ++unit) {
        const auto at = static_cast<std::size_t>(unit);
        is_right = is_read_right(files[at], workbooks[at]) && is_right;
    }
    const auto reading = milliseconds_since(began_reading);
    if (!is_right) return 1;

    for (int unit = 0; unit < units; ++unit)
        std::ofstream(folder / fmt::format("{:03}.xlsx", unit), std::ios::binary)
            << files[static_cast<std::size_t>(unit)];
    fmt::print("{} {} {}\n", units, writing, reading);
    return 0;
}
