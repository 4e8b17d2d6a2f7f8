#pragma once

#include "app/report/reports.hpp"
#include "domain/form/activity_text.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::web {

/// One item of a unit's form ("cell/3.2a", "task/3.4" …) as it came with a request. Its fields are
/// named "<item>/<field>", the hidden ones included.
struct PostedItem {
    std::string item{};
    std::string body{};        ///< JSON to keep; empty where nothing was answered
    std::int64_t revision = 0; ///< as the page showed it
    std::string shown{};       ///< digest of the body that the page showed
    std::string choice{};      ///< of a conflict: "mine", "theirs"; empty if none was made
    std::int64_t their_revision = 0;
    std::string typed_day{}; ///< a day that cannot be kept, for it is none
    std::vector<Problem> problems{};

    bool was_changed() const;
};

/// Every item of the form that the request speaks of; a request may hold one of them alone. Choices
/// are typed by their names in the language of the page.
std::vector<PostedItem>
posted_items(const Fields& fields, const app::UnitReport& report, const Wording& words);

/// What the page shows of an item: the draft, or the empty form. A new cell is an estimate while
/// the period's window closes after the deadline.
TypedCell shown_cell(const app::UnitReport& report, const FormRow& row);

/// The body that an item has now; empty where nothing was answered.
std::string kept_body(const app::UnitReport& report, const std::string& item);
std::int64_t kept_revision(const app::UnitReport& report, const std::string& item);

/// What is kept of an item that was cleared.
std::string emptied_body(std::string_view item);

/// Short enough for a hidden field of every row.
std::string digest_of_body(const std::string& body);

} // namespace tiendo::web
