#include "documents/reading/finding_list.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

struct Form {
    Severity severity = Severity::note;
    std::string message{};
    std::string message_en{};
    std::string suggestion{};
    std::string suggestion_en{};
};

Severity severity_of(std::string_view word)
{
    if (word == "error") return Severity::error;
    return word == "warning" ? Severity::warning : Severity::note;
}

const std::map<std::string, Form, std::less<>>& forms()
{
    static const auto all = [] {
        std::map<std::string, Form, std::less<>> read;
        for (const auto line : vocabulary_lines("findings")) {
            auto parts = split(line, '|');
            ensure(parts.size() == 6, "a line of findings.txt has six parts");
            for (auto& part : parts)
                part = trim(part);
            read[parts[0]] = {severity_of(parts[1]), parts[2], parts[3], parts[4], parts[5]};
        }
        return read;
    }();
    return all;
}

std::string filled(std::string sentence, const std::map<std::string, std::string>& args)
{
    for (const auto& [name, value] : args)
        sentence = replace_all(std::move(sentence), "{" + name + "}", value);
    return sentence;
}

} // namespace

Finding& FindingList::add(
    std::string_view code, LineRange lines, const std::map<std::string, std::string>& args
)
{
    const auto form = forms().find(code);
    ensure(form != forms().end(), "every finding has its sentences");
    const auto& f = form->second;
    findings_.push_back(
        {std::string(code.substr(0, code.find('.'))),
         f.severity,
         lines,
         filled(f.message, args),
         filled(f.message_en, args),
         filled(f.suggestion, args),
         filled(f.suggestion_en, args),
         {}}
    );
    return findings_.back();
}

std::vector<Finding> FindingList::sorted() const
{
    auto list = findings_;
    std::stable_sort(list.begin(), list.end(), [](const Finding& a, const Finding& b) {
        return a.lines.first < b.lines.first;
    });
    return list;
}

} // namespace tiendo::documents
