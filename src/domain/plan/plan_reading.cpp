#include "domain/plan/plan_reading.hpp"
