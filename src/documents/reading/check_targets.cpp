#include "documents/reading/check_targets.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

bool is_round_base(const std::string& unit)
{
    static constexpr std::array<std::string_view, 7> bases{
        "per_100", "per_1000", "per_10000", "per_100000", "per_1000000", "per_10", "per_10000000"
    };
    return std::find(bases.begin(), bases.end(), unit) != bases.end();
}

/// "Giảm ... xuống 31,8", "tỷ lệ hộ nghèo còn 5%"; a bound as such ("dưới 5") may leave room.
bool falls(const ReadTarget& target)
{
    const Words words{target.text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.is(i, "giảm") || words.is(i, "hạ") || words.is(i, "xuống") ||
            (words.is(i, "còn") && !words.is(i - 1, "không")))
            return true;
    }
    return false;
}

bool rises(const ReadTarget& target)
{
    const Words words{target.text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.is(i, "tăng") || words.is(i, "nâng") ||
            (words.is(i, "lên") && !words.is(i - 1, "trở")))
            return true;
    }
    return false;
}

/// The words around the slash of "108 bé trai/110 bé gái".
std::string ratio_quote(const ReadTarget& target)
{
    const auto slash = target.text.find('/');
    if (slash == std::string::npos) return target.text;
    const Words words{target.text};
    const auto middle = words.at_byte(slash);
    auto first = middle;
    while (first > 0 && !words.is_number(first))
        --first;
    return std::string(words.written(first, middle + 2));
}

void check_quantity(const ReadTarget& target, const Quantity& quantity, FindingList& findings)
{
    if (quantity.unit.starts_with("per_") && !is_round_base(quantity.unit)) {
        findings.add("ratio_malformed", target.lines, {{"quote", ratio_quote(target)}});
    }
    const auto value = vietnamese_number(quantity.value);
    if (quantity.unit == "percent" && !quantity.change && quantity.value > Decimal(100)) {
        findings.add("percent_over_100", target.lines, {{"value", value}});
    }
    if (!quantity.baseline || quantity.change) return;
    const auto from = vietnamese_number(*quantity.baseline);
    if (falls(target) && !rises(target) && quantity.value >= *quantity.baseline) {
        findings.add("rate_not_reduced", target.lines, {{"from", from}, {"to", value}});
    } else if (rises(target) && !falls(target) && quantity.value <= *quantity.baseline) {
        findings.add("target_not_increased", target.lines, {{"from", from}, {"to", value}});
    }
}

/// Words that say what a quantity is of: those before its number, without comparing words.
std::vector<std::string> subject_words(const std::string& text)
{
    std::vector<std::string> subject;
    const Words words{text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.is_number(i) || words.is_sign(i)) {
            if (subject.size() >= 3) break;
            continue;
        }
        static constexpr std::array<std::string_view, 18> empty{
            "giảm",
            "tăng",
            "nâng",
            "phấn",
            "đấu",
            "đạt",
            "từ",
            "năm",
            "đến",
            "còn",
            "xuống",
            "lên",
            "là",
            "dưới",
            "trên",
            "của",
            "cuối",
            "hết"
        };
        if (std::find(empty.begin(), empty.end(), words.lower(i)) == empty.end())
            subject.emplace_back(words.lower(i));
    }
    return subject;
}

struct Statement {
    std::vector<std::string> subject{};
    Decimal value{};
    std::string unit{};
    LineRange lines{};
    std::string objective{}; ///< empty of results
};

/// "Tỷ lệ hộ cận nghèo" is another quantity than "Tỷ lệ hộ nghèo"; "trên địa bàn huyện" changes
/// nothing.
bool adds_nothing(const std::vector<std::string>& words, const std::vector<std::string>& others)
{
    static constexpr std::array<std::string_view, 24> fillers{
        "tỷ",   "lệ",    "trên", "địa",    "bàn",  "toàn", "xã",  "huyện",
        "tỉnh", "thành", "phố",  "phường", "bình", "quân", "có",  "chiếm",
        "được", "tại",   "ở",    "trong",  "ước",  "hiện", "nay", "chung"
    };
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(others.begin(), others.end(), word) != others.end() ||
               std::find(fillers.begin(), fillers.end(), word) != fillers.end();
    });
}

bool about_the_same(const Statement& a, const Statement& b)
{
    if (a.unit != b.unit || a.subject.size() < 3 || b.subject.size() < 3) return false;
    // "Khu vực đô thị" and "Khu vực nông thôn" may each have their "Tỷ lệ thu gom".
    if (!a.objective.empty() && !b.objective.empty() && a.objective != b.objective) return false;
    return adds_nothing(a.subject, b.subject) && adds_nothing(b.subject, a.subject);
}

/// "Năm 2022, tỷ lệ hộ nghèo là 12%" of a section about results.
void collect_results(const Node& node, int year_before, std::vector<Statement>& statements)
{
    if (node.section == SectionKind::results && node.table == nullptr) {
        TargetFrame frame;
        auto text = node.text;
        for (std::size_t begin = 0; begin < text.size();) {
            auto end = text.find_first_of(";", begin);
            if (end == std::string::npos) end = text.size();
            const auto clause = text.substr(begin, end - begin);
            const auto read = read_quantities(clause, frame);
            if (!read.quantities.empty() && !read.quantities.front().change) {
                const auto& first = read.quantities.front();
                statements.push_back(
                    {subject_words(clause), first.value, first.unit, node.lines, {}}
                );
            }
            begin = end + 1;
        }
    }
    for (const auto& child : node.children)
        collect_results(child, year_before, statements);
}

void check_baselines(const CheckInput& input, FindingList& findings)
{
    std::vector<Statement> statements;
    collect_results(input.root, 0, statements);
    for (const auto& objective : input.plan.objectives) {
        for (const auto& target : objective.targets) {
            for (const auto& quantity : target.quantities) {
                if (!quantity.baseline) continue;
                const Statement here{
                    subject_words(target.text),
                    *quantity.baseline,
                    quantity.unit,
                    target.lines,
                    objective.id
                };
                const auto other =
                    std::find_if(statements.begin(), statements.end(), [&](const Statement& s) {
                        return about_the_same(s, here) && s.value != here.value;
                    });
                if (other != statements.end()) {
                    const bool later = other->lines.first > here.lines.first;
                    findings.add(
                        "baseline_inconsistent",
                        later ? other->lines : here.lines,
                        {{"here", vietnamese_number(later ? other->value : here.value)},
                         {"there", vietnamese_number(later ? here.value : other->value)},
                         {"line", std::to_string(later ? here.lines.first : other->lines.first)}}
                    );
                    break;
                }
                statements.push_back(here);
                break;
            }
        }
    }
}

} // namespace

void check_targets(const CheckInput& input, FindingList& findings)
{
    const auto& owners = input.objectives.owners_by_target;
    const bool listed_by_objective =
        std::any_of(input.plan.tasks.begin(), input.plan.tasks.end(), [](const ReadTask& t) {
            return t.objective.has_value();
        });
    for (const auto& objective : input.plan.objectives) {
        for (const auto& target : objective.targets) {
            if (target.quantities.empty()) findings.add("target_without_number", target.lines);
            for (const auto& quantity : target.quantities)
                check_quantity(target, quantity, findings);
            if (!owners.empty() && !owners.contains(target.id))
                findings.add("target_without_owner", target.lines);
        }
        const bool has_task =
            std::any_of(input.plan.tasks.begin(), input.plan.tasks.end(), [&](const ReadTask& t) {
                return t.objective == objective.id;
            });
        if (listed_by_objective && objective.title && !has_task) {
            findings.add("objective_without_task", objective.lines, {{"title", *objective.title}});
        }
    }
    check_baselines(input, findings);
}

} // namespace tiendo::documents
