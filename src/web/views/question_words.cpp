#include "web/views/question_words.hpp"

#include <set>

namespace tiendo::web::view {

namespace {

/// What of a question is a rate; else its numbers are counts.
bool is_rate(const DataQuestion& question, const std::string& name)
{
    static const std::set<std::string> rates{"value", "last", "least", "greatest", "middle"};
    static const std::set<QuestionKind> of_rates{
        QuestionKind::unlike_last_year,
        QuestionKind::unlike_last_period,
        QuestionKind::outside_history,
        QuestionKind::unlike_siblings,
    };
    return of_rates.contains(question.kind) && rates.contains(name);
}

bool is_counts(const std::string& name)
{
    return name == "counts" || name == "other_counts";
}

/// "84/310" with both numbers as the reader writes them.
std::string counts_words(const std::string& counts, const Wording& words)
{
    const auto line = counts.find('/');
    const auto above = Decimal::parse(counts.substr(0, line));
    const auto below = Decimal::parse(counts.substr(line + 1));
    return above && below ? words.number(*above) + "/" + words.number(*below) : counts;
}

} // namespace

std::string question_words(
    const DataQuestion& question,
    const Indicator& indicator,
    const UnitDirectory& units,
    const Wording& words
)
{
    auto args = question.problem.args;
    for (auto& [name, value] : args) {
        if (name == "other_measure" || name == "words" || name == "sex") continue;
        if (name == "period") {
            value = words.period(PeriodId(value));
        } else if (name == "other_unit") {
            if (const auto* unit = units.find(UnitId(value))) value = unit->short_name;
        } else if (is_counts(name)) {
            value = counts_words(value, words);
        } else {
            if (const auto number = Decimal::parse(value)) value = words.number(*number);
            if (indicator.unit == "%" && is_rate(question, name)) value += "%";
        }
    }
    auto text = words.text(question.problem.key, args);
    const auto& sex = question.problem.args.at("sex");
    if (sex == "male") text += " " + words.text("data_quality.male");
    if (sex == "female") text += " " + words.text("data_quality.female");
    return text;
}

} // namespace tiendo::web::view
