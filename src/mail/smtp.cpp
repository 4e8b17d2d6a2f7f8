#include "mail/smtp.hpp"

#include "mail/libcurl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>

namespace tiendo::mail {
namespace {

constexpr long connect_seconds = 15;
constexpr long whole_seconds = 60;

/// The text on its way, as curl takes it piece by piece.
struct Passage {
    std::string_view rest;
    const Watch& watch;
    bool is_handed_over = false;
    std::exception_ptr trouble{};
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* data)
{
    auto& passage = *static_cast<Passage*>(data);
    if (passage.rest.empty()) {
        // Answering "no more" lets curl write the closing dot.
        try {
            if (!passage.is_handed_over) passage.watch.before_last_byte();
        } catch (...) {
            passage.trouble = std::current_exception();
            return CURL_READFUNC_ABORT;
        }
        passage.is_handed_over = true;
        return 0;
    }
    const auto taken = std::min(size * count, passage.rest.size());
    std::memcpy(buffer, passage.rest.data(), taken);
    passage.rest.remove_prefix(taken);
    return taken;
}

int look_up(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto& passage = *static_cast<Passage*>(data);
    return !passage.is_handed_over && passage.watch.is_stopped() ? 1 : 0;
}

/// The last line of the server's talk is its answer; after a refusal only its goodbye follows.
std::size_t hear(char* line, std::size_t size, std::size_t count, void* data)
{
    std::string_view text(line, size * count);
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    auto& answer = *static_cast<std::string*>(data);
    const bool is_refusal = answer.starts_with('4') || answer.starts_with('5');
    if (!is_refusal) answer.assign(text.substr(0, 200));
    return size * count;
}

using Curl = std::unique_ptr<CURL, decltype(Libcurl::cleanup)>;
using Recipients = std::unique_ptr<curl_slist, decltype(Libcurl::free_list)>;

void set_server(CURL* curl, const Server& server)
{
    const auto set = [curl](CURLoption option, auto value) { libcurl().set(curl, option, value); };
    const auto* scheme = server.security == Security::tls ? "smtps" : "smtp";
    const auto url = fmt::format("{}://{}:{}", scheme, server.host, server.port);
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (server.security == Security::starttls)
        set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!server.account.empty()) {
        set(CURLOPT_USERNAME, server.account.c_str());
        set(CURLOPT_PASSWORD, server.password.c_str());
    }
    if (!server.certificate.empty()) {
        curl_blob blob{};
        blob.data = const_cast<char*>(server.certificate.data()); // NOLINT: copied, not written
        blob.len = server.certificate.size();
        blob.flags = CURL_BLOB_COPY;
        set(CURLOPT_CAINFO_BLOB, &blob);
    }
    set(CURLOPT_CONNECTTIMEOUT, connect_seconds);
    set(CURLOPT_TIMEOUT, whole_seconds);
    set(CURLOPT_NOSIGNAL, 1L); // threads
    set(CURLOPT_PROXY, "");    // only to the server that was configured
}

Delivery delivery_of(CURLcode code, long reply, bool is_handed_over)
{
    if (code == CURLE_OK) return Delivery::sent;
    if (code == CURLE_LOGIN_DENIED) return Delivery::later;
    if (reply >= 500) return Delivery::refused;
    if (reply >= 400) return Delivery::later;
    return is_handed_over ? Delivery::uncertain : Delivery::later;
}

} // namespace

Outcome send(const Server& server, const Letter& letter, const Watch& watch)
{
    const auto text = mime_text(letter);
    if (!text) return {Delivery::refused, text.error().problems.front().key};
    const Curl curl(libcurl().init(), libcurl().cleanup);
    if (!curl) throw Fault("libcurl gave no handle");
    const Recipients recipients(
        libcurl().append(nullptr, ("<" + letter.to + ">").c_str()), libcurl().free_list
    );
    Passage passage{*text, watch};
    std::string answer;
    std::array<char, CURL_ERROR_SIZE> trouble{};
    set_server(curl.get(), server);
    const auto set = [&curl](CURLoption option, auto value) {
        libcurl().set(curl.get(), option, value);
    };
    set(CURLOPT_MAIL_FROM, ("<" + letter.from + ">").c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, give);
    set(CURLOPT_READDATA, &passage);
    set(CURLOPT_HEADERFUNCTION, hear);
    set(CURLOPT_HEADERDATA, &answer);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, look_up);
    set(CURLOPT_XFERINFODATA, &passage);
    set(CURLOPT_ERRORBUFFER, trouble.data());
    const auto code = libcurl().perform(curl.get());
    if (passage.trouble) std::rethrow_exception(passage.trouble);
    long reply = 0;
    libcurl().get_info(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    const bool has_answer = code == CURLE_OK || reply >= 400;
    if (!has_answer) answer = trouble[0] != '\0' ? trouble.data() : libcurl().error_text(code);
    return {delivery_of(code, reply, passage.is_handed_over), answer};
}

} // namespace tiendo::mail
