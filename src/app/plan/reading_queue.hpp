#pragma once

#include "app/work.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace tiendo::app {

/// How far the reading of an upload has come.
struct ReadingProgress {
    std::string file_name{};
    int ahead = 0; ///< readings that come before it; 0 for the one that is being read
    int pages_done = 0;
    int pages = 0; ///< that have to be recognised; 0 while that is not known
    std::optional<PlanId> plan{};
    std::optional<Error> problem{};

    bool is_finished() const { return plan || problem; }
};

/// Reads uploads one after the other, behind the requests: a scan takes seconds a page. What waits
/// is kept in the store until it is a plan or refused, so that a server that ends in the middle
/// takes it up again when it starts; the reading keeps its name, and the page that waits finds it.
/// The queue of an office is found by reading_queue_of as long as this object lives.
class ReadingQueue {
public:
    explicit ReadingQueue(Office& office);
    ~ReadingQueue();
    ReadingQueue(const ReadingQueue&) = delete;
    ReadingQueue& operator=(const ReadingQueue&) = delete;

    /// Answers the reading's name. Refuses where too many wait.
    Result<std::string> add(const Actor& actor, std::string file_name, std::string bytes);

    /// The person's own reading; waits that long for its end.
    std::optional<ReadingProgress>
    progress(const std::string& reading, const Actor& actor, std::chrono::milliseconds wait);

private:
    struct Reading {
        Actor actor{};
        std::string bytes{};
        ReadingProgress progress{};
    };

    void take_up_what_waited();
    void run();
    void read(const std::string& name, Reading& reading);
    void forget(const std::string& name, const Reading& reading);
    void forget_the_oldest();

    Office& office_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, std::shared_ptr<Reading>> readings_;
    std::deque<std::string> waiting_;
    std::deque<std::string> finished_;
    bool is_stopped_ = false;
    std::thread thread_;
};

/// None where the office has no queue: then an upload is read in its request.
ReadingQueue* reading_queue_of(const Office& office);

/// Whether the file is of a kind that may take longer than a request should.
bool may_take_long(std::string_view bytes, std::string_view file_name);

/// Called by whoever reads in this thread, after each page.
void tell_reading_progress(int pages_done, int pages);

} // namespace tiendo::app
