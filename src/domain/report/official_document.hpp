#pragma once

#include "base/date.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// An official document in the format of Decree 30/2020/NĐ-CP, before it becomes a page or a
/// .docx. Both are written from this one value, so that they say the same.
namespace tiendo {

/// A piece of text of one style; with a source where it is a computed number.
struct Run {
    std::string text{};
    bool bold = false;
    bool italic = false;
    /// The address of the figure behind a computed number: a measure id ("3.2a") or a cell
    /// ("sa-loong.3-2a"); empty for ordinary words. A page makes it a link, a .docx a bookmark.
    std::string source{};
    /// What the number was in the version that this one is compared with; empty where unchanged.
    std::string before{};

    friend bool operator==(const Run&, const Run&) = default;
};

using Runs = std::vector<Run>;

/// "I. TITLE" at level 1, "1. Title" at level 2, "a) Title" at level 3. The label is part of it.
struct Heading {
    int level = 1;
    std::string label{};
    std::string text{};

    friend bool operator==(const Heading&, const Heading&) = default;
};

struct Paragraph {
    Runs runs{};
    bool bulleted = false;
    std::string key{}; ///< what edits by hand hang on, e.g. "result/3.2a"; empty for fixed text

    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

enum class Alignment { left, centre, right };

struct Column {
    std::string title{};
    int width_mm = 0; ///< widths share the page width in proportion
    Alignment alignment = Alignment::left;

    friend bool operator==(const Column&, const Column&) = default;
};

/// One row of cells; a group row has a single cell that spans the table.
struct TableRow {
    std::vector<Runs> cells{};
    bool group = false;

    friend bool operator==(const TableRow&, const TableRow&) = default;
};

struct Table {
    std::string caption{};
    std::vector<Column> columns{};
    std::vector<TableRow> rows{};

    friend bool operator==(const Table&, const Table&) = default;
};

using Block = std::variant<Heading, Paragraph, Table>;

/// Annexes follow on pages of their own, each numbered by itself (Decree 30, Annex I, V).
struct Annex {
    std::string label{}; ///< "Phụ lục I"
    std::string title{};
    bool landscape = false;
    std::vector<Block> blocks{};

    friend bool operator==(const Annex&, const Annex&) = default;
};

struct OfficialDocument {
    std::string superior{}; ///< the issuing body's superior, in capitals: "UBND HUYỆN NGỌC HỒI"
    std::string issuer{};   ///< in capitals
    /// As it stands in a sentence, for the line under an annex's title; empty leaves it out there.
    std::string issuer_name{};
    std::string number{}; ///< "15" or empty: the clerk fills it in
    std::string symbol{}; ///< "BC-LĐTBXH"
    std::string place{};
    std::optional<Date> date{};            ///< none: "ngày   tháng   năm"
    std::string type_name{};               ///< "BÁO CÁO"; empty for a công văn
    std::string subject{};                 ///< trích yếu
    std::vector<std::string> addressees{}; ///< "Kính gửi"
    std::vector<Block> body{};
    std::vector<std::string> recipients{}; ///< lines of "Nơi nhận" without dash and closing mark
    std::string file_copy{};               ///< "Lưu: VT, LĐTBXH"
    std::vector<std::string> signing{};    ///< lines above the name, e.g. "TRƯỞNG PHÒNG"
    std::string signer_name{};             ///< empty until it is signed
    std::vector<Annex> annexes{};
    std::string mark{}; ///< "SỐ LIỆU MINH HOẠ" across the head of a document of the sample world

    friend bool operator==(const OfficialDocument&, const OfficialDocument&) = default;
};

} // namespace tiendo
