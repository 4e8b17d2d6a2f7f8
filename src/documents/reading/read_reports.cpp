#include "documents/reading/read_reports.hpp"

#include "base/text.hpp"
#include "documents/reading/read_duties.hpp"
#include "documents/reading/report_clauses.hpp"
#include "documents/reading/report_names.hpp"
#include "documents/reading/report_terms.hpp"
#include "documents/reading/sections.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/plain_letters.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <set>

namespace tiendo::documents {

namespace {

class Finder {
public:
    Finder(const TargetFrame& frame, const std::vector<ReadDuty>& duties)
        : frame_(frame), names_(duties)
    {
    }

    /// `charged` are the bodies whose duty the paragraph belongs to.
    void read(
        const std::string& text,
        LineRange lines,
        const std::vector<std::string>& charged,
        bool about_reports
    )
    {
        const Words words{text};
        std::vector<std::string> subject = charged;
        for (const auto& sentence : sentences_of(words)) {
            auto own =
                is_role(words, sentence) ? std::vector<std::string>{} : subject_of(words, sentence);
            if (!own.empty()) subject = std::move(own);
            waiting_.clear();
            sent_ = {};
            cut_ = sentence.first;
            for (auto i = sentence.first; i < sentence.last; ++i) {
                if ((words.is(i, "báo") && words.is(i + 1, "cáo")) ||
                    sends_results(words, sentence, i, frame_)) {
                    i = read_report(words, sentence, i, subject, lines, about_reports);
                }
            }
            // To whom stands before it, or nowhere: owed it is all the same.
            for (const auto& [report, terms] : waiting_)
                add_terms(with_addressees(report, sent_), terms);
        }
    }

    std::vector<ReadReport> reports;

private:
    /// "Cơ quan thường trực; theo dõi ..." says what the charged body is.
    static bool is_role(const Words& words, const Scope& sentence)
    {
        const auto i = sentence.first;
        return words.is(i, "cơ") && words.is(i + 1, "quan") &&
               (words.is(i + 2, "thường") || words.is(i + 2, "đầu") || words.is(i + 2, "chủ"));
    }

    /// Who the sentence is about: bodies before its first verb.
    std::vector<std::string> subject_of(const Words& words, const Scope& sentence) const
    {
        for (auto i = sentence.first; i < sentence.last; ++i) {
            if (const auto run = run_at(words, i, sentence.last, names_); !run.empty())
                return names_of(words, run);
            const bool skips = words.is(i, "căn") || words.is(i, "theo");
            if (skips) {
                while (i + 1 < sentence.last && !words.is(i, ","))
                    ++i;
                continue;
            }
            const bool request = words.is(i, "giao") || words.is(i, "yêu") || words.is(i, "cầu") ||
                                 words.is(i, "đề") || words.is(i, "nghị") || words.is(i, ",");
            const bool when = words.is(i, "định") || words.is(i, "kỳ") || words.is(i, "hằng") ||
                              words.is(i, "hàng") || words.is(i, "năm") || words.is(i, "quý") ||
                              words.is(i, "tháng") || words.is_number(i) || words.is(i, "(") ||
                              words.is(i, ")") || words.is(i, "trước") || words.is(i, "ngày") ||
                              words.is(i, "/") || words.is(i, "và") || words.is(i, "cuối") ||
                              words.is(i, "của") || words.is(i, "mỗi") || words.is(i, "chậm") ||
                              words.is(i, "nhất") || (words.is(i, "là") && words.is(i - 1, "nhất"));
            if (!request && !when) return {};
        }
        return {};
    }

    /// Reads the obligation of the "báo cáo" at the word; answers where to go on.
    std::size_t read_report(
        const Words& words,
        const Scope& sentence,
        std::size_t at,
        const std::vector<std::string>& subject,
        LineRange lines,
        bool about_reports
    )
    {
        const auto end = report_end(words, sentence, at, frame_);
        auto begin = at;
        while (begin > cut_ && !words.is(begin - 1, ";"))
            --begin;
        if (end < sentence.last && !words.is(end, ";")) cut_ = end + 1;
        if (words.is(at + 2, "viên") || is_conditional(words, {begin, end}, at)) return at + 1;
        if (is_purpose(words, begin, at)) return at + 1;
        ReadReport report;
        report.lines = lines;
        read_addressees(words, at + 2, end, report);
        const auto terms =
            report_terms(words, terms_begin(words, begin, at, end, frame_), end, frame_);
        const bool timed = terms.size() > 1 || terms[0].every || !terms[0].due.empty();
        if (!timed && goes_to_own_heads(report)) return at + 1;
        // "báo cáo ... hằng tháng trình Ban Giám hiệu"; without a time it is a step of some work.
        if (timed && report.to.empty()) read_presented(words, at + 2, end, report);
        // "..., các thôn báo cáo Phòng X; Phòng X tổng hợp, báo cáo UBND xã"
        const auto own = begin > sentence.first ? run_at(words, begin, at, names_)
                                                : std::vector<AgencyMention>{};
        report.from = !own.empty()      ? names_of(words, own)
                      : subject.empty() ? group_before(words, begin, at)
                                        : subject;
        const bool sent = !report.to.empty() || !report.via.empty();
        if (!sent && timed && at == begin) {
            waiting_.emplace_back(report, terms);
            if (!about_reports && !gives_report(words, at)) return end;
        } else if (!sent && !(timed && (about_reports || gives_report(words, at)))) {
            return at + 1;
        }
        for (const auto& [earlier, earlier_terms] : waiting_) {
            if (sent) add_terms(with_addressees(earlier, report), earlier_terms);
        }
        if (sent && !timed && about_reports && address_earlier(report)) return end;
        if (sent) {
            waiting_.clear();
            sent_ = report;
        }
        if (sent || waiting_.empty()) add_terms(report, terms);
        return end;
    }

    /// "tham mưu, báo cáo Lãnh đạo Sở": a step of some work where no time is said.
    static bool goes_to_own_heads(const ReadReport& report)
    {
        return !report.to.empty() &&
               std::all_of(report.to.begin(), report.to.end(), [](const std::string& name) {
                   return lower_in_place(name).starts_with("lãnh đạo ");
               });
    }

    /// "- Báo cáo tháng: trước ngày 05. - Báo cáo năm: trước ngày 10/01." over "Báo cáo gửi về
    /// Trung tâm Y tế huyện.": says to whom all of them go, and is none of its own.
    bool address_earlier(const ReadReport& report)
    {
        bool addressed = false;
        for (auto& earlier : reports) {
            if (!earlier.to.empty()) continue;
            earlier = with_addressees(earlier, report);
            addressed = true;
        }
        return addressed;
    }

    /// "Báo cáo nhanh trước ngày 02/3; báo cáo tổng kết trước ngày 28/3 về Huyện đoàn": to whom is
    /// said once.
    static ReadReport with_addressees(ReadReport earlier, const ReadReport& report)
    {
        earlier.to = report.to;
        earlier.via = report.via;
        return earlier;
    }

    void add_terms(ReadReport report, const std::vector<ReportTerm>& terms)
    {
        for (const auto& term : terms) {
            report.every = term.every;
            report.due = term.due;
            report.before = term.before;
            add(report);
        }
    }

    /// ", các tổ công tác báo cáo kết quả": a group that no list of bodies holds.
    static std::vector<std::string>
    group_before(const Words& words, std::size_t begin, std::size_t at)
    {
        auto first = at;
        while (first > begin && !words.is(first - 1, ","))
            --first;
        if (!words.is(first, "các") || first == at) return {};
        for (auto i = first; i < at; ++i) {
            if (vocabulary("duty_verbs").at(words, i)) return {};
        }
        return {std::string(words.written(first, at))};
    }

    void read_addressees(
        const Words& words, std::size_t first, std::size_t last, ReadReport& report
    ) const
    {
        for (auto i = first; i < last; ++i) {
            const bool through = words.is(i, "qua");
            const bool towards = words.is(i, "về") || words.is(i, "gửi") || words.is(i, "cho") ||
                                 words.is(i, "với") || words.is(i, "lên");
            const bool directly = i == first;
            if (through && words.is(i - 1, "(") && report.via.empty()) {
                auto close = i;
                while (close < last && !words.is(close, ")"))
                    ++close;
                report.via = agency_list(words.written(i + 1, close));
                continue;
            }
            if (words.is(i, "để") && !report.to.empty()) return;
            if (!through && !towards && !directly) continue;
            auto run = run_at(words, directly && !towards && !through ? i : i + 1, last, names_);
            if (run.empty() && towards) {
                const auto end = std::min(unknown_agency_end(words, i + 1), last);
                if (end > i + 2) run.push_back({i + 1, end});
            }
            if (run.empty()) continue;
            auto& list = through ? report.via : report.to;
            if (!list.empty()) continue;
            list = names_of(words, run);
            i = run.back().last - 1;
        }
    }

    void read_presented(const Words& words, std::size_t first, std::size_t last, ReadReport& report)
        const
    {
        for (auto i = first; i < last && report.to.empty(); ++i) {
            if (words.is(i, "trình"))
                report.to = names_of(words, run_at(words, i + 1, last, names_));
        }
    }

    /// The same obligation said twice is one, with the lines of the first.
    void add(const ReadReport& report)
    {
        const auto same = [&](const ReadReport& other) {
            const auto key = [](const std::vector<std::string>& names) {
                std::vector<std::string> keys;
                for (const auto& name : names)
                    keys.push_back(name_key(name));
                std::sort(keys.begin(), keys.end());
                return keys;
            };
            return other.every == report.every && other.due == report.due &&
                   key(other.from) == key(report.from) && key(other.to) == key(report.to);
        };
        if (std::none_of(reports.begin(), reports.end(), same)) reports.push_back(report);
    }

    const TargetFrame& frame_;
    ChargedNames names_;
    /// Reports of the sentence whose addressee is not said yet.
    std::vector<std::pair<ReadReport, std::vector<ReportTerm>>> waiting_;
    std::size_t cut_ = 0; ///< where the part of the sentence begins that is not read yet
    ReadReport sent_;     ///< the last of the sentence whose addressee is said
};

/// The duty whose lines hold the paragraph.
const ReadDuty* duty_at(const std::vector<ReadDuty>& duties, const LineRange& lines)
{
    for (const auto& duty : duties) {
        if (duty.lines.first <= lines.first && lines.last <= duty.lines.last) return &duty;
    }
    return nullptr;
}

/// Purposes, results, money and targets oblige nobody to report.
bool may_oblige(const Node& node)
{
    static const std::set<SectionKind> silent{
        SectionKind::purpose,
        SectionKind::results,
        SectionKind::budget,
        SectionKind::objectives,
        SectionKind::general
    };
    if (node.table != nullptr || silent.contains(node.section)) return false;
    return node.section != SectionKind::tasks || node.is_leaf();
}

void visit(
    const Node& node,
    const std::vector<ReadDuty>& duties,
    Finder& finder,
    std::vector<std::string> heading
)
{
    for (const auto& child : node.children) {
        if (child.table != nullptr && child.section == SectionKind::duties) {
            for (const auto& duty : duties) {
                const bool inside =
                    child.lines.first <= duty.lines.first && duty.lines.last <= child.lines.last;
                if (!inside) continue;
                for (const auto& item : split(duty.text, '\n'))
                    finder.read(item, duty.lines, duty.units, false);
            }
        }
        if (may_oblige(child)) {
            const auto* duty = duty_at(duties, child.lines);
            std::vector<std::string> charged = duty != nullptr ? duty->units : heading;
            auto text = child.text;
            if (duty != nullptr && duty->lines.first == child.lines.first)
                text = text.substr(split_charge(text).charge_begin);
            finder.read(text, child.lines, charged, child.section == SectionKind::reports);
        }
        visit(child, duties, finder, heading);
    }
}

} // namespace

std::vector<ReadReport>
read_reports(const Node& root, const std::vector<ReadDuty>& duties, const TargetFrame& frame)
{
    Finder finder(frame, duties);
    visit(root, duties, finder, {});
    return std::move(finder.reports);
}

} // namespace tiendo::documents
