#include "cube/questions.hpp"

#include <map>
#include <numeric>
#include <utility>

namespace tiendo::bench {
namespace {

std::vector<DenseIndex> provinces()
{
    return counted_from(Nation::province_unit(0), Nation::provinces);
}

/// In the order of the tree, as a page would list them.
std::vector<DenseIndex> communes()
{
    return nation_tree().level(0, 2);
}

/// The keys of SQL count units of each level from 0.
std::int64_t key_of(DenseIndex unit)
{
    return unit >= Nation::first_commune ? unit - Nation::first_commune : unit - 1;
}

constexpr DenseIndex judged_element = 7;
constexpr DenseIndex one_province = 5;

} // namespace

std::vector<DenseIndex> counted_from(DenseIndex first, DenseIndex count)
{
    std::vector<DenseIndex> numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

void SumQuestion::add(
    std::vector<std::int64_t> key, const Place& element_and_period, DenseIndex periods
)
{
    const auto& element = lists.emplace_back(1, element_and_period.element);
    const auto& months = lists.emplace_back(counted_from(element_and_period.period, periods));
    const auto& options = lists.emplace_back(counted_from(0, Nation::options));
    slices.push_back({element, months, options});
    keys.push_back(std::move(key));
}

std::vector<SumQuestion> sum_questions(const UnitTree& map, DenseIndex last)
{
    const auto year_begin = last - 12;
    SumQuestion d1("D1", provinces()), d2("D2", {0}), d3("D3", {}), d4("D4", map.level(0, 2));
    SumQuestion d5("D5", provinces()), d8("D8", provinces()), d9("D9", {});
    for (DenseIndex element = 0; element < 20; ++element)
        for (auto month = year_begin; month < last; ++month)
            d1.add({month, element}, {element, month}, 1);
    for (DenseIndex year = 0; year < last / 12; ++year)
        for (DenseIndex element = 0; element < Nation::elements; ++element) {
            if (element < 10) d2.add({year, element}, {element, year * 12}, 12);
            d8.add({element, year}, {element, year * 12}, 12);
        }
    d3.units = map.level(Nation::province_unit(one_province), 1);
    for (DenseIndex element = 0; element < Nation::elements; ++element)
        d3.add({element}, {element, year_begin}, 12);
    for (auto quarter = year_begin / 3; quarter < last / 3; ++quarter) {
        d4.add({quarter}, {judged_element, quarter * 3}, 3);
        for (DenseIndex element : {3U, 4U})
            d5.add({quarter}, {element, quarter * 3}, 3);
    }
    d5.ratio = true;
    d9.units = {Nation::province_unit(one_province)};
    d9.add({}, {judged_element, last - 3}, 3);
    std::vector<SumQuestion> all;
    for (auto* question : {&d1, &d2, &d3, &d4, &d5, &d8, &d9})
        all.push_back(std::move(*question));
    return all;
}

Rows rows_of(const SumQuestion& question, const CubeAnswers& answers)
{
    Rows rows;
    const auto one = question.units.size() == 1;
    for (std::size_t slice = 0; slice < answers.slices(); slice += question.ratio ? 2 : 1)
        for (std::size_t unit = 0; unit < answers.units(); ++unit) {
            const auto answer = answers.at(slice, unit);
            if (!answer.has_sum()) continue;
            std::vector<std::int64_t> row;
            if (!one) row.push_back(key_of(question.units[unit]));
            row.insert(row.end(), question.keys[slice].begin(), question.keys[slice].end());
            row.push_back(answer.sum);
            if (question.ratio) row.push_back(answers.at(slice + 1, unit).sum);
            rows.push_back(std::move(row));
        }
    return rows;
}

std::vector<Decimal> ratios_of(const CubeAnswers& answers)
{
    std::vector<Decimal> ratios;
    for (std::size_t slice = 0; slice < answers.slices(); slice += 2)
        for (std::size_t unit = 0; unit < answers.units(); ++unit)
            if (const auto ratio =
                    ratio_of(answers.at(slice, unit), answers.at(slice + 1, unit), 100))
                ratios.push_back(ratio->rounded(2));
    return ratios;
}

std::vector<FarNumber> ask_far(const Cube& cube)
{
    static const auto all = counted_from(0, Nation::periods);
    return far_numbers(cube, {.element = judged_element, .history = all, .judged = all}, 0).value();
}

Rows rows_of(const std::vector<FarNumber>& found)
{
    Rows rows;
    for (const auto& number : found)
        rows.push_back({key_of(number.unit), number.period, number.number});
    return rows;
}

std::vector<std::uint32_t> ask_completeness(const Cube& cube)
{
    static const auto elements = counted_from(0, Nation::elements);
    static const auto month = counted_from(Nation::periods - 1, 1);
    static const auto options = counted_from(0, Nation::options);
    static const auto units = communes();
    return count_reported(cube, {elements, month, options}, units).value();
}

Rows rows_of(const std::vector<std::uint32_t>& counts)
{
    const auto units = communes();
    Rows rows;
    for (std::size_t unit = 0; unit < counts.size(); ++unit)
        rows.push_back({key_of(units[unit]), counts[unit]});
    return rows;
}

const std::vector<CellCheck>& fifty_checks()
{
    static const auto checks = [] {
        std::vector<CellCheck> made;
        for (DenseIndex k = 0; k < 20; ++k)
            made.push_back({{{2 * k, 0}}, {{2 * k + 1, 0}}, CheckRelation::at_most});
        for (DenseIndex k = 0; k < 20; ++k)
            made.push_back({{{40 + k, 0}}, {{40 + k, 0, true}}, CheckRelation::near, 30});
        for (DenseIndex k = 0; k < 10; ++k)
            made.push_back({{{60 + k, 0}, {60 + k, 1}}, {{70 + k, 0}}, CheckRelation::equal});
        return made;
    }();
    return checks;
}

MonthChecked check_month(const Cube& cube, DenseIndex top)
{
    constexpr auto month = Nation::periods - 1;
    static const auto history = counted_from(month - 36, 36);
    static const auto judged = counted_from(month, 1);
    MonthChecked checked;
    checked.findings = run_checks(cube, fifty_checks(), {month, month - 1}, top).value();
    for (DenseIndex element = 0; element < Nation::elements; ++element)
        for (DenseIndex option = 0; option < Nation::options; ++option) {
            const auto far =
                far_numbers(
                    cube,
                    {.element = element, .option = option, .history = history, .judged = judged},
                    top
                )
                    .value();
            checked.far.insert(checked.far.end(), far.begin(), far.end());
        }
    return checked;
}

Rows rows_of(const MonthChecked& month)
{
    std::map<std::int64_t, std::int64_t> counts;
    for (const auto& finding : month.findings)
        ++counts[static_cast<std::int64_t>(finding.check)];
    counts[50] = static_cast<std::int64_t>(month.far.size());
    Rows rows;
    for (const auto& [check, count] : counts)
        rows.push_back({check, count});
    return rows;
}

} // namespace tiendo::bench
