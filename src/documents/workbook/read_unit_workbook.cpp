#include "documents/workbook/read_unit_workbook.hpp"

#include "documents/workbook/read_activity_rows.hpp"
#include "documents/workbook/read_measure_rows.hpp"
#include "documents/workbook/read_task_rows.hpp"
#include "documents/workbook/workbook_places.hpp"
#include "documents/workbook/xlsx_book.hpp"

namespace tiendo::documents {
namespace {

class Reader {
public:
    Reader(const ReadIds& ids, const UnitWorkbook& expected, const WorkbookWords& say)
        : reading_(ids, expected, say), places_(reading_), measures_(reading_)
    {
    }

    ReadUnitWorkbook read(const std::vector<Sheet>& sheets)
    {
        for (const auto& sheet : sheets)
            if (&sheet != reading_.ids.sheet && sheet.name != lists_sheet) read_sheet(sheet);
        measures_.settle();
        drop_faulty();
        places_.tell_missing();
        return std::move(reading_.result);
    }

private:
    void read_sheet(const Sheet& sheet)
    {
        reading_.sheet = &sheet;
        reading_.kind = TableKind::none;
        reading_.activity = nullptr;
        reading_.columns.clear();
        for (const auto& row : sheet.rows)
            read_row(row);
    }

    void read_row(const SheetRow& row)
    {
        const auto key = places_.key_in(row);
        if (key.key.starts_with("activity/")) return begin_activity(reading_, row, key);
        if (key.key.empty() && places_.take_heads(row)) return;
        if (reading_.kind == TableKind::activity && !reading_.columns.empty()) {
            if (read_activity_row(reading_, row, key)) places_.tell_stray_cells(row, key.column);
            return;
        }
        if (key.key.empty()) return places_.tell_unknown_row(row);
        if (!places_.is_right(row, key)) return;
        switch (reading_.kind) {
        case TableKind::measures:
            measures_.read(row, key.key);
            break;
        case TableKind::tasks:
            read_task_row(reading_, row, key.key);
            break;
        case TableKind::narrative:
            read_narrative_row(reading_, row, key.key);
            break;
        case TableKind::none:
        case TableKind::activity:
            break;
        }
        places_.tell_stray_cells(row, key.column);
    }

    /// What holds an error is not taken at all: half an item would be silently wrong.
    void drop_faulty()
    {
        auto& answers = reading_.result.answers;
        for (const auto& remark : reading_.result.remarks) {
            if (!remark.is_error || remark.item.empty()) continue;
            const auto slash = remark.item.find('/');
            const auto id = remark.item.substr(slash + 1);
            const auto kind = remark.item.substr(0, slash);
            if (kind == "cell") answers.cells.erase(MeasureId(id));
            if (kind == "task") answers.tasks.erase(id);
            if (kind == "duty") answers.duties.erase(id);
            if (kind == "activity") answers.activities.erase(id);
            if (kind == "narrative") answers.narrative.erase(id);
        }
    }

    WorkbookReading reading_;
    WorkbookPlaces places_;
    MeasureRowReader measures_;
};

} // namespace

ReadUnitWorkbook read_unit_workbook(
    const std::vector<Sheet>& sheets,
    const ReadIds& ids,
    const UnitWorkbook& expected,
    const WorkbookWords& say
)
{
    return Reader(ids, expected, say).read(sheets);
}

} // namespace tiendo::documents
