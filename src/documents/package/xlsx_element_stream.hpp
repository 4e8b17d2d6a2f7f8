#pragma once

#include "base/result.hpp"

#include <pugixml.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// Cuts the repeated element of a large XML part (the "row"s of "sheetData") out of the pieces that
/// it comes in and has each parsed alone, so that a part is never held whole.
class XlsxElementStream {
public:
    using Use = std::function<Result<Done>(const pugi::xml_node& element)>;

    XlsxElementStream(std::string_view parent, std::string_view element, Use use);

    /// Refuses file.broken_xlsx for what is no XML, file.bomb for a document type declaration.
    Result<Done> take(std::string_view piece);

    /// Whether the parent's end was seen: a part that was cut off reads well up to where it ends.
    bool is_complete() const { return is_complete_; }

private:
    bool find_root();
    Result<Done> use_elements();
    Result<Done> use_one(std::string_view text);
    bool parent_is_empty() const;
    std::size_t find_open(std::string_view name, std::size_t from) const;
    std::size_t end_of(std::size_t start) const;

    std::string parent_;
    std::string element_;
    Use use_;
    std::string prefix_{}; ///< "x:" where the writer put one before every name
    bool knows_root_ = false;
    bool had_element_ = false;
    bool is_complete_ = false;
    std::string pending_{};
    std::size_t searched_ = 0; ///< how much of the pending text holds no end
    pugi::xml_document parsed_{};
};

} // namespace tiendo::documents
