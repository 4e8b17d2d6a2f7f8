#pragma once

#include "base/result.hpp"
#include "domain/report/superior_form.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// Has a superior's form read, and filled, by tiendo-reader: an upload is unpacked nowhere else
/// (docs/decisions/0007).
class ConfinedForms {
public:
    explicit ConfinedForms(std::filesystem::path program) : program_(std::move(program)) {}

    /// Refuses what is no .docx with a table in it.
    Result<FormTables> read(std::string_view bytes) const;
    Result<std::string>
    fill(std::string_view bytes, const std::map<FormPlace, std::string>& texts) const;

private:
    Result<std::string> ask(const std::string& what, std::string_view input) const;

    std::filesystem::path program_;
};

} // namespace tiendo::documents
