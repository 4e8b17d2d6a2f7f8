#pragma once

#include "documents/exchange/json_reader.hpp"
#include "domain/indicator/judge.hpp"

namespace tiendo::documents {

inline constexpr json::Names<FigureState, 6> figure_states{{
    {FigureState::value, "value"},
    {FigureState::not_arising, "not_arising"},
    {FigureState::no_source, "no_source"},
    {FigureState::no_data, "no_data"},
    {FigureState::division_by_zero, "division_by_zero"},
    {FigureState::overflow, "overflow"},
}};
inline constexpr json::Names<Verdict, 9> verdicts{{
    {Verdict::met, "met"},
    {Verdict::not_met, "not_met"},
    {Verdict::on_track, "on_track"},
    {Verdict::at_risk, "at_risk"},
    {Verdict::behind, "behind"},
    {Verdict::no_data, "no_data"},
    {Verdict::no_source, "no_source"},
    {Verdict::not_arising, "not_arising"},
    {Verdict::not_judged, "not_judged"},
}};

} // namespace tiendo::documents
