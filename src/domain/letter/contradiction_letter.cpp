#include "base/text.hpp"
#include "domain/letter/plan_letters.hpp"
#include "domain/report/report_writer.hpp"

#include <algorithm>

namespace tiendo {
namespace {

/// The line as the document has it, without its list mark.
std::string quoted(const std::map<int, std::string>& lines, const LineRange& range)
{
    std::string text;
    for (int number = range.first; number <= range.last; ++number) {
        const auto found = lines.find(number);
        if (found != lines.end()) text += (text.empty() ? "" : " ") + found->second;
    }
    text = squeeze(text);
    return text.starts_with("- ") ? text.substr(2) : text;
}

/// "Chỉ tiêu 4.3" that stands on the line; empty for other lines.
std::string target_on(const Plan& plan, const LineRange& range)
{
    for (const auto& measure : plan.measures) {
        if (measure.lines.first <= range.first && range.first <= measure.lines.last)
            return measure.id.str();
    }
    return {};
}

std::string what_was_decided(const PlanFinding& finding)
{
    if (!finding.decision) return {};
    return squeeze(
        finding.decision->reason.empty() ? finding.decision->value : finding.decision->reason
    );
}

Runs point(
    const PlanLetter& letter, const PlanFinding& finding, int number, const OfficialWords& say
)
{
    const auto& lines = finding.finding.lines;
    const auto target = target_on(letter.plan, lines);
    auto runs = sentence(
        say,
        target.empty() ? "contradiction.line" : "contradiction.target",
        {{"number", {plain(std::to_string(number))}},
         {"target", {plain(target)}},
         {"line", {plain(std::to_string(lines.first))}},
         {"text", {plain(without_full_stop(quoted(letter.lines, lines)))}},
         {"problem", {plain(without_full_stop(finding.finding.message))}}}
    );
    if (!finding.finding.suggestion.empty()) {
        append(
            runs, {plain(" " + without_full_stop(with_capital(finding.finding.suggestion)) + ".")}
        );
    }
    const auto decided = what_was_decided(finding);
    if (!decided.empty()) {
        append(
            runs,
            {plain(
                say("contradiction.meanwhile",
                    {{"decision", without_capital(without_full_stop(decided))}})
            )}
        );
    }
    return runs;
}

} // namespace

std::vector<const PlanFinding*> contradictions(const Plan& plan)
{
    std::vector<const PlanFinding*> found;
    for (const auto& finding : plan.findings) {
        if (finding.blocking && finding.finding.lines.first > 0) found.push_back(&finding);
    }
    return found;
}

OfficialDocument contradiction_letter(const PlanLetter& letter, const OfficialWords& say)
{
    const auto& head = letter.plan.head;
    OfficialDocument document;
    document.superior = letter.setup.superior;
    document.issuer = to_upper(letter.setup.issuer);
    document.issuer_name = letter.setup.issuer;
    document.symbol = replace_all(letter.setup.symbol, say("contradiction.report_code", {}), "");
    document.place = letter.setup.place;
    document.mark = letter.mark;
    const WordArguments arguments{
        {"number", head.number.empty() ? say("report.blank", {}) : head.number},
        {"symbol", head.symbol},
        {"date", head.date ? vietnamese_date(*head.date) : say("report.blank_date", {})},
        {"plan_issuer", head.issuer},
        {"title", without_capital(head.title)},
        {"issuer", letter.setup.issuer}
    };
    document.subject = say("contradiction.subject", arguments);
    document.addressees = {head.issuer};
    const auto paragraph = [&](Runs runs) {
        document.body.emplace_back(Paragraph{std::move(runs), false, {}});
    };
    paragraph({plain(say("contradiction.opening", arguments))});
    int number = 0;
    for (const auto* finding : contradictions(letter.plan))
        paragraph(point(letter, *finding, ++number, say));
    paragraph({plain(say("contradiction.request", arguments))});
    paragraph({plain(say("contradiction.closing", arguments))});
    document.recipients = {say("setup.as_above", {})};
    document.file_copy = letter.setup.file_copy;
    document.signing = letter.setup.signing;
    document.signer_name = letter.setup.signer_name;
    return document;
}

} // namespace tiendo
