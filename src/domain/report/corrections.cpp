#include "base/text.hpp"
#include "domain/report/issued_snapshot.hpp"
#include "domain/report/report_names.hpp"

namespace tiendo {
namespace {

Runs words(std::string text)
{
    Run run;
    run.text = std::move(text);
    return {run};
}

Paragraph paragraph(std::string text)
{
    Paragraph paragraph;
    paragraph.runs = words(std::move(text));
    return paragraph;
}

/// "Báo cáo số 15/BC-LĐTBXH ngày 15/12/2023"
std::string name_of_issued(const OfficialDocument& issued, const OfficialWords& say)
{
    return say(
        "correction.issued",
        {{"number", issued.number},
         {"symbol", issued.symbol},
         {"date", issued.date ? vietnamese_date(*issued.date) : say("report.blank_date", {})}}
    );
}

Table table_of(const std::vector<Difference>& found, const OfficialWords& say)
{
    Table table;
    table.columns = {
        {say("correction.column_number", {}), 11, Alignment::centre},
        {say("correction.column_place", {}), 45, Alignment::left},
        {say("correction.column_before", {}), 52, Alignment::left},
        {say("correction.column_after", {}), 52, Alignment::left}
    };
    int number = 0;
    for (const auto& difference : found) {
        table.rows.push_back(
            {{words(std::to_string(++number)),
              words(difference.place),
              words(difference.before),
              words(difference.after)},
             false}
        );
    }
    return table;
}

} // namespace

OfficialDocument replacing(
    OfficialDocument document,
    const OfficialDocument& issued,
    const std::string& reason,
    const OfficialWords& say
)
{
    const auto found = differences(issued, document, say);
    const auto name = name_of_issued(issued, say);
    document.body.insert(
        document.body.begin(),
        paragraph(say("correction.replaces", {{"issued", name}, {"reason", squeeze(reason)}}))
    );
    Annex annex;
    annex.title = say("correction.annex_title", {{"issued", name}});
    annex.blocks.emplace_back(table_of(found, say));
    document.annexes.push_back(std::move(annex));
    // Two or more annexes are numbered (Decree 30/2020, Annex I).
    for (std::size_t i = 0; i < document.annexes.size(); ++i)
        document.annexes[i].label =
            say("correction.annex_label", {{"number", roman_number(i + 1)}});
    return document;
}

OfficialDocument correcting(
    const OfficialDocument& document,
    const OfficialDocument& issued,
    const std::string& reason,
    const OfficialWords& say
)
{
    const auto name = name_of_issued(issued, say);
    auto letter = document;
    letter.type_name.clear();
    letter.annexes.clear();
    letter.body.clear();
    // A công văn has no code of a kind of document in its symbol.
    const auto dash = letter.symbol.find('-');
    if (dash != std::string::npos) letter.symbol.erase(0, dash + 1);
    letter.subject = say("correction.subject", {{"issued", name}});
    letter.body.emplace_back(paragraph(
        say("correction.letter",
            {{"issued", name}, {"issuer", letter.issuer_name}, {"reason", squeeze(reason)}})
    ));
    letter.body.emplace_back(table_of(differences(issued, document, say), say));
    letter.body.emplace_back(paragraph(say("correction.rest_stands", {{"issued", name}})));
    return letter;
}

} // namespace tiendo
