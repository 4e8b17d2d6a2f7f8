#include "app/work.hpp"

#include "app/figure/live_figures.hpp"
#include "app/plan/kept_pages.hpp"
#include "app/plan/reading_queue.hpp"
#include "base/digest.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/reading/confined_forms.hpp"
#include "documents/reading/confined_reader.hpp"

#include <charconv>
#include <chrono>

namespace tiendo::app {
namespace {

constexpr const char* clock_setting = "clock";
constexpr std::int64_t seconds_per_act = 60;

std::optional<std::int64_t> whole_number(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace

Instant system_time()
{
    return {std::chrono::duration_cast<std::chrono::seconds>(
                std::chrono::system_clock::now().time_since_epoch()
    )
                .count()};
}

std::optional<Instant> pinned_time(store::Transaction& kept)
{
    const auto setting = kept.settings().find(clock_setting);
    if (!setting) return std::nullopt;
    const auto seconds = whole_number(*setting);
    ensure(seconds.has_value(), "the pinned clock is a number of seconds");
    return Instant{*seconds};
}

void pin_time(store::Transaction& kept, Instant instant)
{
    kept.settings().put(clock_setting, std::to_string(instant.seconds));
}

Office::Office(store::Store store, Clock clock, std::filesystem::path reader)
    : store_(std::move(store)), clock_(std::move(clock)), reader_(std::move(reader)),
      live_(std::make_unique<LiveFigures>())
{
}

Office::~Office() = default;
Office::Office(Office&&) noexcept = default;
Office& Office::operator=(Office&&) noexcept = default;

std::shared_ptr<void> Office::keep_in_step()
{
    return store_.watch([this] {
        Actor machine;
        machine.roles = {Role::monitor};
        try {
            read(machine, [&](Work& work) {
                live_->catch_up(work);
                return true;
            });
        } catch (const Fault&) { // NOLINT: the next reader meets the same trouble, and tells of it
        }
    });
}

Result<ReadUpload> Office::read_upload(std::string_view bytes, std::string_view file_name) const
{
    if (reader_.empty()) return refuse(Refusal::unreadable, "file.reader_unavailable");
    auto document =
        TRY(documents::ConfinedReader(reader_).read(bytes, file_name, tell_reading_progress));
    return ReadUpload{
        std::move(document.plan),
        documents::to_json(document.source),
        kept_pages(std::move(document.pictures))
    };
}

Result<FormUpload> Office::read_form(std::string_view bytes, std::string_view file_name) const
{
    if (reader_.empty()) return refuse(Refusal::unreadable, "file.reader_unavailable");
    auto uploaded = TRY(documents::uploaded_form(bytes, file_name));
    auto tables = TRY(documents::ConfinedForms(reader_).read(uploaded.bytes, uploaded.file));
    return FormUpload{std::move(uploaded.name), std::move(uploaded.bytes), std::move(tables)};
}

Result<std::string> Office::fill_form(const FormUpload& form, const FilledCells& filled) const
{
    if (reader_.empty()) return refuse(Refusal::unreadable, "file.reader_unavailable");
    const auto file =
        is_workbook(form.tables) ? documents::FormFile::workbook : documents::FormFile::document;
    return documents::ConfinedForms(reader_).fill(form.bytes, file, filled);
}

Result<WorkbookUpload>
Office::read_workbook(std::string_view bytes, std::string_view file_name) const
{
    if (reader_.empty()) return refuse(Refusal::unreadable, "file.reader_unavailable");
    const auto sheets = TRY(documents::ConfinedReader(reader_).read_workbook(bytes, file_name));
    return WorkbookUpload{std::string(file_name), sha256_hex(bytes), documents::to_json(sheets)};
}

Instant Office::time_in(store::Transaction& kept) const
{
    return pinned_time(kept).value_or(clock_());
}

Instant Office::time_of_next_act(store::Transaction& kept) const
{
    const auto pinned = pinned_time(kept);
    return pinned ? Instant{pinned->seconds + seconds_per_act} : clock_();
}

void Office::move_clock(store::Transaction& kept, Instant now)
{
    // An act that set the clock itself (a journey in the sample world) has the last word.
    const auto pinned = pinned_time(kept);
    if (pinned && pinned->seconds + seconds_per_act == now.seconds) pin_time(kept, now);
}

Result<Done> require(const Work& work, Right right, const UnitId& unit)
{
    if (may(work.actor, right, unit)) return done;
    if (!unit.empty() && may(work.actor, right))
        return refuse(Refusal::not_found, "access.not_in_scope");
    return refuse(Refusal::forbidden, "access.forbidden");
}

void record(Work& work, std::string_view verb, const Subject& subject, std::string detail_json)
{
    store::JournalEntry entry;
    entry.at = work.now;
    entry.by = work.actor.login;
    entry.unit = subject.unit.str();
    entry.plan = subject.plan.empty() ? 0 : number_of(subject.plan).value();
    entry.period = subject.period.str();
    entry.verb = verb;
    entry.subject = subject.thing;
    entry.detail = std::move(detail_json);
    work.kept.journal().append(entry);
}

Result<std::int64_t> number_of(const PlanId& plan)
{
    const auto number = whole_number(plan.str());
    if (!number) return refuse(Refusal::not_found, "plan.unknown", {{"plan", plan.str()}});
    return *number;
}

} // namespace tiendo::app
