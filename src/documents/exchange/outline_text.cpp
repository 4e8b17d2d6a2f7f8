#include "documents/exchange/outline_text.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/text/vocabulary.hpp"
#include "domain/plan/plan_fields.hpp"

#include <fmt/format.h>

#include <map>

namespace tiendo::documents {

namespace {

const std::string& word(std::string_view key)
{
    static const auto all = [] {
        std::map<std::string, std::string, std::less<>> read;
        for (const auto line : vocabulary_lines("outline_words")) {
            const auto equals = line.find(" = ");
            read[std::string(line.substr(0, equals))] = line.substr(equals + 3);
        }
        return read;
    }();
    return all.at(std::string(key));
}

std::string place(LineRange lines)
{
    if (lines.first == lines.last) return fmt::format("[{} {}]", word("line"), lines.first);
    return fmt::format("[{} {}-{}]", word("lines"), lines.first, lines.last);
}

std::string or_blank(const std::string& text)
{
    return text.empty() ? word("blank") : text;
}

std::string day(const std::optional<Date>& date)
{
    return date ? vietnamese_date(*date) : word("blank");
}

std::string indented(const std::string& text)
{
    return replace_all(text, "\n", "\n      ");
}

class Page {
public:
    explicit Page(const PlanReading& plan) : plan_(plan) {}

    std::string write()
    {
        head();
        objectives();
        tasks();
        duties();
        reports();
        rest();
        findings();
        return std::move(out_);
    }

private:
    template <class... Args> void line(fmt::format_string<Args...> format, Args&&... args)
    {
        out_ += fmt::format(format, std::forward<Args>(args)...) + "\n";
    }

    void section(std::string_view key) { line("\n{}", word(key)); }

    void head()
    {
        const auto& document = plan_.document;
        line("{} {}", document.kind, document.title);
        line("{}: {}/{}", word("number"), or_blank(document.number), document.symbol);
        line("{}: {}, {}", word("date"), document.place, day(document.date));
        line("{}: {}", word("issuer"), document.issuer);
        line("{}: {} - {}", word("period"), day(document.period_from), day(document.period_to));
        for (const auto& basis : document.bases) {
            line("{}: {}, {}, {}", word("bases"), basis.number, day(basis.date), basis.issuer);
        }
    }

    void objectives()
    {
        section("objectives");
        for (const auto& objective : plan_.objectives) {
            line(
                "{}. {} {}",
                objective.id,
                objective.title.value_or(word("unnamed")),
                place(objective.lines)
            );
            for (const auto& target : objective.targets) {
                line("  {} {} {}", target.id, target.text, place(target.lines));
                for (const auto& quantity : target.quantities)
                    line("      → {}", quantity_text(quantity));
            }
        }
    }

    static std::string quantity_text(const Quantity& quantity)
    {
        auto value = vietnamese_number(quantity.value);
        value += quantity.unit == "percent" ? "%" : " " + quantity.unit;
        auto text = replace_all(word(name_of(quantity.comparator)), "{value}", value);
        if (quantity.change)
            text =
                word(*quantity.change == Change::increase ? "increase" : "decrease") + " " + text;
        if (quantity.every) text += ", " + word(name_of(*quantity.every));
        if (quantity.due)
            text += fmt::format(", {} {}", word("until"), vietnamese_date(*quantity.due));
        if (quantity.baseline)
            text +=
                fmt::format(" ({} {})", word("baseline"), vietnamese_number(*quantity.baseline));
        return text;
    }

    void tasks()
    {
        section("tasks");
        for (const auto& task : plan_.tasks) {
            line("{} {} {}", task.id, indented(task.text), place(task.lines));
            if (task.objective) field("objective", *task.objective);
            if (task.group) field("group", *task.group);
            if (!task.lead.empty()) field("lead", join(task.lead, "; "));
            if (!task.with.empty()) field("with", join(task.with, "; "));
            if (task.due) field("due", vietnamese_date(*task.due));
            if (task.product) field("product", *task.product);
        }
    }

    void field(std::string_view key, const std::string& value)
    {
        line("      {}: {}", word(key), value);
    }

    void duties()
    {
        section("duties");
        for (const auto& duty : plan_.duties) {
            line("- {} {}", join(duty.units, "; "), place(duty.lines));
            line("      {}", indented(duty.text));
        }
    }

    void reports()
    {
        section("reports");
        for (const auto& report : plan_.reports) {
            auto text = fmt::format(
                "- {} {} {}", join(report.from, "; "), word("to"), join(report.to, "; ")
            );
            if (!report.via.empty())
                text += fmt::format(" {} {}", word("via"), join(report.via, "; "));
            if (report.every) text += ", " + word(name_of(*report.every));
            text += report.due.empty()
                        ? ", " + word("no_due")
                        : fmt::format(", {} {}", word(report.before ? "before" : "on"), report.due);
            line("{} {}", text, place(report.lines));
        }
    }

    void rest()
    {
        section("events");
        for (const auto& event : plan_.events)
            line("- {}: {} - {} {}", event.title, event.from, event.to, place(event.lines));
        section("recipients");
        for (const auto& recipient : plan_.recipients) {
            line(
                "- {}{}", recipient.name, recipient.role.empty() ? "" : " (" + recipient.role + ")"
            );
        }
        section("signer");
        const auto& signer = plan_.document.signer;
        for (const auto* part :
             {&signer.authority, &signer.capacity, &signer.position, &signer.name}) {
            if (!part->empty()) line("{}", *part);
        }
        section("annexes");
        line(
            "{} {}, {} {}",
            word("mentioned"),
            plan_.annexes_mentioned,
            word("present"),
            plan_.annexes_present
        );
    }

    void findings()
    {
        section("findings");
        for (const auto& finding : plan_.findings) {
            const auto* severity = finding.severity == Severity::error     ? "error"
                                   : finding.severity == Severity::warning ? "warning"
                                                                           : "note";
            line(
                "- {} {} {} ({})",
                word(severity),
                place(finding.lines),
                finding.message,
                finding.code
            );
        }
    }

    const PlanReading& plan_;
    std::string out_;
};

} // namespace

std::string outline_text(const PlanReading& plan)
{
    return Page(plan).write();
}

} // namespace tiendo::documents
