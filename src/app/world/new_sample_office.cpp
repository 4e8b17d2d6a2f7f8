#include "app/world/new_sample_office.hpp"

#include "app/world/sample_world.hpp"
#include "store/copy.hpp"

#include <stdlib.h>

#include <filesystem>

namespace tiendo::app {

namespace {

/// A copy of the world as it was made, which takes seconds; every test begins from it.
class CopyOfTheWorld {
public:
    CopyOfTheWorld()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "tiendo-world-XXXXXX").string();
        ensure(::mkdtemp(pattern.data()) != nullptr, "there is room for the sample world");
        folder_ = pattern;
        auto store = store::open_store("sqlite::memory:").value();
        const auto made = store.write([](store::Transaction& kept) {
            return make_sample_world(kept, {sample_document(), {{"chuyenvien", "hash"}}});
        });
        ensure(made.has_value(), "the sample world can be made");
        ensure(store::back_up(store, file()).has_value(), "the sample world can be copied");
    }
    ~CopyOfTheWorld() { std::filesystem::remove_all(folder_); }
    CopyOfTheWorld(const CopyOfTheWorld&) = delete;
    CopyOfTheWorld& operator=(const CopyOfTheWorld&) = delete;

    std::filesystem::path file() const { return folder_ / "world.db"; }

private:
    std::filesystem::path folder_{};
};

} // namespace

Office new_sample_office()
{
    static const CopyOfTheWorld world;
    auto store = store::open_store("sqlite::memory:").value();
    ensure(store::restore(store, world.file()).has_value(), "the sample world can be restored");
    return {std::move(store), system_time};
}

} // namespace tiendo::app
