#include "web/views/compared_words.hpp"

#include "domain/report/report_difference.hpp"
#include "web/views/html_builder.hpp"

namespace tiendo::web::view {

Markup compared_words(const std::string& before, const std::string& now)
{
    Html html;
    bool first = true;
    for (const auto& stretch : compare_words(before, now)) {
        if (!first) html.raw(" ");
        first = false;
        switch (stretch.kind) {
        case WordStretch::Kind::same:
            html.text(stretch.words);
            break;
        case WordStretch::Kind::removed:
            html.raw("<del>").text(stretch.words).raw("</del>");
            break;
        case WordStretch::Kind::added:
            html.raw("<ins>").text(stretch.words).raw("</ins>");
            break;
        }
    }
    return html.done();
}

} // namespace tiendo::web::view
