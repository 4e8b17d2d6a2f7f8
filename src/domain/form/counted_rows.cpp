#include "domain/form/counted_rows.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

using Activities = std::map<std::string, std::vector<ActivityRow>>;

constexpr int quarters_of_a_year = 4;

const std::vector<ActivityRow>& rows_of(const Activities& activities, const char* table)
{
    static const std::vector<ActivityRow> none;
    const auto found = activities.find(table);
    return found == activities.end() ? none : found->second;
}

std::map<std::string, std::string>
news_by_quarter(const Activities& activities, const Period& period)
{
    const auto name = parse_period(period.id);
    if (!name) return {};
    const auto calendar = calendar_followed(*name, period.window);
    std::array<int, quarters_of_a_year> counts{};
    bool any = false;
    for (const auto& row : rows_of(activities, "news")) {
        const auto typed = row.find("date");
        const auto day = typed == row.end() ? std::nullopt : parse_iso_date(typed->second);
        if (!day) continue;
        for (int i = 0; i < quarters_of_a_year; ++i) {
            const auto window = window_of({name->year, PeriodLength::quarter, i + 1}, calendar);
            if (*day < window.from || *day > window.to) continue;
            ++counts.at(static_cast<std::size_t>(i));
            any = true;
        }
    }
    std::map<std::string, std::string> numbers;
    if (!any) return numbers;
    for (int i = 0; i < quarters_of_a_year; ++i)
        numbers["q" + std::to_string(i + 1)] =
            std::to_string(counts.at(static_cast<std::size_t>(i)));
    return numbers;
}

std::map<std::string, std::string>
months_with_a_column(const Activities& activities, const std::vector<std::string>& months)
{
    const auto& rows = rows_of(activities, "columns");
    const auto is_in = [&](const std::string& month) {
        return std::ranges::any_of(rows, [&](const ActivityRow& row) {
            const auto typed = row.find("month");
            return typed != row.end() && typed->second == month;
        });
    };
    if (std::ranges::none_of(months, is_in)) return {};
    std::map<std::string, std::string> numbers;
    for (const auto& month : months)
        numbers[month] = is_in(month) ? "1" : "0";
    return numbers;
}

} // namespace

std::map<std::string, std::string>
numbers_of_rows(const FormRow& row, const Activities& activities, const Period& period)
{
    if (row.indicator.shape == Shape::quarters) return news_by_quarter(activities, period);
    if (row.indicator.shape == Shape::months)
        return months_with_a_column(activities, elements_of(row.indicator));
    return {};
}

} // namespace tiendo
