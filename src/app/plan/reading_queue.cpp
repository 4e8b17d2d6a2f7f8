#include "app/plan/reading_queue.hpp"

#include "app/admin/account_records.hpp"
#include "app/plan/plans.hpp"
#include "base/digest.hpp"
#include "documents/reading/file_kind.hpp"

#include <functional>

namespace tiendo::app {

namespace {

constexpr std::size_t waiting_max = 8;
constexpr std::size_t finished_max = 64;

std::mutex& registry_mutex()
{
    static std::mutex mutex;
    return mutex;
}

std::map<const Office*, ReadingQueue*>& registry()
{
    static std::map<const Office*, ReadingQueue*> queues;
    return queues;
}

/// What the thread's reading tells its progress to.
thread_local std::function<void(int, int)> teller;

} // namespace

ReadingQueue* reading_queue_of(const Office& office)
{
    const std::lock_guard lock(registry_mutex());
    const auto found = registry().find(&office);
    return found == registry().end() ? nullptr : found->second;
}

bool may_take_long(std::string_view bytes, std::string_view file_name)
{
    using documents::FileKind;
    const auto kind = documents::kind_of(bytes, file_name);
    return kind && *kind != FileKind::text && *kind != FileKind::word;
}

void tell_reading_progress(int pages_done, int pages)
{
    if (teller) teller(pages_done, pages);
}

ReadingQueue::ReadingQueue(Office& office) : office_(office)
{
    take_up_what_waited();
    thread_ = std::thread([this] { run(); });
    const std::lock_guard lock(registry_mutex());
    registry()[&office] = this;
}

ReadingQueue::~ReadingQueue()
{
    {
        const std::lock_guard lock(registry_mutex());
        registry().erase(&office_);
    }
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

Result<std::string> ReadingQueue::add(const Actor& actor, std::string file_name, std::string bytes)
{
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= waiting_max)
        return refuse(Refusal::conflict, "plans.reading_queue_full");
    const auto name = random_token();
    TRY(office_.write(actor, [&](Work& work) -> Result<Done> {
        work.kept.waiting_uploads().add({name, file_name, bytes, actor.login, work.now});
        record(work, "plan.upload_waits", {{}, {}, {}, file_name});
        return done;
    }));
    auto reading = std::make_shared<Reading>();
    reading->actor = actor;
    reading->bytes = std::move(bytes);
    reading->progress.file_name = std::move(file_name);
    readings_[name] = std::move(reading);
    waiting_.push_back(name);
    changed_.notify_all();
    return name;
}

std::optional<ReadingProgress>
ReadingQueue::progress(const std::string& name, const Actor& actor, std::chrono::milliseconds wait)
{
    std::unique_lock lock(mutex_);
    const auto found = readings_.find(name);
    if (found == readings_.end() || found->second->actor.login != actor.login) return std::nullopt;
    const auto reading = found->second;
    changed_.wait_for(lock, wait, [&] { return is_stopped_ || reading->progress.is_finished(); });
    auto progress = reading->progress;
    for (const auto& other : waiting_) {
        if (other == name) break;
        if (!readings_[other]->progress.is_finished()) ++progress.ahead;
    }
    return progress;
}

/// Who handed it in acts with the rights of today; what was theirs is nobody's when they are gone.
void ReadingQueue::take_up_what_waited()
{
    office_.write({}, [&](Work& work) {
        for (auto& upload : work.kept.waiting_uploads().all()) {
            const auto account = work.kept.accounts().get(upload.by);
            if (!account || account->disabled) {
                work.kept.waiting_uploads().remove(upload.id);
                record(work, "plan.upload_refused", {{}, {}, {}, upload.file_name});
                continue;
            }
            auto reading = std::make_shared<Reading>();
            reading->actor = actor_of(*account);
            reading->bytes = std::move(upload.bytes);
            reading->progress.file_name = std::move(upload.file_name);
            readings_[upload.id] = std::move(reading);
            waiting_.push_back(upload.id);
        }
        return 0;
    });
}

void ReadingQueue::read(const std::string& name, Reading& reading)
{
    teller = [&](int done, int pages) {
        const std::lock_guard lock(mutex_);
        if (is_stopped_) throw Fault("the server stops");
        reading.progress.pages_done = done;
        reading.progress.pages = pages;
    };
    auto plan = [&]() -> Result<PlanId> {
        auto upload = TRY(office_.read_upload(reading.bytes, reading.progress.file_name));
        const NewPlan document{
            reading.progress.file_name,
            reading.bytes,
            std::move(upload.source_lines_json),
            std::move(upload.reading),
            std::move(upload.pages)
        };
        return office_.write(reading.actor, [&](Work& work) -> Result<PlanId> {
            auto imported = TRY(import_plan(work, document));
            work.kept.waiting_uploads().remove(name);
            return imported;
        });
    }();
    teller = {};
    if (!plan) forget(name, reading);
    const std::lock_guard lock(mutex_);
    if (plan)
        reading.progress.plan = *plan;
    else
        reading.progress.problem = plan.error();
}

void ReadingQueue::forget(const std::string& name, const Reading& reading)
{
    office_.write(reading.actor, [&](Work& work) {
        work.kept.waiting_uploads().remove(name);
        record(work, "plan.upload_refused", {{}, {}, {}, reading.progress.file_name});
        return 0;
    });
}

/// The fence of this thread: what breaks is told as a reader that failed.
void ReadingQueue::run()
{
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return is_stopped_ || !waiting_.empty(); });
        if (is_stopped_) return;
        const auto name = waiting_.front();
        const auto reading = readings_.at(name);
        lock.unlock();
        try {
            read(name, *reading);
        } catch (const std::exception&) {
            const std::lock_guard broken(mutex_);
            teller = {};
            if (is_stopped_) return; // it waits in the store
            reading->progress.problem = refuse(Refusal::unreadable, "file.reader_failed");
        }
        lock.lock();
        reading->bytes.clear();
        waiting_.pop_front();
        finished_.push_back(name);
        forget_the_oldest();
        changed_.notify_all();
    }
}

void ReadingQueue::forget_the_oldest()
{
    while (finished_.size() > finished_max) {
        readings_.erase(finished_.front());
        finished_.pop_front();
    }
}

} // namespace tiendo::app
