#pragma once

#include "app/admin/account_records.hpp"
#include "app/chase/chase_office.hpp"
#include "app/chase/chases.hpp"
#include "app/chase/report_links.hpp"
#include "app/chase/workbook_mail.hpp"
#include "app/report/leader_acts.hpp"
#include "base/text.hpp"
#include "domain/chase/inner_notice.hpp"
#include "store/contract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

/// What leaves the office, through kills, restarts and a mail server that comes and goes.
namespace tiendo::app {

class OutboxStore : public testing::TestWithParam<std::string> {
protected:
    std::string location() const
    {
        if (GetParam() == "PostgreSQL") return std::getenv("TIENDO_TEST_POSTGRES");
        return "sqlite:" + (folder_ / "office").string();
    }

    store::TemporaryFolder folder_;
};

class Outbox : public OutboxStore {
protected:
    void say_mail_address(const char* unit, const char* address)
    {
        const auto changed = district_.office().write(district_.monitor, [&](Work& work) {
            return change_contact(work, UnitId(unit), {.name = "Y Mai", .email = address});
        });
        ASSERT_TRUE(changed);
    }

    /// So that one mail alone is in question.
    void leave_to_sa_loong()
    {
        for (const auto* unit : {"dak-duc", "phong-y-te", "mat-tran"})
            district_.hand_in(unit);
    }

    void at(unsigned day_of_december, int hour_of_day, int minute = 0)
    {
        district_.now = instant_of({date(2023, 12, day_of_december), hour_of_day, minute});
    }

    ChaseOffice district_{location()};
};

inline std::string database_tried(const testing::TestParamInfo<std::string>& tried)
{
    return tried.param;
}

} // namespace tiendo::app
