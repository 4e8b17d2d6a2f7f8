#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace tiendo {

/// How alike short texts of plans are, by the words that they share: rare words weigh more than
/// common ones, and two words in a row more than each alone. Numbers and years do not count, so
/// that "đạt 56%" and "đạt 60% vào năm 2025" are alike. For finding what belongs together; never
/// part of a reported number.
class TextLikeness {
public:
    /// What is rare is told by all texts of both sides.
    TextLikeness(const std::vector<std::string>& left, const std::vector<std::string>& right);

    /// 0 where nothing is shared, 1 where the words are the same.
    double between(std::size_t left, std::size_t right) const;

private:
    struct Weighted {
        std::string feature{};
        double weight = 0;
    };
    using Features = std::vector<Weighted>; ///< sorted by feature, of length one

    std::vector<Features> left_{};
    std::vector<Features> right_{};
};

/// Whether several on the left may be alike to the same one on the right.
enum class Matching { one_to_one, many_to_one };

/// For each on the left that has one, the text on the right that is most alike, at least by
/// `likeness_min`; the most alike pairs are made first.
std::map<std::size_t, std::size_t> most_alike(
    const std::vector<std::string>& left,
    const std::vector<std::string>& right,
    double likeness_min,
    Matching matching
);

} // namespace tiendo
