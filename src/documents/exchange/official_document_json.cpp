#include "documents/exchange/official_document_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr json::Names<Alignment, 3> alignments{{
    {Alignment::left, "left"},
    {Alignment::centre, "centre"},
    {Alignment::right, "right"},
}};

bj::array runs_array(const Runs& runs)
{
    bj::array array;
    for (const auto& run : runs) {
        bj::object object;
        object["text"] = run.text;
        if (run.bold) object["bold"] = true;
        if (run.italic) object["italic"] = true;
        json::put_if(object, "source", run.source);
        json::put_if(object, "before", run.before);
        array.push_back(std::move(object));
    }
    return array;
}

bj::object table_object(const Table& table)
{
    bj::array columns;
    for (const auto& column : table.columns) {
        columns.push_back(
            {{"title", column.title},
             {"width_mm", column.width_mm},
             {"alignment", json::name_of(alignments, column.alignment)}}
        );
    }
    bj::array rows;
    for (const auto& row : table.rows) {
        bj::array cells;
        for (const auto& cell : row.cells)
            cells.push_back(runs_array(cell));
        rows.push_back({{"cells", std::move(cells)}, {"group", row.group}});
    }
    return {
        {"kind", "table"},
        {"caption", table.caption},
        {"columns", std::move(columns)},
        {"rows", std::move(rows)}
    };
}

bj::array block_array(const std::vector<Block>& blocks)
{
    bj::array array;
    for (const auto& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            array.push_back(
                {{"kind", "heading"},
                 {"level", heading->level},
                 {"label", heading->label},
                 {"text", heading->text}}
            );
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            array.push_back(
                {{"kind", "paragraph"},
                 {"key", paragraph->key},
                 {"bulleted", paragraph->bulleted},
                 {"runs", runs_array(paragraph->runs)}}
            );
        } else {
            array.push_back(table_object(std::get<Table>(block)));
        }
    }
    return array;
}

Runs read_runs(const bj::array& array)
{
    Runs runs;
    for (const auto& item : array) {
        const auto& object = json::object_of(item, "runs");
        runs.push_back(
            {json::text(object, "text"),
             json::flag(object, "bold"),
             json::flag(object, "italic"),
             json::text(object, "source"),
             json::text(object, "before")}
        );
    }
    return runs;
}

Table read_table(const bj::object& object)
{
    Table table;
    table.caption = json::text(object, "caption");
    json::each_in(object, "columns", [&](const bj::object& column) {
        table.columns.push_back(
            {json::text(column, "title"),
             static_cast<int>(json::whole(column, "width_mm")),
             json::named(alignments, column, "alignment", Alignment::left)}
        );
    });
    json::each_in(object, "rows", [&](const bj::object& item) {
        TableRow row;
        row.group = json::flag(item, "group");
        for (const auto& cell : json::list_in(item, "cells")) {
            if (!cell.is_array()) throw json::Unexpected{"cells"};
            row.cells.push_back(read_runs(cell.get_array()));
        }
        table.rows.push_back(std::move(row));
    });
    return table;
}

std::vector<Block> read_blocks(const bj::object& parent, std::string_view key)
{
    std::vector<Block> blocks;
    json::each_in(parent, key, [&](const bj::object& object) {
        const auto kind = json::text(object, "kind");
        if (kind == "heading") {
            blocks.emplace_back(Heading{
                static_cast<int>(json::whole(object, "level")),
                json::text(object, "label"),
                json::text(object, "text")
            });
        } else if (kind == "paragraph") {
            blocks.emplace_back(Paragraph{
                read_runs(json::list_in(object, "runs")),
                json::flag(object, "bulleted"),
                json::text(object, "key")
            });
        } else if (kind == "table") {
            blocks.emplace_back(read_table(object));
        } else {
            throw json::Unexpected{"kind"};
        }
    });
    return blocks;
}

OfficialDocument read_document(const bj::object& object)
{
    OfficialDocument document;
    document.superior = json::text(object, "superior");
    document.issuer = json::text(object, "issuer");
    document.issuer_name = json::text(object, "issuer_name");
    document.number = json::text(object, "number");
    document.symbol = json::text(object, "symbol");
    document.place = json::text(object, "place");
    document.date = json::day(object, "date");
    document.type_name = json::text(object, "type_name");
    document.subject = json::text(object, "subject");
    document.addressees = json::texts(object, "addressees");
    document.body = read_blocks(object, "body");
    document.recipients = json::texts(object, "recipients");
    document.file_copy = json::text(object, "file_copy");
    document.signing = json::texts(object, "signing");
    document.signer_name = json::text(object, "signer_name");
    json::each_in(object, "annexes", [&](const bj::object& annex) {
        document.annexes.push_back(
            {json::text(annex, "label"),
             json::text(annex, "title"),
             json::flag(annex, "landscape"),
             read_blocks(annex, "blocks")}
        );
    });
    document.mark = json::text(object, "mark");
    return document;
}

} // namespace

std::string to_json(const OfficialDocument& document)
{
    bj::array annexes;
    for (const auto& annex : document.annexes) {
        annexes.push_back(
            {{"label", annex.label},
             {"title", annex.title},
             {"landscape", annex.landscape},
             {"blocks", block_array(annex.blocks)}}
        );
    }
    bj::object object;
    object["superior"] = document.superior;
    object["issuer"] = document.issuer;
    object["issuer_name"] = document.issuer_name;
    object["number"] = document.number;
    object["symbol"] = document.symbol;
    object["place"] = document.place;
    if (document.date) object["date"] = iso_date(*document.date);
    object["type_name"] = document.type_name;
    object["subject"] = document.subject;
    object["addressees"] = json::to_array(document.addressees);
    object["body"] = block_array(document.body);
    object["recipients"] = json::to_array(document.recipients);
    object["file_copy"] = document.file_copy;
    object["signing"] = json::to_array(document.signing);
    object["signer_name"] = document.signer_name;
    object["annexes"] = std::move(annexes);
    json::put_if(object, "mark", document.mark);
    return bj::serialize(object);
}

Result<OfficialDocument> parse_official_document(std::string_view text)
{
    return json::reading(text, read_document);
}

} // namespace tiendo::documents
