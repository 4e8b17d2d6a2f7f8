#include "documents/reading/report_clauses.hpp"

#include "documents/reading/report_terms.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/vocabulary.hpp"

namespace tiendo::documents {

namespace {

bool ends_sentence(const Words& words, std::size_t i)
{
    return words.is(i, ".") &&
           !(i > 0 && words.at(i - 1).end - words.at(i - 1).begin == 2 && words.is(i - 1, "tp"));
}

} // namespace

std::vector<Scope> sentences_of(const Words& words)
{
    std::vector<Scope> scopes;
    std::size_t first = 0;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        if (i < words.size() && !ends_sentence(words, i)) continue;
        if (i > first) scopes.push_back({first, i});
        first = i + 1;
    }
    return scopes;
}

bool is_conditional(const Words& words, const Scope& sentence, std::size_t at)
{
    bool regular = false;
    bool condition = false;
    for (auto i = sentence.first; i < sentence.last; ++i) {
        regular = regular || words.is(i, "kỳ");
        if (i < at && (words.is(i, "nếu") || words.is(i, "khi") || words.is(i, "kịp")))
            condition = true;
        if (i > at && words.is(i, "đột") && words.is(i + 1, "xuất")) condition = true;
        if (i < at && words.is(i, "vướng") && words.is(i + 1, "mắc")) condition = true;
        if (i > at && words.is(i, "xem") && words.is(i + 1, "xét")) condition = true;
    }
    return condition && !regular;
}

bool sends_results(
    const Words& words, const Scope& sentence, std::size_t at, const TargetFrame& frame
)
{
    const bool results =
        words.is(at, "gửi") && ((words.is(at + 1, "kết") && words.is(at + 2, "quả")) ||
                                (words.is(at + 1, "số") && words.is(at + 2, "liệu")));
    if (!results) return false;
    auto end = at;
    for (; end < sentence.last && !words.is(end, ";"); ++end) {
        if (words.is(end, "báo") && words.is(end + 1, "cáo")) return false;
    }
    const auto terms = report_terms(words, at, end, frame);
    return terms.front().every || !terms.front().due.empty();
}

std::size_t
report_end(const Words& words, const Scope& sentence, std::size_t at, const TargetFrame& frame)
{
    auto end = at + 2;
    for (; end < sentence.last && !words.is(end, ";"); ++end) {
        const bool next = words.is(end, ",") && words.is(end + 1, "báo") &&
                          words.is(end + 2, "cáo") && agency_end(words, end + 3) > end + 3;
        if (!next || agency_end(words, at + 2) == at + 2) continue;
        const auto terms = report_terms(words, at, end, frame);
        if (terms.front().every || !terms.front().due.empty()) break;
    }
    return end;
}

std::size_t terms_begin(
    const Words& words, std::size_t begin, std::size_t at, std::size_t end, const TargetFrame& frame
)
{
    if (at == begin || !words.is(at - 1, ",") || words.is(begin, "định")) return begin;
    const bool works =
        !words.is_capitalised(at) && vocabulary("duty_verbs").at(words, begin).length > 0;
    const auto own = report_terms(words, at, end, frame);
    // "chủ trì; hằng năm tổng hợp, báo cáo ... trước ngày 15/12": one day, and how often.
    const auto whole = report_terms(words, begin, end, frame);
    if (whole.size() == 1 && whole.front().every && !own.front().every) return begin;
    return works && !own.front().due.empty() ? at : begin;
}

bool is_purpose(const Words& words, std::size_t begin, std::size_t at)
{
    for (auto i = at; i-- > begin && at - i <= 6;) {
        if (words.is(i, "để") || words.is(i, "nhằm")) return true;
    }
    return false;
}

bool gives_report(const Words& words, std::size_t at)
{
    for (auto i = at; i-- > 0 && at - i <= 6;) {
        if (words.is(i, "gửi") || words.is(i, "kỳ") || words.is(i, "hợp") || words.is(i, "chế"))
            return true;
    }
    return words.is(at + 2, "kết") || words.is(at + 2, "định");
}

} // namespace tiendo::documents
