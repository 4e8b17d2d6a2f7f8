#include "app/admin/passwords.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>

namespace tiendo::app {
namespace {

// The OWASP minimum for Argon2id: 19 MiB, two passes.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19u << 20;
constexpr int hashed_at_once = 2;

constexpr std::size_t characters_min = 8;

constexpr std::array<std::string_view, 40> common{
    "12345678",  "123456789", "1234567890", "87654321",      "11111111",  "00000000",
    "88888888",  "66666666",  "99999999",   "password",      "password1", "passw0rd",
    "qwertyui",  "qwerty123", "qwertyuiop", "1q2w3e4r",      "1qaz2wsx",  "abc12345",
    "abcd1234",  "asdfghjkl", "iloveyou",   "matkhau",       "matkhau1",  "matkhau123",
    "mat khau",  "anhyeuem",  "emyeuanh",   "vietnam",       "vietnam1",  "vietnam123",
    "admin123",  "admin1234", "quantri123", "administrator", "xinchao1",  "hanoi123",
    "123123123", "a1234567",  "abcdefgh",   "abcdefghi",
};
constexpr std::array<std::string_view, 6> of_the_product{
    "tiendo", "kehoach", "baocao", "ubnd", "ngochoi", "kontum"
};

/// Few hashes run at once, so that a flood of sign-ins cannot eat the memory of the machine.
class Turns {
public:
    void take()
    {
        std::unique_lock lock(mutex_);
        free_.wait(lock, [this] { return left_ > 0; });
        --left_;
    }

    void give_back()
    {
        {
            const std::scoped_lock lock(mutex_);
            ++left_;
        }
        free_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable free_;
    int left_ = hashed_at_once;
};

class Turn {
public:
    Turn() { turns().take(); }
    ~Turn() { turns().give_back(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    static Turns& turns()
    {
        static Turns all;
        return all;
    }
};

/// Letters and digits alone, without marks and capitals.
std::string bare(std::string_view text)
{
    return replace_all(slug(text), "-", "");
}

std::size_t characters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

bool is_common(std::string_view password)
{
    const auto lower = to_lower(password);
    return std::ranges::find(common, lower) != common.end() ||
           std::ranges::all_of(lower, [&](char byte) { return byte == lower.front(); });
}

/// What is left of the password without the word is too short to be one.
bool is_made_of(const std::string& password, const std::string& word)
{
    constexpr std::size_t word_min = 3;
    constexpr std::size_t rest_min = 5;
    return word.size() >= word_min && password.find(word) != std::string::npos &&
           password.size() - word.size() < rest_min;
}

} // namespace

std::string hash_password(std::string_view password)
{
    const Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int failed =
        crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory_bytes);
    if (failed != 0) throw Fault("no memory for hashing a password");
    return hash.data();
}

bool is_password(std::string_view hash, std::string_view password)
{
    static const std::string of_nobody = hash_password(random_token());
    const std::string compared(hash.empty() ? of_nobody : hash);
    const Turn turn;
    const bool same =
        crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
    return same && !hash.empty();
}

Result<Done> check_new_password(std::string_view password, const std::vector<std::string>& words)
{
    if (characters_in(password) < characters_min)
        return refuse(Refusal::invalid, "password.too_short", {}, "new_password");
    if (is_common(password)) return refuse(Refusal::invalid, "password.common", {}, "new_password");
    const auto stripped = bare(password);
    const auto made_of = [&](std::string_view word) { return is_made_of(stripped, bare(word)); };
    if (std::ranges::any_of(words, made_of) || std::ranges::any_of(of_the_product, made_of))
        return refuse(Refusal::invalid, "password.made_of_name", {}, "new_password");
    return done;
}

} // namespace tiendo::app
