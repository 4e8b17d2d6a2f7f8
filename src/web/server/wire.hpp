#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

#include <boost/beast.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Between the bytes of HTTP/1.1 and the plain Request and Response.
namespace tiendo::web {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// None for a method that no route has.
std::optional<Method> method_of(boost::beast::http::verb verb);

/// RFC 9112 lets a recipient refuse what smugglers use: folded lines and bare line feeds.
bool has_clean_lines(std::string_view head);

/// 413, 431 or 400.
int status_of(const boost::system::error_code& error);

/// Status line and headers, up to the empty line.
std::string head_text(const Response& response, bool keeps_alive);

/// Takes the parsed message. What a trusted proxy says of the visitor's address is believed.
Request
to_request(Parser& parser, std::string remote_address, const std::vector<std::string>& proxies);

} // namespace tiendo::web
