#include "domain/report/public_document.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/report_writer.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr std::string_view report_symbol = "BC-";

Runs words(std::string text)
{
    return {plain(std::move(text))};
}

std::string said(const FigureCell& cell)
{
    if (cell.share) return vietnamese_number(cell.share->rounded, cell.share->decimals);
    if (cell.count) return vietnamese_number(*cell.count);
    return cell.words;
}

/// "TB-LĐTBXH" where the reports of the office are "BC-LĐTBXH".
std::string symbol_of(const std::string& symbol, const OfficialWords& say)
{
    if (!symbol.starts_with(report_symbol)) return symbol;
    return say("public.symbol", {{"office", symbol.substr(report_symbol.size())}});
}

bool hides_something(const FigureTable& table, const OfficialWords& say)
{
    const auto sign = say("sheet.hidden", {});
    return std::ranges::any_of(table.groups, [&](const FigureTableGroup& group) {
        return std::ranges::any_of(group.rows, [&](const FigureTableRow& row) {
            return row.value.words == sign || row.last_year.words == sign;
        });
    });
}

Table table_of(const FigureTable& figures, const OfficialWords& say)
{
    Table table;
    const auto column = [&](const char* key, int width, Alignment alignment) {
        table.columns.push_back({say(std::string("table.") + key, {}), width, alignment});
    };
    column("number", 11, Alignment::centre);
    column("measure", 52, Alignment::left);
    column("unit", 20, Alignment::centre);
    column("last_year", 22, Alignment::right);
    column("target", 28, Alignment::left);
    column(figures.is_estimated ? "estimate" : "value", 24, Alignment::right);
    column("verdict", 22, Alignment::left);
    for (const auto& group : figures.groups) {
        TableRow title;
        title.group = true;
        title.cells.push_back(words(group.title));
        title.cells.front().front().bold = true;
        table.rows.push_back(std::move(title));
        for (const auto& row : group.rows)
            table.rows.push_back(
                {{words(row.number),
                  words(row.measure),
                  words(row.unit),
                  words(said(row.last_year)),
                  words(row.target),
                  words(said(row.value)),
                  words(row.verdict)},
                 false}
            );
    }
    return table;
}

} // namespace

OfficialDocument
public_document(const ReportMaterial& material, const FigureTable& table, const OfficialWords& say)
{
    const auto& setup = material.setup;
    OfficialDocument document;
    document.superior = setup.superior;
    document.issuer = to_upper(setup.issuer);
    document.issuer_name = setup.issuer;
    document.symbol = symbol_of(setup.symbol, say);
    document.place = setup.place;
    document.type_name = say("public.type_name", {});
    document.subject =
        say("public.subject", {{"title", without_capital(table.title)}, {"period", table.period}});
    document.recipients = {say("public.recipients", {})};
    document.file_copy = setup.file_copy;
    document.signing = setup.signing;
    document.mark = table.mark;

    ReportWriter writer(material, say);
    const auto write = [&](std::string_view key, const WordArguments& arguments) {
        writer.paragraph({}, words(say(key, arguments)));
    };
    write(
        "public.opening",
        {{"issuer", setup.issuer}, {"title", without_capital(table.title)}, {"period", table.period}
        }
    );
    writer.table(table_of(table, say));
    write(
        table.is_estimated ? "public.taken_at_estimated" : "public.taken_at",
        {{"time", clock_time(table.taken_at)},
         {"day", vietnamese_date(local_time(table.taken_at).day)}}
    );
    if (hides_something(table, say)) write("public.hidden", {});
    document.body = writer.done();
    return document;
}

} // namespace tiendo
