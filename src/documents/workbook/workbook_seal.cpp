#include "documents/workbook/workbook_seal.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

constexpr const char* mark = "tiendo-workbook";
constexpr const char* version = "1";
constexpr const char* seal_key = "seal";

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string sealed_text(const Rows& rows)
{
    std::string text;
    for (const auto& [key, value] : rows)
        text += key + '\t' + value + '\n';
    return text;
}

std::string text_in(const SheetRow& row, int column)
{
    const auto* cell = row.cell(column);
    return cell == nullptr ? std::string{} : cell->text;
}

bool is_ids_sheet(const Sheet& sheet)
{
    return !sheet.rows.empty() && text_in(sheet.rows.front(), 1) == mark;
}

} // namespace

Rows sealed_ids(
    const WorkbookIdentity& identity,
    const std::map<std::string, std::string>& labels,
    const WorkbookSeal& seal
)
{
    Rows rows{
        {mark, version},
        {"plan", identity.plan.str()},
        {"period", identity.period.str()},
        {"unit", identity.unit.str()},
    };
    rows.insert(rows.end(), labels.begin(), labels.end());
    rows.emplace_back(seal_key, seal(sealed_text(rows)));
    return rows;
}

Result<ReadIds> read_ids(const std::vector<Sheet>& sheets, const WorkbookSeal& seal)
{
    const auto found = std::ranges::find_if(sheets, is_ids_sheet);
    if (found == sheets.end()) return refuse(Refusal::invalid, "workbook.no_ids");
    Rows rows;
    for (const auto& row : found->rows)
        rows.emplace_back(text_in(row, 1), text_in(row, 2));
    if (rows.front().second != version) return refuse(Refusal::invalid, "workbook.other_version");
    if (rows.size() < 5 || rows.back().first != seal_key)
        return refuse(Refusal::invalid, "workbook.seal_broken");
    const auto sealed = rows.back().second;
    rows.pop_back();
    if (seal(sealed_text(rows)) != sealed) return refuse(Refusal::invalid, "workbook.seal_broken");
    ReadIds ids;
    ids.sheet = &*found;
    ids.identity = {PlanId(rows[1].second), PeriodId(rows[2].second), UnitId(rows[3].second)};
    ids.labels.insert(rows.begin() + 4, rows.end());
    return ids;
}

} // namespace tiendo::documents
