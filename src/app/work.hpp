#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/access/access.hpp"
#include "domain/period/period.hpp"
#include "domain/plan/plan.hpp"
#include "domain/report/form_cells.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::app {

class LiveFigures;

/// What a use case works with: what is kept, who acts, and the only clock there is.
struct Work {
    store::Transaction& kept;
    Actor actor;
    Instant now;
    LiveFigures* live = nullptr; ///< what of it is held in memory, if anything is
};

/// A document as the confined reader understood it.
struct ReadUpload {
    PlanReading reading{};
    std::string source_lines_json{};
    std::vector<store::PlanPage> pages{}; ///< of a scan
};

/// A superior's form as it is kept: of an .xls or .ods the .xlsx that was made of it.
struct FormUpload {
    std::string name{};
    std::string bytes{};
    FormTables tables{};
};

/// A filled workbook as the confined reader unpacked it.
struct WorkbookUpload {
    std::string name{};
    std::string sha256{}; ///< of the file
    std::string sheets{}; ///< JSON (documents/exchange/sheets_json.hpp)
};

/// The product at work on one store: opens a Work for each use case and decides what time it is.
///
/// In the sample world the clock is pinned: it stands still while one looks, and moves on by one
/// minute with each recorded act, so that the story told there has the same hours for everybody.
class Office {
public:
    using Clock = std::function<Instant()>;

    /// `reader` is the confined program that parses uploads; without one, uploads are refused.
    Office(store::Store store, Clock clock, std::filesystem::path reader = {});
    ~Office();
    Office(Office&&) noexcept;
    Office& operator=(Office&&) noexcept;

    /// Reads an upload in the confined process, before anything is written (docs/decisions/0007).
    Result<ReadUpload> read_upload(std::string_view bytes, std::string_view file_name) const;

    /// A superior's form and its filling, by the confined process too.
    Result<FormUpload> read_form(std::string_view bytes, std::string_view file_name) const;
    Result<std::string> fill_form(const FormUpload& form, const FilledCells& filled) const;
    Result<WorkbookUpload> read_workbook(std::string_view bytes, std::string_view file_name) const;

    /// Never pinned: sessions, codes and delays run by it in the sample world too.
    Instant computer_time() const { return clock_(); }

    template <class Use> auto read(const Actor& actor, Use&& use)
    {
        return store_.read([&](store::Transaction& kept) {
            Work work{kept, actor, time_in(kept), live_.get()};
            return use(work);
        });
    }

    /// Kept where the use case answered a value; undone where it refused or threw.
    template <class Use> auto write(const Actor& actor, Use&& use)
    {
        return store_.write([&](store::Transaction& kept) {
            const auto before = kept.journal().last_seq();
            Work work{kept, actor, time_of_next_act(kept), live_.get()};
            auto answer = use(work);
            if (kept.journal().last_seq() != before) move_clock(kept, work.now);
            return answer;
        });
    }

    /// Brings what is held in memory up to date as soon as another process has changed what counts,
    /// as long as what it answers lives; the office must outlive it, and stay where it is. Without
    /// it the next reader does so.
    std::shared_ptr<void> keep_in_step();

private:
    Instant time_in(store::Transaction& kept) const;
    Instant time_of_next_act(store::Transaction& kept) const;
    static void move_clock(store::Transaction& kept, Instant now);

    store::Store store_;
    Clock clock_;
    std::filesystem::path reader_;
    std::unique_ptr<LiveFigures> live_;
};

/// The hour of the computer's own clock.
Instant system_time();

/// The pinned hour of the sample world; none elsewhere.
std::optional<Instant> pinned_time(store::Transaction& kept);
void pin_time(store::Transaction& kept, Instant instant);

/// Refuses what the actor may not do; "not found" for things of another unit, so that nobody learns
/// what exists beyond the own scope.
Result<Done> require(const Work& work, Right right, const UnitId& unit = {});

/// What an entry of the journal is about; empty parts stand for "not about one".
struct Subject {
    PlanId plan{};
    PeriodId period{};
    UnitId unit{};
    std::string thing{}; ///< "3.2a", "finding/rate_not_reduced@51", a login …
};

/// Writes what happened into the journal, in the transaction that makes it happen.
void record(
    Work& work, std::string_view verb, const Subject& subject, std::string detail_json = "{}"
);

/// The store's number of a plan; refuses an id that is no number.
Result<std::int64_t> number_of(const PlanId& plan);

} // namespace tiendo::app
