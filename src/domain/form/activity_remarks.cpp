#include "domain/form/activity_remarks.hpp"

#include "base/number_text.hpp"

#include <fmt/format.h>

namespace tiendo {
namespace {

/// The message of what is wrong with a text in a column of that kind; null where it is right.
const char* fault_in(ColumnKind kind, const std::string& text)
{
    switch (kind) {
    case ColumnKind::text:
    case ColumnKind::link:
        return nullptr;
    case ColumnKind::date:
        return parse_iso_date(text) ? nullptr : "activity_cell.not_a_day";
    case ColumnKind::number:
    case ColumnKind::money: {
        const auto number = read_typed_number(text);
        const bool is_right = number && !(number->value < Decimal{}) &&
                              (kind == ColumnKind::money || number->value.is_whole());
        return is_right ? nullptr : "activity_cell.not_a_number";
    }
    }
    return nullptr;
}

} // namespace

std::vector<Remark> remarks_on(const ActivityTable& table, const std::vector<ActivityRow>& rows)
{
    std::vector<Remark> remarks;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const auto& column : table.columns) {
            const auto found = rows[i].find(column.key);
            if (found == rows[i].end() || found->second.empty()) continue;
            const auto* fault = fault_in(column.kind, found->second);
            if (fault == nullptr) continue;
            remarks.push_back(
                {Weight::error,
                 {fault,
                  {{"typed", found->second}},
                  fmt::format("activity/{}/{}/{}", table.key, i, column.key)}}
            );
        }
    }
    return remarks;
}

} // namespace tiendo
