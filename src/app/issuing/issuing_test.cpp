#include "app/consolidation/consolidated_reports.hpp"
#include "app/issuing/issuing.hpp"
#include "app/world/sample_world.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/copy.hpp"
#include "store/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace tiendo::app {
namespace {

using testing::HasSubstr;
using enum IssuingAct;

const PlanId plan_id("1");
const PeriodId year("2023");
const ReportOf sa_loong{plan_id, year, UnitId("sa-loong")};

/// PostgreSQL where tools/with-postgres has started one.
std::string location()
{
    const auto* postgres = std::getenv("TIENDO_TEST_POSTGRES");
    return postgres == nullptr ? "sqlite::memory:" : postgres;
}

template <class Value> std::string refusal(const Result<Value>& result)
{
    std::string keys;
    if (!result) {
        for (const auto& problem : result.error().problems)
            keys += (keys.empty() ? "" : " ") + problem.key;
    }
    return keys;
}

class Issuing : public testing::Test {
protected:
    Issuing() : office_(store::open_store(location()).value(), system_time)
    {
        const auto made = office_.write(Actor{}, [](Work& work) {
            work.kept.tables().clear(); // what an earlier test left on PostgreSQL
            return make_sample_world(work.kept, {sample_document(), {{"chuyenvien", "hash"}}});
        });
        EXPECT_TRUE(made) << refusal(made);
    }

    Actor person(const std::string& login)
    {
        return office_.read(Actor{}, [&](Work& work) {
            const auto account = work.kept.accounts().get(login).value();
            Actor actor{account.login, account.name, UnitId(account.unit), {}};
            for (const auto& name : split(replace_all(account.roles, ",", " "), ' '))
                if (const auto role = role_named(name)) actor.roles.insert(*role);
            return actor;
        });
    }

    static IssuingStep step(IssuingAct act)
    {
        IssuingStep step;
        step.act = act;
        step.reason = "Số liệu đã được phòng kiểm tra";
        step.number = "15";
        step.date = date(2023, 12, 15);
        step.sending = {"Sở", "trục liên thông văn bản", date(2023, 12, 15)};
        return step;
    }

    std::string take(const std::string& login, const IssuingStep& step)
    {
        return refusal(office_.write(person(login), [&](Work& work) {
            return take_issuing_step(work, plan_id, year, step);
        }));
    }
    std::string take(const std::string& login, IssuingAct act) { return take(login, step(act)); }

    void name_signer()
    {
        const auto named = office_.write(person("chuyenvien"), [](Work& work) {
            return put_report_text(
                work, plan_id, year, {"setup/signer_name", "Đỗ Thành Trung", {}, 0}
            );
        });
        EXPECT_TRUE(named) << refusal(named);
    }

    /// The whole way, with the versions that are not accepted yet.
    void issue_report()
    {
        name_signer();
        EXPECT_EQ(take("chuyenvien", allow_submitted), "");
        EXPECT_EQ(take("chuyenvien", present_to_head), "");
        EXPECT_EQ(take("truongphong", present_for_signature), "");
        EXPECT_EQ(take("chuyenvien", take_number), "");
        EXPECT_EQ(take("chuyenvien", issue), "");
    }

    IssuingReport report()
    {
        return office_
            .read(person("pct"), [](Work& work) { return issuing_report(work, plan_id, year); })
            .value();
    }

    std::string docx(int version)
    {
        return office_
            .read(
                person("pct"), [&](Work& work) { return issued_docx(work, plan_id, year, version); }
            )
            .value();
    }

    /// Minute 2 of the story: 3.2a becomes 18/23.
    void submit_sa_loong()
    {
        const auto sent = office_.write(person("saloong"), [](Work& work) -> Result<Receipt> {
            for (const auto& [item, typed] :
                 {std::pair{"cell/3.2a", R"({"typed":{"num":"1","den":"3"}})"},
                  std::pair{"cell/3.2b", R"({"typed":{"num":"1","den":"2"}})"}}) {
                const auto saved = TRY(save_item(work, sa_loong, {item, typed, 0}));
                EXPECT_TRUE(saved.saved);
            }
            return submit_report(work, sa_loong, {Channel::web, "minute-2", "đã nhập đủ"});
        });
        EXPECT_TRUE(sent) << refusal(sent);
    }

    Office office_;
};

TEST_F(Issuing, GoesFromDraftToIssuedWithWhoAndWhen)
{
    issue_report();
    const auto issued = report();
    EXPECT_EQ(issued.state.stage, IssuingStage::issued);
    ASSERT_EQ(issued.versions.size(), 1u);
    EXPECT_EQ(issued.versions[0].document_number, "15");
    EXPECT_EQ(issued.versions[0].docx_sha256, sha256_hex(docx(1)));
    std::string people;
    for (const auto& step : issued.steps)
        people += step.by + " ";
    EXPECT_EQ(people, "chuyenvien chuyenvien truongphong chuyenvien chuyenvien ");
    EXPECT_LT(issued.steps.front().at, issued.steps.back().at);
}

TEST_F(Issuing, IsForWhoeverHasTheRightAtThatStage)
{
    name_signer();
    EXPECT_EQ(take("pct", present_to_head), "access.forbidden");
    EXPECT_EQ(take("saloong", present_to_head), "access.forbidden");
    EXPECT_EQ(take("quantri", present_to_head), "access.forbidden");
    EXPECT_EQ(take("chuyenvien", allow_submitted), "");
    EXPECT_EQ(take("chuyenvien", present_to_head), "");
    EXPECT_EQ(take("chuyenvien", present_for_signature), "access.forbidden");
    EXPECT_EQ(take("pct", give_back), "access.forbidden");
    EXPECT_EQ(take("truongphong", present_for_signature), "");
    EXPECT_EQ(take("chuyenvien", give_back), "access.forbidden");
    EXPECT_EQ(take("pct", give_back), "");
    EXPECT_EQ(report().state.returned_for, "Số liệu đã được phòng kiểm tra");
}

TEST_F(Issuing, TakesAcceptedVersionsAloneUnlessTheOfficeDecidesOtherwise)
{
    name_signer();
    EXPECT_EQ(take("chuyenvien", present_to_head), "issuing.open_accepted");
    auto silent = step(allow_submitted);
    silent.reason.clear();
    EXPECT_EQ(take("chuyenvien", silent), "issuing.reason_missing");
    EXPECT_EQ(take("chuyenvien", allow_submitted), "");
    EXPECT_EQ(take("chuyenvien", present_to_head), "");
}

TEST_F(Issuing, IsNotSignedWithoutTheNameOfItsSigner)
{
    EXPECT_EQ(take("chuyenvien", allow_submitted), "");
    EXPECT_EQ(take("chuyenvien", present_to_head), "");
    EXPECT_EQ(take("truongphong", present_for_signature), "issuing.open_head");
    name_signer();
    EXPECT_EQ(take("truongphong", present_for_signature), "");
    EXPECT_EQ(take("chuyenvien", issue), "issuing.does_not_lead_on");
}

TEST_F(Issuing, FreezesWhatItIssuesAndSaysWhatChangedSince)
{
    issue_report();
    const auto before = docx(1);
    EXPECT_TRUE(report().changed.empty());
    submit_sa_loong();
    EXPECT_EQ(docx(1), before);
    const auto changed = report().changed;
    const auto found = std::ranges::find_if(changed, [](const ChangedFigure& figure) {
        return figure.before.measure == MeasureId("3.2a");
    });
    ASSERT_NE(found, changed.end());
    EXPECT_EQ(found->before.parts[0].numerator, Decimal(17));
    EXPECT_EQ(found->before.parts[0].denominator, Decimal(20));
    EXPECT_EQ(found->after.parts[0].numerator, Decimal(18));
    EXPECT_EQ(found->after.parts[0].denominator, Decimal(23));
    ASSERT_EQ(found->because.size(), 1u);
    EXPECT_EQ(found->because[0].unit, UnitId("sa-loong"));
    EXPECT_EQ(found->because[0].author, "saloong");
}

TEST_F(Issuing, IsReplacedByAVersionThatNamesItsDifferences)
{
    issue_report();
    const auto first = docx(1);
    submit_sa_loong();
    auto replacement = step(correct);
    replacement.reason = "Xã Sa Loong đã nộp báo cáo.";
    EXPECT_EQ(take("chuyenvien", replacement), "");
    EXPECT_FALSE(report().corrections.empty());
    EXPECT_EQ(take("chuyenvien", allow_submitted), "");
    EXPECT_EQ(take("chuyenvien", present_to_head), "");
    EXPECT_EQ(take("truongphong", present_for_signature), "");
    auto number = step(take_number);
    number.number = "16";
    EXPECT_EQ(take("chuyenvien", number), "");
    const auto& body = report().document.body;
    EXPECT_THAT(
        std::get<Paragraph>(body.front()).runs.front().text,
        HasSubstr("Báo cáo này thay thế Báo cáo số 15/BC-LĐTBXH ngày 15/12/2023. Lý do: Xã Sa "
                  "Loong đã nộp báo cáo.")
    );
    EXPECT_EQ(take("chuyenvien", issue), "");
    const auto issued = report();
    ASSERT_EQ(issued.versions.size(), 2u);
    EXPECT_EQ(issued.versions[0].document_number, "16");
    EXPECT_EQ(issued.versions[0].correction->reason, "Xã Sa Loong đã nộp báo cáo.");
    EXPECT_TRUE(issued.changed.empty());
    EXPECT_EQ(docx(1), first);
    EXPECT_NE(docx(2), first);
}

TEST_F(Issuing, KeepsTheSignedPaperOfWhatWasIssuedAlone)
{
    NewScan scan{"15", date(2023, 12, 15), "Đỗ Thành Trung", "ky.pdf", "%PDF-1.7\n%%EOF"};
    const auto add = [&](const char* login) {
        return refusal(office_.write(person(login), [&](Work& work) {
            return add_report_scan(work, plan_id, year, scan);
        }));
    };
    EXPECT_EQ(add("chuyenvien"), "issuing.not_issued");
    issue_report();
    EXPECT_EQ(add("pct"), "access.forbidden");
    EXPECT_EQ(add("chuyenvien"), "");
    scan.bytes = "no pdf";
    EXPECT_EQ(add("chuyenvien"), "scan.not_a_pdf");
    const auto kept =
        office_.read(person("pct"), [](Work& work) { return report_scan(work, plan_id, year, 1); });
    EXPECT_EQ(kept.value().bytes, "%PDF-1.7\n%%EOF");
    EXPECT_EQ(report().scans.size(), 1u);
}

TEST_F(Issuing, RecordsWhereItWasSent)
{
    EXPECT_EQ(take("chuyenvien", record_sending), "issuing.does_not_lead_on");
    issue_report();
    EXPECT_EQ(take("chuyenvien", record_sending), "");
    EXPECT_EQ(report().steps.back().sending.how, "trục liên thông văn bản");
}

} // namespace
} // namespace tiendo::app
