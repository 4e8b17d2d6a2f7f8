#pragma once

#include "app/report/reports.hpp"
#include "web/request.hpp"
#include "web/visit.hpp"

#include <string>

namespace tiendo::web {

/// For tests: a tiny plan with one open period, in memory, and people of two communes and of the
/// office. It is 06/12/2023, two days before the deadline.
class ReportFixture {
public:
    ReportFixture();

    Visit as(const Actor& actor);
    Visit officer() { return as(sa_loong); }
    Visit monitor() { return as(office_monitor); }

    /// A request for a page of one unit's report: "" or "/kiem-tra" …
    static Request request(Fields form = {}, const std::string& unit = "sa-loong");
    /// All hidden fields of a page, and what its inputs hold, as a browser would send them.
    static Fields fields_of(const std::string& html);
    /// The same with some fields typed over.
    static Fields typed(const std::string& html, const Fields& over);

    app::UnitReport report(const std::string& unit = "sa-loong");
    /// Fills the whole form of Sa Loong and hands it in.
    void submit_sa_loong();
    void lock_period();

    static const app::ReportOf sa_loong_2023;

    Actor sa_loong{"saloong", "Y Nga", UnitId("sa-loong"), {Role::entry}};
    Actor sa_loong_second{"saloong2", "A Thiu", UnitId("sa-loong"), {Role::entry}};
    Actor dak_duc{"dakduc", "Y Blan", UnitId("dak-duc"), {Role::entry}};
    Actor office_monitor{"chuyenvien", "Trần Lan", UnitId("phong-ldtbxh"), {Role::monitor}};
    Instant now{};
    app::Office office;
};

} // namespace tiendo::web
