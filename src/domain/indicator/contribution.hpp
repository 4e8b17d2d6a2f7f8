#pragma once

#include "base/date.hpp"
#include "domain/form/answers.hpp"
#include "domain/indicator/formula_value.hpp"
#include "domain/org/unit.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace tiendo {

/// What one unit's newest counted version says of one measure, and where it came from.
struct Contribution {
    UnitId unit{};
    Cell cell{};
    std::string submission{}; ///< id of the submission that holds the cell
    int version = 0;
    bool accepted = false;
    std::string author{};
    Instant at{};
    std::string channel{};
    PeriodId period{};
    std::map<OtherCounts, FormulaCell> beside{}; ///< what it says elsewhere, for formulas
    std::vector<PeriodCell> earlier{};           ///< what it said in earlier periods, for them

    friend bool operator==(const Contribution&, const Contribution&) = default;
};

/// The contributions to one measure, one of a unit in a period. There are thousands in a nation's
/// figure, and the same ones stand in many: copies share them, and they never change.
class Contributions {
public:
    using Shared = std::shared_ptr<const Contribution>;

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Contribution;
        using difference_type = std::ptrdiff_t;
        using pointer = const Contribution*;
        using reference = const Contribution&;

        Iterator() = default;
        explicit Iterator(const Shared* place) : place_(place) {}
        reference operator*() const { return **place_; }
        pointer operator->() const { return place_->get(); }
        Iterator& operator++()
        {
            ++place_;
            return *this;
        }
        Iterator operator++(int) { return Iterator(place_++); }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const Shared* place_ = nullptr;
    };

    Contributions() = default;
    Contributions(std::initializer_list<Contribution> contributions);
    Contributions(const std::vector<Contribution>& contributions); // NOLINT: a list of them is one
    explicit Contributions(std::vector<Shared> contributions);

    /// None where the unit has not contributed; the first where a list named one twice.
    const Shared* find(const UnitId& unit) const;

    Iterator begin() const { return Iterator(shared().data()); }
    Iterator end() const { return Iterator(shared().data() + shared().size()); }
    std::size_t size() const { return shared().size(); }
    bool empty() const { return shared().empty(); }
    const Contribution& front() const { return *shared().front(); }
    const std::vector<Shared>& shared() const;

    friend bool operator==(const Contributions& a, const Contributions& b);

private:
    struct Contents {
        std::vector<Shared> list;
        std::vector<std::uint32_t> order; ///< by unit; empty where they stand in that order already
    };
    std::shared_ptr<const Contents> contents_;
};

} // namespace tiendo
