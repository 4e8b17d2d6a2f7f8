#pragma once

#include "documents/workbook/workbook_reading.hpp"

#include <map>

namespace tiendo::documents {

/// Finds out what each row of a sheet is, wherever it stands now: by its key, its words, and the
/// heads above it.
class WorkbookPlaces {
public:
    explicit WorkbookPlaces(WorkbookReading& reading);

    RowKey key_in(const SheetRow& row) const;
    /// Whether the row holds the heads of a table, which the following rows then belong to.
    bool take_heads(const SheetRow& row);
    /// Key and words must name the same row, then and now; tells where they do not.
    bool is_right(const SheetRow& row, const RowKey& key);

    void tell_unknown_row(const SheetRow& row);
    void tell_stray_cells(const SheetRow& row, int key_column);
    /// The rows of the form that the file does not have.
    void tell_missing();

private:
    std::string visible_label(const SheetRow& row) const;
    const std::map<std::string, std::string>& keys_by_label() const;
    std::string activity_titled_in(const SheetRow& row) const;
    bool fits_table(const std::string& key) const;
    /// A head of a table with the key that it is compared by: keys are dear to make.
    struct Head {
        std::string text{};
        std::string key{};
    };
    using Heads = std::vector<Head>;
    static Heads heads_of(const std::vector<std::string>& texts);
    bool try_heads(const SheetRow& row, TableKind kind, const Heads& heads, std::size_t needed);

    WorkbookReading& reading_;
    std::map<std::string, std::string> now_{}; ///< labels of the form as it is now, by key
    mutable std::map<std::string, std::string> by_label_{}; ///< see keys_by_label
    Heads measure_heads_{};
    Heads task_heads_{};
    Heads narrative_heads_{};
    Heads activity_titles_{}; ///< by the place of the table in the form
};

} // namespace tiendo::documents
