#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/activity_totals.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace tiendo {
namespace {

/// How one table is told: its words "activity.<table>" say how many, then "activity.<table>.<part>"
/// one clause for each column that has a sum, in that order.
struct Told {
    const char* table;
    const char* counted_by = "";       ///< column of counts; empty counts the rows
    std::array<const char*, 4> sums{}; ///< columns that add up
    const char* texts = "";            ///< column whose rows with text are counted too
};

struct Group {
    const char* title;
    std::span<const Told> tables;
};

constexpr Told of_documents[] = {
    {.table = "documents"},
    {.table = "integration"},
    {.table = "legal_drafts"},
    {.table = "proposals"},
};
constexpr Told of_people[] = {
    {.table = "officer"},
    {.table = "women_cadres", .sums = {"planned", "trained", "appointed"}},
};
constexpr Told of_communication[] = {
    {.table = "training", .counted_by = "sessions", .sums = {"people", "women", "minorities"}},
    {.table = "communication", .counted_by = "sessions", .sums = {"people", "women", "minorities"}},
    {.table = "action_month", .sums = {"people", "women"}},
    {.table = "news"},
    {.table = "columns"},
    {.table = "examples"},
};
constexpr Told of_inspections[] = {
    {.table = "inspections", .sums = {"places"}, .texts = "findings"},
};
constexpr Told of_services[] = {
    {.table = "models", .counted_by = "count", .sums = {"people"}},
    {.table = "support", .sums = {"people", "women", "minorities"}},
    {.table = "minority_programmes", .counted_by = "sessions", .sums = {"people"}},
    {.table = "prevention", .sums = {"found", "handled", "supported"}},
};
constexpr Told of_money[] = {
    {.table = "money", .sums = {"allotted", "spent"}},
};
constexpr Group groups[] = {
    {"leadership.documents", of_documents},
    {"leadership.people", of_people},
    {"leadership.communication", of_communication},
    {"leadership.inspections", of_inspections},
    {"leadership.services", of_services},
    {"leadership.money", of_money},
};

class Leadership {
public:
    explicit Leadership(ReportWriter& report)
        : report_(report), totals_(add_up_activities(report.material()))
    {
    }

    void write()
    {
        report_.part("I.", "report.leadership");
        int number = 0;
        for (const auto& group : groups) {
            if (!has_something(group)) continue;
            report_.heading(fmt::format("{}.", ++number), report_.say(group.title));
            if (group.tables.data() == of_documents) own_plans_bullet();
            for (const auto& told : group.tables)
                table_bullet(told);
        }
        other_tables();
        silent_tables();
        report_.leftovers("leadership/");
    }

private:
    const ActivityTotal* total(const char* table) const
    {
        const auto found = totals_.find(table);
        return found == totals_.end() ? nullptr : &found->second;
    }

    bool has_something(const Group& group) const
    {
        if (group.tables.data() == of_documents) return true;
        return std::ranges::any_of(group.tables, [&](const Told& told) {
            return total(told.table) != nullptr;
        });
    }

    static std::string source(const std::string& table, const std::string& part)
    {
        return "activity/" + table + "#" + part;
    }

    static std::string decimals(const std::string& table, const Decimal& number)
    {
        return table == "money" ? vietnamese_number(number, 1) : count_in_document(number);
    }

    static Runs number(const std::string& table, const std::string& part, std::string text)
    {
        return {sourced(std::move(text), source(table, part))};
    }

    void own_plans_bullet()
    {
        const auto plans = own_plans(report_.material());
        const auto& directory = report_.material().directory;
        std::vector<UnitId> all = plans.issued;
        all.insert(all.end(), plans.not_issued.begin(), plans.not_issued.end());
        all.insert(all.end(), plans.unknown.begin(), plans.unknown.end());
        if (all.empty() || all.size() == plans.unknown.size()) return;
        auto runs = sentence(
            report_.words(),
            "activity.own_plan",
            {{"count",
              number("own_plan", "count", fmt::format("{}/{}", plans.issued.size(), all.size()))},
             {"noun", {plain(noun_of_units(all, directory, report_.words()))}}}
        );
        std::vector<std::string> rest;
        const auto name = [&](const char* key, const std::vector<UnitId>& units) {
            if (units.empty()) return;
            rest.push_back(
                report_.say(key, {{"units", names_in_document(units, directory, report_.words())}})
            );
        };
        name("activity.own_plan.not_issued", plans.not_issued);
        name("activity.own_plan.unknown", plans.unknown);
        if (!rest.empty()) append(runs, {plain(" (" + join(rest, "; ") + ")")});
        if (plans.of_agencies > 0) {
            append(
                runs,
                sentence(
                    report_.words(),
                    "activity.own_plan.agencies",
                    {{"count", number("own_plan", "agencies", count_in_document(plans.of_agencies))}
                    }
                )
            );
        }
        append(runs, {plain(".")});
        report_.bullet("leadership/own_plan", std::move(runs));
    }

    Runs clause(const std::string& table, const std::string& part, std::string text) const
    {
        return sentence(
            report_.words(),
            "activity." + table + "." + part,
            {{"count", number(table, part, std::move(text))}}
        );
    }

    void table_bullet(const Told& told)
    {
        const auto* sum = total(told.table);
        if (sum == nullptr) return;
        const std::string table = told.table;
        const auto count = *told.counted_by == '\0'
                               ? Decimal(static_cast<std::int64_t>(sum->rows.size()))
                               : sum->counted_by(told.counted_by);
        auto runs = sentence(
            report_.words(),
            "activity." + table,
            {{"count", number(table, "count", count_in_document(count))}}
        );
        for (const auto* column : told.sums) {
            if (column == nullptr) break;
            const auto found = sum->sums.find(column);
            if (found != sum->sums.end())
                append(runs, clause(table, column, decimals(table, found->second)));
        }
        append(runs, particulars(*sum));
        append(runs, {plain(".")});
        report_.bullet("leadership/" + table, std::move(runs));
        if (*told.texts != '\0') findings(*sum, told.texts);
    }

    /// What one table alone has: quarters, months, the share of the money that was spent.
    Runs particulars(const ActivityTotal& sum) const
    {
        if (sum.table == "news") return quarters(sum);
        if (sum.table == "columns" && sum.different("month") > 0)
            return clause("columns", "months", whole(sum.different("month")));
        if (sum.table == "inspections") return findings_count(sum);
        if (sum.table != "money") return {};
        const auto allotted = sum.sums.find("allotted");
        const auto spent = sum.sums.find("spent");
        if (allotted == sum.sums.end() || spent == sum.sums.end()) return {};
        const auto share = Ratio::of(spent->second, allotted->second, 100);
        if (!share) return {};
        return clause("money", "share", vietnamese_number(share->rounded(2), 2) + "%");
    }

    static std::string whole(std::size_t count)
    {
        return count_in_document(static_cast<std::int64_t>(count));
    }

    static std::string text_in(const ActivityRow& row, const std::string& column)
    {
        const auto found = row.find(column);
        return found == row.end() ? std::string{} : squeeze(found->second);
    }

    /// "Không phát hiện vi phạm" is no finding.
    bool has_finding(const ActivityRow& row, const std::string& column) const
    {
        const auto words = to_lower(text_in(row, column));
        const auto nothing = split(report_.say("activity.nothing_found"), '|');
        return !words.empty() && std::ranges::none_of(nothing, [&](const std::string& start) {
            return words.starts_with(start + " ");
        });
    }

    Runs findings_count(const ActivityTotal& sum) const
    {
        std::size_t found = 0;
        std::size_t followed = 0;
        for (const auto& [unit, row] : sum.rows) {
            if (!has_finding(row, "findings")) continue;
            ++found;
            if (!text_in(row, "follow_up").empty()) ++followed;
        }
        if (found == 0) return {};
        auto runs = clause("inspections", "findings", whole(found));
        if (followed > 0) append(runs, clause("inspections", "follow_up", whole(followed)));
        return runs;
    }

    Runs quarters(const ActivityTotal& sum) const
    {
        Runs runs;
        const auto counts = sum.by_quarter();
        if (counts.size() < 2) return runs;
        static constexpr std::array romans{"I", "II", "III", "IV"};
        for (const auto& [quarter, count] : counts) {
            append(runs, {plain(runs.empty() ? report_.say("activity.news.quarters") : ", ")});
            append(
                runs,
                sentence(
                    report_.words(),
                    "activity.news.quarter",
                    {{"quarter", {plain(romans[static_cast<std::size_t>(quarter - 1)])}},
                     {"count", number("news", fmt::format("q{}", quarter), count_in_document(count))
                     }}
                )
            );
        }
        append(runs, {plain(")")});
        return runs;
    }

    /// What inspections found stands word for word, with who found it and what came of it.
    void findings(const ActivityTotal& sum, const std::string& column)
    {
        int place = 0;
        for (const auto& [unit, row] : sum.rows) {
            if (!has_finding(row, column)) continue;
            const auto follow_up = text_in(row, "follow_up");
            const bool followed = !follow_up.empty();
            report_.bullet(
                fmt::format("leadership/{}/{}/{}", sum.table, unit.str(), ++place),
                sentence(
                    report_.words(),
                    followed ? "activity.finding_followed" : "activity.finding",
                    {{"unit",
                      {sourced(
                          with_capital(
                              name_in_document(unit, report_.material().directory, report_.words())
                          ),
                          "report/" + unit.str()
                      )}},
                     {"finding", {plain(without_full_stop(text_in(row, column)))}},
                     {"follow_up", {plain(without_capital(without_full_stop(follow_up)))}}}
                )
            );
        }
    }

    static bool is_told(const std::string& table)
    {
        if (table == "own_plan") return true;
        return std::ranges::any_of(groups, [&](const Group& group) {
            return std::ranges::any_of(group.tables, [&](const Told& told) {
                return table == told.table;
            });
        });
    }

    /// A table that has no words of its own, such as one that the office made, is counted.
    void other_tables()
    {
        for (const auto& [table, sum] : totals_) {
            if (is_told(table)) continue;
            report_.bullet(
                "leadership/" + table,
                sentence(
                    report_.words(),
                    "activity.other",
                    {{"count", number(table, "count", whole(sum.rows.size()))},
                     {"units", number(table, "units", whole(sum.units.size()))}}
                )
            );
        }
    }

    void silent_tables()
    {
        std::vector<std::string> silent;
        for (const auto& group : groups) {
            for (const auto& told : group.tables) {
                if (total(told.table) == nullptr)
                    silent.push_back(report_.say(fmt::format("activity.{}.name", told.table)));
            }
        }
        if (silent.empty()) return;
        report_.paragraph(
            "leadership/silent",
            {plain(report_.say("activity.silent", {{"tables", join(silent, "; ")}}))}
        );
    }

    ReportWriter& report_;
    std::map<std::string, ActivityTotal> totals_;
};

} // namespace

void write_leadership(ReportWriter& report)
{
    Leadership(report).write();
}

} // namespace tiendo
