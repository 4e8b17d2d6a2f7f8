#include "web/pages/report_editor.hpp"

#include "base/text.hpp"
#include "web/views/html_builder.hpp"

namespace tiendo::web {
namespace {

constexpr std::string_view gathered_prefix = "gathered/";

class Editor {
public:
    Editor(const Visit& visit, const app::ConsolidatedReport& report, const Paragraph& paragraph)
        : visit_(visit), report_(report), paragraph_(paragraph),
          computed_(words_of(report.computed, paragraph.key))
    {
        const auto found = report.texts.find(paragraph.key);
        if (found != report.texts.end()) own_ = &found->second;
    }

    view::Markup draw(const std::string& save_path)
    {
        html_.raw("<details class=\"paper-edit\" lang=\"")
            .text(language_code(visit_.words.language()))
            .raw("\"><summary>");
        html_.text(visit_.words.text(own_ == nullptr ? "consolidated.edit" : "consolidated.edited")
        );
        html_.raw("</summary><form method=\"post\" action=\"").text(save_path).raw("\">");
        hidden("csrf", visit_.form_token);
        hidden("key", paragraph_.key);
        hidden("revision", revision_of(report_, paragraph_.key));
        words();
        reason();
        if (own_ != nullptr) beside();
        html_.raw("<button class=\"button\">")
            .text(visit_.words.text("consolidated.save"))
            .raw("</button></form></details>");
        return html_.done();
    }

private:
    void hidden(std::string_view name, std::string_view value)
    {
        html_.raw("<input type=\"hidden\" name=\"").text(name);
        html_.raw("\" value=\"").text(value).raw("\">");
    }

    void label(const std::string& id, const char* key)
    {
        html_.raw("<label for=\"").text(id).raw("\">");
        html_.text(visit_.words.text(key)).raw("</label>");
    }

    void words()
    {
        const auto id = "text-" + slug(paragraph_.key);
        std::string now;
        for (const auto& run : paragraph_.runs)
            now += run.text;
        label(id, "consolidated.text");
        html_.raw("<textarea id=\"").text(id).raw("\" name=\"text\" rows=\"3\">");
        html_.text(now).raw("</textarea>");
    }

    /// Asked where a computed sentence stands; what a unit wrote is the office's to word.
    void reason()
    {
        if (computed_.empty() || paragraph_.key.starts_with(gathered_prefix)) return;
        const auto id = "reason-" + slug(paragraph_.key);
        label(id, "consolidated.reason");
        html_.raw("<input id=\"").text(id).raw("\" name=\"reason\" required value=\"");
        html_.text(own_ == nullptr ? std::string() : own_->reason).raw("\">");
    }

    void beside()
    {
        const auto hint = [&](const char* key, const Messages::Args& args) {
            html_.raw("<p class=\"hint\">").text(visit_.words.text(key, args)).raw("</p>");
        };
        if (!computed_.empty()) hint("consolidated.computed_is", {{"computed", computed_}});
        if (own_->computed != computed_ && !own_->computed.empty())
            hint("consolidated.computed_was", {{"computed", own_->computed}});
        hint(
            own_->reason.empty() ? "consolidated.edited_by" : "consolidated.edited_because",
            {{"by", own_->by}, {"moment", visit_.words.moment(own_->at)}, {"reason", own_->reason}}
        );
        html_
            .raw("<button class=\"button button-second\" name=\"restore\" value=\"1\" "
                 "formnovalidate>")
            .text(visit_.words.text("consolidated.restore"))
            .raw("</button> ");
    }

    const Visit& visit_;
    const app::ConsolidatedReport& report_;
    const Paragraph& paragraph_;
    std::string computed_;
    const app::OfficeText* own_ = nullptr;
    view::Html html_;
};

} // namespace

std::string revision_of(const app::ConsolidatedReport& report, const std::string& key)
{
    const auto found = report.texts.find(key);
    return found == report.texts.end() ? "0" : std::to_string(found->second.revision);
}

view::Markup report_editor(
    const Visit& visit,
    const std::string& save_path,
    const app::ConsolidatedReport& report,
    const Paragraph& paragraph
)
{
    return Editor(visit, report, paragraph).draw(save_path);
}

} // namespace tiendo::web
