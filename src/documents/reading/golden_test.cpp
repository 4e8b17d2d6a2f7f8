#include "documents/exchange/outline_text.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/reading/read_document.hpp"
#include "documents/reading/read_plan.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tiendo::documents {
namespace {

const std::filesystem::path source_dir = TIENDO_SOURCE_DIR;

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

Result<PlanReading> reading_of(const std::filesystem::path& path)
{
    auto document = read_document(file_text(path), path.filename().string());
    if (!document) return document.error();
    return read_plan(std::move(*document));
}

/// What a plan says, without the sentences of its findings.
std::string facts(PlanReading plan)
{
    for (auto& finding : plan.findings)
        finding.message.clear();
    return outline_text(plan);
}

/// tests/golden/<plan>: the document, the reading that a person wrote down, and its outline.
class Golden : public testing::TestWithParam<std::string> {
protected:
    std::filesystem::path folder() const { return source_dir / "tests" / "golden" / GetParam(); }
    std::filesystem::path source() const
    {
        for (const auto* name : {"source.txt", "source.docx"}) {
            if (std::filesystem::exists(folder() / name)) return folder() / name;
        }
        return source_dir / "samples" / (GetParam() + ".txt");
    }
};

TEST_P(Golden, IsReadAsAPersonReadsIt)
{
    const auto plan = reading_of(source());
    ASSERT_TRUE(plan) << plan.error().problems.front().key;
    const auto gold = parse_plan_json(file_text(folder() / "plan.json"));
    ASSERT_TRUE(gold) << gold.error().problems.front().key;
    EXPECT_EQ(facts(*plan), facts(*gold));
}

TEST_P(Golden, PrintsItsOutline)
{
    const auto plan = reading_of(source());
    ASSERT_TRUE(plan);
    const auto kept = folder() / "outline.txt";
    if (std::getenv("TIENDO_UPDATE_GOLDEN") != nullptr) std::ofstream(kept) << outline_text(*plan);
    EXPECT_EQ(outline_text(*plan), file_text(kept));
}

TEST_P(Golden, SurvivesTheExchangeFormat)
{
    const auto plan = reading_of(source());
    ASSERT_TRUE(plan);
    const auto again = parse_plan_json(to_plan_json(*plan));
    ASSERT_TRUE(again);
    EXPECT_TRUE(*again == *plan);
}

INSTANTIATE_TEST_SUITE_P(
    Plans,
    Golden,
    testing::Values(
        "ngoc-hoi-2023",
        "an-toan-giao-thong",
        "an-toan-giao-thong-bo",
        "an-toan-thuc-pham-hoa-minh",
        "an-toan-thuc-pham-mam-non",
        "an-toan-thuc-pham-phuong",
        "ban-chi-dao-giam-ngheo",
        "bao-hiem-xa-hoi-tinh",
        "bao-luc-gia-dinh-tinh",
        "benh-vien-tinh",
        "binh-dang-gioi-huyen-moi",
        "binh-dang-gioi-phu-luc",
        "binh-dang-gioi-tinh",
        "binh-dang-gioi-xa",
        "binh-dang-gioi-xa-bang",
        "boi-duong-can-bo-huyen",
        "cai-cach-hanh-chinh-bang",
        "cai-cach-hanh-chinh-bo",
        "cai-cach-hanh-chinh-phuong",
        "cai-cach-hanh-chinh-so",
        "chat-luong-benh-vien",
        "chat-luong-cao-dang",
        "chat-thai-ran-huyen",
        "chay-rung-hat-kiem-lam",
        "chuong-trinh-huyen-uy",
        "chuong-trinh-nha-o-cong-doan",
        "chuyen-doi-so-mot-trang",
        "chuyen-doi-so-phu-luc",
        "chuyen-doi-so-thanh-pho",
        "chuyen-doi-so-tinh",
        "chuyen-doi-so-tinh-bang",
        "chuyen-doi-so-xa",
        "cong-an-phuong",
        "cong-doan-truong",
        "cuu-nan-huyen-doi",
        "dai-hoc-khoi-nghiep",
        "dan-so-phat-trien-tinh",
        "dan-so-so-y-te",
        "dan-toc-thieu-so-thu-tuong",
        "de-an-dan-cu-tinh",
        "dien-luc-tinh",
        "do-thi-van-minh-phuong",
        "doan-xa-chi-tieu",
        "du-lich-xa",
        "duoi-nuoc-so",
        "giam-ngheo-bieu-giao",
        "giam-ngheo-huyen-uy",
        "giam-ngheo-phan-bo-huyen",
        "giam-ngheo-quyet-dinh",
        "giam-ngheo-xa",
        "giao-duc-nghe-so",
        "hanh-dong-tinh",
        "hiv-aids-tinh",
        "khoa-hoc-chuyen-doi-so-tinh",
        "kinh-te-so-tinh-bang",
        "lien-minh-hop-tac-xa",
        "mat-tran-huyen",
        "nam-hoc-phong-giao-duc",
        "nam-hoc-thpt",
        "nghi-quyet-huyen",
        "nghi-quyet-kinh-te-thi-xa",
        "nguoi-cao-tuoi-tinh",
        "nhiem-vu-nam-hoc-thpt",
        "nong-thon-moi-giao-xa",
        "nong-thon-moi-so",
        "nu-cong-lien-doan",
        "nuoc-sach-huyen",
        "phap-che-bo",
        "pho-bien-phap-luat-huyen",
        "pho-cap-phong-giao-duc",
        "phoi-hop-cong-an-doan",
        "phong-chay-cong-an-tinh",
        "phong-chay-rung-tinh",
        "phong-chong-thien-tai-bang",
        "phong-chong-toi-pham",
        "phu-nu-khoi-nghiep",
        "phu-nu-tinh",
        "rung-mua-kho-xa",
        "suc-khoe-tam-than-so",
        "tao-hon-ban-dan-toc",
        "thang-thanh-nien",
        "tiem-chung-giao-xa",
        "tiem-chung-huyen",
        "tiem-chung-tram-y-te",
        "tiem-phong-dai-phuong",
        "tiem-phong-gia-suc",
        "tiem-vac-xin-truong",
        "tiet-kiem-dien-truong",
        "tiet-kiem-thong-ke",
        "to-chuyen-mon",
        "ton-that-dien",
        "tre-em-cuc",
        "tre-em-huyen",
        "trong-rung-huyen",
        "truong-hoc",
        "van-hoa-doc-so",
        "viec-lam-giam-ngheo-huyen",
        "xuc-tien-so-cong-thuong"
    ),
    [](const auto& plan) {
        auto name = plan.param;
        std::erase(name, '-');
        return name;
    }
);

TEST(ReadPlan, FindsNoneInALetter)
{
    const auto plan = reading_of(source_dir / "tests/golden/cong-van/source.txt");
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().problems.front().key, "file.not_a_plan");
}

} // namespace
} // namespace tiendo::documents
