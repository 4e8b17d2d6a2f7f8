#include "documents/package/docx_runs.hpp"

#include "base/text.hpp"
#include "documents/package/docx_symbols.hpp"
#include "documents/text/old_letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiendo::documents {

namespace {

struct RunStyle {
    bool is_bold = false;
    bool has_capitals = false;
    std::string_view font{};
};

bool is_on(const pugi::xml_node& toggle)
{
    const auto value = attribute_of(toggle, "val");
    return toggle && value != "0" && value != "false" && value != "none";
}

RunStyle style_of(const pugi::xml_node& properties)
{
    return {
        is_on(child_of(properties, "b")),
        is_on(child_of(properties, "caps")),
        attribute_of(child_of(properties, "rFonts"), "ascii")
    };
}

void leave_out(RunText& out, const char* what, int count = 1)
{
    if (count > 0) out.left_out[what] += count;
}

/// The text as the font shows it; the fonts before Unicode show other letters than they are given.
std::string shown_by(const RunStyle& style, std::string_view text, RunText& run)
{
    const auto letters = old_letters_of_font(style.font);
    if (!letters) {
        int unknown = 0;
        auto shown = with_symbols(text, style.font, unknown);
        leave_out(run, "symbols", unknown);
        return style.has_capitals ? to_upper(shown) : shown;
    }
    run.old_letters = name_of(*letters);
    auto shown = in_unicode(text, *letters);
    return shows_capitals(style.font) || style.has_capitals ? to_upper(shown) : shown;
}

void add_text(const RunStyle& style, std::string_view text, RunText& out)
{
    const auto shown = shown_by(style, text, out);
    out.text += shown;
    out.letters += shown.size();
    if (style.is_bold) out.bold_letters += shown.size();
}

void add_symbol(const pugi::xml_node& symbol, RunText& out)
{
    const auto digits = attribute_of(symbol, "char");
    unsigned code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const auto sign = symbol_of(attribute_of(symbol, "font"), code);
    out.text += sign;
    leave_out(out, "symbols", sign.empty() ? 1 : 0);
}

/// A drawing holds text in boxes, letters drawn as a picture, or what has no text.
void take_drawing(const pugi::xml_node& node, RunText& out)
{
    for (const auto& child : node.children()) {
        const auto name = local_name(child);
        if (name == "txbxContent") {
            out.boxes.push_back(child);
        } else if (name == "textpath") {
            out.drawn.emplace_back(attribute_of(child, "string"));
        } else if (name == "pic" || name == "imagedata") {
            leave_out(out, "pictures");
        } else if (name == "chart" || name == "relIds") {
            leave_out(out, "objects");
        } else {
            take_drawing(name == "AlternateContent" ? chosen_alternative(child) : child, out);
        }
    }
}

bool holds_runs(std::string_view name)
{
    static constexpr std::array containers{
        "ins",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "moveTo",
        "dir",
        "bdo",
        "customXml",
        "ruby",
        "rubyBase"
    };
    return std::ranges::find(containers, name) != containers.end();
}

void collect(const pugi::xml_node& node, RunText& out, const RunStyle& style);

void collect_run(const pugi::xml_node& run, RunText& out)
{
    const auto properties = child_of(run, "rPr");
    if (!is_on(child_of(properties, "vanish"))) return collect(run, out, style_of(properties));
    RunText hidden;
    collect(run, hidden, {});
    leave_out(out, "hidden", trim(hidden.text).empty() ? 0 : 1);
}

/// What stands in a run beside its letters.
void take_other(const pugi::xml_node& child, RunText& out)
{
    const auto name = local_name(child);
    if (name == "tab" || name == "ptab") {
        out.text += "\t";
    } else if (name == "br" || name == "cr") {
        out.text += attribute_of(child, "type") == "page" ? " " : "\n";
    } else if (name == "noBreakHyphen") {
        out.text += "-";
    } else if (name == "sym") {
        add_symbol(child, out);
    } else if (name == "footnoteReference" || name == "endnoteReference") {
        out.notes.push_back({name == "endnoteReference", std::string(attribute_of(child, "id"))});
    } else if (name == "commentReference") {
        leave_out(out, "comments");
    } else if (name == "object") {
        leave_out(out, "objects");
    } else if (name == "drawing" || name == "pict") {
        take_drawing(child, out);
    }
}

void collect(const pugi::xml_node& node, RunText& out, const RunStyle& style)
{
    for (const auto& child : node.children()) {
        const auto name = local_name(child);
        if (name == "t") {
            add_text(style, child.text().get(), out);
        } else if (name == "r") {
            collect_run(child, out);
        } else if (name == "AlternateContent") {
            collect(chosen_alternative(child), out, style);
        } else if (name == "f") { // a fraction of a formula
            collect(child_of(child, "num"), out, style);
            out.text += "/";
            collect(child_of(child, "den"), out, style);
        } else if (holds_runs(name) || std::string_view(child.name()).starts_with("m:")) {
            collect(child, out, style);
        } else {
            take_other(child, out);
        }
    }
}

} // namespace

void collect_runs(const pugi::xml_node& paragraph, RunText& out)
{
    collect(paragraph, out, {});
}

void collect_lines(const pugi::xml_node& part, std::vector<std::string>& lines)
{
    for (const auto& child : part.children()) {
        if (local_name(child) != "p") {
            collect_lines(child, lines);
            continue;
        }
        RunText run;
        collect_runs(child, run);
        lines.push_back(to_nfc(run.text));
        lines.insert(lines.end(), run.drawn.begin(), run.drawn.end());
        for (const auto& box : run.boxes)
            collect_lines(box, lines);
    }
}

bool goes_on_in_next(const pugi::xml_node& paragraph)
{
    const auto mark = child_of(child_of(paragraph, "pPr"), "rPr");
    if (!child_of(mark, "del") && !child_of(mark, "moveFrom")) return false;
    auto next = paragraph.next_sibling();
    while (next && local_name(next).starts_with("bookmark"))
        next = next.next_sibling();
    return local_name(next) == "p";
}

pugi::xml_node chosen_alternative(const pugi::xml_node& alternate_content)
{
    const auto choice = child_of(alternate_content, "Choice");
    return choice ? choice : child_of(alternate_content, "Fallback");
}

} // namespace tiendo::documents
