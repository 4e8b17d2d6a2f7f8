#include "app/org/directory.hpp"
#include "web/pages/sample_visit.hpp"
#include "web/pages/unit_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string bytes_of(const std::string& name)
{
    std::ifstream stream(std::string(TIENDO_SOURCE_DIR) + "/tests/data/units/" + name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class UnitImportPage : public testing::Test {
protected:
    Result<Response> uploaded(const std::string& below, std::vector<UploadedFile> files)
    {
        Visit visit{
            {Wording(Messages::embedded(), Language::vietnamese), "token", "/", {}},
            office_,
            sample_person(office_, "quantri"),
            "session"
        };
        Request request;
        request.method = Method::post;
        request.form = {{"below", below}};
        request.files = std::move(files);
        return post_unit_list(visit, request);
    }

    std::string received(const std::string& below)
    {
        const auto answer = uploaded(
            below,
            {{"file", "don-vi.csv", "text/csv", bytes_of("don-vi.csv")},
             {"file", "thay-the.csv", "text/csv", bytes_of("thay-the.csv")}}
        );
        return std::string(answer.value().header("location"));
    }

    std::string page(const std::string& target)
    {
        return text_of(visited(office_, "quantri", target).value().body);
    }

    UnitDirectory units()
    {
        return office_.read(sample_person(office_, "quantri"), [](app::Work& work) {
            return app::directory(work);
        });
    }

    app::Office office_ = new_sample_office();
};

TEST_F(UnitImportPage, ShowsWhatAListWouldDoAndDoesItWhenThatIsConfirmed)
{
    const auto before = units().units().size();
    const auto path = received("51");
    const auto preview = page(path);
    // The district and its communes are known; the provinces above them are not.
    EXPECT_THAT(preview, HasSubstr("Thêm mới 3 Thay đổi 3 Đã có, không đổi 5"));
    EXPECT_THAT(preview, HasSubstr("Trực thuộc: không ghi → Ủy ban nhân dân tỉnh Quảng Ngãi"));
    EXPECT_EQ(units().units().size(), before);

    EXPECT_EQ(posted(office_, "quantri", path, {})->status, 303);
    EXPECT_EQ(units().units().size(), before + 3);
    const auto sa_loong = *units().find(UnitId("sa-loong-2025"));
    EXPECT_EQ(sa_loong.name, "Ủy ban nhân dân xã Sa Loong");
    EXPECT_EQ(units().find(sa_loong.parent)->name, "Ủy ban nhân dân tỉnh Quảng Ngãi");
    EXPECT_EQ(units().standing_for(UnitId("dak-kan"), date(2025, 7, 1)), UnitId("sa-loong-2025"));
    EXPECT_FALSE(posted(office_, "quantri", path, {}).has_value());

    EXPECT_THAT(page(received("51")), HasSubstr("Không có gì để nhập"));
}

TEST_F(UnitImportPage, TakesTheWholeListWithADividedCommuneAndItsParts)
{
    EXPECT_EQ(posted(office_, "quantri", received(""), {})->status, 303);
    const auto directory = units();
    const auto divided = directory.successions_from(UnitId("hoa-lien"));
    ASSERT_EQ(divided.size(), 2U);
    EXPECT_EQ(divided.front()->kind, SuccessionKind::divided);
    EXPECT_THAT(
        page("/don-vi?tim=H%C3%B2a%20Li%C3%AAn"), HasSubstr("Liên Chiểu (01/07/2025, một phần)")
    );
}

TEST_F(UnitImportPage, TellsRowsThatAreRefusedWithLineAndReason)
{
    const auto answer = uploaded(
        "",
        {{"file", "x.csv", "text/csv", "code,name,level\n23392,Xã Khác,commune\n99999,Xã Mới,xã\n"}}
    );
    const auto preview = page(std::string(answer.value().header("location")));
    EXPECT_THAT(preview, HasSubstr("Thêm mới 1"));
    EXPECT_THAT(preview, HasSubstr("x.csv, dòng 2"));
    EXPECT_THAT(preview, HasSubstr("Mã 23392 có ở hai đơn vị cùng thời gian."));
}

TEST_F(UnitImportPage, SaysWhatIsWrongWithAFileThatIsNoList)
{
    const auto status = [&](const char* name, std::string bytes) {
        return uploaded("", {{"file", name, "", std::move(bytes)}})->status;
    };
    EXPECT_EQ(status("x.csv", "Chỉ tiêu,Kết quả\n1,2\n"), 422);
    EXPECT_EQ(status("x.csv", "m\xE3,t\xEAn\n"), 422);
    EXPECT_EQ(uploaded("", {})->status, 422);
}

TEST_F(UnitImportPage, IsForTheAdministratorAlone)
{
    EXPECT_EQ(
        visited(office_, "chuyenvien", "/don-vi/nhap-danh-muc").error().kind, Refusal::forbidden
    );
}

TEST_F(UnitImportPage, LetsAnAccountsUnitBeTypedWhereThereAreTooManyForAList)
{
    std::string list = "code,name\n";
    for (int code = 10000; code < 10400; ++code)
        list += std::to_string(code) + ",Xã " + std::to_string(code) + "\n";
    const auto answer = uploaded("", {{"file", "x.csv", "text/csv", list}});
    EXPECT_EQ(posted(office_, "quantri", std::string(answer->header("location")), {})->status, 303);
    const auto form = visited(office_, "quantri", "/nguoi-dung/saloong")->body;
    EXPECT_THAT(form, HasSubstr(R"(type="text" value="Ủy ban nhân dân xã Sa Loong")"));
    EXPECT_THAT(form, Not(HasSubstr("Xã 10399")));
    const auto added = posted(
        office_,
        "quantri",
        "/nguoi-dung/them",
        {{"login", "x10399"}, {"name", "Y Lan"}, {"unit", "10399"}, {"roles", "entry"}}
    );
    EXPECT_EQ(added->status, 303);
    EXPECT_EQ(units().find(sample_person(office_, "x10399").unit)->code, "10399");
}

TEST_F(UnitImportPage, LeadsFromASuperiorToItsUnitsAndFindsByNameOrCode)
{
    const auto all = page("/don-vi");
    EXPECT_THAT(all, HasSubstr("20 đơn vị trực thuộc"));
    const auto below = page("/don-vi?duoi=ngoc-hoi");
    EXPECT_THAT(below, HasSubstr("các đơn vị trực thuộc Ủy ban nhân dân huyện Ngọc Hồi"));
    EXPECT_THAT(below, Not(HasSubstr("Ủy ban nhân dân xã Dục Nông")));
    EXPECT_THAT(page("/don-vi?tim=23392"), HasSubstr("Ủy ban nhân dân xã Đắk Kan"));
    EXPECT_THAT(page("/don-vi?tim=dak%20duc"), HasSubstr("Ủy ban nhân dân xã Đắk Dục"));
    EXPECT_THAT(page("/don-vi?tim=khong%20co"), HasSubstr("Không có đơn vị nào như vậy."));
}

} // namespace
} // namespace tiendo::web
