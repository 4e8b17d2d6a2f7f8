#include "cli/console.hpp"

#include "base/text.hpp"

#include <iostream>

namespace tiendo::cli {

void Console::print(std::string_view line) const
{
    std::cout << line << std::endl;
}

void Console::print_list(const std::vector<std::string>& items, bool as_json) const
{
    if (as_json) return print("[" + join(items, ",") + "]");
    for (const auto& item : items)
        print(item);
}

void Console::say(std::string_view key, const web::Messages::Args& args) const
{
    std::cout << words.text(key, args) << std::endl;
}

void Console::note(std::string_view key, const web::Messages::Args& args) const
{
    std::cerr << words.text(key, args) << std::endl;
}

int Console::refuse(const Error& error) const
{
    for (const auto& problem : error.problems)
        std::cerr << "tiendo: " << words.sentence(problem) << '\n';
    return error.kind == Refusal::invalid || error.kind == Refusal::conflict ? exit_no
                                                                             : exit_unusable;
}

int Console::fault(std::string_view what) const
{
    std::cerr << "tiendo: " << words.text("command.fault", {{"what", std::string(what)}}) << '\n';
    return exit_broken;
}

} // namespace tiendo::cli
