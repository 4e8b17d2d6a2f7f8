#include "web/compression.hpp"

#include "base/result.hpp"
#include "base/text.hpp"

#include <zlib.h>

#include <limits>

namespace tiendo::web {

namespace {

constexpr std::size_t worth_compressing_bytes = 1024;
constexpr int gzip_window_bits = 15 + 16; // zlib writes a gzip head when 16 is added

bool is_text(std::string_view type)
{
    return type.starts_with("text/") || type.starts_with("application/json") ||
           type.starts_with("image/svg");
}

} // namespace

std::string gzip(std::string_view bytes, GzipEffort effort)
{
    ensure(
        bytes.size() < std::numeric_limits<uInt>::max(), "what is compressed is shorter than 4 GB"
    );
    z_stream stream{};
    const int level = effort == GzipEffort::quick ? 4 : 9;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw Fault("zlib has no memory");
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    std::string input(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int outcome = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    ensure(outcome == Z_STREAM_END, "deflateBound gives room for all");
    return out;
}

bool accepts_gzip(const Request& request)
{
    for (const auto& entry : split(request.headers["accept-encoding"], ',')) {
        const auto text = trim(entry);
        const auto name = trim(text.substr(0, text.find(';')));
        if (name == "gzip" || name == "*")
            return text.find("q=0") == std::string_view::npos ||
                   text.find("q=0.") != std::string_view::npos;
    }
    return false;
}

void compress(Response& response, const Request& request)
{
    if (response.body.size() <= worth_compressing_bytes ||
        !is_text(response.header("Content-Type")) || !response.header("Content-Encoding").empty())
        return;
    response.set("Vary", "Accept-Encoding");
    if (!accepts_gzip(request)) return;
    response.body = gzip(response.body, GzipEffort::quick);
    response.set("Content-Encoding", "gzip");
}

} // namespace tiendo::web
