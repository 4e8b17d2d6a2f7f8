#include "app/admin/first_run.hpp"
#include "app/admin/sample_people.hpp"
#include "app/plan/reading_queue.hpp"
#include "cli/chasing.hpp"
#include "cli/commands.hpp"
#include "web/gate.hpp"
#include "web/pages/all_routes.hpp"
#include "web/server/server.hpp"
#include "web/site.hpp"

#include <charconv>
#include <iostream>
#include <memory>
#include <optional>

namespace tiendo::cli {

namespace {

struct Address {
    std::string host{};
    unsigned short port = 0;

    bool is_loopback() const
    {
        return host.starts_with("127.") || host == "::1" || host == "localhost";
    }
    std::string shown(unsigned short real_port) const
    {
        const bool is_six = host.find(':') != std::string::npos;
        return "http://" + (is_six ? "[" + host + "]" : host) + ":" + std::to_string(real_port);
    }
};

/// "127.0.0.1:8080", "[::1]:8080", ":8080".
std::optional<Address> read_address(const std::string& text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    Address address;
    address.host = text.substr(0, colon);
    if (address.host.starts_with('[') && address.host.ends_with(']'))
        address.host = address.host.substr(1, address.host.size() - 2);
    if (address.host.empty() || address.host == "localhost") address.host = "127.0.0.1";
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, address.port);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return address;
}

bool is_sample(app::Office& office)
{
    return office.read({}, [](app::Work& work) { return app::pinned_time(work.kept).has_value(); });
}

void print_people(const Console& console)
{
    console.say("command.serve_sample", {{"password", std::string(app::sample_password)}});
    for (const auto& person : app::sample_people()) {
        const auto login = std::string(person.login);
        const auto key = "sample_person." + std::string(person.key) + "_role";
        console.print("  " + login + std::string(12 - login.size(), ' ') + console.words.text(key));
    }
}

/// Whether the store answers; asked by /readyz.
bool can_serve(app::Office& office)
{
    try {
        return office.read({}, [](app::Work& work) { return work.kept.journal().last_seq() >= 0; });
    } catch (const Fault&) {
        return false;
    }
}

/// None where the address cannot be had.
std::unique_ptr<web::Server>
listen(const Address& address, const ServeOptions& options, web::Application& site)
{
    try {
        return std::make_unique<web::Server>(
            web::ServerOptions{
                .address = address.host,
                .port = address.port,
                .trusted_proxies = options.trusted_proxies
            },
            site
        );
    } catch (const Fault&) {
        return nullptr;
    }
}

} // namespace

int serve(const Surroundings& around, const ServeOptions& options)
{
    const auto& console = around.console;
    const auto address = read_address(options.listen);
    if (!address)
        return console.refuse(
            refuse(Refusal::unreadable, "command.listen_not_understood", {{"text", options.listen}})
        );
    auto office = open_office(around.data, store::Access::write);
    if (!office) return console.refuse(office.error());
    const bool sample = is_sample(*office);
    if (sample && !address->is_loopback())
        return console.refuse(refuse(Refusal::unreadable, "command.sample_beyond_loopback"));
    if (!address->is_loopback()) console.note("command.plain_http_warning");

    web::Gate gate(*office);
    web::Site site({
        .routes = web::all_routes(),
        .gate = [&](const web::Route& route,
                    const web::Request& request) { return gate.pass(route, request); },
        .is_ready = [&] { return can_serve(*office); },
        .log = [](const std::string& line) { std::cerr << line << std::endl; },
        .is_fatal = [](const std::exception& exception
                    ) { return dynamic_cast<const store::BrokenStore*>(&exception) != nullptr; },
    });
    const auto server = listen(*address, options, site);
    if (!server)
        return console.refuse(
            refuse(Refusal::unreadable, "command.address_taken", {{"address", options.listen}})
        );
    const auto shown = address->shown(server->port());
    console.say("command.serving", {{"address", shown}});
    if (sample) print_people(console);
    if (const auto token = app::issue_first_run_token(*office))
        console.say("command.serve_first_run", {{"address", shown + "/khoi-tao?ma=" + *token}});
    const auto step = office->keep_in_step();
    const app::ReadingQueue readings(*office);
    const Chasing chasing(*office, [](const std::string& line) { std::cerr << line << std::endl; });
    server->run();
    return exit_done;
}

} // namespace tiendo::cli
