#include "cli/chasing.hpp"

#include "app/chase/chase_round.hpp"
#include "app/workbook/workbooks.hpp"
#include "web/pages/workbook.hpp"
#include "web/views/workbook_voice.hpp"

#include <chrono>

namespace tiendo::cli {
namespace {

/// The office's clock is read anew each time: in the sample world it jumps.
constexpr std::chrono::seconds between_rounds{10};

} // namespace

Chasing::Chasing(app::Office& office, Log log)
    : office_(office), log_(std::move(log)), thread_([this] { run(); })
{
}

Chasing::~Chasing()
{
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

bool Chasing::is_stopped()
{
    const std::lock_guard lock(mutex_);
    return is_stopped_;
}

/// The fence of this thread: whatever breaks is logged, and the next round tries again.
void Chasing::make_round()
{
    try {
        app::decide_all_due(office_);
        const auto voice = web::view::workbook_voice(office_, web::Messages::embedded());
        app::send_waiting_mail(
            office_,
            [this] { return is_stopped(); },
            [&](app::Work& work, const app::ReportOf& of) -> Result<app::MailFile> {
                auto file = TRY(app::unit_workbook(work, of, voice));
                return app::MailFile{
                    std::move(file.name), std::string(web::workbook_type), std::move(file.bytes)
                };
            }
        );
    } catch (const std::exception& exception) {
        log_(std::string("chasing: ") + exception.what());
    }
}

void Chasing::run()
{
    std::unique_lock lock(mutex_);
    while (!is_stopped_) {
        lock.unlock();
        make_round();
        lock.lock();
        wake_.wait_for(lock, between_rounds, [this] { return is_stopped_; });
    }
}

} // namespace tiendo::cli
