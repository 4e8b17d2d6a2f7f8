#include "app/admin/visitor_key.hpp"

#include "base/digest.hpp"

#include <sodium.h>

#include <array>

namespace tiendo::app {

std::string visitor_key(Office& office)
{
    return kept_secret(office, "visitor_key");
}

std::string kept_secret(Office& office, const std::string& setting)
{
    auto kept = office.read({}, [&](Work& work) { return work.kept.settings().find(setting); });
    if (kept) return *kept;
    return office.write({}, [&](Work& work) {
        if (auto already = work.kept.settings().find(setting)) return *already;
        auto made = random_token();
        work.kept.settings().put(setting, made);
        return made;
    });
}

std::string keyed_digest(std::string_view key, std::string_view text)
{
    const auto bytes = [](std::string_view view) {
        return reinterpret_cast<const unsigned char*>(view.data());
    };
    crypto_auth_hmacsha512256_state state;
    std::array<unsigned char, crypto_auth_hmacsha512256_BYTES> digest{};
    crypto_auth_hmacsha512256_init(&state, bytes(key), key.size());
    crypto_auth_hmacsha512256_update(&state, bytes(text), text.size());
    crypto_auth_hmacsha512256_final(&state, digest.data());
    return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

} // namespace tiendo::app
