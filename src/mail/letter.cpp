#include "mail/letter.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <initializer_list>

namespace tiendo::mail {
namespace {

constexpr std::size_t line_bytes = 57;         // 76 characters of base64 (RFC 2045)
constexpr std::size_t encoded_word_bytes = 42; // below the 75 characters of RFC 2047

std::string base64(std::string_view bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(
        text.data(),
        text.size(),
        reinterpret_cast<const unsigned char*>(bytes.data()),
        bytes.size(),
        sodium_base64_VARIANT_ORIGINAL
    );
    text.pop_back(); // its closing zero
    return text;
}

bool is_plain(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte >= 0x20 && byte < 0x7f;
    });
}

/// Cut between letters, never inside one.
std::size_t cut_before(std::string_view text, std::size_t size)
{
    if (text.size() <= size) return text.size();
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        --size;
    return size;
}

/// A header's text: as it is, or in encoded words on lines of their own (RFC 2047).
std::string header_text(std::string_view text)
{
    if (is_plain(text) && text.size() < encoded_word_bytes) return std::string(text);
    std::string words;
    while (!text.empty()) {
        const auto size = cut_before(text, encoded_word_bytes);
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + base64(text.substr(0, size)) + "?=";
        text.remove_prefix(size);
    }
    return words;
}

std::string mail_date(Instant instant)
{
    static constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    const auto time = local_time(instant);
    const std::chrono::weekday weekday{std::chrono::sys_days{time.day}};
    const auto month = static_cast<unsigned>(time.day.month());
    return fmt::format(
        "{}, {} {} {} {:02}:{:02}:{:02} +0700",
        weekdays.at(weekday.c_encoding()),
        static_cast<unsigned>(time.day.day()),
        months.at(month - 1),
        static_cast<int>(time.day.year()),
        time.hour,
        time.minute,
        instant.seconds % 60
    );
}

std::string base64_lines(std::string_view bytes)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += line_bytes)
        text += base64(bytes.substr(at, line_bytes)) + "\r\n";
    return text;
}

/// With the line ends of mail, in lines of base64: nothing of it can be taken for a command.
std::string body_text(const std::string& body)
{
    std::string lines;
    for (const char letter : body) {
        if (letter == '\n') lines += '\r';
        if (letter != '\r') lines += letter;
    }
    lines += "\r\n";
    return base64_lines(lines);
}

constexpr std::string_view text_head =
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n";

/// The text alone, or the text and the file as two parts (RFC 2046). Base64 has no "=_", so that no
/// part can hold the line between them.
std::string content_of(const Letter& letter)
{
    const auto& file = letter.attachment;
    if (file.name.empty())
        return fmt::format(
            "{}Auto-Submitted: auto-generated\r\n\r\n{}", text_head, body_text(letter.body)
        );
    const auto boundary = "=_" + letter.id;
    return fmt::format(
        "Content-Type: multipart/mixed; boundary=\"{0}\"\r\nAuto-Submitted: auto-generated\r\n\r\n"
        "--{0}\r\n{1}\r\n{2}--{0}\r\nContent-Type: {3}\r\nContent-Disposition: attachment; "
        "filename=\"{4}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{5}--{0}--\r\n",
        boundary,
        text_head,
        body_text(letter.body),
        file.type,
        file.name,
        base64_lines(file.bytes)
    );
}

bool is_one_line(const std::string& text)
{
    return std::ranges::none_of(text, [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
    });
}

} // namespace

Result<std::string> mime_text(const Letter& letter)
{
    for (const auto* text :
         {&letter.id, &letter.from, &letter.from_name, &letter.to, &letter.subject})
        if (!is_one_line(*text)) return refuse(Refusal::invalid, "mail.line_in_header");
    const auto& file = letter.attachment;
    const bool is_plain_file =
        is_plain(file.name) && is_plain(file.type) && file.name.find('"') == std::string::npos;
    if (!is_plain_file) return refuse(Refusal::invalid, "mail.line_in_header");
    const auto domain = letter.from.substr(letter.from.find('@') + 1);
    return fmt::format(
        "Date: {}\r\nFrom: {} <{}>\r\nTo: <{}>\r\nMessage-ID: <{}@{}>\r\nSubject: {}\r\n"
        "MIME-Version: 1.0\r\n{}",
        mail_date(letter.date),
        header_text(letter.from_name),
        letter.from,
        letter.to,
        letter.id,
        domain,
        header_text(letter.subject),
        content_of(letter)
    );
}

} // namespace tiendo::mail
