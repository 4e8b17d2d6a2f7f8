#include "domain/indicator/comparison.hpp"

namespace tiendo {

bool satisfies(std::strong_ordering order, Comparator comparator)
{
    switch (comparator) {
    case Comparator::at_least:
    case Comparator::about:
        return order >= 0;
    case Comparator::above:
        return order > 0;
    case Comparator::at_most:
        return order <= 0;
    case Comparator::below:
        return order < 0;
    case Comparator::exactly:
        return order == 0;
    }
    return false;
}

} // namespace tiendo
