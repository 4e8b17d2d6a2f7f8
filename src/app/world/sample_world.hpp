#pragma once

#include "app/plan/plans.hpp"
#include "app/work.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo::app {

/// What the sample world is made of that takes long to make, so that it is made beforehand.
struct WorldMaterial {
    NewPlan document{};                                   ///< the sample plan, read
    std::map<std::string, std::string> password_hashes{}; ///< by login
};

/// The logins that need a password hash.
std::vector<std::string> sample_logins();

/// The sample plan, which is built into the program, read.
NewPlan sample_document();

/// Fills an empty store with the district of Ngọc Hồi in 2023: by the use cases, each with the
/// person and the hour of the story. All figures are invented. The clock stands at the story's
/// present afterwards.
Result<Done> make_sample_world(store::Transaction& kept, const WorldMaterial& material);

/// Whether this store holds the sample world.
bool is_sample_world(store::Transaction& kept);

/// Makes the world anew. Accounts keep their passwords and their sessions, so that whoever looks at
/// it stays signed in. Refused outside the sample world.
Result<Done> restart_sample_world(Work& work);

/// Days of the story that lie ahead of the pinned clock.
std::vector<Date> days_ahead(const Work& work);

/// Sets the clock to 08:00 of a later day. Refused outside the sample world.
Result<Done> go_to_day(Work& work, Date day);

} // namespace tiendo::app
