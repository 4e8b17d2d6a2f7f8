#pragma once

#include "cli/console.hpp"
#include "cli/data_folder.hpp"

#include <string>

namespace tiendo::cli {

/// What every command is given; each answers its exit code.
struct Surroundings {
    Console console;
    DataFolder data;
    bool json = false;
};

int init(const Surroundings& around, bool with_sample);

struct ServeOptions {
    std::string listen = "127.0.0.1:8080";
    std::vector<std::string> trusted_proxies{};
};
int serve(const Surroundings& around, const ServeOptions& options);

} // namespace tiendo::cli
