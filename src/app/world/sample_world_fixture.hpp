#pragma once

#include "app/figure/figures.hpp"
#include "app/report/reports.hpp"
#include "app/world/new_sample_office.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

/// The sample world, to be looked at and told on.
namespace tiendo::app {

inline const PlanId plan_id("1");
inline const PeriodId year("2023");

inline ReportOf report_of(const char* unit)
{
    return {plan_id, year, UnitId(unit)};
}

inline std::string first_problem(const Error& error)
{
    return error.problems.front().key + " " + error.problems.front().place;
}

inline const char* name_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::met:
        return "met";
    case Verdict::on_track:
        return "on track";
    case Verdict::at_risk:
        return "at risk";
    case Verdict::behind:
        return "behind";
    case Verdict::not_met:
        return "not met";
    case Verdict::no_data:
        return "no data";
    case Verdict::no_source:
        return "no source";
    case Verdict::not_arising:
        return "not arising";
    case Verdict::not_judged:
        return "not judged";
    }
    return "";
}

/// "17/20 = 85 met 6/8"; both sexes where there are two.
inline std::string told(const MeasureFigure& row)
{
    std::string text;
    for (const auto& part : row.figure.parts) {
        text += fmt::format(
            "{}/{} = {} ",
            part.numerator.str(),
            part.denominator.str(),
            part.ratio ? part.ratio->rounded(2).str() : "-"
        );
    }
    return text + fmt::format(
                      "{} {}/{}",
                      name_of(row.judgement.verdict),
                      row.figure.coverage.reported,
                      row.figure.coverage.expected
                  );
}

class SampleWorld : public testing::Test {
protected:
    SampleWorld() : office_(new_sample_office()) {}

    Actor person(const std::string& login)
    {
        return office_.read(Actor{}, [&](Work& work) {
            const auto account = work.kept.accounts().get(login).value();
            Actor actor{account.login, account.name, UnitId(account.unit), {}};
            for (const auto role : {Role::entry, Role::unit_leader, Role::monitor, Role::leader})
                if (account.roles.find(tiendo::name_of(role)) != std::string::npos)
                    actor.roles.insert(role);
            return actor;
        });
    }

    PlanFigures figures_now()
    {
        return office_.read(
                          person("pct"), [](Work& work) { return figures(work, plan_id, year); }
        ).value();
    }

    std::string told_of(const char* measure)
    {
        return told(*figures_now().row(MeasureId(measure)));
    }

    /// "10/7": how many rows are met and how many are not.
    std::string score()
    {
        auto counts = count_verdicts(figures_now().rows);
        return fmt::format("{}/{}", counts[Verdict::met], counts[Verdict::not_met]);
    }

    void type(const char* login, const char* unit, const char* measure, int num, int den)
    {
        const auto actor = person(login);
        const auto saved = office_.write(actor, [&](Work& work) -> Result<Saved> {
            const auto item = std::string("cell/") + measure;
            const auto report = TRY(unit_report(work, report_of(unit)));
            const auto revision = report.draft.revisions.find(item);
            return save_item(
                work,
                report_of(unit),
                {item,
                 fmt::format(
                     R"({{"kind": "estimate", "typed": {{"num": "{}", "den": "{}"}}}})", num, den
                 ),
                 revision == report.draft.revisions.end() ? 0 : revision->second}
            );
        });
        ASSERT_TRUE(saved.has_value());
        ASSERT_TRUE(saved->saved);
    }

    void submit(const char* login, const char* unit)
    {
        const auto receipt = office_.write(person(login), [&](Work& work) {
            return submit_report(work, report_of(unit), {Channel::web, "", ""});
        });
        if (!receipt) FAIL() << first_problem(receipt.error());
    }

    void hand_in_sa_loong(int served)
    {
        type("saloong", "sa-loong", "3.2a", served, 3);
        type("saloong", "sa-loong", "3.2b", 1, 2);
        submit("saloong", "sa-loong");
    }

    Office office_;
};

} // namespace tiendo::app
