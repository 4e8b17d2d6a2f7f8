#pragma once

#include <filesystem>

namespace tiendo::store::sql {

/// Whose turn it is to write to the embedded database, among all processes that have it open.
///
/// SQLite before 3.51.3 can damage a file whose log is written by one connection and checkpointed
/// by another at the same instant. Inside a process there is one writing connection; between
/// processes this lock, held for a whole transaction with its checkpoint, keeps it so.
class WritingTurn {
public:
    explicit WritingTurn(const std::filesystem::path& lock_file);
    ~WritingTurn();
    WritingTurn(const WritingTurn&) = delete;
    WritingTurn& operator=(const WritingTurn&) = delete;

    /// Waits for the others, half a minute at most; then it is a Fault.
    void take();
    void give_back() noexcept;

private:
    int descriptor_;
};

} // namespace tiendo::store::sql
