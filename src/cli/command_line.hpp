#pragma once

namespace tiendo::cli {

/// Reads the command line, runs the command, answers its exit code.
int run(int argc, char** argv);

} // namespace tiendo::cli
