#include "store/contract.hpp"

namespace tiendo::store {
namespace {

class WorkbooksContract : public Contract {
protected:
    WorkbookUpload upload(const std::string& id, const std::string& state, std::int64_t at)
    {
        return {
            .id = id,
            .report = sa_loong_,
            .file_name = "sa-loong.xlsx",
            .sha256 = std::string(64, 'a'),
            .sheets = R"({"sheets":[]})",
            .state = state,
            .by = "saloong",
            .at = {at},
        };
    }

    std::int64_t plan_ = add_plan();
    ReportKey sa_loong_{plan_, "2023", "sa-loong"};
};
TRY_ON_ALL_DATABASES(WorkbooksContract);

TEST_P(WorkbooksContract, KeepsWhatWasTakenAndWhatStoodThereBefore)
{
    store_.write([&](Transaction& t) {
        t.workbooks().add(upload("1", "received", 5));
        t.workbooks().add_item("1", {"cell/3.2a", "", R"({"typed":{}})"});
        t.workbooks().set_state("1", "taken");
        t.workbooks().add(upload("2", "received", 6));
        return done;
    });

    store_.read([&](Transaction& t) {
        EXPECT_EQ(t.workbooks().newest(sa_loong_, "taken"), upload("1", "taken", 5));
        EXPECT_EQ(
            t.workbooks().items("1"),
            (std::vector<WorkbookItem>{{"cell/3.2a", "", R"({"typed":{}})"}})
        );
        EXPECT_EQ(taken(t.workbooks().get("2")), upload("2", "received", 6));
        EXPECT_EQ(refusal(t.workbooks().get("3")), "workbook.unknown");
        return done;
    });
}

TEST_P(WorkbooksContract, ForgetsAnUploadThatAnotherCameInPlaceOf)
{
    store_.write([&](Transaction& t) {
        t.workbooks().add(upload("1", "received", 5));
        t.workbooks().add(upload("2", "received", 6));
        return done;
    });

    store_.read([&](Transaction& t) {
        EXPECT_EQ(refusal(t.workbooks().get("1")), "workbook.unknown");
        EXPECT_EQ(t.workbooks().newest(sa_loong_, "received"), upload("2", "received", 6));
        return done;
    });
}

} // namespace
} // namespace tiendo::store
