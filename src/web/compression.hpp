#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

#include <string>
#include <string_view>

namespace tiendo::web {

enum class GzipEffort { quick, thorough };

std::string gzip(std::string_view bytes, GzipEffort effort);

bool accepts_gzip(const Request& request);

/// Compresses texts over 1 KB for those who accept it.
void compress(Response& response, const Request& request);

} // namespace tiendo::web
