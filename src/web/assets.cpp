#include "web/assets.hpp"

#include "base/digest.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "embedded/web_assets.hpp"
#include "web/compression.hpp"

#include <vector>

namespace tiendo::web {

namespace {

constexpr std::string_view service_worker_path = "/ngoai-tuyen.js";

std::string_view type_of(std::string_view name)
{
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".woff2")) return "font/woff2";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

std::string base64(std::string_view bytes)
{
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) -> unsigned {
            return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
        };
        const unsigned group = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        out += digits[group >> 18];
        out += digits[group >> 12 & 63];
        out += i + 1 < bytes.size() ? digits[group >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? digits[group & 63] : '=';
    }
    return out;
}

std::string sha256_bytes(std::string_view text)
{
    const auto hex = sha256_hex(text);
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

} // namespace

Assets::Assets()
{
    for (const auto name : embedded::web_assets_paths()) {
        const auto bytes = embedded::web_assets(name);
        if (name == "app.css" || name == "service_worker.js") continue;
        const auto hash = sha256_hex(bytes).substr(0, 16);
        const auto path = "/tinh/" + hash + "/" + std::string(name);
        File file{std::string(bytes), {}, std::string(type_of(name)), "\"" + hash + "\""};
        if (!name.ends_with(".woff2")) file.gzipped = gzip(bytes, GzipEffort::thorough);
        if (file.gzipped.size() >= bytes.size()) file.gzipped.clear();
        paths_.emplace(name, path);
        files_.emplace(path, std::move(file));
    }
    style_ = embedded::web_assets("app.css");
    for (const auto& [name, path] : paths_)
        if (name.ends_with(".woff2")) style_ = replace_all(std::move(style_), "./" + name, path);
    style_source_ = "'sha256-" + base64(sha256_bytes(style_)) + "'";
    add_service_worker(embedded::web_assets("service_worker.js"));
}

/// A browser takes a new worker when one byte of it differs: so it changes with every file of ours
/// and with the style of the page that it keeps.
void Assets::add_service_worker(std::string_view script)
{
    std::vector<std::string> names;
    for (const auto& [name, path] : paths_)
        names.push_back("\"" + path + "\"");
    File file{
        "const files=[" + join(names, ",") + "];/* " + sha256_hex(style_).substr(0, 16) + " */\n" +
            std::string(script),
        {},
        std::string(type_of("service_worker.js")),
        {},
        false
    };
    file.etag = "\"" + sha256_hex(file.bytes).substr(0, 16) + "\"";
    file.gzipped = gzip(file.bytes, GzipEffort::thorough);
    files_.emplace(service_worker_path, std::move(file));
}

const Assets& Assets::embedded()
{
    static const Assets assets;
    return assets;
}

const std::string& Assets::path(std::string_view name) const
{
    const auto found = paths_.find(name);
    ensure(found != paths_.end(), "an asset of that name is embedded");
    return found->second;
}

std::optional<Response> Assets::answer(const Request& request) const
{
    const auto found = files_.find(request.path);
    if (found == files_.end() || request.method != Method::get) return std::nullopt;
    const auto& file = found->second;
    Response response;
    response.set("Content-Type", file.type);
    response.set(
        "Cache-Control", file.is_for_ever ? "public, max-age=31536000, immutable" : "no-cache"
    );
    response.set("ETag", file.etag);
    response.set("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"].find(file.etag) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    if (!file.gzipped.empty() && accepts_gzip(request)) {
        response.set("Content-Encoding", "gzip");
        response.body = file.gzipped;
    } else {
        response.body = file.bytes;
    }
    return response;
}

} // namespace tiendo::web
