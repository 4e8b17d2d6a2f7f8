#include "cli/command_line.hpp"

int main(int argc, char** argv)
{
    return tiendo::cli::run(argc, argv);
}
